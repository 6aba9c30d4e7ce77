"""Pages in both directions, read in the order of an index: a hub's page costs what anyone's costs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from graph.reading import walks
from graph.reading.block import Block, Names
from graph.reading.names import topic
from graph.reading.page import Order, Window
from graph.reading.quotes import FEW, Source
from graph.reading.walks import Walk
from graph.store import Store
from graph.testing import empty
from tests.graph.reading.statements import ABOUT, ANY, BOTH, IN, SAID, SAID_WORDS, WORDS, read, statement

pytestmark = pytest.mark.store


@pytest.fixture(scope="module")
def hub(newsgraph_store: Store) -> Store:
    """Quotes of one who talks about one thing: seven each day, five without a day; one in a hundred says "rare".

    And as many events, articles and people.
    """
    empty(newsgraph_store)
    text = """MERGE (p:Person:Entity {id: 'person/hub'}) MERGE (t:Event {id: 'event/topic'})
    MERGE (a:Article {id: 'article/all'})
    WITH p, t, a UNWIND range(0, $many - 1) AS i
    WITH p, t, a, i, 'quote/' + toString((i * 7919) % 100003) AS id,
      CASE WHEN i < 5 THEN '' ELSE toString(date('2031-01-01') + duration({days: i / 7})) END AS day
    CREATE (q:Quote {id: id, day: day, text: 'harbour ' + toString(i), words: ['harbour'] +
      CASE WHEN i % 100 = 50 THEN ['rare'] ELSE [] END})
    CREATE (p)-[:SAID {id: 's' + id, speaker: p.id, day: day, quote: id}]->(q)
    CREATE (q)-[:ABOUT {id: 'b' + id, speaker: p.id, target: t.id, day: day, quote: id}]->(t)
    CREATE (q)-[:IN {id: 'i' + id}]->(a)
    CREATE (:Event {id: 'event/' + id, day: day}), (:Article {id: 'article/' + id, day: day}),
      (:Person:Entity {id: 'person/' + id, name: 'Name ' + day})"""
    newsgraph_store.write(lambda transaction: transaction.run(text, many=MOST).consume())
    # the planner goes by statistics, which may still be those of another test's graph
    newsgraph_store.write(lambda transaction: transaction.run("CALL db.prepareForReplanning(60)").consume())
    return newsgraph_store


MOST = FEW + 100
HUB: dict[str, Any] = {"s": ["person/hub"], "t": ["event/topic"], "a": "article/all"}
HARBOUR, RARE = {**HUB, "t": [], "w": topic("harbour")}, {**HUB, "t": [], "w": topic("rare")}
TURNED: list[tuple[Source, Order, dict[str, Any]]] = [
    (ANY, "newest", HUB), (ANY, "oldest", HUB), (SAID, "newest", HUB), (SAID, "oldest", HUB), (BOTH, "newest", HUB),
    (ABOUT, "newest", HUB), (IN, "oldest", HUB), (SAID_WORDS, "newest", HARBOUR), (WORDS, "oldest", HARBOUR),
]  # fmt: skip


@pytest.mark.parametrize(("source", "order", "given"), TURNED)
def test_pages_turn_both_ways(hub: Store, source: Source, order: Order, given: dict[str, Any]) -> None:
    """Over ties and over what has no day, which is the oldest."""
    plain = statement(source, window=Window(order, "$limit"))
    after = statement(source, window=Window(order, "$limit", "$after"))
    before = statement(source, window=Window(order, "$limit", None, "$before", backward=True))
    between = statement(source, window=Window(order, "$limit", "$after", "$before"))

    def at(row: Any) -> dict[str, object]:
        return {"key": row[1], "id": row[2]}

    everything = read(hub, plain, limit=MOST + 1, **given)
    assert everything == sorted(everything, key=lambda row: (row[1], row[2]), reverse=order == "newest")
    assert (len(everything), everything[0 if order == "oldest" else -1][1]) == (MOST, "")
    forward = read(hub, plain, limit=150, **given)
    while len(page := read(hub, after, limit=150, after=at(forward[-1]), **given)):
        forward += page
    assert forward == everything
    backward = everything[-3:]
    while len(page := read(hub, before, limit=150, before=at(backward[0]), **given)):
        backward = [*reversed(page), *backward]
    assert backward == everything
    ends = {"after": at(everything[3]), "before": at(everything[11])}
    assert read(hub, between, limit=50, **ends, **given) == everything[4:11]


ROADS = [
    (ANY, HUB, False), (SAID, HUB, False), (ABOUT, HUB, False), (BOTH, HUB, False), (SAID_WORDS, HARBOUR, True),
    (SAID_WORDS, HARBOUR, False), (WORDS, HARBOUR, False), (WORDS, RARE, False), (SAID_WORDS, RARE, True),
]  # fmt: skip
PAGES: list[tuple[Order, str]] = [("newest", ""), ("newest", "after"), ("oldest", "after"), ("oldest", "before")]


def window(order: Order, turned: str) -> Window:
    return Window(
        order, "$limit", "$at" if turned == "after" else None, "$at" if turned == "before" else None,
        backward=turned == "before",
    )  # fmt: skip


@pytest.mark.parametrize(("order", "turned"), PAGES)
@pytest.mark.parametrize(("source", "given", "nodes"), ROADS)
def test_quotes_of_a_hub_are_read_for_a_page_alone(
    hub: Store, source: Source, given: dict[str, Any], nodes: bool, order: Order, turned: str
) -> None:
    text = statement(source, "", window(order, turned), nodes)
    assert most_rows(hub, text, {"w": topic(""), **given}) <= ENOUGH


@pytest.mark.parametrize(("order", "turned"), PAGES)
@pytest.mark.parametrize("walk", [walks.ALL_EVENTS, walks.ARTICLES, walks.named("Person")])
def test_so_is_everything_that_has_an_order(hub: Store, walk: Walk, order: Order, turned: str) -> None:
    block = Block(Names())
    names = walks.bind(block, walk, {})
    walks.rows(block, walk, names, "", window(order, turned))
    block.add(f"RETURN collect({names['it']}.id) AS found")
    assert most_rows(hub, block.text(), {}, "Name " if "Person" in walk.match else "") <= ENOUGH


ENOUGH = 60
"""Rows that a page of 20 may need: one more, twice where two branches meet."""


def most_rows(store: Store, text: str, given: dict[str, Any], prefix: str = "") -> int:
    """The rows of the operator that has most of them."""
    parameters = {**given, "limit": 21, "at": {"key": f"{prefix}2031-01-20", "id": "b"}}

    def profile(transaction: Any) -> Any:
        return transaction.run(f"PROFILE {text}", parameters).consume().profile

    return max(_rows(store.write(profile)))


def _rows(plan: dict[str, Any]) -> Iterator[int]:
    yield plan.get("rows", 0)
    for child in plan.get("children", ()):
        yield from _rows(child)
