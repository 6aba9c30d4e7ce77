"""Who is at work and who waits: so many at a time, and the rest is told at once to come again."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from api.http.client import Client
from graph.errors import Overloaded, RateLimited


class Slots:
    """`at_work` operations at a time; `waiting` more wait `patience` seconds at most, in order.

    No client has more than `each` of both, but those on this machine.
    """

    def __init__(self, at_work: int, waiting: int, patience: float, each: int) -> None:
        self._free = asyncio.Semaphore(at_work)
        self._most, self._patience, self._each = waiting, patience, each
        self._of: Counter[str] = Counter()
        self.waiting = 0

    def check(self) -> None:
        """Raise Overloaded where one more would not even wait."""
        if self._free.locked() and self.waiting >= self._most:
            raise overloaded()

    @asynccontextmanager
    async def one(self, client: Client) -> AsyncIterator[bool]:
        """A slot for as long as the block lasts: whether it was waited for.

        Raises Overloaded, and RateLimited where the client has too many.
        """
        self.check()
        if self._of[client.name] >= self._each and not client.local:
            raise RateLimited(f"You ask more than {self._each} things at a time.", "Ask when you have an answer.")
        self._of[client.name] += 1
        try:
            waited = self._free.locked()
            await self._wait()
            try:
                yield waited
            finally:
                self._free.release()
        finally:
            self._of[client.name] -= 1
            if not self._of[client.name]:
                del self._of[client.name]

    async def _wait(self) -> None:
        self.waiting += 1
        try:
            async with asyncio.timeout(self._patience):
                await self._free.acquire()
        except TimeoutError:
            raise overloaded() from None
        finally:
            self.waiting -= 1


def overloaded() -> Overloaded:
    """The refusal."""
    return Overloaded("The service has as much to do as it takes on.", "Ask again in a moment.")
