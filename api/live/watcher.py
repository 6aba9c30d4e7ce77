"""One look at the graph for all: what has arrived is read once for all who have subscribed to the same.

Each subscriber has a position in the order of arrival, which moves past what was put into the hands of its socket and
never further. Those with the same subscription at the same position are told together, by one statement; whoever does
not read stays behind, and is told from there when it reads on. So nobody waits for another, nothing waits in memory
but a batch for each, and a database that is away costs nothing but time.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, TypeVar

import structlog

from api.live.limits import Limits
from api.live.subscription import Subscription
from api.plan.arriving import Stretch
from graph.arrivals import Newest, newest, position
from graph.errors import BeginAnew, FixInput, RetryLater, TooMuch
from graph.store import Store

log = structlog.get_logger(__name__)
T = TypeVar("T")

THREADS = 8
"""Statements that run at a time."""
LONGEST_PAUSE = 10.0
"""Seconds between two looks while the database is away."""


@dataclass(eq=False, slots=True)
class Subscriber:
    """A subscription of a client."""

    subscription: Subscription
    client: str
    """Its address."""
    deliver: Callable[[Sequence[str]], None]
    """Takes responses for sending."""
    has_room: Callable[[], bool]
    """Whether it would take some now."""
    failed: asyncio.Future[list[dict[str, Any]]]
    """The errors that the subscription ends with."""
    most: int
    span: int
    position: int | None = None
    busy: bool = False
    since: float = field(default_factory=time.monotonic)

    def fail(self, error: Exception) -> None:
        if not self.failed.done():
            self.failed.set_result(self.subscription.failure(error))


class Watcher:
    """Looks for what has arrived while somebody has subscribed, and tells it."""

    def __init__(self, every: float, limits: Limits) -> None:
        self._every, self._limits = every, limits
        self._subscribers: set[Subscriber] = set()
        self._keys: Counter[Hashable] = Counter()
        self._clients: dict[str, Counter[Hashable]] = {}
        """The subscriptions of each client, by how often it has them."""
        self._woken = asyncio.Event()
        self._telling: set[asyncio.Task[None]] = set()
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="live")
        self._newest = 0
        self._store: Store | None = None
        self._away = 0

    @property
    def subscribers(self) -> int:
        """Those that have their place, and will be told of whatever comes after it."""
        return sum(each.position is not None for each in self._subscribers)

    def subscriber(
        self, subscription: Subscription, client: str, deliver: Callable[[Sequence[str]], None],
        has_room: Callable[[], bool],
    ) -> Subscriber:  # fmt: skip
        """A new one; it is told from the next look on. TooMuch where there are too many."""
        if subscription.key not in self._keys and len(self._keys) >= self._limits.different:
            raise TooMuch("There are too many different subscriptions at the moment.", "Try again later.")
        own = self._clients.setdefault(client, Counter())
        if subscription.key not in own and len(own) >= self._limits.different_per_client:
            raise TooMuch("There are too many different subscriptions from your address.", "End some of them first.")
        failed: asyncio.Future[list[dict[str, Any]]] = asyncio.get_running_loop().create_future()
        made = Subscriber(subscription, client, deliver, has_room, failed, self._limits.batch, self._limits.span)
        self._subscribers.add(made)
        self._keys[subscription.key] += 1
        own[subscription.key] += 1
        self._woken.set()
        return made

    def leave(self, subscriber: Subscriber) -> None:
        """Tell it no more."""
        if subscriber not in self._subscribers:
            return
        self._subscribers.discard(subscriber)
        key, own = subscriber.subscription.key, self._clients[subscriber.client]
        for counter in (self._keys, own):
            counter[key] -= 1
            if not counter[key]:
                del counter[key]
        if not own:
            del self._clients[subscriber.client]

    def reads_on(self, subscriber: Subscriber) -> None:
        """Its client has read what it was told."""
        if subscriber.position is not None and subscriber.position < self._newest:
            self._woken.set()

    async def watch(self, store: Store) -> None:
        """Look, and tell, until it is cancelled."""
        self._store = store
        try:
            while True:
                await self._next()
                try:
                    there = await self._thread(newest, store)
                    if self._away:
                        log.info("live: the store answers again")
                        self._away = 0
                    self._newest = there.number
                    self._tell(there)
                except Exception as error:
                    self._trouble(error)
        finally:
            for task in self._telling:
                task.cancel()
            self._threads.shutdown(wait=False, cancel_futures=True)

    async def _next(self) -> None:
        """Until it is time for a look."""
        if self._away:
            await asyncio.sleep(min(self._every * 2**self._away, LONGEST_PAUSE))
        elif self._subscribers:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._woken.wait(), self._every)
        while not self._subscribers:
            await self._woken.wait()
            self._woken.clear()
        self._woken.clear()

    def _trouble(self, error: Exception) -> None:
        """Nobody is dropped: what arrived meanwhile is told when the store answers."""
        self._away = min(self._away + 1, 10)
        if self._away == 1:
            log.warning("live: nothing can be told just now", error=type(error).__name__)

    def _tell(self, there: Newest) -> None:
        groups: dict[Hashable, list[Subscriber]] = {}
        for each in list(self._subscribers):
            if each.position is None and not self._placed(each, there):
                continue
            if each.position is not None and each.position < there.number and not each.busy and each.has_room():
                groups.setdefault((each.subscription.key, each.position), []).append(each)
        for group in groups.values():
            for each in group:
                each.busy = True
            task = asyncio.create_task(self._tell_group(group, there))
            self._telling.add(task)
            task.add_done_callback(self._telling.discard)

    def _placed(self, subscriber: Subscriber, there: Newest) -> bool:
        after = subscriber.subscription.after
        try:
            subscriber.position = there.number if after is None else position(after, there)
        except BeginAnew as error:
            # Another service, or another server of a cluster, may be ahead of this look.
            if time.monotonic() - subscriber.since > self._limits.behind:
                subscriber.fail(error)
                self.leave(subscriber)
            return False
        except FixInput as error:
            subscriber.fail(error)
            self.leave(subscriber)
            return False
        return True

    async def _tell_group(self, group: list[Subscriber], there: Newest) -> None:
        """Tell those who have subscribed to the same and stand at the same place, from there on."""
        start = group[0].position
        assert start is not None
        most, span = min(each.most for each in group), min(each.span for each in group)
        stretch = Stretch(start, min(there.number, start + span), most, there.graph)
        try:
            assert self._store is not None
            told = await self._thread(group[0].subscription.read, self._store, stretch, there.seen)
        except RetryLater as error:
            self._trouble(error)
        except TooMuch as error:
            self._less(group, error)
        except Exception as error:
            self._end(group, error)
        else:
            for each in group:
                if each in self._subscribers and each.has_room():
                    each.deliver(told.responses)
                    each.position = told.upto
                each.most, each.span = self._limits.batch, self._limits.span
        finally:
            for each in group:
                each.busy = False
            if any(each.position != start and each.position != self._newest for each in group):
                self._woken.set()

    def _less(self, group: list[Subscriber], error: TooMuch) -> None:
        """It took too long: read less at once, down to one, and then give up."""
        if all(each.most == 1 and each.span == 1 for each in group):
            self._end(group, error)
            return
        for each in group:
            each.most, each.span = max(each.most // 4, 1), max(each.span // 8, 1)
        self._woken.set()

    def _end(self, group: list[Subscriber], error: Exception) -> None:
        for each in group:
            each.fail(error)
            self.leave(each)

    async def _thread(self, work: Callable[..., T], *args: object) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work, *args)
