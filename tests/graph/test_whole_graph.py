"""What must hold of the whole graph after writing, whoever wrote it."""

from __future__ import annotations

import pytest

from graph.dump import dump
from graph.model import RELATIONSHIPS
from graph.store import Store
from graph.write import write
from tests.graph.stories import harbour, reply, strike

pytestmark = pytest.mark.store


@pytest.fixture
def stories(newsgraph_graph: Store) -> Store:
    for facts in (harbour(), strike(), reply()):
        write(newsgraph_graph, facts)
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


def test_a_dump_tells_graphs_apart(stories: Store) -> None:
    lines = dump(stories)
    assert lines == sorted(lines)
    assert len(lines) == stories.read(
        "MATCH (n) WHERE n.id IS NOT NULL AND NOT n:_Newsgraph WITH count(n) AS nodes "
        "RETURN nodes + COUNT { ()-->() } AS all"
    )[0]["all"]  # fmt: skip
