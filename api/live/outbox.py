"""What waits to be sent to one client. A response that many get is one text in memory, however many it waits for."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from api.live.protocol import result


@dataclass(eq=False, slots=True)
class Line:
    """The responses of one operation."""

    ident: str
    read_on: Callable[[], None]
    """Called when the last that waited has been sent."""
    waiting: int = 0


class Outbox:
    """A queue, emptied by one task that sends."""

    def __init__(self) -> None:
        self._waiting: deque[tuple[str, Line | None]] = deque()
        self._more, self._less = asyncio.Event(), asyncio.Event()
        self.size = 0
        """Characters that wait, or are being sent."""

    def put(self, text: str, line: Line | None = None) -> None:
        """Send a message; for a line, the response of one."""
        self._waiting.append((text, line))
        self.size += len(text)
        if line is not None:
            line.waiting += 1
        self._more.set()

    async def next(self) -> tuple[str, Callable[[], None]]:
        """The next message, once there is one, and what is called when it has been sent."""
        while not self._waiting:
            self._more.clear()
            await self._more.wait()
        text, line = self._waiting.popleft()

        def sent() -> None:
            self._took(text, line)
            if line is not None and line.waiting == 0:
                line.read_on()

        return text if line is None else result(line.ident, text), sent

    def drop(self, line: Line) -> None:
        """Send nothing more of a line."""
        kept: deque[tuple[str, Line | None]] = deque()
        for text, of in self._waiting:
            if of is line:
                self._took(text, of)
            else:
                kept.append((text, of))
        self._waiting = kept

    def _took(self, text: str, line: Line | None) -> None:
        self.size -= len(text)
        if line is not None:
            line.waiting -= 1
        self._less.set()

    async def at_most(self, size: int) -> None:
        """Wait until no more characters than these wait."""
        while self.size > size:
            self._less.clear()
            await self._less.wait()
