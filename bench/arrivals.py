"""A client that asks at a constant rate, whatever the answers: `python -m bench.arrivals` with a job as JSON.

Requests are due at fixed times, as visitors come. The time of an answer is counted from when its request was due, so
that a service that stands still for a second has a second's worth of slow answers, and not one (no coordinated
omission). It is a process of its own: its work must not be that of who takes the figures. Requests are bytes made
before.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from base64 import b64decode, b64encode
from collections import Counter, deque
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from typing import cast

from bench.client import _header
from bench.rounds import percentile

_GRACE, _PATIENCE = 2.0, 60.0
"""Seconds after the last was due, in which those that wait may still be sent; then, in which answers may still come."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be asked. `rate`: requests a second; 0: each connection asks again as soon as it is answered."""

    host: str
    port: int
    requests: tuple[str, ...]
    """Whole requests, as base64; sent one after the other, and again from the first."""
    rate: float
    connections: int
    seconds: float

    @classmethod
    def of(
        cls, place: tuple[str, int], requests: Sequence[bytes], rate: float, connections: int, seconds: float
    ) -> Job:
        return cls(*place, tuple(b64encode(each).decode() for each in requests), rate, connections, seconds)


@dataclass(slots=True)
class Came:
    """What came of it. Milliseconds are of answers with status 200 and without errors."""

    due: int = 0
    """Requests whose time had come."""
    statuses: dict[str, int] = field(default_factory=dict)
    """Answers by status; "errors": 200, but with errors; "lost": hung up, or no answer in time; "unsent": no
    connection was free for it until the end; "refused": a connection that was not taken."""
    seconds: float = 0.0
    """From the first request to the last that was due."""
    p50: float = 0.0
    p99: float = 0.0
    longest: float = 0.0

    @property
    def good(self) -> int:
        return self.statuses.get("200", 0)


class _Connection(asyncio.Protocol):
    """Sends one request at a time."""

    def __init__(self, crowd: _Crowd) -> None:
        self._crowd = crowd
        self._transport: asyncio.Transport | None = None
        self._buffer = bytearray()
        self._missing = -1
        """Bytes of the answer that are to come; -1: its head has not."""
        self._head = b""
        self._asked: tuple[float, bytes] | None = None
        self._old = False
        """Whether it has been answered before: the service may just have hung up on it for idleness."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's is no subclass
        self._crowd.is_free(self)

    @property
    def is_open(self) -> bool:
        return self._transport is not None and not self._transport.is_closing()

    def ask(self, due: float, request: bytes) -> None:
        assert self._transport is not None
        self._asked = due, request
        self._transport.write(request)

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        if self._missing < 0:
            end = self._buffer.find(b"\r\n\r\n")
            if end < 0:
                return
            self._head = bytes(self._buffer[:end])
            self._missing = end + 4 + int(_header(self._head.lower(), b"content-length") or 0)
        if len(self._buffer) < self._missing:
            return
        asked, self._asked = self._asked, None
        status, wrong = self._head[9:12].decode(), b'"errors":[' in self._buffer
        self._buffer.clear()
        self._missing, self._old = -1, True
        if asked is not None:
            self._crowd.answered(asked[0], "errors" if status == "200" and wrong else status)
        if b"connection: close" in self._head.lower():
            assert self._transport is not None
            self._transport.close()
        else:
            self._crowd.is_free(self)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - the same, however it was lost
        self._crowd.is_lost(self, self._asked, again=self._old and not self._buffer)

    def end(self) -> None:
        if self._transport is not None:
            self._transport.abort()


class _Crowd:
    """All connections, and the requests that wait for one."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._requests = [b64decode(each) for each in job.requests]
        self._free: deque[_Connection] = deque()
        self._waiting: deque[tuple[float, bytes]] = deque()
        self._all: set[_Connection] = set()
        self._opening: set[asyncio.Task[None]] = set()
        self._sent = 0
        self._open = 0
        """Requests that were due and have no outcome yet."""
        self._end = 0.0
        self._over = False
        self.statuses: Counter[str] = Counter()
        self.times: list[float] = []

    async def run(self) -> Came:
        job = self._job
        await asyncio.gather(*(self._connect() for _ in range(job.connections)))
        begin = time.perf_counter()
        self._end = begin + job.seconds
        if job.rate:
            await self._come(begin)
        else:
            for connection in list(self._free):
                self._free.remove(connection)
                self._next(connection)
            await asyncio.sleep(job.seconds)
        await self._until(lambda: not self._waiting, _GRACE)
        unsent, self._over = len(self._waiting), True
        self._waiting.clear()
        self._open -= unsent
        await self._until(lambda: self._open <= 0, _PATIENCE)
        self.statuses["unsent"] += unsent
        self.statuses["lost"] += max(self._open, 0)
        for connection in list(self._all):
            connection.end()
        return self._came()

    async def _until(self, condition: Callable[[], bool], within: float) -> None:
        limit = time.perf_counter() + within
        while not condition() and time.perf_counter() < limit:
            await asyncio.sleep(0.02)

    async def _come(self, begin: float) -> None:
        """Each request at its time; those that have become due meanwhile at once."""
        rate, count = self._job.rate, int(self._job.rate * self._job.seconds)
        while self._sent < count:
            due = begin + self._sent / rate
            ahead = due - time.perf_counter()
            if ahead > 0:
                await asyncio.sleep(ahead)
            elif self._sent % 50 == 0:
                await asyncio.sleep(0)  # late: answers must be taken all the same
            self._ask(due)

    def _ask(self, due: float) -> None:
        request = self._requests[self._sent % len(self._requests)]
        self._sent += 1
        self._open += 1
        while self._free:
            connection = self._free.popleft()
            if connection.is_open:
                connection.ask(due, request)
                return
        self._waiting.append((due, request))

    def _next(self, connection: _Connection) -> None:
        request = self._requests[self._sent % len(self._requests)]
        self._sent += 1
        self._open += 1
        connection.ask(time.perf_counter(), request)

    def is_free(self, connection: _Connection) -> None:
        self._all.add(connection)
        if self._waiting:
            connection.ask(*self._waiting.popleft())
        elif not self._job.rate and self._end and time.perf_counter() < self._end:
            self._next(connection)
        else:
            self._free.append(connection)

    def answered(self, due: float, status: str) -> None:
        self._open -= 1
        self.statuses[status] += 1
        if status == "200":
            self.times.append(time.perf_counter() - due)

    def is_lost(self, connection: _Connection, asked: tuple[float, bytes] | None, *, again: bool) -> None:
        self._all.discard(connection)
        if asked is not None and again and not self._over:
            self._waiting.appendleft(asked)  # as any client does that finds its kept connection closed
        elif asked is not None:
            self._open -= 1
            self.statuses["lost"] += 1
        if self._over:
            return
        task = asyncio.get_running_loop().create_task(self._connect())
        self._opening.add(task)
        task.add_done_callback(self._opening.discard)

    async def _connect(self) -> None:
        loop = asyncio.get_running_loop()
        while not self._over:
            try:
                await loop.create_connection(lambda: _Connection(self), self._job.host, self._job.port)
            except OSError:
                self.statuses["refused"] += 1
                await asyncio.sleep(0.1)
            else:
                return

    def _came(self) -> Came:
        ms = sorted(each * 1000 for each in self.times)
        came = Came(self._sent, {k: v for k, v in sorted(self.statuses.items()) if v}, self._job.seconds)
        if len(ms) > 1:
            came.p50, came.p99, came.longest = percentile(ms, 0.5), percentile(ms, 0.99), ms[-1]
        return came


def run(job: Job) -> Came:
    """Do the job in this process."""
    import uvloop

    return uvloop.run(_Crowd(job).run())


def main() -> None:
    """Do the job on standard input and write what came of it."""
    words = json.load(sys.stdin)
    sys.stdout.write(json.dumps(asdict(run(Job(**{**words, "requests": tuple(words["requests"])})))))


if __name__ == "__main__":
    main()
