"""What many tests share: one reader for the session, and a graph with the samples in it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graph.settings import Settings
from graph.store import Store
from graph.testing import empty

if os.environ.get("NEWSGRAPH_DATA"):  # nobody's own graph is touched by a test that forgets to say where
    del os.environ["NEWSGRAPH_DATA"]
# What lives for a test is compiled quickly rather than thoroughly: it takes half the time to its first answer.
os.environ.setdefault("NEWSGRAPH_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1")

SAMPLES = Path(__file__).parent.parent / "samples"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what runs on a real Neo4j: `pytest -m store` is what any Neo4j must pass."""
    for item in items:
        if "newsgraph_store" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.store)


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
