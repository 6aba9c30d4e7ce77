"""The database is killed in the middle of a load: a clear line; the next load goes on, nothing is lost or doubled."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.dump import dump
from graph.embedded.join import running, store_files
from graph.errors import RetryLater
from graph.settings import Settings
from graph.store import Store, open_store
from graph.testing import empty
from loaders.load import load
from tests.factories import A
from tests.loaders.few_names import Names

pytestmark = [pytest.mark.store, pytest.mark.long]

SAID = ["Vera Lindholm, president of the Dockers' League, sang.", "Per Ostby listened.", "Lindholm met Per Ostby."]
MANY = [A(f"{SAID[n % 3]} It was day {n}.", f"a{n:02}") for n in range(30)]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "killed", neo4j_uri=None, heap="512m", page_cache="64m", read_timeout=60)


def kill(settings: Settings) -> None:
    there = running(store_files(settings))
    assert there is not None
    os.kill(there.pid, signal.SIGKILL)


def undisturbed(store: Store) -> list[str]:
    empty(store)
    load(store, Names(), MANY)
    return dump(store)


@pytest.mark.parametrize("after", [7, 16])  # while articles are written; while they are read
def test_a_load_goes_on_after_its_database_was_killed(after: int, settings: Settings, newsgraph_graph: Store) -> None:
    done = 0

    def progress(_: str, now: int, total: int) -> None:
        nonlocal done
        if done < after <= now:
            kill(settings)
        done = now

    with open_store(settings) as store, pytest.raises(RetryLater) as stopped:
        load(store, Names(), MANY, progress=progress)
    assert f"{done} articles are safe." in stopped.value.message
    assert stopped.value.remedy
    with open_store(settings) as store:
        assert store.read("MATCH (a:Article) RETURN count(a) AS there") == [{"there": done}]
        rest = load(store, Names(), MANY)
        assert (rest.loaded, rest.changed, rest.unchanged, rest.broken) == (30 - done, 0, done, [])
        assert dump(store) == undisturbed(newsgraph_graph)


def test_the_command_line_says_so_and_goes_on(settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "many.jsonl"
    lines = (json.dumps({"id": f"a{n}", "text": f"{SAID[n % 3]} It was day {n}."}) + "\n" for n in range(120))
    file.write_text("".join(lines), encoding="utf-8")
    environment = os.environ | {"NEWSGRAPH_DATA": str(settings.data)}
    environment.pop("NEWSGRAPH_NEO4J_URI", None)

    def command() -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "newsgraph", "load", str(file)],
            env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip

    count = "MATCH (a:Article) RETURN count(a) AS there"
    with open_store(settings) as store, command() as disturbed:
        deadline = time.monotonic() + 120
        while store.read(count) == [{"there": 0}] and time.monotonic() < deadline:
            time.sleep(0.05)
        kill(settings)
        _, told = disturbed.communicate(timeout=120)
    assert disturbed.returncode == RetryLater.exit_code
    assert "safe." in told
    assert "Traceback" not in told
    with open_store(settings) as store, command() as rest:
        _, told = rest.communicate(timeout=120)
        assert (rest.returncode, "Traceback" in told) == (0, False)
        assert store.read(count) == [{"there": 120}]
