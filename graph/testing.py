"""A pytest plug-in: `newsgraph_graph`, an empty graph with the schema, on a real Neo4j.

    def test_everything_is_written(newsgraph_graph):
        write(newsgraph_graph, facts)
        assert newsgraph_graph.read("MATCH (p:Person) RETURN p.name AS name") == [{"name": "Ada Example"}]

Without settings the server is the embedded one, in a temporary directory, one for the session (under pytest-xdist one
for each worker), and nothing of the user's own store is touched. `NEWSGRAPH_TEST_NEO4J_URI`, `…_USER`, `…_PASSWORD` and
`…_DATABASE` name another Neo4j. A store without the plug-in's marker is never emptied: the marker is written into an
empty store, and a store that holds anything else is refused. Nothing is imported before a test asks for the fixture.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from graph.settings import Settings
    from graph.store import Store

READ_TIMEOUT = 60.0
"""Seconds that a statement may take: on a busy machine a new server needs several for planning its first ones."""


@pytest.fixture(scope="session")
def newsgraph_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of the store that tests use: another Neo4j if the environment names one, else an embedded server."""
    from pydantic import SecretStr

    from graph.settings import Settings

    uri = os.environ.get("NEWSGRAPH_TEST_NEO4J_URI")
    if not uri:
        data = tmp_path_factory.mktemp("newsgraph-store", numbered=True)
        return Settings(
            data=Path(data), neo4j_uri=None, heap="512m", page_cache="64m", read_timeout=READ_TIMEOUT,
            quick_start=False,  # a machine that is thrown away after the tests starts no second time
            java_options="-XX:TieredStopAtLevel=1",  # nor does a server live long enough for thorough compiling to pay
        )  # fmt: skip
    if os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1") != "1":
        pytest.fail("NEWSGRAPH_TEST_NEO4J_URI names one store, and its tests cannot run side by side: use -n 0.")
    return Settings(
        neo4j_uri=uri,
        neo4j_user=os.environ.get("NEWSGRAPH_TEST_NEO4J_USER", "neo4j"),
        neo4j_password=SecretStr(os.environ.get("NEWSGRAPH_TEST_NEO4J_PASSWORD", "")),
        neo4j_database=os.environ.get("NEWSGRAPH_TEST_NEO4J_DATABASE", "neo4j"),
        read_timeout=READ_TIMEOUT,
    )


@pytest.fixture(scope="session")
def newsgraph_store(newsgraph_settings: Settings) -> Iterator[Store]:
    """The store of the session, marked as one that tests may empty; whatever tests left is in it."""
    from graph.store import open_store

    with open_store(newsgraph_settings) as store:
        claim(store)
        yield store


@pytest.fixture
def newsgraph_graph(newsgraph_store: Store) -> Store:
    """An empty graph with the schema."""
    empty(newsgraph_store)
    newsgraph_store.reads = 0
    return newsgraph_store


def claim(store: Store) -> None:
    """Mark an empty store as one for tests. Raises RepairStore for a store that holds anything and has no mark."""
    from graph.cypher import statement
    from graph.errors import RepairStore

    (row,) = store.read(statement("schema/test-marker.cypher"))
    if row["marked"]:
        return
    if row["filled"]:
        raise RepairStore(
            f"The store at {store.uri} is not one for tests, and is not empty; tests would delete what is in it.",
            "Name an empty store with NEWSGRAPH_TEST_NEO4J_URI.",
        )
    _write(store, statement("schema/set-test-marker.cypher"))


def empty(store: Store) -> None:
    """Take out all nodes and relationships of a store that is marked as one for tests; refuse any other."""
    from graph.cypher import statement
    from graph.errors import RepairStore

    (row,) = store.read(statement("schema/test-marker.cypher"))
    if not row["marked"]:
        raise RepairStore(f"The store at {store.uri} is not marked as one for tests.", "It was not emptied.")
    while row["filled"] and _write(store, statement("schema/empty.cypher")):
        pass


def _write(store: Store, statement: str) -> object:
    def work(transaction):  # type: ignore[no-untyped-def] # its type would import the driver
        record = transaction.run(statement).single()
        return record[0] if record else None

    return store.write(work)
