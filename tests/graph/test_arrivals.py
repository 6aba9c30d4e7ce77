"""Numbers of arrival: in the order of commits, kept as long as what bears them, and read without a gap."""

from __future__ import annotations

import threading
from dataclasses import replace
from itertools import islice

import pytest

from bench.graphs.plan import Plan
from bench.graphs.stories import Stories
from graph.arrivals import Newest, cursor, newest, position
from graph.errors import FixInput
from graph.forget import forget
from graph.store import Store
from graph.write import write, write_all
from tests.graph.stories import harbour, reply, strike


def arrived(store: Store) -> dict[str, int]:
    """The numbers of all quotes and reports, by id."""
    rows = store.read("MATCH (q:Quote) RETURN q.id AS id, q.arrived AS arrived") + store.read(
        "MATCH ()-[r:REPORTED_IN]->() RETURN r.id AS id, r.arrived AS arrived"
    )
    return {str(row["id"]): int(str(row["arrived"])) for row in rows}


@pytest.mark.store
def test_what_comes_later_has_higher_numbers(newsgraph_graph: Store) -> None:
    before = newest(newsgraph_graph).number
    write(newsgraph_graph, harbour())
    first = arrived(newsgraph_graph)
    write_all(newsgraph_graph, [strike(), reply()])
    after = arrived(newsgraph_graph)
    numbers = list(range(before + 1, newest(newsgraph_graph).number + 1))
    assert sorted(after.values()) == numbers
    assert sorted(first.values()) == numbers[: len(first)]
    assert {ident: after[ident] for ident in first} == first


@pytest.mark.store
def test_what_stays_keeps_its_number_and_what_is_gone_leaves_a_gap(newsgraph_graph: Store) -> None:
    write_all(newsgraph_graph, [harbour(), strike()])
    first = arrived(newsgraph_graph)
    assert write_all(newsgraph_graph, [harbour(), strike()]).changes.total == 0
    assert arrived(newsgraph_graph) == first

    # Other words for the same event, at the same place.
    told = harbour()
    links = tuple(
        replace(link, properties={**link.properties, "label": "parley in Tallmouth"})
        if link.type == "REPORTED_IN" else link
        for link in told.links
    )  # fmt: skip
    assert write(newsgraph_graph, replace(told, links=links)).total > 0
    assert arrived(newsgraph_graph) == first

    there = newest(newsgraph_graph).number
    forget(newsgraph_graph, harbour().article.id)
    kept = arrived(newsgraph_graph)
    assert kept.items() < first.items()
    assert newest(newsgraph_graph).number == there
    write(newsgraph_graph, harbour())
    again = arrived(newsgraph_graph)
    assert again.keys() == first.keys()
    assert all(again[ident] > there for ident in first.keys() - kept.keys())


@pytest.mark.store
def test_who_is_given_the_mark_sees_all_up_to_the_newest(newsgraph_graph: Store) -> None:
    """A commit becomes visible bit by bit: its count may be seen before its quotes are found by their index."""
    stories = list(islice(Stories(Plan(1_000)), 200))
    over = threading.Event()

    def load() -> None:
        try:
            for first in range(0, len(stories), 20):
                write_all(newsgraph_graph, stories[first : first + 20])
        finally:
            over.set()

    loading = threading.Thread(target=load)
    before, gaps, looks = newest(newsgraph_graph).number, [], 0
    loading.start()
    while not over.is_set():
        there = newest(newsgraph_graph)
        found = newsgraph_graph.one(
            "RETURN COUNT { MATCH (q:Quote)<-[:SAID]-() WHERE q.arrived > $before AND q.arrived <= $newest } + "
            "COUNT { MATCH ()-[r:REPORTED_IN]->() WHERE r.arrived > $before AND r.arrived <= $newest }",
            {"before": before, "newest": there.number},
            after=there.seen,
        )
        looks += 1
        if found != there.number - before:
            gaps.append((there.number, found))
    loading.join()
    assert gaps == []
    assert looks > 1


def test_a_cursor_comes_back() -> None:
    assert position(cursor("4f0c", 7), Newest(9, "4f0c")) == 7
    assert position(cursor("4f0c", 0), Newest(0, "4f0c")) == 0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "The cursor cannot be read"),
        ("secret", "The cursor cannot be read"),
        ("WyJuZXdlc3QiLCIyIiwicSJd", "The cursor is none of a subscription"),
        ("WyJhcnJpdmVkIiwiNGYwYyIsdHJ1ZV0", "The cursor is none of a subscription"),
        (cursor("4f0c", -1), "The cursor is none of a subscription"),
        (cursor("4f0c", 10), "The cursor is of another graph, or of a later state"),
        (cursor("0000", 7), "The cursor is of another graph, or of a later state"),
    ],
)
def test_a_cursor_that_cannot_be_used_is_refused(text: str, message: str) -> None:
    with pytest.raises(FixInput, match=message):
        position(text, Newest(9, "4f0c"))
