"""How many of a page's objects, over all pages, bear which name, month, source or kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from api.plan.complete import Checked, Completer, Constant, Entry, Layout, Leaf, ListOf, Shape
from api.plan.planning import Here, Planned, leaf
from graph.errors import FixInput
from graph.reading.block import fill
from graph.reading.page import LIMIT

if TYPE_CHECKING:
    from api.plan.pages import Rows


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted of each object `<it>`."""

    who: str
    """Cypher that binds `<e>`, those who are counted as people and organisations."""
    where: str
    """Cypher that binds `<e>`, the places."""
    source: str
    """Cypher that binds `<a>`, its articles."""
    kind: str
    """An expression."""


QUOTES = Counted(
    "MATCH (<it>)<-[:SAID]-(<e>)", "MATCH (<it>)-[:ABOUT]->(<e>)", "MATCH (<it>)-[:IN]->(<a>:Article)", "<it>.kind"
)
EVENTS = Counted(
    "MATCH (<it>)<-[:TOOK_PART_IN]-(<e>)", "MATCH (<it>)-[:TOOK_PLACE_IN]->(<e>)",
    "MATCH (<it>)-[:REPORTED_IN]->(<a>:Article)", "<it>.type",
)  # fmt: skip
ARTICLES = Counted(
    "MATCH (<it>)-[:MENTIONS]->(<e>)", "MATCH (<it>)-[:MENTIONS]->(<e>)", "WITH <it>, <it> AS <a>", "<it>.language"
)
_ENTITIES = {"people": "Person", "organisations": "Organisation", "places": "Place"}


def _most(given: Mapping[str, Any]) -> int:
    first = given.get("first")
    if first is None or not 0 <= first <= LIMIT:
        raise FixInput(f"first: {first} is no number of counts.", f"Give a number from 0 to {LIMIT}.")
    return int(first)


def plan_facets(here: Here, counted: Counted, rows: Rows) -> Planned:
    """The object of all counts: each is a subquery over all the page's objects, and only where it is selected."""
    plan = here.plan
    (type_,) = plan.selection.possible(here.field)
    entries: list[Entry] = []
    cells = ["null"]
    most = here.bind_all(_most, 0)
    for key, child in plan.selection.children(here.field, type_).items():
        if child is None:
            entries.append(Entry(key, 0, Constant(type_.name)))
            continue
        each = here.of(here.block, here.names, child)
        if child.name in _ENTITIES:
            expression, completer = _entities(each, counted, rows, most)
        else:
            expression, completer = _values(each, counted, rows, most)
        entries.append(Entry(key, len(cells), completer))
        cells.append(expression)
    layout: Completer = Layout({type_.name: Shape(type_.name, entries)}, labelled=False, required=True)
    return f"[{', '.join(cells)}]", Checked(here.field.number, layout)


def _entities(here: Here, counted: Counted, rows: Rows, most: str) -> Planned:
    body = here.block.inside()
    names = rows.bind(body, None)
    e, count, found = body.fresh("e"), body.fresh("count"), here.block.fresh("counts")
    it = names["it"]
    match = counted.where if here.field.name == "places" else counted.who
    label = _ENTITIES[here.field.name]
    body.add(
        f"{fill(match, {'it': it, 'e': e})} WHERE {e}:{label}\nWITH {e}, count(DISTINCT {it}) AS {count}\n"
        f"ORDER BY {count} DESC, {e}.name, {e}.id LIMIT {most}"
    )
    (type_,) = here.plan.selection.possible(here.field)
    entries: list[Entry] = []
    cells: list[str] = []
    for key, child in here.plan.selection.children(here.field, type_).items():
        if child is None:
            entries.append(Entry(key, len(cells), Constant(type_.name)))
            cells.append("null")
        elif child.name == "node":
            row, layout = here.plan.object(body, {"it": e}, child, required=True)
            entries.append(Entry(key, len(cells), layout))
            cells.append(row)
        else:
            entries.append(Entry(key, len(cells), leaf(child)))
            cells.append(count)
    body.add(f"RETURN collect([{', '.join(cells)}]) AS {found}")
    here.block.call(body, found)
    return found, ListOf(Layout({type_.name: Shape(type_.name, entries)}, labelled=False, required=True))


def _values(here: Here, counted: Counted, rows: Rows, most: str) -> Planned:
    body = here.block.inside()
    names = rows.bind(body, None)
    it, found = names["it"], here.block.fresh("counts")
    match, value = "", f"substring({it}.day, 0, 7)"
    order, limit = "value", ""
    if here.field.name != "months":
        order, limit = "count DESC, value", f" LIMIT {most}"
    if here.field.name == "sources":
        a = body.fresh("a")
        match, value = fill(counted.source, {"it": it, "a": a}), f"{a}.source"
    elif here.field.name == "kinds":
        value = fill(counted.kind, {"it": it})
    body.add(
        f"{match}\nWITH {it}, {value} AS value WHERE value <> ''\n"
        f"WITH value, count(DISTINCT {it}) AS count ORDER BY {order}{limit}\nRETURN collect([value, count]) AS {found}"
    )
    here.block.call(body, found)
    places = {"value": 0, "count": 1}
    (type_,) = here.plan.selection.possible(here.field)
    entries = [
        Entry(key, 0, Constant(type_.name)) if child is None else Entry(key, places[child.name], Leaf(required=True))
        for key, child in here.plan.selection.children(here.field, type_).items()
    ]
    return found, ListOf(Layout({type_.name: Shape(type_.name, entries)}, labelled=False, required=True))
