"""Bodies: how large, how slow, and how many at a time."""

from __future__ import annotations

import asyncio
from contextlib import AbstractAsyncContextManager

from starlette.requests import ClientDisconnect, Request

from api.http.media import JSON, is_json
from api.http.refused import CLOSE, Refused
from api.http.slots import overloaded

LARGEST = 1024 * 1024
"""Bytes that a request's body may have."""
ALTOGETHER = 64 * LARGEST
"""Bytes of bodies that are held at a time."""


class Bodies:
    """Reads bodies, and counts what is held of them."""

    def __init__(self, within: float) -> None:
        """`within`: seconds that a body may take to arrive."""
        self.held = 0
        self._within = within

    def of(self, request: Request) -> AbstractAsyncContextManager[bytes]:
        """The body of a request, for as long as it is needed. Raises Refused, and ClientDisconnect."""
        return _Body(self, request)

    async def read(self, request: Request) -> bytes:
        """The whole body, which is held until it is taken off `held`. What `of` raises."""
        _check(request)
        body = bytearray()
        try:
            async with asyncio.timeout(self._within):
                while True:
                    message = await request.receive()
                    if message["type"] == "http.disconnect":
                        raise ClientDisconnect
                    chunk = message.get("body", b"")
                    body += chunk
                    self.held += len(chunk)
                    if len(body) > LARGEST:
                        raise _too_large()
                    if self.held > ALTOGETHER:
                        raise overloaded()
                    if not message.get("more_body", False):
                        return bytes(body)
        except TimeoutError:
            self.held -= len(body)
            raise Refused(f"The body did not arrive within {self._within:g} seconds.", 408, headers=CLOSE) from None
        except BaseException:
            self.held -= len(body)
            raise


class _Body:
    """A block that has the body; a class, as this is on every request's way and a generator takes twice as long."""

    __slots__ = ("_bodies", "_request", "_size")

    def __init__(self, bodies: Bodies, request: Request) -> None:
        self._bodies, self._request, self._size = bodies, request, 0

    async def __aenter__(self) -> bytes:
        body = await self._bodies.read(self._request)
        self._size = len(body)
        return body

    async def __aexit__(self, *_: object) -> None:
        self._bodies.held -= self._size


def _check(request: Request) -> None:
    """Raise Refused for what can be told by the headers."""
    if not is_json(request.headers.get("content-type")):
        raise Refused(f"The body must be {JSON}.", 415, headers={"Accept": JSON, **CLOSE})
    if request.headers.get("content-encoding", "identity").strip().lower() not in ("identity", ""):
        raise Refused("The body must not be compressed.", 415, headers={"Accept-Encoding": "identity", **CLOSE})
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and (len(declared) > 12 or int(declared) > LARGEST):
        raise _too_large()


def _too_large() -> Refused:
    return Refused(f"The body is larger than {LARGEST:,} bytes.", 413, headers=CLOSE)
