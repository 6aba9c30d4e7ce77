"""The services that are timed, each a process of its own on loopback, on the same Neo4j: ours and the peer."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bench.graphs.kept import ROOT, kept
from graph.embedded.join import Connection, joined
from graph.errors import FetchAgain, RetryLater
from graph.progress import Progress, silent
from graph.settings import Settings

if TYPE_CHECKING:
    import neo4j

HEAP, PAGE_CACHE = "2g", "1g"
"""What Neo4j may use, for a graph of any size."""
PEER = Path(__file__).parent / "peer"
OLDEST_NODE = 20
_ENDS_WITHIN = 10.0


@dataclass(frozen=True, slots=True)
class Served:
    """One graph, with who answers for it. `peer`: None where it was not asked for."""

    ours: str
    """The address of GraphQL; `ours_trivial` that of a page without work."""
    ours_trivial: str
    peer: str | None
    driver: neo4j.Driver
    pid: int
    """Our service's process."""


@contextmanager
def served(quotes: int, *, peer: bool, progress: Progress = silent) -> Iterator[Served]:
    """The services on the graph with so many quotes, for as long as the block lasts."""
    from neo4j import GraphDatabase, NotificationMinimumSeverity

    settings = settings_of(kept(quotes, settings_of(None), progress))
    with ExitStack() as stack:
        there = stack.enter_context(joined(settings, progress))
        inherited = {k: v for k, v in os.environ.items() if not k.startswith("NEWSGRAPH_")}
        environment = {
            **inherited, "NEWSGRAPH_DATA": str(settings.data), "NEWSGRAPH_CACHE": str(settings.cache),
            "NEWSGRAPH_READ_TIMEOUT": str(settings.read_timeout),
        }  # fmt: skip
        command = [sys.executable, "-m", "newsgraph", "serve", "--port", "0"]
        log = settings.data.with_suffix(".ours.log")
        line, pid = stack.enter_context(_process(command, ROOT, environment, log, "newsgraph serves "))
        address = line.split()[2]
        driver = stack.enter_context(
            GraphDatabase.driver(
                there.uri, auth=("neo4j", there.password), telemetry_disabled=True,
                notifications_min_severity=NotificationMinimumSeverity.OFF,
            )
        )  # fmt: skip
        other = None
        if peer:
            other = stack.enter_context(_peer(there, settings.data.with_suffix(".peer.log"), progress))
        yield Served(address, address.replace("/graphql", "/healthz"), other, driver, pid)


def settings_of(data: Path | None) -> Settings:
    """Settings for a graph in that directory; on a busy machine a new server needs long for its first statements."""
    settings = Settings(neo4j_uri=None, heap=HEAP, page_cache=PAGE_CACHE, read_timeout=60)
    return settings.model_copy(update={"data": data}) if data else settings


def why_no_peer() -> str:
    """Why the peer cannot be started on this machine; empty where it can."""
    if not (shutil.which("node") and shutil.which("npm")):
        return "there is no Node (and npm) here"
    version = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    if int(version.lstrip("v").partition(".")[0]) < OLDEST_NODE:
        return f"Node is {version}, and it needs {OLDEST_NODE}"
    return ""


@contextmanager
def _peer(there: Connection, log: Path, progress: Progress) -> Iterator[str]:
    _install(progress)
    environment = {
        **os.environ, "NODE_ENV": "production", "NEO4J_URI": there.uri, "NEO4J_USER": "neo4j",
        "NEO4J_PASSWORD": there.password, "NEO4J_DATABASE": "neo4j",
    }  # fmt: skip
    with _process(["node", "server.mjs"], PEER, environment, log, "listening ") as (line, _):
        yield f"http://127.0.0.1:{line.split()[1]}/graphql"


def _install(progress: Progress) -> None:
    """Fetch what the peer's lock names, unless that has been done since the lock last changed."""
    lock, done = PEER / "package-lock.json", PEER / "node_modules" / ".package-lock.json"
    if done.is_file() and done.stat().st_mtime >= lock.stat().st_mtime:
        return
    progress("Fetching the peer's packages", 0, 0)
    command = ["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"]
    found = subprocess.run(command, cwd=PEER, capture_output=True, text=True, check=False)
    if found.returncode:
        raise FetchAgain("npm could not fetch the peer's packages.", found.stderr.strip()[-500:])


@contextmanager
def _process(
    command: Sequence[str], place: Path, environment: Mapping[str, str], log: Path, ready: str
) -> Iterator[tuple[str, int]]:
    """A process, from the line that says that it is ready (the block gets it, and the id) to the end of the block.

    What it says on standard error goes into `log`.
    """
    with log.open("wb") as errors, subprocess.Popen(
        command, cwd=place, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True
    ) as running:  # fmt: skip
        try:
            assert running.stdout is not None
            for line in running.stdout:
                if line.startswith(ready):
                    yield line, running.pid
                    break
            else:
                raise RetryLater(f"{' '.join(command[:3])} ended before it was ready.", f"See {log}.")
        finally:
            running.terminate()
            try:
                running.wait(_ENDS_WITHIN)
            except subprocess.TimeoutExpired:
                running.kill()
