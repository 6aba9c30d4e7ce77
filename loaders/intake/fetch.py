"""Fetching one page: each hop through the door, no more bytes than an article may have, packed or unpacked, in time."""

from __future__ import annotations

import ssl
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.message import Message
from functools import cache
from importlib.metadata import version
from urllib.parse import urljoin

import httpcore

from graph.errors import AddressRefused, NotFetched
from loaders.intake.door import Door, Target, target
from loaders.intake.network import Deadline, Guarded

_MOVED = frozenset({301, 302, 303, 307, 308})
_PACKED = {"": None, "identity": None, "gzip": 31, "x-gzip": 31, "deflate": 47}
"""How an answer may be packed, and zlib's window for it."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered."""

    url: str
    """Where it was in the end."""
    kind: str
    """Its media type, in lower case; empty where it says none."""
    charset: str
    body: bytes


def fetch(url: str, door: Door, kinds: frozenset[str]) -> Fetched:
    """Get a page, following redirects. `kinds`: the media types that are of use.

    Raises AddressRefused for what the door does not let through, NotFetched for what does not answer as it should.
    """
    deadline, here = Deadline(door.seconds), target(url, door)
    for _ in range(door.redirects + 1):
        found = _one(here, door, deadline, kinds)
        if isinstance(found, Fetched):
            return found
        there = target(found, door)
        if here.scheme == "https" and there.scheme == "http":
            raise AddressRefused(f"{here.url!r} leads from https to http.", "Give the address of the page itself.")
        here = there
    raise NotFetched(f"{url}: leads on more than {door.redirects} times.", "Give the address of the page itself.")


def _one(here: Target, door: Door, deadline: Deadline, kinds: frozenset[str]) -> Fetched | str:
    """What one address answers, or where it leads on to."""
    try:
        with (
            httpcore.ConnectionPool(ssl_context=_trust(), network_backend=Guarded(door, deadline)) as pool,
            pool.stream(
                "GET",
                httpcore.URL(scheme=here.scheme, host=here.host, port=here.port, target=here.path),
                headers=_headers(here, kinds),
                extensions={"timeout": dict.fromkeys(("connect", "read", "write", "pool"), door.idle)},
            ) as response,
        ):
            headers = {k.decode("latin-1").lower(): v.decode("latin-1") for k, v in reversed(response.headers)}
            if response.status in _MOVED and headers.get("location"):
                return urljoin(here.url, headers["location"])
            if response.status != 200:
                raise NotFetched(f"{here.url}: answers with status {response.status}.", "Look at it in a browser.")
            kind, charset = _type(headers.get("content-type", ""))
            if kind and kind not in kinds:
                raise NotFetched(f"{here.url}: is {kind}.", "Give the address of an article's page.")
            body = _body(here, headers, response.iter_stream(), door.limit)
            return Fetched(here.url, kind, charset, body)
    except httpcore.TimeoutException:
        raise NotFetched(f"{here.url}: does not answer in time.", "Try again later.") from None
    except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
        raise NotFetched(f"{here.url}: cannot be reached ({_why(error)}).", "Check the address.") from None


def _headers(here: Target, kinds: frozenset[str]) -> list[tuple[str, str]]:
    place = Target(here.scheme, here.host, here.port, "").url.partition("://")[2]
    return [
        ("Host", place),
        ("User-Agent", f"newsgraph/{version('newsgraph')}"),
        ("Accept", ", ".join(sorted(kinds))),
        ("Accept-Encoding", "gzip"),
        ("Connection", "close"),
    ]


def _type(header: str) -> tuple[str, str]:
    message = Message()
    message["content-type"] = header
    charset = message.get_content_charset("")
    return (message.get_content_type().lower() if header.strip() else ""), charset


def _body(here: Target, headers: dict[str, str], chunks: Iterable[bytes], limit: int) -> bytes:
    packed = headers.get("content-encoding", "").strip().lower()
    if packed not in _PACKED:
        raise NotFetched(f"{here.url}: is packed as {packed[:40]!r}.", "Save the page and load the file.")
    length = headers.get("content-length", "")
    if length.isascii() and length.isdigit() and int(length) > limit:
        raise _too_large(here, limit)
    body = bytearray()
    for part in _unpacked(here, chunks, _PACKED[packed], limit):
        body += part
        if len(body) > limit:
            raise _too_large(here, limit)
    return bytes(body)


def _unpacked(here: Target, chunks: Iterable[bytes], window: int | None, limit: int) -> Iterator[bytes]:
    """The parts, none larger than the limit: a kilobyte may unpack to a megabyte."""
    if window is None:
        yield from chunks
        return
    unpack = zlib.decompressobj(window)
    taken = 0
    try:
        for chunk in chunks:
            taken += len(chunk)
            if taken > limit:
                raise _too_large(here, limit)
            yield unpack.decompress(chunk, limit + 1)
            if unpack.unconsumed_tail:
                raise _too_large(here, limit)
        yield unpack.flush()
    except zlib.error:
        raise NotFetched(f"{here.url}: cannot be unpacked.", "Save the page and load the file.") from None
    if not unpack.eof:
        raise NotFetched(f"{here.url}: breaks off.", "Try again later.")


def _too_large(here: Target, limit: int) -> NotFetched:
    return NotFetched(f"{here.url}: is larger than {limit:,} bytes.", "NEWSGRAPH_ARTICLE_LIMIT sets the limit.")


def _why(error: Exception) -> str:
    words = " ".join(str(error).split())
    return words[:120] or type(error).__name__


@cache
def _trust() -> ssl.SSLContext:
    """The usual authorities and those of the machine, which a newsroom's own may be among."""
    context = httpcore.default_ssl_context()
    context.load_default_certs()
    return context
