"""The graphs that the service is timed on are such as the writer would write, and have what the benches ask for."""

from __future__ import annotations

from collections import Counter
from itertools import islice

import pytest

from bench.graphs import names
from bench.graphs.place import place
from bench.graphs.plan import HUB, ORDINARY, ORDINARY_QUOTES, SMALLEST, Plan
from bench.graphs.stories import SUMMIT_ID, Stories
from graph.dump import dump
from graph.errors import RepairStore
from graph.facts import Facts
from graph.store import Store
from graph.testing import empty
from graph.write import write_all
from tests.graph import test_whole_graph as whole

PAGE = 20
INVARIANTS = (
    whole.test_the_day_and_speaker_are_the_same_wherever_they_stand,
    whole.test_every_asserted_link_has_its_provenance,
    whole.test_every_entity_is_one_and_is_mentioned,
)


@pytest.fixture(scope="module")
def stories() -> list[Facts]:
    return list(Stories(Plan(SMALLEST)))


@pytest.fixture(scope="module")
def written(newsgraph_store: Store, stories: list[Facts]) -> list[str]:
    """The smallest graph as the writer writes it."""
    empty(newsgraph_store)
    for first in range(0, len(stories), 50):
        write_all(newsgraph_store, stories[first : first + 50])
    return dump(newsgraph_store)


@pytest.fixture(scope="module")
def placed(newsgraph_store: Store, written: list[str]) -> Store:  # after it, on the same server
    """The smallest graph as the benches make it. Only for tests that do not write."""
    empty(newsgraph_store)
    place(newsgraph_store, Stories(Plan(SMALLEST)))
    return newsgraph_store


@pytest.mark.parametrize("quotes", [SMALLEST, 10_000])
def test_shares_are_exact(quotes: int) -> None:
    sayings = list(Plan(quotes).sayings())
    said = Counter(saying.speaker for saying in sayings)
    assert len(sayings) == quotes
    assert (said[HUB], said[ORDINARY]) == (quotes // 10, ORDINARY_QUOTES)
    assert sum(saying.about_summit for saying in sayings) == quotes // 10
    assert sum(saying.has_word for saying in sayings) == quotes // 10
    for speaker in (HUB, ORDINARY):
        assert sum(saying.about_summit for saying in sayings if saying.speaker == speaker) > PAGE
        assert sum(saying.has_word for saying in sayings if saying.speaker == speaker) > PAGE


@pytest.mark.parametrize("quotes", [100, 1_050])
def test_a_size_that_cannot_be_shared_out_is_refused(quotes: int) -> None:
    with pytest.raises(ValueError, match="a multiple of 100, 1000 at least"):
        Plan(quotes)


def test_the_same_graph_comes_again(stories: list[Facts]) -> None:
    assert list(islice(Stories(Plan(SMALLEST)), 20)) == stories[:20]


def test_people_differ_and_neither_word_nor_event_stands_in_a_name() -> None:
    people = [names.person(i, 5_000).name for i in range(20_000)]
    assert len(set(people)) == len(people)
    called = " ".join([*people, *names.TOWNS, *names.COUNTRIES, *names.KINDS, *names.EVENTS]).casefold()
    assert not [word for word in (names.WORD, *names.SUMMIT.casefold().split()) if word in called]


def test_facts_stand_where_they_say(stories: list[Facts]) -> None:
    for facts in stories:
        facts.check()
        text = facts.article.text
        for node in facts.nodes:
            if node.label == "Quote":
                starts, ends = node.properties["starts"], node.properties["ends"]
                assert isinstance(starts, list)
                assert isinstance(ends, list)
                assert text[int(starts[0]) : int(ends[0])] == node.properties["text"]
        for link in facts.links:
            if link.type in ("MENTIONS", "HOLDS_ROLE"):
                start, end = link.properties["start"], link.properties["end"]
                named = link.properties["name" if link.type == "MENTIONS" else "title"]
                assert isinstance(start, int)
                assert isinstance(end, int)
                assert text[start:end] == named
                assert str(named) in str(link.properties["sentence"])


@pytest.mark.store
def test_it_is_the_graph_that_the_writer_writes(placed: Store, written: list[str]) -> None:
    assert dump(placed) == written


@pytest.mark.store
@pytest.mark.parametrize("holds", INVARIANTS)
def test_what_holds_of_any_graph_holds_of_it(placed: Store, holds) -> None:  # type: ignore[no-untyped-def] # a test
    holds(placed)


@pytest.mark.store
def test_nodes_bear_what_they_are_found_by(placed: Store) -> None:
    assert whole.found_by_what_they_bear(placed) >= {"Article", "Person", "Organisation", "Place", "Quote"}


@pytest.mark.store
def test_the_event_and_the_word_are_there(placed: Store) -> None:
    assert placed.read(
        "MATCH (e:Event {id: $id}) RETURN e.label AS label, COUNT { (e)<-[:ABOUT]-() } AS about", {"id": SUMMIT_ID}
    ) == [{"label": names.SUMMIT, "about": SMALLEST // 10}]
    assert placed.read(
        "CALL db.index.fulltext.queryNodes('quote_text', $word) YIELD node RETURN count(node) AS quotes",
        {"word": names.WORD},
    ) == [{"quotes": SMALLEST // 10}]


@pytest.mark.store
def test_a_store_with_something_in_it_is_refused(placed: Store) -> None:
    with pytest.raises(RepairStore):
        place(placed, Stories(Plan(SMALLEST)))
