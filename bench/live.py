"""Subscriptions at full size: many clients, many articles, the service stopped and started again in the middle.

Every client holds its newest cursor and comes again with it. At the end each must have been told exactly the quotes
that fit what it asked for, in the order of their arrival. One more does not read.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import psutil  # type: ignore[import-untyped]  # its types are a package of their own
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake
from websockets.typing import Subprotocol

from bench.graphs.kept import ROOT
from bench.graphs.plan import Plan
from bench.graphs.stories import SUMMIT_ID, Stories
from bench.rounds import percentile
from bench.services import HEAP, PAGE_CACHE
from graph.arrivals import cursor, newest
from graph.errors import RetryLater
from graph.facts import Facts
from graph.progress import Progress, silent
from graph.settings import Settings
from graph.store import Store, open_store
from graph.write import write_all

SUBSCRIBERS, ARTICLES, BATCH = 500, 1_000, 10
WARM = 10.0
"""Seconds that the database may take for its first plans."""
PROTOCOL = Subprotocol("graphql-transport-ws")
PATIENCE = 300.0
"""Seconds until the last has been told."""
FOLLOW = """subscription ($after: String) {{ quoteSaid(after: $after{0}) {{
  cursor
  quote {{ id text kind speakers {{ id name }} article {{ headline url }} evidence {{ sentence start end }} }}
}} }}"""
FILTERS = {
    "": "true",
    ", where: {kind: [direct]}": "q.kind = 'direct'",
    ', about: "agreement"': f"EXISTS {{ (q)-[:ABOUT]->(e:Event) WHERE e.id = '{SUMMIT_ID}' }}",
    ", minConfidence: 0.99": "q.confidence >= 0.99",
    ', source: "Velmora Post"': "EXISTS { (q)-[:IN]->(a:Article) WHERE a.source = 'Velmora Post' }",
}
"""What is asked for, and the quotes that fit."""


@dataclass
class Follower:
    """A client that comes again."""

    address: str
    query: str
    after: str
    told: list[tuple[str, float]] = field(default_factory=list)
    """Ids of quotes, and when they came."""
    sockets: int = 0

    async def follow(self) -> None:
        while True:
            with suppress(OSError, EOFError, TimeoutError, ConnectionClosed, InvalidHandshake):
                await self._follow()
            await asyncio.sleep(0.2)

    async def _follow(self) -> None:
        async with connect(self.address, subprotocols=[PROTOCOL], compression=None, proxy=None) as socket:
            await socket.send('{"type":"connection_init"}')
            await socket.recv()
            self.sockets += 1
            payload = {"query": self.query, "variables": {"after": self.after}}
            await socket.send(json.dumps({"id": "1", "type": "subscribe", "payload": payload}))
            while True:
                text = await socket.recv()
                message = json.loads(text)
                if message["type"] != "next" or "errors" in message["payload"]:
                    raise RuntimeError(f"A client was told: {text!r}")
                said = message["payload"]["data"]["quoteSaid"]
                self.after = said["cursor"]
                self.told.append((said["quote"]["id"], time.monotonic()))


@contextmanager
def _service(settings: Settings, port: int, log: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The service as a process of its own."""
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("NEWSGRAPH_")}
    environment = {
        **inherited, "NEWSGRAPH_DATA": str(settings.data), "NEWSGRAPH_HEAP": HEAP, "NEWSGRAPH_PAGE_CACHE": PAGE_CACHE,
        "NEWSGRAPH_LIVE_SOCKETS_PER_CLIENT": "1000", "NEWSGRAPH_VECTORS": "false",
    }  # fmt: skip
    command = [sys.executable, "-m", "newsgraph", "serve", "--port", str(port)]
    with log.open("ab") as errors, subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=errors, text=True
    ) as running:  # fmt: skip
        try:
            assert running.stdout is not None
            for line in running.stdout:
                if line.startswith("newsgraph serves "):
                    yield running, line.split()[2]
                    return
            raise RetryLater("The service ended before it was ready.", f"See {log}.")
        finally:
            running.terminate()
            running.wait(30)


class _Run:
    """Clients on one side, a writer on the other, and the service between them."""

    def __init__(self, store: Store, folder: Path, progress: Progress) -> None:
        self._store, self._log, self._progress = store, folder / "service.log", progress
        self._commits: list[tuple[int, float]] = []
        """The newest number after each commit, and when."""
        self._began, self._down = 0.0, (0.0, 0.0)
        self._memory: list[float] = []

    async def run(self, subscribers: int, stories: Sequence[Facts]) -> dict[str, str]:
        before = newest(self._store)
        half = len(stories) // 2
        with _service(self._store.settings, 0, self._log) as (running, address):
            port = int(address.rsplit(":", 1)[1].split("/")[0])
            followers = self._followers(
                subscribers, f"ws://127.0.0.1:{port}/graphql", cursor(before.graph, before.number)
            )
            tasks = [asyncio.create_task(each.follow()) for each in followers]
            odd = [asyncio.create_task(each) for each in (self._lazy(followers[0]), self._watch_memory(running.pid))]
            await self._all(lambda: all(each.sockets for each in followers))
            await asyncio.to_thread(self._load, stories[:BATCH])
            await asyncio.sleep(WARM)
            self._began = began = time.monotonic()
            await asyncio.to_thread(self._load, stories[BATCH:half])
            writing = asyncio.create_task(asyncio.to_thread(self._load, stories[half:]))
            stopped = time.monotonic()
            await asyncio.to_thread(self._stop, running)
        with _service(self._store.settings, port, self._log):
            self._down = (stopped, time.monotonic())
            await writing
            loaded = time.monotonic()
            wanted = [self._since(before.number, fits) for fits in FILTERS.values()]
            by_follower = [wanted[i % len(wanted)] for i in range(subscribers)]
            await self._all(lambda: all(len(f.told) >= len(w) for f, w in zip(followers, by_follower, strict=True)))
            done = time.monotonic()
            await asyncio.sleep(2)  # nothing may come after the last
            for task in (*tasks, *odd):
                task.cancel()
            for found in await asyncio.gather(*tasks, *odd, return_exceptions=True):
                if not isinstance(found, asyncio.CancelledError | ConnectionClosed | None):
                    raise found
        return self._figures(followers, by_follower, loaded - began, done - loaded)

    def _followers(self, many: int, address: str, after: str) -> list[Follower]:
        queries = [FOLLOW.format(each) for each in FILTERS]
        return [Follower(address, queries[i % len(queries)], after) for i in range(many)]

    def _load(self, some: Sequence[Facts]) -> None:
        for first in range(0, len(some), BATCH):
            write_all(self._store, some[first : first + BATCH])
            self._commits.append((newest(self._store).number, time.monotonic()))
            self._progress("Loading", len(self._commits) * BATCH, 0)

    def _stop(self, running: subprocess.Popen[str]) -> None:
        running.terminate()
        running.wait(30)

    async def _lazy(self, like: Follower) -> None:
        """Asks for everything, and does not read."""
        async with connect(like.address, subprotocols=[PROTOCOL], compression=None, proxy=None, max_queue=1) as socket:
            await socket.send('{"type":"connection_init"}')
            payload = {"query": like.query, "variables": {"after": like.after}}
            await socket.send(json.dumps({"id": "1", "type": "subscribe", "payload": payload}))
            await asyncio.sleep(PATIENCE * 2)

    async def _watch_memory(self, process: int) -> None:
        with suppress(psutil.Error):
            while True:
                self._memory.append(psutil.Process(process).memory_info().rss / 2**20)
                await asyncio.sleep(0.5)

    async def _all(self, done: object) -> None:
        assert callable(done)
        until = time.monotonic() + PATIENCE
        while not done() and time.monotonic() < until:
            await asyncio.sleep(0.1)

    def _since(self, after: int, fits: str) -> list[str]:
        rows = self._store.read(
            f"MATCH (q:Quote) WHERE q.arrived > $after AND {fits} RETURN q.id AS id ORDER BY q.arrived",
            {"after": after}, rows=1_000_000,
        )  # fmt: skip
        return [str(row["id"]) for row in rows]

    def _figures(
        self, followers: Sequence[Follower], wanted: Sequence[Sequence[str]], loading: float, after: float
    ) -> dict[str, str]:  # fmt: skip
        missed = twice = disordered = told = 0
        for each, all_ in zip(followers, wanted, strict=True):
            ids = [ident for ident, _ in each.told]
            missed += len(set(all_) - set(ids))
            twice += len(ids) - len(set(ids))
            disordered += ids != list(all_)
            told += len(ids)
        delays = self._delays(followers)
        return {
            "subscribers": f"{len(followers)}",
            "articles": f"{len(self._commits) * BATCH:,} in {loading:.0f} s",
            "the service was away": f"{self._down[1] - self._down[0]:.1f} s",
            "sockets that were opened": f"{sum(each.sockets for each in followers)}",
            "quotes that were told": f"{told:,}",
            "missed": f"{missed}",
            "told twice": f"{twice}",
            "clients told otherwise than in order of arrival": f"{disordered}",
            "from the commit to the client, the service being there": (
                f"p50 {percentile(delays, 0.5) * 1000:.0f} ms, p99 {percentile(delays, 0.99) * 1000:.0f} ms"
            ),
            "until all were told, after the last article": f"{after:.1f} s",
            "memory of the first service": f"{self._memory[0]:.0f} MiB at first, {max(self._memory):.0f} MiB at most",
        }

    def _delays(self, followers: Sequence[Follower]) -> list[float]:
        """Of what was committed while the service was there, and the database had planned what it is asked."""
        rows = self._store.read("MATCH (q:Quote) RETURN q.id AS id, q.arrived AS arrived", rows=1_000_000)
        arrived = {str(row["id"]): int(str(row["arrived"] or 0)) for row in rows}
        numbers = [number for number, _ in self._commits]
        found = []
        for each in followers:
            for ident, at in each.told:
                commit = self._commits[bisect_left(numbers, arrived[ident])][1]
                if self._began <= commit < self._down[0] - 2 or commit > self._down[1] + WARM:
                    found.append(max(at - commit, 0.0))
        return found


def live(subscribers: int = SUBSCRIBERS, articles: int = ARTICLES, progress: Progress = silent) -> dict[str, str]:
    """The run, on a store of its own in a temporary directory."""
    quotes = max(articles * 5, 1_000)
    stories = list(islice(Stories(Plan(quotes)), articles))
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(
            data=Path(folder) / "data", neo4j_uri=None, heap=HEAP, page_cache=PAGE_CACHE, read_timeout=60
        )
        with open_store(settings, progress) as store:
            write_all(store, stories[:BATCH])
            return asyncio.run(_Run(store, Path(folder), progress).run(subscribers, stories[BATCH:]))
