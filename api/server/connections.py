"""Connections of clients that are too slow are closed: half a request and no more, an answer that nobody reads.

uvicorn itself closes a connection on which nothing is asked any more. It waits for ever for a request that has begun,
and keeps an answer in memory until it is taken.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

REQUEST, ANSWER = "request", "answer"
"""Why a connection was closed: its request did not arrive in time, its answer was not read."""
SLOWEST = 1024
"""Bytes a second that a client must take of its answer."""
_LOOKS = 4
"""Looks at a connection within its time limit."""
_TOO_LATE = b"HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"


class Connection(HttpToolsProtocol):
    """uvicorn's, with a time limit."""

    limit = 20.0
    """Seconds."""

    @staticmethod
    def closed(why: str) -> None:
        """Told of each connection that was closed."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as in the base class
        super().connection_made(transport)
        self._asking_since: float | None = self.loop.time()
        self._unread: tuple[float, int] | None = None
        """Since when bytes of an answer have been waiting, and how many did."""
        self._timer = self.loop.call_later(self.limit / _LOOKS, self._look)

    def connection_lost(self, exc: Exception | None) -> None:
        self._timer.cancel()
        super().connection_lost(exc)

    def handle_websocket_upgrade(self) -> None:
        self._timer.cancel()  # the connection goes to another protocol, with limits of its own
        super().handle_websocket_upgrade()

    def on_message_begin(self) -> None:
        super().on_message_begin()
        if self._asking_since is None:
            self._asking_since = self.loop.time()
        self._unread = None  # who asks again has read the answer: while one is unread, no request is taken

    def on_message_complete(self) -> None:
        super().on_message_complete()
        self._asking_since = None

    def _look(self) -> None:
        now = self.loop.time()
        if self._asking_since is not None and now - self._asking_since >= self.limit:
            self._asking_since = None
            self._end(REQUEST)
        elif self._is_unread(now):
            self.closed(ANSWER)
            self.transport.abort()
            return
        self._timer = self.loop.call_later(self.limit / _LOOKS, self._look)

    def _is_unread(self, now: float) -> bool:
        size = self.transport.get_write_buffer_size()
        if not size:
            self._unread = None
        elif self._unread is None:
            self._unread = now, size
        elif now - self._unread[0] >= self.limit:
            taken = self._unread[1] - size
            self._unread = now, size
            return taken < SLOWEST * self.limit
        return False

    def _end(self, why: str) -> None:
        if self.transport.is_closing():
            return
        self.closed(why)
        if self.cycle is None or self.cycle.response_complete or not self.cycle.response_started:
            self.transport.write(_TOO_LATE)
        self.transport.close()


def patient(seconds: float, told: Callable[[str], None]) -> type[Connection]:
    """Connections with this time limit; `told` why each was closed."""
    return type("Connection", (Connection,), {"limit": seconds, "closed": staticmethod(told)})
