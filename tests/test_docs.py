"""Every example in the documentation is executed, on the graph of the samples."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from graph.guard import ask
from graph.store import Store

pytestmark = pytest.mark.long

ROOT = Path(__file__).parent.parent
WRITING = ROOT / "docs" / "writing.md"
PAGES = (ROOT / "README.md", *(page for page in sorted((ROOT / "docs").glob("*.md")) if page != WRITING))
"""Pages that ask; the one that writes has a graph of its own (`tests.test_writing`)."""
FENCE = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
NOT_HERE = ("load", "serve", "browser", "status", "doctor")
"""Verbs whose examples name files or servers that are not there; they have tests of their own."""


@dataclass(frozen=True)
class Example:
    page: str
    line: int
    language: str
    text: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


def examples(*languages: str) -> list[Example]:
    """The fenced blocks in these languages."""
    return [
        Example(page.name, page.read_text().count("\n", 0, found.start()) + 1, found[1], found[2])
        for page in PAGES
        for found in FENCE.finditer(page.read_text())
        if found[1] in languages
    ]


def commands() -> list[tuple[str, list[str]]]:
    """The lines of shell examples that ask the graph of the samples."""
    found = []
    for example in examples("sh"):
        for line in example.text.splitlines():
            words = shlex.split(line, comments=True)
            if words[:1] == ["newsgraph"] and words[1] not in NOT_HERE:
                found.append((f"{example}: {line}", words[1:]))
    return found


def test_there_are_examples() -> None:
    assert len(examples("graphql")) >= 5
    assert len(examples("cypher")) >= 4
    assert len(commands()) >= 5


def operations(*, live: bool) -> list[Example]:
    """The examples in GraphQL: subscriptions, or all others."""
    return [each for each in examples("graphql") if each.text.startswith("subscription") is live]


@pytest.mark.store
@pytest.mark.parametrize("example", operations(live=True), ids=str)
def test_subscription(example: Example, samples_graph: Store) -> None:
    """It tells something of the samples, as if it had followed while they were loaded, by one statement."""
    from api.live.subscription import Subscription, prepare
    from api.plan.arriving import Stretch
    from api.plan.run import Service
    from api.schema import build
    from graph.arrivals import newest

    there = newest(samples_graph)
    found = prepare(Service(build()), samples_graph, {"query": example.text})
    assert isinstance(found, Subscription), found
    before = samples_graph.reads
    told = found.read(samples_graph, Stretch(0, there.number, 50, there.graph), there.seen)
    assert samples_graph.reads - before == 1
    assert told.responses, f"{example} tells nothing"
    for response in map(json.loads, told.responses):
        assert "errors" not in response, response
        assert _full(response["data"])


@pytest.mark.store
@pytest.mark.parametrize("example", operations(live=False), ids=str)
def test_graphql(example: Example, samples_graph: Store) -> None:
    from fastapi.testclient import TestClient

    from api.app import create_app

    with TestClient(create_app(samples_graph.settings, samples_graph)) as client:
        answer = client.post("/graphql", json={"query": example.text}).json()
    assert "errors" not in answer, answer
    assert _full(answer["data"]), f"{example} has an empty answer: {json.dumps(answer)}"


@pytest.mark.store
def test_each_operation_is_one_statement(samples_graph: Store) -> None:
    from api.plan.run import Service
    from api.schema import build

    service, taken = Service(build()), {}
    for example in operations(live=False):
        before = samples_graph.reads
        assert "errors" not in service.answer(samples_graph, example.text).response
        taken[str(example)] = samples_graph.reads - before
    assert taken == dict.fromkeys(taken, 1)


def _full(value: object) -> bool:
    """Whether there is anything in an answer: an example that finds nothing teaches nothing."""
    if isinstance(value, dict):
        return any(_full(v) for k, v in value.items() if k not in {"__typename", "pageInfo", "totalCount", "why"})
    if isinstance(value, list):
        return any(map(_full, value))
    return value is not None


@pytest.mark.store
@pytest.mark.parametrize("example", examples("cypher"), ids=str)
def test_cypher(example: Example, samples_graph: Store) -> None:
    assert ask(samples_graph, example.text).rows


@pytest.mark.store
@pytest.mark.parametrize(("line", "words"), commands(), ids=[line for line, _ in commands()])
def test_command(line: str, words: list[str], samples_graph: Store) -> None:
    settings = samples_graph.settings
    environment = {k: v for k, v in os.environ.items() if not k.startswith("NEWSGRAPH_")}
    if settings.neo4j_uri is None:
        environment["NEWSGRAPH_DATA"] = str(settings.data)
    else:
        assert settings.neo4j_password is not None
        environment |= {
            "NEWSGRAPH_NEO4J_URI": settings.neo4j_uri,
            "NEWSGRAPH_NEO4J_USER": settings.neo4j_user,
            "NEWSGRAPH_NEO4J_PASSWORD": settings.neo4j_password.get_secret_value(),
            "NEWSGRAPH_NEO4J_DATABASE": settings.neo4j_database,
        }
    ran = subprocess.run(
        [sys.executable, "-m", "newsgraph", *words],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (ran.returncode, "Traceback" in ran.stderr) == (0, False), line
    assert ran.stdout.strip(), f"{line} answers nothing: {ran.stderr}"
