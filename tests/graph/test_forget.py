"""Forgetting an article leaves nothing of it behind, and takes nothing of others."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.dump import dump
from graph.errors import FixInput
from graph.forget import forget
from graph.store import Store
from graph.write import write
from tests.graph.stories import harbour, reply, strike

pytestmark = pytest.mark.store

STORIES = (harbour(), strike(), reply())


def test_one_article_alone_leaves_an_empty_graph(newsgraph_graph: Store) -> None:
    write(newsgraph_graph, harbour())
    changes = forget(newsgraph_graph, "harbour")
    assert changes.nodes_created == changes.links_created == changes.properties_set == 0
    assert dump(newsgraph_graph) == []


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(STORIES), st.integers(0, 2))
def test_written_and_forgotten_is_as_never_written(newsgraph_graph: Store, order: list, before: int) -> None:  # type: ignore[type-arg] # hypothesis hands on a plain list
    from graph.testing import empty

    empty(newsgraph_graph)
    *kept, last = order[: before + 1]
    for facts in kept:
        write(newsgraph_graph, facts)
    without = dump(newsgraph_graph)
    write(newsgraph_graph, last)
    forget(newsgraph_graph, last.article.id)
    assert dump(newsgraph_graph) == without


def test_by_its_address(newsgraph_graph: Store) -> None:
    write(newsgraph_graph, replace(reply(), article=replace(reply().article, url="https://wire.example/reply")))
    forget(newsgraph_graph, "https://wire.example/reply")
    assert dump(newsgraph_graph) == []


def test_what_is_not_there_is_an_error(newsgraph_graph: Store) -> None:
    with pytest.raises(FixInput, match="There is no article nowhere"):
        forget(newsgraph_graph, "nowhere")


def test_without_its_correction_an_article_is_read_again(newsgraph_graph: Store) -> None:
    write(newsgraph_graph, harbour())
    before = dump(newsgraph_graph)
    write(newsgraph_graph, replace(strike(), article=replace(strike().article, corrects="harbour")))
    forget(newsgraph_graph, "strike")
    assert newsgraph_graph.read("MATCH (a:Article) RETURN a.id AS id, a.status AS status, a.reader AS reader") == [
        {"id": "harbour", "status": "unread", "reader": None}
    ]
    write(newsgraph_graph, harbour())
    assert dump(newsgraph_graph) == before


def test_the_next_copy_is_the_first_when_the_first_goes(newsgraph_graph: Store) -> None:
    article = harbour().article
    for name, day in (("one", "2025-03-01"), ("two", "2025-03-02"), ("three", "2025-03-03")):
        write(newsgraph_graph, replace(harbour(), article=replace(article, id=name, published=day), nodes=(), links=()))
    forget(newsgraph_graph, "one")
    assert newsgraph_graph.read("MATCH (c)-[:COPY_OF]->(f) RETURN c.id AS copy, f.id AS first") == [
        {"copy": "three", "first": "two"}
    ]
