"""What many tests share: one reader for the session, and a graph with the samples in it."""

from __future__ import annotations

import math
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.settings import Settings
from graph.store import Store
from graph.testing import empty
from tests.program import Run

if TYPE_CHECKING:
    from playwright.sync_api import Page

if os.environ.get("NEWSGRAPH_DATA"):  # nobody's own graph is touched by a test that forgets to say where
    del os.environ["NEWSGRAPH_DATA"]
# What lives for a test is compiled quickly rather than thoroughly: it takes half the time to its first answer.
os.environ.setdefault("NEWSGRAPH_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1")

SAMPLES = Path(__file__).parent.parent / "samples"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what runs on a real Neo4j: `pytest -m store` is what any Neo4j must pass. Long files come first: of
    several workers none begins with one when the others are done."""
    for item in items:
        if "newsgraph_store" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.store)
    long = {item.path for item in items if item.get_closest_marker("long")}
    items.sort(key=lambda item: item.path not in long)


@pytest.fixture(scope="module")
def samples_graph(newsgraph_store: Store) -> Store:
    """The graph of the samples, as `make run` shows it. Only for tests that do not write."""
    from loaders.extract.reader import Reader
    from loaders.load import load
    from loaders.read.articles import articles

    empty(newsgraph_store)
    report = load(newsgraph_store, Reader(Settings()), articles([str(SAMPLES)]))
    assert not report.broken
    return newsgraph_store


@pytest.fixture
def run(newsgraph_graph: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The program on the (empty) graph of the tests: exit status, standard output, standard error."""
    import newsgraph

    settings = newsgraph_graph.settings
    monkeypatch.setenv("NEWSGRAPH_DATA", str(settings.data))
    monkeypatch.setattr("api.shell.progress._EVERY", math.inf)  # a busy machine would tell of progress in between
    if settings.neo4j_uri is not None and settings.neo4j_password is not None:
        monkeypatch.setenv("NEWSGRAPH_NEO4J_URI", settings.neo4j_uri)
        monkeypatch.setenv("NEWSGRAPH_NEO4J_USER", settings.neo4j_user)
        monkeypatch.setenv("NEWSGRAPH_NEO4J_PASSWORD", settings.neo4j_password.get_secret_value())
        monkeypatch.setenv("NEWSGRAPH_NEO4J_DATABASE", settings.neo4j_database)

    def on_graph(*arguments: str) -> tuple[int, str, str]:
        status = newsgraph.run(arguments)
        told = capsys.readouterr()
        return status, told.out, told.err

    return on_graph


@pytest.fixture
def page() -> Iterator[Page]:
    """A page of a headless Chromium; skipped where none is installed."""
    named = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    program = next(filter(None, (shutil.which(name) for name in named if name)), None)
    if program is None:
        pytest.skip("no Chromium is installed")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield chromium.new_page()
        chromium.close()
