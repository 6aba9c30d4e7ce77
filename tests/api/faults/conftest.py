"""The service as a process, on a graph of its own, so that both can be ill-treated."""

from __future__ import annotations

import http.client
import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psutil  # type: ignore[import-untyped]  # its types are a package of their own
import pytest

from graph.embedded.join import Connection, running, store_files
from graph.settings import Settings
from graph.store import open_store
from tests.newsroom import fill

CLIENT_TIMEOUT = 1.5
"""Seconds that these services give a client."""
QUERY = "{ quotes { totalCount } people { edges { node { name } } } }"
AWAY = "STORE_UNAVAILABLE"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came, and after how many seconds."""

    status: int
    body: Any
    seconds: float

    @property
    def code(self) -> str:
        errors = self.body.get("errors") if isinstance(self.body, dict) else None
        return str(errors[0]["extensions"]["code"]) if errors else ""


@dataclass(frozen=True, slots=True)
class Service:
    """A running service."""

    process: subprocess.Popen[str]
    place: tuple[str, int]
    metrics: int
    log: Path
    settings: Settings

    def request(self, method: str, path: str, body: bytes | None = None, patience: float = 60) -> Answer:
        began = time.monotonic()
        with closing(http.client.HTTPConnection(*self.place, timeout=patience)) as client:
            client.request(method, path, body, {"Content-Type": "application/json"} if body else {})
            answer = client.getresponse()
            return Answer(answer.status, json.loads(answer.read()), time.monotonic() - began)

    def ask(self, query: str = QUERY) -> Answer:
        return self.request("POST", "/graphql", json.dumps({"query": query}).encode())

    def ready(self, wanted: int = 200, within: float = 90) -> None:
        """Wait until /readyz answers so."""
        end = time.monotonic() + within
        while (found := self.request("GET", "/readyz")).status != wanted:
            assert time.monotonic() < end, found
            time.sleep(0.1)

    def counted(self, name: str) -> float:
        """The sum of a metric's samples."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.metrics, timeout=10)) as client:
            client.request("GET", "/metrics")
            text = client.getresponse().read().decode()
        return sum(float(value) for value in re.findall(rf"^{name}(?:{{.*}})? (\S+)$", text, re.MULTILINE))

    def threads(self) -> int:
        return int(psutil.Process(self.process.pid).num_threads())

    def database(self) -> Connection:
        there = running(store_files(self.settings))
        assert there is not None
        return there


def until(condition: Callable[[], object], within: float) -> None:
    """Wait for it."""
    end = time.monotonic() + within
    while not condition():
        assert time.monotonic() < end, "not in time"
        time.sleep(0.1)


@pytest.fixture(scope="package")
def graph_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """The invented graph, in a store that stays until the last of these tests."""
    data = tmp_path_factory.mktemp("faults") / "data"
    settings = Settings(data=data, neo4j_uri=None, heap="512m", page_cache="64m", quick_start=False, read_timeout=60)
    with open_store(settings) as store:
        fill(store)
        yield settings


@contextmanager
def started(settings: Settings, log: Path, **environment: str) -> Iterator[Service]:
    """A service on that graph, until the end of the block."""
    with closing(socket.create_server(("127.0.0.1", 0))) as spare:
        metrics = spare.getsockname()[1]
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("NEWSGRAPH_")}
    ours = {
        "NEWSGRAPH_DATA": str(settings.data), "NEWSGRAPH_HEAP": settings.heap, "NEWSGRAPH_METRICS": f":{metrics}",
        "NEWSGRAPH_PAGE_CACHE": settings.page_cache, "NEWSGRAPH_QUICK_START": "false",
        "NEWSGRAPH_CLIENT_TIMEOUT": str(CLIENT_TIMEOUT), "NEWSGRAPH_VECTORS": "false",
        "NEWSGRAPH_JAVA_OPTIONS": settings.java_options,
    }  # fmt: skip
    with log.open("w") as errors, subprocess.Popen(
        [sys.executable, "-m", "newsgraph", "serve", "--port", "0"],
        stdout=subprocess.PIPE, stderr=errors, text=True, env=inherited | ours | environment,
    ) as process:  # fmt: skip
        try:
            assert process.stdout is not None
            line = next((each for each in process.stdout if each.startswith("newsgraph serves ")), "")
            assert line, log.read_text(encoding="utf-8")
            parts = urlsplit(line.split()[2])
            assert parts.hostname is not None
            assert parts.port is not None
            yield Service(process, (parts.hostname, parts.port), metrics, log, settings)
        finally:
            process.kill()


@pytest.fixture(scope="package")
def service(graph_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """One service for all tests that leave it as well as it was."""
    with started(graph_settings, tmp_path_factory.mktemp("faults-log") / "log") as found:
        yield found
        assert found.process.poll() is None
        assert "Traceback" not in found.log.read_text(encoding="utf-8")
