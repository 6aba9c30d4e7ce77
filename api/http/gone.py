"""Clients that go away: what runs for them in the database is ended there."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

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


@dataclass(slots=True)
class _Waited(Generic[T]):
    """What somebody waits for."""

    work: asyncio.Future[T]
    request: Request
    store: Store
    name: str
    is_gone: bool = False
    watching: asyncio.Task[None] | None = None


class Watch:
    """Sees clients go away while they are being answered."""

    def __init__(self) -> None:
        self._limiter = anyio.CapacityLimiter(_ENDING)

    async def over(self, work: asyncio.Future[T], request: Request, store: Store, name: str) -> T:
        """What comes of `work`, which runs statements for the request of this name. Raises Gone.

        Where the client goes away the statements are ended, and the work is still waited for: it holds a thread.
        """
        waited = _Waited(work, request, store, name)
        timer = asyncio.get_running_loop().call_later(_SOON, self._begin, waited)
        try:
            made = await work
        except Exception:
            if not waited.is_gone:  # else nobody is told
                raise
        finally:
            timer.cancel()
            if waited.watching is not None:
                waited.watching.cancel()
        if waited.is_gone:
            raise Gone
        return made

    def _begin(self, waited: _Waited[Any]) -> None:
        waited.watching = asyncio.ensure_future(self._end(waited))

    async def _end(self, waited: _Waited[Any]) -> None:
        """Wait until the client goes away, and end what runs for him then."""
        while (await waited.request.receive())["type"] != "http.disconnect":
            pass
        waited.is_gone = True
        while not waited.work.done():
            with suppress(NewsgraphError):  # then the time limit ends them
                await anyio.to_thread.run_sync(waited.store.end, waited.name, limiter=self._limiter)
            await asyncio.wait({waited.work}, timeout=_AGAIN)
