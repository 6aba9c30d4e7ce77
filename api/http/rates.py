"""How much a client may ask for: a bucket of objects that fills up again, as in a token bucket."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from api.http.client import Client
from graph.errors import RateLimited

REQUEST, REFUSED = 10, 100
"""Objects that a request is reckoned as, whatever it asks, and one more whose document is refused: it was read."""
MOST_CLIENTS = 10_000
"""Clients that are remembered. A client that is forgotten has a full bucket, as after a while it would have anyway."""


class Rates:
    """The buckets. Clients on this machine are not limited, nor is anybody where `rate` is 0."""

    def __init__(self, rate: int, burst: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.rate, self.burst = rate, burst
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def take(self, client: Client, cost: int) -> None:
        """Take so many objects. Raises RateLimited where they are not there."""
        if not self.limits(client):
            return
        wanted = min(cost, max(self.burst - REQUEST, 1))  # the largest must pass a full bucket, its request taken
        with self._lock:
            left = self._left(client.name)
            if left < wanted:
                wait = math.ceil((wanted - left) / self.rate)
                raise RateLimited(
                    f"You have asked for more than {self.rate:,} objects a second.",
                    f"Ask again in {wait} s, for less.", wait,
                )  # fmt: skip
            self._set(client.name, left - wanted)

    def charge(self, client: Client, cost: int) -> None:
        """Take so many, or what is left: for work that is done already."""
        if self.limits(client):
            with self._lock:
                self._set(client.name, max(self._left(client.name) - cost, 0.0))

    def limits(self, client: Client) -> bool:
        """Whether this client is limited at all."""
        return self.rate > 0 and not client.local

    def headers(self, client: Client, wait: int | None = None) -> dict[str, str]:
        """What is left, in the form of draft-ietf-httpapi-ratelimit-headers-11; `wait` (s) where it is too little."""
        if not self.limits(client):
            return {}
        with self._lock:
            left = math.floor(self._left(client.name))
        window = math.ceil(self.burst / self.rate)
        until = "" if wait is None else f";t={wait}"
        return {
            "RateLimit-Policy": f'"objects";q={self.burst};w={window}',
            "RateLimit": f'"objects";r={left}{until}',
        }

    def _left(self, name: str) -> float:
        left, since = self._buckets.get(name, (float(self.burst), 0.0))
        return min(left + (self._clock() - since) * self.rate, float(self.burst))

    def _set(self, name: str, left: float) -> None:
        self._buckets[name] = left, self._clock()
        self._buckets.move_to_end(name)
        if len(self._buckets) > MOST_CLIENTS:
            self._buckets.popitem(last=False)
