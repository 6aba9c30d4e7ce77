"""Bringing what articles say to what they say now, by the differences alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph import derive
from graph.changes import Changes
from graph.facts import Link, Node
from graph.found_by import found_by
from graph.model import NODE, RELATIONSHIP
from graph.turn import Kept, Turn, light

End = tuple[str, str]
"""(label, id)"""
_NAMES = ("name", "aliases", "wikidata", "place_kind")


@dataclass(frozen=True, slots=True)
class Saying:
    """What one article is to say from now on."""

    article: str
    kept: Kept | None
    """Its node, where it is in the graph."""
    properties: Mapping[str, Any]
    """What its node is to bear."""
    nodes: tuple[Node, ...] = ()
    links: tuple[Link, ...] = ()


def clear(turn: Turn, article: str) -> None:
    """Take out all that an article says; its node stays."""
    turn.noted("drop_aside", articles=[article])
    _Replacing(turn, turn.links_of([article]), []).all()


def replace(turn: Turn, said: Sequence[Mapping[str, Any]], sayings: Sequence[Saying]) -> set[str]:
    """Write what articles say. `said`: what they have said so far. Returns the ids of the articles that changed."""
    return _Replacing(turn, said, sayings).all()


class _Replacing:
    def __init__(self, turn: Turn, said: Sequence[Mapping[str, Any]], sayings: Sequence[Saying]) -> None:
        self._turn = turn
        self._said = said
        self._sayings = sayings
        self._links = [link for saying in sayings for link in saying.links]
        self._wanted: dict[End, dict[str, Any]] = {}
        for saying in sayings:
            for node in saying.nodes:
                self._wanted.setdefault((node.label, node.id), {}).update(node.properties)
        self._there = turn.nodes_there(self._wanted)
        self._elements = {end: kept.element for end, kept in self._there.items()}
        self._changed: set[str] = set()

    def all(self) -> set[str]:
        self._make_nodes()
        self._set_nodes()
        self._bring_links()
        left = self._bring_places()
        self._derive(left)
        return self._changed

    def _make_nodes(self) -> None:
        """Make what is not there, with what it bears of its own by these articles: nobody else speaks of it yet."""
        mentions = _by_end(self._links, "MENTIONS", end=True)
        days = {saying.article: saying.properties["day"] for saying in self._sayings}
        reports = _by_end(self._links, "REPORTED_IN", end=False)
        rows = []
        arrived = self._arrived()
        for saying in self._sayings:
            if saying.kept is None:
                rows.append(("Article", saying.article, saying.properties))
                self._changed.add(saying.article)
            else:
                self._elements["Article", saying.article] = saying.kept.element
        for (label, node), properties in self._wanted.items():
            if (label, node) in self._there:
                continue
            told = {**properties, "id": node}
            if found := mentions.get((label, node)):
                told |= derive.named(label, told, found)
            if found := reports.get((label, node)):
                told |= derive.event([{**report, "published": days[report["article"]]} for report in found])
            rows.append((label, node, told | found_by(label, told) | arrived.get((label, node), {})))
        made = self._turn.each(
            "create_nodes",
            "rows",
            [
                {
                    "labels": [label, "Entity"] if NODE[label].entity else [label],
                    "properties": {k: v for k, v in light(properties).items() if v is not None} | {"id": node},
                    "vector": properties.get("vector"),
                }
                for label, node, properties in rows
            ],
        )
        self._elements |= {(row["label"], row["id"]): row["element"] for row in made}

    def _arrived(self) -> dict[End, dict[str, Any]]:
        """The numbers of new quotes, in the order of the articles and of their texts."""
        new = {
            ("Quote", node.id): (order, node.properties.get("starts") or [], node.id)
            for order, saying in enumerate(self._sayings)
            for node in saying.nodes
            if node.label == "Quote" and (node.label, node.id) not in self._there
        }
        numbers = self._turn.numbers(len(new))
        return {end: {"arrived": next(numbers)} for end in sorted(new, key=lambda end: new[end])}

    def _set_nodes(self) -> None:
        differing: list[tuple[Kept, Mapping[str, Any]]] = []
        for end, kept in self._there.items():
            wanted: dict[str, Any] = self._wanted[end]
            if NODE[end[0]].owned:
                wanted = dict.fromkeys(set(kept.properties) - {"id", "arrived"}) | wanted
            if wanted:
                wanted = wanted | found_by(end[0], {**kept.properties, **wanted})
            differing.append((kept, wanted))
        differing += [(saying.kept, saying.properties) for saying in self._sayings if saying.kept is not None]
        changed = self._turn.set_differing(differing)
        for saying in self._sayings:
            ours = {self._elements["Article", saying.article]}
            ours |= {self._elements[node.label, node.id] for node in saying.nodes}
            if ours & changed:
                self._changed.add(saying.article)

    def _bring_links(self) -> None:
        new = {(link.type, link.id): link for link in self._links if RELATIONSHIP[link.type].asserted}
        old = {(row["type"], row["properties"]["id"]): row for row in self._said}
        # a fact whose end is another by a decision is made anew: a relationship's ends cannot be set
        moved = {key for key, link in new.items() if key in old and _ends_of(old[key]) != (link.start[1], link.end[1])}
        gone = [row for key, row in old.items() if key not in new or key in moved]
        stays = [(old[key], link) for key, link in new.items() if key in old and key not in moved]
        other = [(row, link) for row, link in stays if _asserted(row) != _told(link)]
        made = [link for key, link in new.items() if key not in old or key in moved]
        self._turn.each("delete_links", "elements", [row["element"] for row in gone])
        rows = [{"element": row["element"], "properties": _told(link) | _arrival(row)} for row, link in other]
        self._turn.each("set_links", "rows", rows)
        self._turn.count(Changes(properties_set=len(rows)))
        arrived = {link.id: _arrival(old[link.type, link.id]) for link in made if (link.type, link.id) in moved}
        reports = [link for link in made if link.type == "REPORTED_IN" and link.id not in arrived]
        numbers = self._turn.numbers(len(reports))
        arrived |= {link.id: {"arrived": next(numbers)} for link in reports}
        self._turn.each("create_links", "rows", [self._row(link, arrived.get(link.id)) for link in made])
        self._changed |= {row["properties"]["article"] for row in gone}
        self._changed |= {str(link.properties["article"]) for link in (*made, *(link for _, link in other))}

    def _bring_places(self) -> list[str]:
        """Where places lie, by the gazetteer. Returns the places in which one lies no more."""
        lying = {link.start: link for link in self._links if not RELATIONSHIP[link.type].asserted}
        new, moved = [], []
        for end, link in lying.items():
            within = self._there[end].within if end in self._there else ()
            if not within:
                new.append(self._row(link))
            elif within != (link.end[1],):
                moved.append({"start": end[1], "end": link.end[1], **link.properties})
        self._turn.each("create_links", "rows", new)
        return [place for row in self._turn.each("located_in", "rows", moved) for place in row["left"]]

    def _derive(self, left: Sequence[str]) -> None:
        """Take out what is said no more, and derive again what nodes bear that were there before."""
        before = _ends(self._said)
        gone = {end: element for end, element in before.items() if end not in self._wanted}
        owned = sorted(element for (label, _), element in gone.items() if NODE[label].owned)
        self._turn.each("delete_nodes", "elements", owned)
        elements = before | self._elements
        renamed = [(end[0], elements[end]) for end in self._renamed()]
        derive.entities(self._turn, renamed, left)
        told = {link.start for link in self._links if link.type == "REPORTED_IN"}
        events = [
            elements[end]
            for end in sorted({*self._wanted, *gone})
            if end[0] == "Event" and (end in self._there or end in gone or end not in told)
        ]
        derive.events(self._turn, events)

    def _renamed(self) -> list[End]:
        """The entities that were there before and of whose names an article says something else now."""
        before = {(r["start"], _end(r, "end")): r["properties"] for r in self._said if r["type"] == "MENTIONS"}
        after = {(link.start[1], link.end): link.properties for link in self._links if link.type == "MENTIONS"}
        changed = set()
        for key in {*before, *after}:
            was, now, end = before.get(key), after.get(key), key[1]
            same = was is not None and now is not None and all(was.get(name) == now.get(name) for name in _NAMES)
            fresh = was is None and end not in self._there
            nothing_new = was is None and now is not None and not fresh and self._adds_nothing(end, now)
            if end[0] in derive.NAMED and not (same or fresh or nothing_new):
                changed.add(end)
        return sorted(changed)

    def _adds_nothing(self, end: End, said: Mapping[str, Any]) -> bool:
        return derive.adds_nothing(self._there[end].properties, said)

    def _row(self, link: Link, arrived: dict[str, Any] | None = None) -> dict[str, Any]:
        start, end = self._elements[link.start], self._elements[link.end]
        return {"type": link.type, "start": start, "end": end, "properties": _told(link) | (arrived or {})}


def _by_end(links: Iterable[Link], kind: str, *, end: bool) -> dict[End, list[Mapping[str, Any]]]:
    found: dict[End, list[Mapping[str, Any]]] = {}
    for link in links:
        if link.type == kind:
            found.setdefault(link.end if end else link.start, []).append(link.properties)
    return found


def _told(link: Link) -> dict[str, Any]:
    return {name: value for name, value in link.properties.items() if value is not None}


def _asserted(row: Mapping[str, Any]) -> dict[str, Any]:
    """What a fact of the graph bears, but for when it arrived: no article says that."""
    return {name: value for name, value in row["properties"].items() if name != "arrived"}


def _arrival(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row["properties"].items() if name == "arrived"}


def _end(row: Mapping[str, Any], which: str) -> End:
    return next(label for label in row[f"{which}_labels"] if label != "Entity"), row[which]


def _ends_of(row: Mapping[str, Any]) -> tuple[str, str]:
    return row["start"], row["end"]


def _ends(said: Iterable[Mapping[str, Any]]) -> dict[End, str]:
    return {
        end: row[f"{which}_element"]
        for row in said
        for which in ("start", "end")
        if (end := _end(row, which))[0] != "Article"
    }
