"""Taking times in rounds, in turns, so that whatever else the machine does hits all alike."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Pace:
    """How often work is done: to warm up, then with its time taken. No work takes longer than `seconds` for either, but
    is done `least` times in any case."""

    warm: int = 1_000
    rounds: int = 300
    seconds: float = 20.0
    least: int = 20


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of one work, over `runs` runs, after `warm` others."""

    p50: float
    p95: float
    runs: int
    warm: int


def seconds(work: Work) -> float:
    """How long `work` takes once."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of the values lie."""
    return statistics.quantiles(values, n=100, method="inclusive")[round(share * 100) - 1]


def take(works: Mapping[str, Work], pace: Pace) -> dict[str, Times]:
    """The times of each work. What is raised by one ends all: whoever asks makes sure before that each can be done."""
    warm = _in_turns(works, pace.warm, pace)
    gc.collect()
    gc.disable()
    try:
        taken = _in_turns(works, pace.rounds, pace)
    finally:
        gc.enable()
    return {
        name: Times(percentile(times, 0.5) * 1000, percentile(times, 0.95) * 1000, len(times), len(warm[name]))
        for name, times in taken.items()
    }


def _in_turns(works: Mapping[str, Work], times: int, pace: Pace) -> dict[str, list[float]]:
    """Each work once a round, each round begun by another one."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    spent = dict.fromkeys(works, 0.0)
    names = list(works)
    for number in range(times):
        first = number % len(names)
        for name in (*names[first:], *names[:first]):
            if spent[name] < pace.seconds or len(taken[name]) < pace.least:
                took = seconds(works[name])
                taken[name].append(took)
                spent[name] += took
    return taken
