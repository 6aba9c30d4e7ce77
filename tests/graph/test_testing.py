"""The plug-in for tests: what it empties, and what it refuses to empty."""

import pytest

from graph.errors import RepairStore
from graph.store import Store
from graph.testing import claim, empty

pytestmark = pytest.mark.store


def _run(store: Store, statement: str) -> None:
    store.write(lambda transaction: transaction.run(statement).consume())


@pytest.mark.parametrize("_", [1, 2])
def test_each_test_finds_an_empty_graph(newsgraph_graph: Store, _: int) -> None:
    assert newsgraph_graph.read("MATCH (n) WHERE NOT n:_Newsgraph RETURN n") == []
    _run(newsgraph_graph, "CREATE (:Person {id: 'person/ada-example', name: 'Ada Example'})-[:MENTIONS]->(:Place)")
    assert newsgraph_graph.read("MATCH (n:Person) RETURN n.name AS name") == [{"name": "Ada Example"}]


def test_a_store_without_the_mark_is_refused_and_left_alone(newsgraph_graph: Store) -> None:
    _run(newsgraph_graph, "MATCH (m:_Newsgraph {id: 'test-store'}) DELETE m")
    _run(newsgraph_graph, "CREATE (:Person {id: 'person/ada-example'})")
    try:
        with pytest.raises(RepairStore, match="not one for tests, and is not empty"):
            claim(newsgraph_graph)
        with pytest.raises(RepairStore, match="not marked as one for tests"):
            empty(newsgraph_graph)
        assert newsgraph_graph.read("MATCH (n:Person) RETURN count(n) AS n") == [{"n": 1}]
    finally:
        _run(newsgraph_graph, "MATCH (n:Person) DELETE n")
        claim(newsgraph_graph)
