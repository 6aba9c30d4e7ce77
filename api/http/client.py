"""Who asks: the address of a client, also behind proxies that are believed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

import structlog
from starlette.requests import HTTPConnection

from api.http.refused import Refused

log = structlog.get_logger(__name__)

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network


@dataclass(frozen=True, slots=True)
class Client:
    """One client: an address, or of IPv6 the 64 bits that one house has."""

    name: str
    local: bool
    """Whether it is this machine itself."""


class Clients:
    """Tells clients apart. What a header says of them counts only where a trusted proxy sent it."""

    def __init__(self, trusted: Iterable[Network] = (), header: str = "X-Forwarded-For") -> None:
        self._trusted, self._header = tuple(trusted), header.lower()
        self._told = False

    def of(self, request: HTTPConnection) -> Client:
        """The nearest address that is no trusted proxy: what stands before it in the header may be invented."""
        peer = _peer(request)
        at = _address(peer) if self._trusted else None
        if at is None or not self._is_trusted(at):
            return _client(peer)
        for said in self._said(request):
            before = _address(said)
            if before is None:
                break
            at = before
            if not self._is_trusted(at):
                break
        return _client(str(at))

    def check(self, request: HTTPConnection) -> None:
        """Raise Refused for a request from this machine under another machine's name.

        So does a browser whose page has had its own name lead here (DNS rebinding): it could read all that there is.
        A proxy on this machine passes on such names, too, and is to be named as trusted.
        """
        peer = _peer(request)
        if not _client(peer).local or (self._trusted and self._is_trusted(_address(peer))):
            return
        if self._header in request.headers and not self._told:
            self._told = True
            log.warning("a proxy speaks for others and is not trusted", remedy="See to NEWSGRAPH_TRUSTED_PROXIES.")
        if not _means_this_machine(request.headers.get("host", "")):
            raise Refused(
                "This service is not known under that name.", 421, "HOST_NOT_ALLOWED",
                "A proxy before it is named in NEWSGRAPH_TRUSTED_PROXIES.",
            )  # fmt: skip

    def _is_trusted(self, address: Address | None) -> bool:
        return address is not None and any(address in network for network in self._trusted)

    def _said(self, request: HTTPConnection) -> list[str]:
        """The addresses in the header, the nearest first."""
        parts = ",".join(request.headers.getlist(self._header)).split(",")
        if self._header == "forwarded":
            parts = [_for(part) for part in parts]
        return [part.strip() for part in reversed(parts) if part.strip()]


def _peer(request: HTTPConnection) -> str:
    """The address at the other end of the connection; empty where there is none."""
    host, _ = request.scope.get("client") or ("", 0)
    return str(host)


@lru_cache(maxsize=4_096)
def _client(address: str) -> Client:
    """Whoever has this address, if it is one."""
    at = _address(address)
    if at is None:
        return Client(address, local=False)
    if isinstance(at, IPv6Address):
        return Client(str(IPv6Network((at, 64), strict=False)), at.is_loopback)
    return Client(str(at), at.is_loopback)


@lru_cache(maxsize=4_096)
def _means_this_machine(host: str) -> bool:
    """Whether a request for this `Host` may be meant for this machine: an address, or a name that no other one has."""
    name = host.lower().partition(":")[0].rstrip(".")
    return not host or _address(host.lower()) is not None or name == "localhost" or name.endswith(".localhost")


def _for(element: str) -> str:
    """The `for` of an element of `Forwarded` (RFC 7239)."""
    for pair in element.split(";"):
        name, _, value = pair.partition("=")
        if name.strip().lower() == "for":
            return value.strip().strip('"')
    return "unknown"


@lru_cache(maxsize=4_096)
def _address(text: str) -> Address | None:
    """An address, without its port; one of IPv4 that is written as IPv6 is one of IPv4."""
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        found = ip_address(text)
    except ValueError:
        return None
    if isinstance(found, IPv6Address) and found.ipv4_mapped:
        return found.ipv4_mapped
    return found
