"""The reference itself, where it is more than a look-up, on a graph of a few nodes."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.reference.compare import differences
from tests.api.reference.connected import network, shortest
from tests.api.reference.counted import _quote_facets, _timeline_of_all, timeline_of
from tests.api.reference.fields import Run
from tests.api.reference.filters import fits
from tests.api.reference.model import Graph, Link, Node
from tests.api.reference.pages import asked, page


def N(label: str, ident: str, **values: Any) -> Node:  # noqa: N802 - a factory
    return Node(label, {"id": ident, "name": ident, **values})


ANN, BEN, CLUB, ELSE = N("Person", "ann"), N("Person", "ben"), N("Organisation", "club"), N("Unnamed", "somebody")
TOWN, LAND = N("Place", "town", country="XX"), N("Place", "land")
TALKS = N("Event", "talks", type="Talks", day="2031-05-06", status=None)
ONE = N("Article", "one", day="2031-05-06", source="Gazette", headline="Talks in Town", byline=None)
TWO = N("Article", "two", day="", source="")
YES = N("Quote", "yes", text="Yes to Talks", kind="direct", day="2031-05-06", said_on=None, confidence=0.9)
NO = N("Quote", "no", text="No", kind="indirect", day="", confidence=None)
LINKS = (
    ("MENTIONS", ONE, ANN), ("MENTIONS", ONE, BEN), ("MENTIONS", ONE, BEN), ("MENTIONS", TWO, ANN),
    ("MENTIONS", TWO, BEN), ("MENTIONS", ONE, TOWN), ("MENTIONS", ONE, ELSE), ("SAID", ANN, YES), ("SAID", CLUB, YES),
    ("SAID", ANN, NO), ("IN", YES, ONE), ("IN", NO, TWO), ("ABOUT", YES, TOWN), ("ABOUT", YES, TOWN),
    ("LOCATED_IN", TOWN, LAND), ("TOOK_PLACE_IN", TALKS, TOWN), ("REPORTED_IN", TALKS, ONE),
    ("TOOK_PART_IN", BEN, TALKS),
)  # fmt: skip


@pytest.fixture(scope="module")
def run() -> Run:
    nodes = (ANN, BEN, CLUB, ELSE, TOWN, LAND, TALKS, ONE, TWO, YES, NO)
    links = [Link(type_, start, end, {"confidence": 0.5}) for type_, start, end in LINKS]
    for link in links:
        link.start.out[link.type].append(link)
        link.end.into[link.type].append(link)
    return Run(Graph(None, {node.id: node for node in nodes}, links), 100)  # type: ignore[arg-type]  # nothing is read


@pytest.mark.parametrize(
    ("kind", "item", "where", "holds"),
    [
        ("Quote", YES, {}, True),
        ("Quote", YES, {"and": []}, True),
        ("Quote", YES, {"or": []}, False),
        ("Quote", YES, {"text": {"contains": "TALKS"}, "kind": ["direct"]}, True),
        ("Quote", YES, {"text": {"contains": "TALKS"}, "kind": ["indirect"]}, False),
        ("Quote", NO, {"confidence": {"min": 0}}, False),
        ("Quote", NO, {"not": {"confidence": {"min": 0}}}, True),
        ("Quote", YES, {"saidOn": {"since": "2000-01-01"}}, False),
        ("Quote", YES, {"published": {"on": "2031-05-06"}, "speakerType": ["Organisation"], "aboutId": ["town"]}, True),
        ("Quote", NO, {"or": [{"speakerId": ["ben"]}, {"source": {"eq": "gazette"}}]}, False),
        ("Event", TALKS, {"placeId": ["land"], "confidence": {"max": 0.5}, "source": {"in": ["X", "GAZETTE"]}}, True),
        ("Event", TALKS, {"status": ["happened"]}, False),
        ("Article", ONE, {"byline": {"contains": ""}}, False),
        ("Article", ONE, {"headline": {"startsWith": "talks"}, "mentionsId": ["ben", "nobody"]}, True),
        ("Entity", BEN, {"mentionedIn": {"not": {"source": {"eq": "Gazette"}}}, "quoted": False}, True),
        ("Entity", BEN, {"country": ["XX"]}, False),
    ],
)
def test_filters(run: Run, kind: str, item: Node, where: dict[str, Any], holds: bool) -> None:
    assert fits(run.graph, kind, item, where) is holds


def test_facets(run: Run) -> None:
    found = page(asked({"first": 1}, "newest", 100), [YES, NO], lambda quote: (quote.get("day"), quote.id))
    assert _quote_facets(found, run, {"first": 10}) == {
        "people": [{"node": ANN, "count": 2}],
        "organisations": [{"node": CLUB, "count": 1}],
        "places": [{"node": TOWN, "count": 1}],
        "months": [{"value": "2031-05", "count": 1}],
        "sources": [{"value": "Gazette", "count": 1}],
        "kinds": [{"value": "direct", "count": 1}, {"value": "indirect", "count": 1}],
    }


def test_timelines(run: Run) -> None:
    may = {"start": "2031-05-01", "end": "2031-05-31"}
    args = {"unit": "month", "days": None, "source": None}
    of_land = {**may, "articles": 0, "quotes": 0, "quotesAbout": 0, "events": 1}
    assert timeline_of(LAND, run, args) == [of_land]
    assert timeline_of(TOWN, run, args) == [of_land | {"articles": 1, "quotesAbout": 1}]
    assert _timeline_of_all(None, run, args) == [of_land | {"articles": 1, "quotes": 1, "quotesAbout": None}]
    assert _timeline_of_all(None, run, {**args, "source": "nobody's"}) == []
    assert timeline_of(TOWN, run, {**args, "days": {"since": "2031-05-07"}}) == []


def test_networks(run: Run) -> None:
    args = {"name": None, "id": "ann", "types": None, "days": None, "source": None, "first": 25}
    made = network(None, run, {**args, "kind": "mentioned", "minWeight": 1})
    assert [node.id for node in made["nodes"]] == ["ann", "ben", "town"]
    assert [(link["source"].id, link["target"].id, link["weight"]) for link in made["links"]] == [
        ("ann", "ben", 2), ("ann", "town", 1), ("ben", "town", 1),
    ]  # fmt: skip
    quoted = network(None, run, {**args, "kind": "quoted", "minWeight": 1})
    assert [node.id for node in quoted["nodes"]] == ["ann", "club"]


@pytest.mark.parametrize(
    ("start", "end", "steps", "mentions", "length"),
    [
        ("ann", "club", 4, False, 2),
        ("ann", "town", 2, False, 2),
        ("ann", "ben", 3, False, None),
        ("ann", "ben", 4, False, 4),
        ("ann", "ben", 4, True, 2),
        ("ann", "ann", 1, False, 0),
    ],
)
def test_paths(run: Run, start: str, end: str, steps: int, mentions: bool, length: int | None) -> None:
    one, other = run.graph.nodes[start], run.graph.nodes[end]
    assert shortest(one, other, steps, mentions=mentions) == length


def test_answers_are_held_against_each_other() -> None:
    def answer(data: Any, *paths: list[str], cut: Any = ()) -> dict[str, Any]:
        return {"data": data, "errors": [{"path": p, "message": p[-1]} for p in paths], "extensions": {"cut": cut}}

    def differ(one: dict[str, Any], other: dict[str, Any], every: dict[str, Any] | None = None) -> bool:
        return bool(differences(one, other, lambda: every or other))

    assert not differ(answer({"a": 1, "b": 1.0}), answer({"a": 1, "b": 1.0}))
    assert differ(answer({"a": 1, "b": 1}), answer({"b": 1, "a": 1}))
    assert differ(answer({"a": 1}), answer({"a": 1.0}))
    # Within an object that became null either error may be told, but no other, and not none.
    either = answer({"o": None}, ["o", "x"], ["o", "y"])
    assert not differ(answer({"o": None}, ["o", "x"]), answer({"o": None}, ["o", "y"]), either)
    assert differ(answer({"o": None}, ["o", "z"]), answer({"o": None}, ["o", "y"]), either)
    assert differ(answer({"o": None}), answer({"o": None}, ["o", "y"]), either)
    cut = [{"path": ["o"], "links": 100}]
    assert differ(answer({"o": []}, cut=cut), answer({"o": []}))
