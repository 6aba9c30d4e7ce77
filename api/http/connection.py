"""Connections: how many, and how long each may take to say what it wants. uvicorn knows no such limits of its own.

Without them, a client that sends half a request, or does not read its answer, would hold a connection for good.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from graph.settings import Settings

REQUEST, ANSWER = "request", "answer"
"""Why a connection was closed: its request did not arrive in time, its answer was not read."""
UNREAD = 3
"""How many times as long as for a request's head a client may leave an answer unread."""
KEPT_ALIVE = 10
"""Seconds that a connection stays open between two requests."""
LARGEST_HEAD = 32 * 1024
"""Bytes that a request's line and headers may have."""
SPARE = 50
"""Connections above the limit on which health is still told; everything else on them is answered with 503."""
HEALTH = (b"/healthz", b"/readyz")
MOST_PIPELINED = 16
"""Requests that a client may send before it has the answer to the first."""


class Connection(HttpToolsProtocol):
    """One connection, with its limits."""

    most = 1_000
    patience = 10.0
    """Seconds that a request's head may take to arrive, counted from its first byte, or the connection's."""
    closed: Callable[[str], None] = staticmethod(lambda _: None)
    """Told why, where a client was too slow."""
    _timer: asyncio.TimerHandle | None = None
    _reading: asyncio.TimerHandle | None = None
    _head: int | None = 0
    """Bytes of the head that have come after the piece it began in; None while it is not a head that comes."""
    _piece = _first = 0
    """Bytes of the piece that is being read, and of the one in which the request began."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as in the base class
        super().connection_made(transport)
        if len(self.connections) > self.most + SPARE:
            self._refuse(503, "Service Unavailable", b"retry-after: 1\r\n")
            return
        self._wait_for_head()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        self.resume_writing()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self.transport.is_closing():
            return
        self._piece = len(data)
        if self._head is not None:
            self._head += self._piece
        super().data_received(data)
        if self._head is None or self.transport.is_closing():
            return
        if self._head > LARGEST_HEAD:
            self._refuse(431, "Request Header Fields Too Large")
        elif self._timer is None:  # most heads come in one piece and need none
            self._timer = self.loop.call_later(self.patience, self._expire)

    def on_message_begin(self) -> None:
        super().on_message_begin()
        if not self.transport.is_closing():
            self._stop_waiting()
            self._head, self._first = 0, self._piece

    def on_headers_complete(self) -> None:
        too_much = self._is_too_much()
        self._stop_waiting()
        if self.transport.is_closing():
            return
        if too_much:
            self._refuse(431, "Request Header Fields Too Large")
        elif len(self.connections) > self.most and self.url.partition(b"?")[0] not in HEALTH:
            self._refuse(503, "Service Unavailable", b"retry-after: 1\r\n")
        elif len(self.pipeline) >= MOST_PIPELINED:
            self.transport.close()
        else:
            super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        if not self.transport.is_closing():  # else there may be no request that it belongs to
            super().on_body(body)

    def on_message_complete(self) -> None:
        if not self.transport.is_closing():
            super().on_message_complete()

    def on_response_complete(self) -> None:
        if self.cycle.response_complete and self.cycle.more_body:
            self.transport.close()  # it was answered before all of it had come, and nobody looks at the rest
        super().on_response_complete()

    def pause_writing(self) -> None:
        super().pause_writing()
        self._reading = self._reading or self.loop.call_later(self.patience * UNREAD, self._abort)

    def resume_writing(self) -> None:
        super().resume_writing()
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    def _is_too_much(self) -> bool:
        if self._first + (self._head or 0) <= LARGEST_HEAD:  # mostly, and nothing need be counted
            return False
        return len(self.url) + sum(len(name) + len(value) + 4 for name, value in self.headers) > LARGEST_HEAD

    def _wait_for_head(self) -> None:
        self._stop_waiting()
        self._head = 0
        self._timer = self.loop.call_later(self.patience, self._expire)

    def _expire(self) -> None:
        self.closed(REQUEST)
        self._refuse(408, "Request Timeout")

    def _abort(self) -> None:
        """Let go of an answer that nobody reads."""
        self.closed(ANSWER)
        self.transport.abort()

    def _stop_waiting(self) -> None:
        self._head = None
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _refuse(self, status: int, reason: str, headers: bytes = b"") -> None:
        """Say so and close: what else the client sends is not looked at."""
        self._stop_waiting()
        line = f"HTTP/1.1 {status} {reason}\r\n".encode()
        self.transport.write(line + headers + b"content-length: 0\r\nconnection: close\r\n\r\n")
        self.transport.close()


def server_config(
    app: ASGIApp, settings: Settings, told: Callable[[str], None] = lambda _: None, **more: Any
) -> uvicorn.Config:
    """What uvicorn is told. Who asks is told by `api.http.client`, not by uvicorn, which believes any local peer.

    `told`: why a connection was closed whose client was too slow.
    """

    class Limited(Connection):
        most = settings.connections
        patience = settings.client_timeout
        closed = staticmethod(told)

    return uvicorn.Config(
        app, http=Limited, proxy_headers=False, server_header=False, log_config=None, access_log=False,
        timeout_keep_alive=KEPT_ALIVE, **more,
    )  # fmt: skip
