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
        peer = request.client.host if request.client else ""
        at = _address(peer)
        if at is None:
            return Client(peer, local=False)
        for said in self._said(request) if self._is_trusted(at) else ():
            before = _address(said)
            if before is None:
                break
            at = before
            if not self._is_trusted(at):
                break
        if isinstance(at, IPv6Address):
            return Client(str(IPv6Network((at, 64), strict=False)), at.is_loopback)
        return Client(str(at), at.is_loopback)

    def check(self, request: HTTPConnection) -> None:
        """Raise Refused for a request from this machine under another machine's name.

        So does a browser whose page has had its own name lead here (DNS rebinding): it could read all that there is.
        A proxy on this machine passes on such names, too, and is to be named as trusted.
        """
        at = _address(request.client.host if request.client else "")
        if at is None or not at.is_loopback or self._is_trusted(at):
            return
        if self._header in request.headers and not self._told:
            self._told = True
            log.warning("a proxy speaks for others and is not trusted", remedy="See to NEWSGRAPH_TRUSTED_PROXIES.")
        host = request.headers.get("host", "").lower()
        name = host.partition(":")[0].rstrip(".")
        if host and _address(host) is None and name != "localhost" and not name.endswith(".localhost"):
            raise Refused(
                "This service is not known under that name.", 421, "HOST_NOT_ALLOWED",
                "A proxy before it is named in NEWSGRAPH_TRUSTED_PROXIES.",
            )  # fmt: skip

    def _is_trusted(self, address: Address) -> bool:
        return any(address in network for network in self._trusted)

    def _said(self, request: HTTPConnection) -> list[str]:
        """The addresses in the header, the nearest first."""
        parts = ",".join(request.headers.getlist(self._header)).split(",")
        if self._header == "forwarded":
            parts = [_for(part) for part in parts]
        return [part.strip() for part in reversed(parts) if part.strip()]


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
