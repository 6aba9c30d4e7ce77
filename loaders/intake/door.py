"""Which addresses may be fetched from. Pure: what a name resolves to is asked elsewhere, once, to connect to it.

A caller who names an address makes our machine go there, and our machine may be let in where the caller is not: into
itself, its network, its cloud's metadata (server-side request forgery, OWASP A10:2021).
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

import idna

from graph.errors import AddressRefused

_NAT64 = IPv6Network("64:ff9b::/96")
_COMPATIBLE = IPv6Network("::/96")
_OF_CLOUDS = frozenset({"168.63.129.16", "192.0.0.192", "100.100.100.200", "fd00:ec2::254", "fd20:ce::254"})
"""Where clouds answer machines of theirs about themselves, by addresses that are not link-local."""
_PORTS = {"http": 80, "https": 443}


def system(host: str, port: int) -> list[str]:
    """The addresses that the system's resolver gives. OSError where there are none."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


@dataclass(frozen=True, slots=True)
class Door:
    """What may be fetched, and how much."""

    hosts: tuple[str, ...] = ()
    """Hosts of one's own, `cms.example` or `cms.example:8080`, that may have private addresses."""
    ports: tuple[int, ...] = (80, 443)
    limit: int = 20_000_000
    """Bytes of a page, unpacked."""
    seconds: float = 30.0
    """From the first name that is looked up to the last byte, redirects included."""
    idle: float = 10.0
    """Seconds that one connection, or one read, may take."""
    redirects: int = 5
    resolve: Callable[[str, int], Sequence[str]] = system

    def is_own(self, host: str, port: int) -> bool:
        """Whether it is a host of one's own."""
        named = {each.lower() for each in self.hosts}
        return f"{host}:{port}" in named or (host in named and port in self.ports)


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes."""

    scheme: str
    host: str
    """In lower case, as DNS has it."""
    port: int
    path: str
    """With the query."""

    @property
    def url(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        place = host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"
        return f"{self.scheme}://{place}{self.path}"


def target(url: str, door: Door) -> Target:
    """The parts of an address that may be fetched, as far as it says so itself. Raises AddressRefused."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise _refused(url, "is no address of the web") from None
    scheme = parts.scheme.lower()
    if scheme not in _PORTS:
        raise _refused(url, "is not of http or https")
    if parts.username is not None or parts.password is not None:
        raise _refused(url, "holds a user's name or password")
    if any(ord(c) <= 32 or ord(c) == 127 or c == "\\" for c in url):
        raise _refused(url, "holds a space, backslash or control character")
    name = _name(host, url)
    port = port if port is not None else _PORTS[scheme]
    if port not in door.ports and not door.is_own(name, port):
        raise _refused(url, f"has the port {port}")
    path = parts.path or "/"
    full = f"{path}?{parts.query}" if parts.query else path
    return Target(scheme, name, port, _quoted(full))


def checked(host: str, port: int, addresses: Sequence[str], door: Door) -> list[str]:
    """The addresses of a host, if all of them may be connected to. Raises AddressRefused: one bad one spoils all."""
    own = door.is_own(host, port)
    for address in addresses:
        try:
            found = ip_address(address)
        except ValueError:
            raise _refused(host, "has an address that is none") from None
        if not (is_public(found) or (own and not _is_metadata(found))):
            raise _refused(host, "leads to an address that is not public")
    return list(dict.fromkeys(addresses))


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether anybody on the internet may have it. An IPv6 address that holds an IPv4 one is as that is."""
    if isinstance(address, IPv6Address):
        if address.scope_id or address.sixtofour or address.teredo or address.is_site_local:
            return False
        if (inner := _inner(address)) is not None:
            return is_public(inner)
    plain = address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)
    return plain and not _is_metadata(address)


def _is_metadata(address: IPv4Address | IPv6Address) -> bool:
    if isinstance(address, IPv6Address) and (inner := _inner(address)) is not None:
        address = inner
    return address.is_link_local or str(address) in _OF_CLOUDS


def _inner(address: IPv6Address) -> IPv4Address | None:
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address in _NAT64 or (address in _COMPATIBLE and int(address) > 1):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return None


def _name(host: str, url: str) -> str:
    if not host.strip(".") or "%" in host or ".." in host:
        raise _refused(url, "names no host")
    try:
        return str(ip_address(host))
    except ValueError:
        pass
    if ":" in host:
        raise _refused(url, "names no host")
    try:
        return idna.encode(host.rstrip("."), uts46=True).decode("ascii").lower()
    except idna.IDNAError:
        if host.isascii() and all(c.isalnum() or c in "-._" for c in host):
            return host.rstrip(".").lower()  # names inside a network are not always as the standard has them
        raise _refused(url, "names no host") from None


def _quoted(path: str) -> str:
    from urllib.parse import quote

    return quote(path, safe="/?:@!$&'()*+,;=-._~%")


def _refused(what: str, why: str) -> AddressRefused:
    short = what if len(what) <= 200 else what[:200] + "…"
    return AddressRefused(f"{short!r} {why}.", "Only public pages are fetched; NEWSGRAPH_INTAKE_HOSTS names own hosts.")
