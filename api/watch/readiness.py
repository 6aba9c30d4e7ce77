"""Whether the service can answer: asked of the database once at a time, however many want to know."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager

import structlog

from api.server.stopping import Stopped, Stopping
from api.watch.metrics import Metrics
from graph.errors import NewsgraphError, RetryLater
from graph.reading.alive import alive
from graph.store import Store

log = structlog.get_logger(__name__)
WITHIN = 3.0
"""Seconds that the store may take to answer: who asks whether it is ready does not wait as long as the driver tries."""
TURN = 5.0
"""Seconds between two questions of our own, so that metrics and log tell of a store that is away unasked."""


class Readiness:
    """Red while the store does not answer, and from the beginning of the end on; green again by itself."""

    def __init__(self, stopping: Stopping, metrics: Metrics) -> None:
        self._stopping, self._metrics = stopping, metrics
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="readiness")
        self._asking: asyncio.Future[NewsgraphError | None] | None = None
        self._up: bool | None = None

    async def problem(self, store: Store) -> NewsgraphError | None:
        """Why the service is not ready; None where it is."""
        if self._stopping.begun:
            return Stopped()
        if self._asking is None or self._asking.done():
            # Not given up when time is up: a database that hangs would be asked by one more thread each time.
            self._asking = asyncio.get_running_loop().run_in_executor(self._thread, _problem, store)
        done, _ = await asyncio.wait((self._asking,), timeout=WITHIN)
        found = self._asking.result() if done else RetryLater("The store does not answer in time.")
        self._tell(found)
        return found

    def _tell(self, problem: NewsgraphError | None) -> None:
        up = problem is None
        self._metrics.store_up.set(up)
        if problem is not None and self._up is not False:
            log.error("the store does not answer", code=problem.code, reason=problem.message)
        elif up and self._up is False:
            log.warning("the store answers again")
        self._up = up

    @asynccontextmanager
    async def watching(self, store: Store) -> AsyncIterator[None]:
        """Ask every few seconds for as long as the block lasts. The store is one that has just been reached."""
        self._tell(None)
        task = asyncio.create_task(self._watch(store))
        try:
            yield
        finally:
            task.cancel()
            self._thread.shutdown(wait=False)

    async def _watch(self, store: Store) -> None:
        while True:
            await asyncio.sleep(TURN)
            await self.problem(store)


def _problem(store: Store) -> NewsgraphError | None:
    try:
        alive(store)
    except NewsgraphError as error:
        return error
    return None
