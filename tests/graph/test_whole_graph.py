"""What must hold of the whole graph after writing, whoever wrote it."""

from __future__ import annotations

from typing import Any, cast

import pytest

from graph.changes import Changes
from graph.dump import dump
from graph.forget import forget
from graph.found_by import DERIVED
from graph.model import RELATIONSHIPS
from graph.store import Store
from graph.words import astral, name_keys, stems
from graph.write import write
from tests.factories import A, E, Q
from tests.graph.stories import TALLMOUTH, facts, harbour, reply, strike

pytestmark = pytest.mark.store


@pytest.fixture
def stories(newsgraph_graph: Store) -> Store:
    for story in (harbour(), strike(), reply()):
        write(newsgraph_graph, story)
    return newsgraph_graph


def test_the_day_and_speaker_are_the_same_wherever_they_stand(stories: Store) -> None:
    assert stories.read(
        "MATCH (s)-[said:SAID]->(q:Quote) "
        "WHERE said.speaker <> s.id OR said.quote <> q.id OR said.day <> q.day "
        "OR (q.said_on IS NOT NULL AND said.day <> toString(q.said_on)) RETURN q.id"
    ) == []  # fmt: skip
    assert stories.read(
        "MATCH (q:Quote)-[r:ABOUT]->(t) WHERE r.target <> t.id OR r.quote <> q.id OR r.day <> q.day "
        "OR (r.speaker <> '' AND NOT EXISTS { ({id: r.speaker})-[:SAID]->(q) }) RETURN q.id"
    ) == []  # fmt: skip
    assert (
        stories.read("MATCH (q:Quote)-[r:ABOUT]->(t) WITH t, q, r.speaker AS s, count(*) AS n WHERE n > 1 RETURN q.id")
        == []
    )


def test_every_asserted_link_has_its_provenance(stories: Store) -> None:
    asserted = [kind.name for kind in RELATIONSHIPS if kind.asserted]
    assert stories.read(
        "MATCH ()-[r]->() WHERE type(r) IN $types AND any(k IN $names WHERE r[k] IS NULL) RETURN type(r) AS type",
        {"types": asserted, "names": ["id", "article", "start", "end", "sentence", "confidence"]},
    ) == []  # fmt: skip


def test_every_entity_is_one_and_is_mentioned(stories: Store) -> None:
    assert (
        stories.read("MATCH (n:Person|Organisation|Unnamed) WHERE NOT n:Entity OR NOT (n)<-[:MENTIONS]-() RETURN n.id")
        == []
    )


def found_by_what_they_bear(store: Store) -> set[str]:
    """Every node bears the property that it is found by, as it follows from what else it bears. Returns the labels."""
    seen = set()
    for row in store.read("MATCH (n:Entity|Quote|Article) RETURN labels(n) AS labels, properties(n) AS properties"):
        properties = cast("dict[str, Any]", row["properties"])
        (label,) = set(cast("list[str]", row["labels"])) - {"Entity"}
        seen.add(label)
        found: object
        if label == "Quote":
            found = stems(properties["text"])
        elif label == "Article":
            found = astral(properties["text"])
        else:
            found = name_keys(properties["name"], properties.get("aliases", []))
        assert (properties["id"], properties.get(DERIVED[label])) == (properties["id"], found or None)
    return seen


def test_nodes_bear_what_they_are_found_by(stories: Store) -> None:
    assert found_by_what_they_bear(stories) == set(DERIVED)
    lindholm = "MATCH (p:Person {id: 'person/vera-lindholm'}) RETURN p.keys AS keys"
    assert stories.read(lindholm) == [{"keys": ["lindholm", "vera lindholm"]}]
    for article in ("strike", "harbour"):
        text = 'The Dockers\' League said Mrs Vera Lindholm had said "it is 😀 over" in Old Tallmouth Town.'
        write(
            stories,
            facts(
                A(text, article, "2025-03-06"),
                E(text, "e1", "Place", "Old Tallmouth Town", location=TALLMOUTH),
                E(text, "e2", "Person", "Vera Lindholm", surface="Mrs Vera Lindholm", aliases=("Mrs V. Lindholm",)),
                E(text, "e3", "Organisation", "Dockers' League", surface="The Dockers' League"),
                Q(text, "it is 😀 over", ["e2"], []),
            ),
        )
        found_by_what_they_bear(stories)
    assert stories.read(lindholm) == [{"keys": ["mrs v lindholm", "v lindholm", "vera lindholm"]}]
    assert stories.read("MATCH (a:Article {id: 'harbour'}) RETURN a.astral AS astral") == [
        {"astral": [text.index("😀")]}
    ]
    assert write(stories, strike()) != Changes()
    assert write(stories, strike()) == Changes()
    found_by_what_they_bear(stories)
    for article in ("strike", "harbour"):
        assert forget(stories, article)
        if article == "strike":
            found_by_what_they_bear(stories)


def test_a_dump_tells_graphs_apart(stories: Store) -> None:
    lines = dump(stories)
    assert lines == sorted(lines)
    assert len(lines) == stories.read(
        "MATCH (n) WHERE n.id IS NOT NULL AND NOT n:_Newsgraph WITH count(n) AS nodes "
        "RETURN nodes + COUNT { ()-->() } AS all"
    )[0]["all"]  # fmt: skip


def test_the_samples_are_found_by_what_they_bear(samples_graph: Store) -> None:
    assert found_by_what_they_bear(samples_graph) == set(DERIVED)
