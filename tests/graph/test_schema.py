"""The schema on a real store: everything of the model is constrained, pages have their indexes, versions are kept."""

from __future__ import annotations

from typing import cast

import pytest

from graph import schema
from graph.cypher import statement
from graph.errors import RepairStore
from graph.model import NODES, RELATIONSHIPS
from graph.schema import Version, apply, current, ours
from graph.store import Store

pytestmark = pytest.mark.store


def test_every_label_has_unique_ids_and_every_asserted_type_its_index(newsgraph_graph: Store) -> None:
    rows = newsgraph_graph.read(
        "SHOW INDEXES YIELD labelsOrTypes, properties, owningConstraint, type WHERE type = 'RANGE' "
        "RETURN labelsOrTypes[0] AS name, properties, owningConstraint IS NOT NULL AS is_unique"
    )
    found = {(row["name"], tuple(cast("list[str]", row["properties"])), row["is_unique"]) for row in rows}
    asserted = [kind.name for kind in RELATIONSHIPS if kind.asserted]
    assert {(node.label, ("id",), True) for node in NODES} <= found
    assert {(name, ("id",), True) for name in asserted} <= found
    assert {(name, ("article",), False) for name in asserted} <= found
    assert {
        ("SAID", ("speaker", "day", "quote"), False),
        ("ABOUT", ("target", "speaker", "day", "quote"), False),
        ("ABOUT", ("target", "day", "quote"), False),
        ("Quote", ("day", "id"), False),
        ("Article", ("day", "id"), False),
        ("Event", ("day", "id"), False),
    } <= found
    assert newsgraph_graph.read("SHOW INDEXES YIELD state WHERE state <> 'ONLINE' RETURN state") == []


def test_words_are_found_in_their_forms_and_without_accents(newsgraph_graph: Store) -> None:
    newsgraph_graph.write(
        lambda transaction: transaction.run(
            "CREATE (:Quote {id: 'quote/1', text: 'We will talk again'}), "
            "(:Person:Entity {id: 'person/zoe', name: 'Zoë Exámple', aliases: ['Ms Exámple']}), "
            "(:Event {id: 'event/1', label: 'Talks in Riga', type: 'Talks'}), "
            "(:Article {id: 'a', headline: 'Ports reopen', text: 'Cranes moved.'})"
        ).consume()
    )
    search = "CALL db.index.fulltext.queryNodes($index, $words) YIELD node RETURN node.id AS id"
    for index, words, found in (
        ("quote_text", "talks", "quote/1"),
        ("entity_names", "zoe", "person/zoe"),
        ("entity_names", "example", "person/zoe"),
        ("event_labels", "talk", "event/1"),
        ("article_text", "port", "a"),
        ("article_text", "crane", "a"),
    ):
        assert newsgraph_graph.read(search, {"index": index, "words": words}) == [{"id": found}]


def test_a_page_of_one_speaker_comes_from_the_index_in_order(newsgraph_graph: Store) -> None:
    page = (
        "MATCH ()-[r:SAID]->(q) WHERE r.speaker = $speaker AND r.day IS NOT NULL AND r.quote IS NOT NULL "
        "RETURN r.quote AS quote ORDER BY r.speaker DESC, r.day DESC, r.quote DESC LIMIT 20"
    )
    with newsgraph_graph.reading() as transaction:
        plan = transaction.run(f"EXPLAIN {page}", {"speaker": "person/ada"}).consume().plan
    operators = []
    while plan:
        operators.append(plan["operatorType"].partition("@")[0])
        plan = next(iter(plan.get("children", ())), None)
    assert "DirectedRelationshipIndexSeek" in operators
    assert "Sort" not in operators
    assert "Top" not in operators


def test_applying_again_is_one_read(newsgraph_graph: Store) -> None:
    apply(newsgraph_graph)
    assert newsgraph_graph.reads == 1
    assert current(newsgraph_graph) == ours()


def _set(store: Store, version: Version) -> None:
    parameters = {"version": version.number, "mark": version.mark}
    store.write(lambda transaction: transaction.run(statement("schema/set-version.cypher"), parameters).consume())


def test_a_changed_model_is_applied_again(newsgraph_graph: Store) -> None:
    newsgraph_graph.write(lambda transaction: transaction.run("DROP CONSTRAINT unique_met_id").consume())
    _set(newsgraph_graph, Version(ours().number, "of an older model"))
    apply(newsgraph_graph)
    assert current(newsgraph_graph) == ours()
    names = "SHOW CONSTRAINTS YIELD name WHERE name = 'unique_met_id' RETURN name"
    assert newsgraph_graph.read(names) == [{"name": "unique_met_id"}]


def test_a_newer_schema_is_refused(newsgraph_graph: Store) -> None:
    _set(newsgraph_graph, Version(ours().number + 1, "of a newer newsgraph"))
    try:
        with pytest.raises(RepairStore, match="schema is of a newer newsgraph"):
            apply(newsgraph_graph)
    finally:
        _set(newsgraph_graph, ours())


def test_names_of_constraints_are_those_of_the_model() -> None:
    first, *_ = schema.generated()
    assert first.endswith("CREATE CONSTRAINT unique_article_id IF NOT EXISTS\nFOR (n:Article) REQUIRE n.id IS UNIQUE")
    assert all("Label" not in each.split("CREATE")[1] and "TYPE" not in each for each in schema.generated())
