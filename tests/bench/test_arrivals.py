"""The client of constant rates: it counts what comes, from when it was due."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest

from bench.arrivals import Came, Job, run

GOOD = b'{"data":{"a":1}}'


class Service:
    """Answers as the path says: /200, /503, /errors, /close; /stall once stands still for half a second."""

    def __init__(self) -> None:
        self.asked = 0
        self.stalled = False

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                path = (await reader.readuntil(b"\r\n\r\n")).split()[1]
                self.asked += 1
                if path == b"/stall" and not self.stalled:
                    self.stalled = True
                    time.sleep(0.5)
                if path == b"/lost":
                    break
                status = b"503" if path == b"/503" else b"200"
                body = b'{"data":null,"errors":[{}]}' if path == b"/errors" else GOOD
                close = b"Connection: close\r\n" if path == b"/close" else b""
                writer.write(b"HTTP/1.1 %b x\r\n%bContent-Length: %d\r\n\r\n" % (status, close, len(body)) + body[:3])
                await writer.drain()
                writer.write(body[3:])
                if close:
                    break
        except asyncio.IncompleteReadError:
            pass
        writer.close()


@pytest.fixture
def service() -> Iterator[tuple[Service, tuple[str, int]]]:
    loop, found = asyncio.new_event_loop(), Service()
    server = loop.run_until_complete(asyncio.start_server(found.serve, "127.0.0.1", 0))
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    yield found, server.sockets[0].getsockname()[:2]
    loop.call_soon_threadsafe(loop.stop)
    thread.join()


def job(place: tuple[str, int], *paths: str, rate: float = 400, connections: int = 5, seconds: float = 0.5) -> Job:
    requests = [f"GET /{path} HTTP/1.1\r\nHost: a\r\n\r\n".encode() for path in paths]
    return Job.of(place, requests, rate, connections, seconds)


def test_answers_are_counted_by_what_they_are(service: tuple[Service, tuple[str, int]]) -> None:
    came = run(job(service[1], "200", "503", "errors", "close", "lost"))
    assert (came.due, came.statuses) == (200, {"200": 80, "503": 40, "errors": 40, "lost": came.statuses["lost"]})
    assert service[0].asked >= 200
    assert 0 < came.p50 <= came.p99 <= came.longest


def test_time_counts_from_when_a_request_was_due(service: tuple[Service, tuple[str, int]]) -> None:
    came = run(job(service[1], "stall", seconds=1.0))
    assert (came.due, came.good) == (400, 400)
    assert came.p99 > 400, "those that came while it stood still have waited, too"
    assert came.p50 > 1


def test_without_a_rate_each_asks_when_it_is_answered(service: tuple[Service, tuple[str, int]]) -> None:
    came = run(job(service[1], "200", rate=0, connections=3))
    assert came.statuses == {"200": came.due}
    assert came.due == service[0].asked > 100


def test_it_is_a_process_of_its_own(service: tuple[Service, tuple[str, int]]) -> None:
    asked = json.dumps(asdict(job(service[1], "200", seconds=0.2)))
    root = Path(__file__).parents[2]
    ran = subprocess.run(
        [sys.executable, "-m", "bench.arrivals"], input=asked, cwd=root, capture_output=True, text=True, check=True
    )
    assert Came(**json.loads(ran.stdout)).statuses == {"200": 80}
