"""Vectors come and go with what they were made from, and are never read back."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from graph.articles import known, unsettled
from graph.changes import Changes
from graph.dump import dump
from graph.facts import Facts, Vector
from graph.forget import forget
from graph.guard import ask
from graph.model import NODE
from graph.store import Store
from graph.write import write
from tests.graph.stories import harbour, reply, strike

pytestmark = pytest.mark.store

ALL = (
    "MATCH (n) WHERE n.vector IS NOT NULL "
    "RETURN labels(n)[0] AS label, n.vector_of AS of, size(n.vector) AS size, n.vector[0] AS first ORDER BY label, of"
)


def vector(of: str, first: float = 0.5) -> Vector:
    return Vector(of, (first, *[0.0] * 383))


def bearing(facts: Facts, of: str, first: float = 0.5) -> Facts:
    """The facts with a vector for the article and for each quote."""
    told = vector(f"{of} quote", first).properties()
    nodes = tuple(
        replace(node, properties={**node.properties, **told}) if node.label == "Quote" else node for node in facts.nodes
    )
    return replace(facts, nodes=nodes, vector=vector(of, first))


def found(store: Store) -> list[tuple[object, ...]]:
    return [tuple(row.values()) for row in store.read(ALL)]


def quotes(facts: Facts) -> int:
    return sum(node.label == "Quote" for node in facts.nodes)


def test_the_same_vectors_again_change_nothing(newsgraph_graph: Store) -> None:
    facts = bearing(harbour(), "a")
    write(newsgraph_graph, facts)
    assert found(newsgraph_graph) == [("Article", "a", 384, 0.5), *[("Quote", "a quote", 384, 0.5)] * quotes(facts)]
    before = dump(newsgraph_graph)
    assert write(newsgraph_graph, facts) == Changes()
    assert dump(newsgraph_graph) == before


def test_what_it_was_made_from_tells_a_vectors_like(newsgraph_graph: Store) -> None:
    """Another machine may round the last digit otherwise: that is no change."""
    write(newsgraph_graph, bearing(harbour(), "a"))
    assert write(newsgraph_graph, bearing(harbour(), "a", 0.25)) == Changes()


def test_an_article_that_was_there_before_gets_its_vectors(newsgraph_graph: Store) -> None:
    write(newsgraph_graph, harbour())
    assert found(newsgraph_graph) == []
    facts = bearing(harbour(), "a")
    assert write(newsgraph_graph, facts) == Changes(properties_set=2 * (1 + quotes(facts)))
    assert len(found(newsgraph_graph)) == 1 + quotes(facts)


def test_another_text_has_another_vector_and_none_takes_it_out(newsgraph_graph: Store) -> None:
    write(newsgraph_graph, bearing(harbour(), "a"))
    write(newsgraph_graph, bearing(harbour(), "b", 0.75))
    assert {row[1:] for row in found(newsgraph_graph)} == {("b", 384, 0.75), ("b quote", 384, 0.75)}
    write(newsgraph_graph, harbour())
    assert found(newsgraph_graph) == []
    assert newsgraph_graph.read("MATCH (n) WHERE n.vector_of IS NOT NULL RETURN n") == []


def test_forgotten_articles_take_their_vectors_with_them(newsgraph_graph: Store) -> None:
    write(newsgraph_graph, bearing(harbour(), "a"))
    write(newsgraph_graph, bearing(strike(), "b"))
    forget(newsgraph_graph, "harbour")
    assert {str(row[1])[0] for row in found(newsgraph_graph)} == {"b"}
    near = "CALL db.index.vector.queryNodes($index, 10, $vector) YIELD node RETURN node.vector_of AS of"
    given = {"vector": [1.0, *[0.0] * 383]}
    assert newsgraph_graph.read(near, {"index": "article_meaning", **given}) == [{"of": "b"}]
    forget(newsgraph_graph, "strike")
    assert dump(newsgraph_graph) == []


def test_nobody_is_handed_a_vector_unasked(newsgraph_graph: Store) -> None:
    write(newsgraph_graph, bearing(reply(), "a"))
    assert {"vector", "vector_of"} <= set(NODE["Article"].properties) & set(NODE["Quote"].properties)
    assert known(newsgraph_graph, ["reply"])["reply"]["vector"] is None
    assert unsettled(newsgraph_graph, ["person/"], ["organisation/"], 50)[0].id == "reply"
    assert '"vector": [' not in "".join(dump(newsgraph_graph))
    ((node, asked_for),) = ask(newsgraph_graph, "MATCH (a:Article) RETURN a, a.vector AS vector").rows
    assert "vector" not in cast("dict[str, object]", node)
    assert len(cast("list[float]", asked_for)) == 384
