"""What was used last, kept within a budget: what strangers send does not fill the memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Kept(Generic[K, V]):
    """The values that were used last, as many as weigh `budget` together. Threads may share it."""

    def __init__(self, budget: int, weight: Callable[[V], int]) -> None:
        self._budget, self._weigh = budget, weight
        self._values: OrderedDict[K, tuple[V, int]] = OrderedDict()
        self._lock = Lock()
        self.weight = 0

    def get(self, key: K, make: Callable[[], V]) -> V:
        """The value of `key`, made where it is not kept. One that weighs a tenth of the budget is not kept."""
        with self._lock:
            found = self._values.get(key)
            if found is not None:
                self._values.move_to_end(key)
                return found[0]
        made = make()  # not in the lock: others go on meanwhile, and where two make the same, the later is kept
        weight = self._weigh(made)
        if 0 < weight <= self._budget // 10:
            with self._lock:
                self._forget(key)
                self._values[key] = made, weight
                self.weight += weight
                while self.weight > self._budget:
                    self._forget(next(iter(self._values)))
        return made

    def _forget(self, key: K) -> None:
        self.weight -= self._values.pop(key, (None, 0))[1]

    def __len__(self) -> int:
        return len(self._values)
