"""Pages of anything but quotes, for many parents in one statement: a walk, its order, and conditions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from string import Template

from graph.reading import rows
from graph.reading.page import Page, Window
from graph.store import Store


@dataclass(frozen=True, slots=True)
class Walk:
    """How rows are reached from a `parent` (a map of parameters with `key`), and what is returned of each."""

    match: str
    """Cypher that binds the variables in `carry`; it ends before its WHERE."""
    carry: str
    """The variables that make a row, without doubles."""
    key: str
    """The expression sorted by first; text, never null."""
    ident: str
    row: str
    """A projection with the sort key (under `sort`) and `id`."""
    sort: str
    """Name of the sort key in a row."""


_PAGE = Template("""UNWIND $$parents AS parent
CALL (parent) {
  $match
  WHERE $key IS NOT NULL AND $ident IS NOT NULL $where
  WITH DISTINCT $carry ORDER BY $key $dir, $ident $dir LIMIT $$limit
  RETURN collect($row) AS found
}
RETURN parent.key AS key, found""")
_COUNT = Template("""UNWIND $$parents AS parent
CALL (parent) {
  $match
  WHERE true $where
  WITH DISTINCT $carry
  RETURN count(*) AS found
}
RETURN parent.key AS key, found""")

Parents = Sequence[Mapping[str, object]]
ROOT: Parents = ({"key": ""},)
"""The one parent of a root field."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """Conditions of ours (each without AND) with the parameters that they name."""

    texts: tuple[str, ...] = ()
    parameters: tuple[tuple[str, object], ...] = ()
    """Names with values; lists are kept as tuples, so that conditions can be compared."""

    def and_if(self, text: str, name: str, value: object) -> Conditions:
        """One more condition, unless there is no value for it."""
        if value is None or value == ():
            return self
        return Conditions((*self.texts, text), (*self.parameters, (name, value)))

    def text(self) -> str:
        return " ".join(f"AND {text}" for text in self.texts)

    def values(self) -> dict[str, object]:
        return {name: list(value) if isinstance(value, tuple) else value for name, value in self.parameters}


NONE = Conditions()


def statement(walk: Walk, where: Conditions, window: Window) -> str:
    """The statement for a page."""
    return _PAGE.substitute(
        match=walk.match, key=walk.key, ident=walk.ident, carry=walk.carry, row=walk.row, dir=window.direction,
        where=f"{where.text()} {window.within(walk.key, walk.ident)}",
    )  # fmt: skip


def pages(store: Store, walk: Walk, parents: Parents, where: Conditions, window: Window) -> dict[str, Page]:
    """One page for each parent's key, in one statement."""
    parameters = {"parents": [dict(p) for p in parents], **where.values(), **window.parameters()}
    found = store.read(statement(walk, where, window), parameters)
    return {str(r["key"]): window.page(r["found"], walk.sort) for r in found}  # type: ignore[arg-type]  # collect()


def counts(store: Store, walk: Walk, parents: Parents, where: Conditions) -> dict[str, int]:
    """How many rows each parent has in all, in one statement."""
    text = _COUNT.substitute(match=walk.match, carry=walk.carry, where=where.text())
    found = store.read(text, {"parents": [dict(p) for p in parents], **where.values()})
    return {str(r["key"]): int(str(r["found"])) for r in found}


def seek(variable: str, ident: str, *labels: str) -> str:
    """Cypher that binds the node with an id, whichever of the labels it has: one index seek for each."""
    branches = " UNION ".join(
        f"MATCH ({variable}:{label}) WHERE {variable}.id = {ident} RETURN {variable}" for label in labels
    )
    return f"CALL ({ident.split('.')[0]}) {{ {branches} }}"


def day_range(where: Conditions, day: str, since: str | None, until: str | None) -> Conditions:
    """Only days from `since` to `until`, both inclusive; what has no day is in no range."""
    where = where.and_if(f"{day} >= $since", "since", since)
    return where.and_if(f"{day} >= '0' AND {day} <= $until", "until", until)


def sure(where: Conditions, least: float | None) -> Conditions:
    """Only what an article asserts, by the relationship `r`, with a confidence of at least so much."""
    return where.and_if("r.confidence >= $confidence", "confidence", least)


_EVENT = rows.node("e", "Event")
_MENTION = f"link: {rows.link('r', 'MENTIONS')}, entity: {rows.node('n', *rows.ENTITIES)}}}"
_ANY_ENTITY = f"UNWIND parent.ids AS id {seek('n', 'id', *rows.ENTITIES)}"


def _events(match: str) -> Walk:
    return Walk(match, "e", "e.day", "e.id", _EVENT, "day")


ALL_EVENTS = _events("MATCH (e:Event)")
EVENTS_OF = _events(f"{_ANY_ENTITY} MATCH (n)-[:TOOK_PART_IN]->(e:Event)")
EVENTS_IN = _events(
    "UNWIND parent.ids AS id MATCH (:Place {id: id})<-[:LOCATED_IN*0..8]-(p:Place) WITH DISTINCT p "
    "MATCH (p)<-[:TOOK_PLACE_IN]-(e:Event)"
)
EVENTS_REPORTED = _events("UNWIND parent.ids AS id MATCH (:Article {id: id})<-[:REPORTED_IN]-(e:Event)")
ARTICLES = Walk("MATCH (a:Article)", "a", "a.day", "a.id", rows.node("a", "Article"), "day")
MENTIONS_OF = Walk(
    f"{_ANY_ENTITY} MATCH (n)<-[r:MENTIONS]-(a:Article)", "r, a, n", "a.day", "r.id",
    "{id: r.id, day: a.day, " + _MENTION, "day",
)  # fmt: skip
MENTIONS_IN = Walk(
    "UNWIND parent.ids AS id MATCH (a:Article {id: id})-[r:MENTIONS]->(n:Entity)", "r, a, n", "n.name", "r.id",
    "{id: r.id, name: n.name, " + _MENTION, "name",
)  # fmt: skip


def named(label: str) -> Walk:
    """All nodes of a label by name."""
    return Walk(f"MATCH (n:{label})", "n", "n.name", "n.id", rows.node("n", label), "name")
