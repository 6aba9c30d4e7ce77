"""Who is at work and who waits: so many at a time, and the rest is told at once to come again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from graph.errors import Overloaded


class Slots:
    """`at_work` operations at a time; `waiting` more wait `patience` seconds at most, in order."""

    def __init__(self, at_work: int, waiting: int, patience: float) -> None:
        self._free = asyncio.Semaphore(at_work)
        self._most, self._patience = waiting, patience
        self.waiting = 0

    def check(self) -> None:
        """Raise Overloaded where one more would not even wait."""
        if self._free.locked() and self.waiting >= self._most:
            raise overloaded()

    @asynccontextmanager
    async def one(self) -> AsyncIterator[None]:
        """A slot for as long as the block lasts. Raises Overloaded."""
        self.check()
        self.waiting += 1
        try:
            async with asyncio.timeout(self._patience):
                await self._free.acquire()
        except TimeoutError:
            raise overloaded() from None
        finally:
            self.waiting -= 1
        try:
            yield
        finally:
            self._free.release()


def overloaded() -> Overloaded:
    """The refusal."""
    return Overloaded("The service has as much to do as it takes on.", "Ask again in a moment.")
