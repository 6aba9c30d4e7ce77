"""Merging: two nodes are one, and stay one whatever is loaded. The ids that are given up lead to the one that is kept.

Facts keep their ids, their evidence and their article; their ends, and what repeats an end, become the kept one's.
Where two facts become one, or one has the same at both ends, the originals are set aside (`graph.change.decisions`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from graph.change.decisions import NAMED
from graph.change.redecide import redecide
from graph.errors import FixInput
from graph.turn import Kept, Turn

_PLACE = ("name", "kind", "geonames", "latitude", "longitude", "country")
"""What a place bears by the gazetteer."""


@dataclass(frozen=True, slots=True)
class Found:
    """A node that can be merged or split, as it is in the graph."""

    label: str
    id: str
    element: str
    properties: Mapping[str, Any]
    within: tuple[str, ...]
    """Ids of the places in which a place lies."""


def merge(turn: Turn, keep: str, give: str, *, force: bool = False) -> str:
    """Make two entities one, given by their ids; the id of the one that is kept. Made before, it changes nothing.

    Raises FixInput where there is no such entity, where the two are of different kinds, and, unless `force`, where
    something says that they are two: other Wikidata items or GeoNames places, or a fact that passes between them.
    """
    ours, other = found(turn, keep), found(turn, give)
    if ours.id == other.id:
        if keep == give:
            raise FixInput(f"{keep} cannot be merged with itself.", "Give the ids of two.")
        return ours.id
    _compare(ours, other)
    if not force:
        _hold_apart(turn, ours, other)
    if ours.label == "Place":
        turn.rows("move_places", give=other.element, keep=ours.element)
    now = datetime.now(UTC).isoformat()
    turn.noted("note_merge", former=other.id, into=ours.id, bears=_own(other), at=now)
    articles = [row["article"] for row in turn.rows("articles_on", element=other.element)]
    redecide(turn, articles, [ours.id, other.id])
    left = turn.nodes_there([(other.label, other.id)])
    turn.each("delete_nodes", "elements", [kept.element for kept in left.values()])
    name_former(turn, ours.id)
    return ours.id


def found(turn: Turn, ident: str) -> Found:
    """The entity with this id, or that stands for it since a merge. Raises FixInput where there is none."""
    rows = turn.rows("entity_there", id=ident)
    if not rows:
        kinds = ", ".join(label.lower() for label in NAMED)
        raise FixInput(f"There is no entity {ident}.", f"Give the id of a {kinds}, such as person/ivan-example.")
    row = rows[0]
    label = next(label for label in row["labels"] if label != "Entity")
    return Found(label, row["properties"]["id"], row["element"], row["properties"], tuple(row["within"]))


def name_former(turn: Turn, ident: str) -> None:
    """Have the node bear the ids that were given up for it."""
    one = next((row for row in turn.rows("entity_there", id=ident) if row["properties"]["id"] == ident), None)
    if one is not None:
        rows = turn.rows("merges_into", id=ident)
        former = sorted(row["of"]["former"] for row in rows if row["kind"] == "merged")
        turn.set_differing([(Kept(one["element"], one["properties"]), {"former_ids": former or None})])


def _compare(ours: Found, other: Found) -> None:
    if ours.label != other.label:
        raise FixInput(
            f"{ours.id} is a {ours.label.lower()} and {other.id} a {other.label.lower()}.", "Only like can be merged."
        )
    if ours.properties.get("geonames") is None and other.properties.get("geonames") is not None:
        raise FixInput(
            f"The gazetteer knows where {other.id} lies, and not where {ours.id} does.",
            f"Keep {other.id} and give up {ours.id}.",
        )


def _hold_apart(turn: Turn, ours: Found, other: Found) -> None:
    for name, what in (("wikidata", "Wikidata item"), ("geonames", "GeoNames id")):
        one, two = ours.properties.get(name), other.properties.get(name)
        if one is not None and two is not None and one != two:
            raise FixInput(f"{ours.id} has the {what} {one} and {other.id} has {two}.", _FORCE)
    rows = turn.rows("facts_between", one=ours.element, other=other.element)
    if rows:
        many = f"{len(rows)} facts pass" if len(rows) > 1 else "A fact passes"
        first = f"{rows[0]['type']} in {rows[0]['article']}"
        raise FixInput(f"{many} between {ours.id} and {other.id}, such as {first}: they may be two.", _FORCE)


_FORCE = "If they are one all the same, force it; what passes between the two is then not shown."


def _own(place: Found) -> str | None:
    if place.label != "Place":
        return None
    bears = {name: place.properties[name] for name in _PLACE if place.properties.get(name) is not None}
    return json.dumps({"bears": bears, "within": list(place.within)}) if "geonames" in bears else None
