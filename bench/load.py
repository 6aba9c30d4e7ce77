"""Load at a constant rate: what the service holds, for how long, and what it does when far too many come."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from urllib.parse import urlsplit

import psutil  # type: ignore[import-untyped]  # its types are a package of their own

from bench.arrivals import Came, Job
from bench.client import Client
from bench.graphs.kept import ROOT
from bench.operations import OPERATIONS
from bench.services import Served, served
from graph.errors import NewsgraphError
from graph.progress import Progress, silent

MIX = {"point": 8, "said-about page": 6, "page with total": 4, "three levels": 1, "list of 1,000": 1}
"""How often each operation is asked for in twenty requests."""
CONNECTIONS = 200
CROWDS = (8, 32, 64)
"""Connections that ask without a pause, to find the peak."""
FLOOD, RECOVERY = 5, 10.0
"""So many times the peak rate come in the flood; seconds after it until all must be as before."""
SLOWEST = 20
"""Times the single client's median that the slowest of a hundred may take at half of the peak rate."""


@dataclass(frozen=True, slots=True)
class Held:
    """One part of it: what came, at which rate it was asked for, and the service's memory before and after (bytes)."""

    rate: float
    came: Came
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Loaded:
    """All parts by their names, in the order in which they ran, and the peak rate."""

    quotes: int
    peak: float
    parts: dict[str, Held]


_SEARCH = '{ search(query: "talks") { edges { score } } }'


class NotAnswered(NewsgraphError):
    """Where there is nothing to measure: the service does not answer."""


SINGLE, PEAK, HALF, FLOODED, AFTER = "one client", "peak", "half of the peak", f"{FLOOD} times the peak", "after it"


def load(quotes: int, hold: float, flood: float, progress: Progress = silent) -> Loaded:
    """Find the peak rate, hold half of it for `hold` seconds, flood for `flood` seconds, and look again."""
    with served(quotes, peer=False, progress=progress) as place:
        parts = urlsplit(place.ours)
        assert parts.hostname is not None
        assert parts.port is not None
        with Client(place.ours) as client:  # loads the model of meaning before memory is looked at
            client.ask(client.operation(_SEARCH))
        crowd = _Crowd((parts.hostname, parts.port), requests(place), psutil.Process(place.pid), progress)
        short = min(hold, 10.0)
        crowd.come("warming up", 0, 8, short)
        found = {SINGLE: crowd.come(SINGLE, 0, 1, short)}
        peaks = [crowd.come(PEAK, 0, many, short) for many in CROWDS]
        found[PEAK] = max(peaks, key=lambda held: held.came.good)
        peak = found[PEAK].came.good / short
        if not peak:
            raise NotAnswered(f"The service answers nothing as asked: {found[PEAK].came.statuses}.")
        found[HALF] = crowd.come(HALF, peak / 2, CONNECTIONS, hold)
        found[FLOODED] = crowd.come(FLOODED, peak * FLOOD, CONNECTIONS, flood)
        time.sleep(RECOVERY)
        found[AFTER] = crowd.come(AFTER, peak / 2, CONNECTIONS, short)
    return Loaded(quotes, peak, found)


def requests(place: Served) -> list[bytes]:
    """The mix, spread evenly."""
    by_name = {operation.name: operation for operation in OPERATIONS}
    with Client(place.ours) as client:
        made = {name: client.operation(by_name[name].ours, dict(by_name[name].variables)) for name in MIX}
    total = sum(MIX.values())
    spread = sorted((n * total / count, name) for name, count in MIX.items() for n in range(count))
    return [made[name] for _, name in spread]


@dataclass(frozen=True, slots=True)
class _Crowd:
    """Clients in a process of their own."""

    place: tuple[str, int]
    requests: Sequence[bytes]
    service: psutil.Process
    progress: Progress

    def come(self, name: str, rate: float, connections: int, seconds: float) -> Held:
        self.progress(f"Load: {name}" + (f", {rate:,.0f} a second" if rate else ""), 0, 0)
        job = Job.of(self.place, self.requests, rate, connections, seconds)
        before = self._memory()
        ran = subprocess.run(
            [sys.executable, "-m", "bench.arrivals"],
            input=json.dumps(asdict(job)), cwd=ROOT, capture_output=True, text=True, check=True,
        )  # fmt: skip
        came = Came(**json.loads(ran.stdout))
        return Held(rate or came.good / seconds, came, before, self._memory())

    def _memory(self) -> int:
        if not self.service.is_running():
            raise NotAnswered("The service has ended under load.")
        return int(self.service.memory_info().rss)
