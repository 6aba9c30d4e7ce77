"""Clients that go away: what runs for them in the database is ended there."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any, TypeVar

import anyio
import anyio.to_thread
from starlette.requests import Request

from graph.errors import NewsgraphError
from graph.store import Store

T = TypeVar("T")

_SOON = 0.05
"""Seconds in which most answers are made: before that nobody is looked after."""
_AGAIN = 0.25
"""Seconds between two tries: the first may come before the database has begun."""
_ENDING = 2
"""Statements that are being ended at a time: so many threads and connections more."""


class Gone(Exception):
    """Nobody waits for the answer any more."""


class Watch:
    """Sees clients go away while they are being answered."""

    def __init__(self) -> None:
        self._limiter = anyio.CapacityLimiter(_ENDING)

    async def over(self, work: asyncio.Future[T], request: Request, store: Store, name: str) -> T:
        """What comes of `work`, which runs statements for the request of this name. Raises Gone.

        Where the client goes away the statements are ended, and the work is still waited for: it holds a thread.
        """
        await asyncio.wait({work}, timeout=_SOON)
        if work.done():
            return work.result()
        gone: asyncio.Future[Any] = asyncio.ensure_future(_disconnected(request))
        try:
            await asyncio.wait([work, gone], return_when=asyncio.FIRST_COMPLETED)
            if work.done():
                return work.result()
            while not work.done():
                with suppress(NewsgraphError):  # then the time limit ends them
                    await anyio.to_thread.run_sync(store.end, name, limiter=self._limiter)
                await asyncio.wait({work}, timeout=_AGAIN)
        finally:
            gone.cancel()
        if not work.cancelled():
            work.exception()  # nobody is told
        raise Gone


async def _disconnected(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
