"""uvicorn's server with an end in good order: who waits for an answer gets it, within a time limit; then it is over."""

from __future__ import annotations

import asyncio
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import structlog
import uvicorn

from api.server.stopping import Stopping

log = structlog.get_logger(__name__)
_TURN = 0.05


class Server(uvicorn.Server):
    """Stops at SIGTERM and Ctrl-C; a second one waits for nobody any more."""

    def __init__(self, config: uvicorn.Config, stopping: Stopping, within: float) -> None:
        """`within`: seconds that answers have to come to an end."""
        super().__init__(config)
        self._stopping, self._within = stopping, within

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take the signals; uvicorn's own would raise them once more afterwards, into tasks that are still ending."""
        before = {number: signal.signal(number, self.handle_exit) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002 - a handler has this form
        """Stop; at once where that was asked before."""
        self.force_exit = self.should_exit
        self.should_exit = True

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Take nobody new, let those who wait have their answers, and end."""
        self._stopping.begin()
        for server in self.servers:
            server.close()
        for each in sockets or ():
            each.close()
        state = self.server_state
        for connection in list(state.connections):
            connection.shutdown()  # at once where nothing is asked, else with the answer
        end = time.monotonic() + self._within
        while (state.connections or state.tasks) and not self.force_exit and time.monotonic() < end:
            await asyncio.sleep(_TURN)
        if state.tasks:
            log.warning("answers were cut off by the end", answers=len(state.tasks), asked_twice=self.force_exit)
        for task in list(state.tasks):
            task.cancel()
        await asyncio.sleep(_TURN)  # they say so to their clients
        for connection in list(state.connections):
            if connection.transport is not None:
                connection.transport.abort()
        await self.lifespan.shutdown()
