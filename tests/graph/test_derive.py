"""What nodes bear of their own follows from what is said of them, in whatever order."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from graph.derive import adds_nothing, best_name, entity, event
from graph.forget import forget
from graph.store import Store
from graph.write import write
from tests.graph.stories import harbour, strike

MONDAY = {"date": date(2025, 3, 3), "date_precision": "day", "date_words": "Monday"}
MARCH = {"date": date(2025, 3, 1), "date_end": date(2025, 3, 31), "date_precision": "month"}


def report(article: str, published: str, status: str, label: str, **more: object) -> dict[str, object]:
    return {"article": article, "published": published, "status": status, "label": label, "type": "Talks", "start": 0,
            "id": article} | more  # fmt: skip


def test_an_event_has_the_most_precise_date_and_the_latest_status() -> None:
    reports = [
        report("a", "2025-03-01", "planned", "talks", **MARCH),
        report("b", "2025-03-02", "planned", "talks in Tallmouth", **MONDAY),
        report("c", "2025-03-04", "happened", "talks in Tallmouth"),
    ]
    for order in permutations(reports):
        assert event(order) == {
            "type": "Talks", "label": "talks in Tallmouth", "date": date(2025, 3, 3), "date_end": None,
            "date_precision": "day", "date_words": "Monday", "status": "happened", "day": "2025-03-03",
        }  # fmt: skip


def test_an_event_without_a_date_has_an_empty_day() -> None:
    assert event([report("a", "", "alleged", "talks")])["day"] == ""


@pytest.mark.parametrize(
    ("node", "names", "best"),
    [
        ("person/vera-lindholm", {"Lindholm", "Vera Lindholm", "President Vera Lindholm"}, "Vera Lindholm"),
        ("person/volodymyr-zelensky", {"Volodymyr Zelenskyy", "Zelenskyy"}, "Volodymyr Zelenskyy"),
        ("person/lindholm~1234abcd", {"Lindholm"}, "Lindholm"),
        ("person/nobody", set(), None),
    ],
)
def test_the_name(node: str, names: set[str], best: str | None) -> None:
    assert best_name(node, names) == best


def test_a_place_of_the_gazetteer_keeps_its_name() -> None:
    there = {"id": "place/tallmouth-1", "geonames": 1, "latitude": 1.5, "name": "Tallmouth", "kind": "city"}
    row = {"properties": there, "names": ["Tall Mouth"], "aliases": [["Mouth"]], "wikidata": [], "kinds": ["city"]}
    assert entity(row) == {"name": "Tallmouth", "aliases": ["Mouth", "Tall Mouth"], "wikidata": None}


def test_a_mention_by_known_names_adds_nothing() -> None:
    there = {"id": "person/vera-lindholm", "name": "Vera Lindholm", "aliases": ["Lindholm"]}
    assert adds_nothing(there, {"name": "Lindholm", "aliases": []})
    assert not adds_nothing(there, {"name": "Lindholm", "aliases": ["Vera"]})
    assert not adds_nothing({"id": "person/vera-lindholm"}, {"name": "Lindholm", "aliases": []})


@pytest.mark.store
def test_an_alias_goes_with_the_last_article_that_uses_it(newsgraph_graph: Store) -> None:
    write(newsgraph_graph, harbour())
    write(newsgraph_graph, strike())
    names = "MATCH (p:Person {id: 'person/vera-lindholm'}) RETURN p.name AS name, p.aliases AS aliases"
    assert newsgraph_graph.read(names) == [{"name": "Vera Lindholm", "aliases": ["Lindholm", "Vera Líndholm"]}]
    forget(newsgraph_graph, "harbour")
    assert newsgraph_graph.read(names) == [{"name": "Vera Líndholm", "aliases": None}]


@pytest.mark.store
def test_a_place_stays_as_long_as_something_lies_in_it(newsgraph_graph: Store) -> None:
    write(newsgraph_graph, harbour())
    write(newsgraph_graph, strike())
    forget(newsgraph_graph, "harbour")
    where = "MATCH (p:Place) RETURN p.name AS name, p.location.latitude AS latitude ORDER BY name"
    assert newsgraph_graph.read(where) == [
        {"name": "Farland", "latitude": 10.0},
        {"name": "Tallmouth", "latitude": 10.5},
    ]
    forget(newsgraph_graph, "strike")
    assert newsgraph_graph.read(where) == []
