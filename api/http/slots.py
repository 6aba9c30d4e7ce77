"""Who is at work and who waits: so many at a time, and the rest is told at once to come again."""

from __future__ import annotations

import asyncio
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass

from api.http.client import Client
from graph.errors import Overloaded, RateLimited

WAIT_EACH = 3
"""How many more of one client's operations may wait, for each that may be at work."""


@dataclass(slots=True)
class _Share:
    """What one client has."""

    free: asyncio.Semaphore
    asked: int = 0
    """Operations of his that are at work or wait."""


class Slots:
    """`at_work` operations at a time; `waiting` more wait `patience` seconds at most, in order.

    Of one client `each` are at work, so that nobody takes the place of all; a client on this machine may take it.
    """

    def __init__(self, at_work: int, waiting: int, patience: float, each: int) -> None:
        self._free = asyncio.Semaphore(at_work)
        self._at_work, self._most, self._patience, self._each = at_work, waiting, patience, each
        self._shares: dict[str, _Share] = {}
        self.waiting = 0

    def check(self) -> None:
        """Raise Overloaded where one more would not even wait."""
        if self._free.locked() and self.waiting >= self._most:
            raise overloaded()

    def one(self, client: Client) -> AbstractAsyncContextManager[bool]:
        """A slot for as long as the block lasts: whether it was waited for.

        Raises Overloaded, and RateLimited where the client has too many.
        """
        return _Slot(self, client)

    async def take(self, client: Client) -> bool:
        """Take a slot, which `give_back` ends: whether it was waited for. What `one` raises."""
        self.check()
        share = self._shares.get(client.name)
        if share is None:
            share = _Share(asyncio.Semaphore(self._at_work if client.local else self._each))
            self._shares[client.name] = share
        most = self._each * (1 + WAIT_EACH)
        if share.asked >= most and not client.local:
            raise RateLimited(f"You ask more than {most} things at a time.", "Ask when you have an answer.")
        share.asked += 1
        waits = self._free.locked() or share.free.locked()
        try:
            if waits:
                await self._wait(share)
            else:
                await share.free.acquire()
                await self._free.acquire()
        except BaseException:
            self._leave(client, share)
            raise
        return waits

    def give_back(self, client: Client) -> None:
        """Let the next one have it."""
        share = self._shares[client.name]
        self._free.release()
        share.free.release()
        self._leave(client, share)

    def _leave(self, client: Client, share: _Share) -> None:
        share.asked -= 1
        if not share.asked:
            del self._shares[client.name]

    async def _wait(self, share: _Share) -> None:
        self.waiting += 1
        try:
            async with asyncio.timeout(self._patience):
                await share.free.acquire()
                try:
                    await self._free.acquire()
                except BaseException:
                    share.free.release()
                    raise
        except TimeoutError:
            raise overloaded() from None
        finally:
            self.waiting -= 1


@dataclass(slots=True)
class _Slot:
    """A block that has a slot; a class, as this is on every request's way and a generator takes twice as long."""

    slots: Slots
    client: Client

    async def __aenter__(self) -> bool:
        return await self.slots.take(self.client)

    async def __aexit__(self, *_: object) -> None:
        self.slots.give_back(self.client)


def overloaded() -> Overloaded:
    """The refusal."""
    return Overloaded("The service has as much to do as it takes on.", "Ask again in a moment.")
