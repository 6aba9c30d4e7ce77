"""What a node bears of its own, derived from what its articles say, and derived again when one of them goes.

A derived property depends on the set of what is said, never on the order in which it came.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph.found_by import found_by
from graph.turn import Kept, Turn

NAMED = ("Person", "Organisation", "Place")
_STATUS = ("happened", "alleged", "denied", "planned", "hypothetical")
_PRECISION = ("day", "month", "year", None)


def entities(turn: Turn, ends: Iterable[tuple[str, str]], left: Sequence[str]) -> None:
    """Derive the names of (label, element) again; take out entities that no article names.

    `left`: ids of places in which one lies no more.
    """
    labels = {element: label for label, element in ends}
    gone, rows, places = [], [], []
    for row in turn.each("names_of", "elements", sorted(labels)):
        if row["mentions"] or labels[row["element"]] == "Place":
            wanted = entity(row)
            rows.append((Kept(row["element"], row["properties"]), wanted | found_by(labels[row["element"]], wanted)))
        if not row["mentions"]:
            if labels[row["element"]] == "Place":
                places.append(row["properties"]["id"])
            else:
                gone.append(row["element"])
    taken = _unneeded_places(turn, [*places, *left])
    turn.each("delete_nodes", "elements", gone)
    turn.set_differing(row for row in rows if row[0].properties["id"] not in taken)


def named(label: str, properties: Mapping[str, Any], mentions: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """What a new node is called by these mentions; nothing for one whose name is not derived."""
    if label not in NAMED:
        return {}
    said = {name: [m[name] for m in mentions if m.get(name) is not None] for name in ("aliases", "wikidata")}
    names = [m["name"] for m in mentions]
    kinds = [m["place_kind"] for m in mentions if m.get("place_kind") is not None]
    return entity({"properties": properties, "names": names, **said, "kinds": kinds})


def adds_nothing(there: Mapping[str, Any], said: Mapping[str, Any]) -> bool:
    """Whether one more mention leaves the entity as it is, so that those of a hub need not all be looked at."""
    known = {there.get("name"), *(there.get("aliases") or ())}
    gazetteer = "latitude" in there
    return (
        {said["name"], *said["aliases"]} <= known
        and (gazetteer or best_name(there["id"], {there["name"], said["name"]}) == there["name"])
        and said.get("wikidata") in (None, there.get("wikidata"))
        and (gazetteer or said.get("place_kind") in (None, there.get("kind")))
    )


def entity(row: Mapping[str, Any]) -> dict[str, Any]:
    """Name, aliases and the like from all mentions. A place of the gazetteer keeps the gazetteer's name and kind."""
    there = row["properties"]
    names, others = set(row["names"]), {alias for some in row["aliases"] for alias in some}
    gazetteer = there.get("latitude") is not None  # seas and regions have no GeoNames id
    name = there["name"] if gazetteer else best_name(there["id"], names)
    found = {"name": name, "aliases": sorted((names | others) - {name}) or None}
    found["wikidata"] = min(row["wikidata"], default=None)
    if not gazetteer and there["id"].startswith("place/"):
        found["kind"] = min(row["kinds"], default=None)
    return found


def best_name(node: str, names: set[str]) -> str | None:
    """The name that the id was made of if one article writes it so, else the one with most words."""
    tail = node.partition("/")[2].partition("~")[0]
    return min(names, key=lambda name: (slug(name) != tail, -len(name.split()), len(name), name), default=None)


def events(turn: Turn, elements: Sequence[str]) -> None:
    """Derive events from what is reported of them; take out those that no article reports."""
    rows, gone = [], []
    for row in turn.each("reports_of", "elements", elements):
        if row["reports"]:
            rows.append((Kept(row["element"], row["properties"]), event(row["reports"])))
        else:
            gone.append(row["element"])
    turn.set_differing(rows)
    turn.each("delete_nodes", "elements", gone)


def event(reports: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Label: what most articles call it, then the earliest. Date: the most precise. Status: the latest word."""
    early = sorted(reports, key=lambda r: (r["published"] or "9999", r["article"], r["start"], r["id"]))
    labels = Counter(r["label"] for r in early)
    dated = min(early, key=lambda r: _PRECISION.index(r.get("date_precision")))
    latest = max((r["published"] or "") for r in early)
    status = min((r["status"] for r in early if (r["published"] or "") == latest), key=_STATUS.index)
    day = dated.get("date")
    return {
        "type": early[0]["type"],
        "label": max(labels, key=lambda label: labels[label]),
        "date": day,
        "date_end": dated.get("date_end"),
        "date_precision": dated.get("date_precision"),
        "date_words": dated.get("date_words"),
        "status": status,
        "day": day.isoformat() if day else "",
    }


def _unneeded_places(turn: Turn, ids: Sequence[str]) -> set[str]:
    """Take out places that nothing needs, then those in which they lay. Returns whom it took."""
    taken: set[str] = set()
    while ids:
        rows = turn.each("unneeded_places", "ids", sorted(set(ids)))
        taken |= {row["id"] for row in rows}
        ids = [above for row in rows for above in row["above"]]
    return taken


def slug(name: str) -> str:
    """A name as an id holds it."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "-".join("".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c)).split())
