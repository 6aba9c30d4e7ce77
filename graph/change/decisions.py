"""What people have decided on who is who, and what articles say by it. Pure.

The reader's own word about an article, its original facts, is never lost: a fact that a decision leads elsewhere says
in `was` where it led before, and what no link can show (two facts that became one, a fact between two that are one
now) is set aside. So the facts of an article in the graph are always its original facts with the decisions applied,
and a decision can be taken back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from graph.facts import Link, Node, Value

NAMED = ("Person", "Organisation", "Place")
"""Labels whose nodes can be merged and split: the unnamed belong to one article."""
_REPEATED = ("speaker", "target", "according_to")
"""Properties of facts that hold the id of an entity."""
_DAYS = ("on", "date", "date_end")
_SAME = ("start", "end", "speaker", "role", "title", "verb")
"""What two facts of one type between the same two share, if they are one."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """Those that bear on some articles."""

    merged: Mapping[str, str] = field(default_factory=dict)
    """By an id that a merge gave up: the id that stands for it now."""
    apart: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """By article and id: whom this article means by it."""
    names: Mapping[str, str] = field(default_factory=dict)
    """By id of one who was split off: how a person has called it."""
    former: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By id: the ids that merges gave up for it, sorted."""
    aside: Mapping[str, tuple[Link, ...]] = field(default_factory=dict)
    """By article: its original facts that are not shown as they are."""

    def now(self, article: str, ident: str) -> str:
        """Whom an article means by an id of its original facts."""
        known = self.apart.get((article, ident))
        if known is not None:
            return known
        kept = self.merged.get(ident, ident)
        return self.apart.get((article, kept), kept)


@dataclass(frozen=True, slots=True)
class Decided:
    """What an article says by the decisions."""

    links: tuple[Link, ...]
    aside: tuple[Link, ...]


def decide(article: str, originals: Iterable[Link], decisions: Decisions) -> Decided:
    """The facts of an article as decided. The same originals and decisions give the same facts, in the same order."""
    groups: dict[tuple[object, ...], list[tuple[Link, Link]]] = {}
    aside: list[Link] = []
    for original in originals:
        if original.type == "LOCATED_IN":
            place = _placed(original, decisions)
            if place is not None:
                groups[_key(place)] = [(place, place)]
            continue
        link = _renamed(article, original, decisions)
        if link is not original and link.start == link.end:
            aside.append(original)  # nobody meets himself
            continue
        groups.setdefault(_key(link), []).append((original, link))
    shown: list[Link] = []
    for group in groups.values():
        link = group[0][1]
        if len(group) > 1:
            if all(renamed is original for original, renamed in group):
                shown += [renamed for _, renamed in group]
                continue
            together = _mentions if link.type == "MENTIONS" else _surest
            link = together([renamed for _, renamed in group])
            aside += [original for original, _ in group]
        named = decisions.names.get(link.end[1]) if link.type == "MENTIONS" else None
        if named is not None and named != link.properties["name"]:
            aside += [original for original, _ in group] if len(group) == 1 else []
            link = _called(link, named)
        shown.append(link)
    return Decided(tuple(shown), tuple(sorted(aside, key=lambda each: (each.type, each.id))))


def originals(links: Iterable[Link], aside: Sequence[Link]) -> list[Link]:
    """The original facts of an article: of what the graph shows, and what is set aside."""
    known = {(link.type, link.id) for link in aside}
    return [_undone(link) for link in links if (link.type, link.id) not in known] + list(aside)


def decided_nodes(article: str, nodes: Sequence[Node], links: Iterable[Link], decisions: Decisions) -> tuple[Node, ...]:
    """The nodes of an article as decided. What the reader says of one who is another now says nothing of the other."""
    found: dict[tuple[str, str], dict[str, Value]] = {}
    read = {(node.label, node.id): node.properties for node in nodes}
    for node in nodes:
        now = decisions.now(article, node.id) if node.label in NAMED else node.id
        bears = found.setdefault((node.label, now), {})
        if now == node.id:
            bears.update(node.properties)
    for link in links:
        for end in (link.start, link.end):
            if end[0] in NAMED and end not in found:
                found[end] = dict(read.get(end, {}))
    for (label, ident), bears in found.items():
        if label in NAMED and ident in decisions.former:
            bears["former_ids"] = list(decisions.former[ident])
    return tuple(Node(label, ident, bears) for (label, ident), bears in sorted(found.items()))


def as_text(link: Link) -> str:
    """A fact as one line of JSON."""
    properties = {k: v.isoformat() if isinstance(v, date) else v for k, v in link.properties.items()}
    return json.dumps([link.type, link.id, link.start, link.end, properties], ensure_ascii=False, sort_keys=True)


def from_text(text: str) -> Link:
    """The fact that `as_text` wrote."""
    kind, ident, start, end, properties = json.loads(text)
    properties |= {name: date.fromisoformat(properties[name]) for name in _DAYS if name in properties}
    return Link(kind, ident, tuple(start), tuple(end), properties)


def _renamed(article: str, link: Link, decisions: Decisions) -> Link:
    was: list[str] = []

    def end(which: str, node: tuple[str, str]) -> tuple[str, str]:
        now = decisions.now(article, node[1]) if node[0] in NAMED else node[1]
        if now != node[1]:
            was.append(f"{which} {node[1]}")
        return node[0], now

    start, far = end("from", link.start), end("to", link.end)
    properties: dict[str, Value] = dict(link.properties)
    for name in _REPEATED:
        ident = properties.get(name)
        if isinstance(ident, str) and ident and (now := decisions.now(article, ident)) != ident:
            was.append(f"{name} {ident}")
            properties[name] = now
    return Link(link.type, link.id, start, far, {**properties, "was": was}) if was else link


def _placed(link: Link, decisions: Decisions) -> Link | None:
    """Where a place lies is the gazetteer's word, not the article's: one that was given up lies nowhere."""
    end = link.end[0], decisions.merged.get(link.end[1], link.end[1])
    return None if link.start[1] in decisions.merged or link.start == end else replace(link, end=end)


def _undone(link: Link) -> Link:
    was = link.properties.get("was")
    if not isinstance(was, list):
        return link
    properties = {name: value for name, value in link.properties.items() if name != "was"}
    ends = {"from": link.start, "to": link.end}
    for each in was:
        what, _, ident = str(each).partition(" ")
        if what in ends:
            ends[what] = (ends[what][0], ident)
        else:
            properties[what] = ident
    return Link(link.type, link.id, ends["from"], ends["to"], properties)


def _key(link: Link) -> tuple[object, ...]:
    if link.type == "MENTIONS":
        return (link.type, link.start, link.end)
    return (link.type, link.start, link.end, *(link.properties.get(name) for name in _SAME))


def _surest(links: Sequence[Link]) -> Link:
    return min(links, key=lambda link: (-_number(link.properties.get("confidence")), link.id))


def _mentions(links: Sequence[Link]) -> Link:
    """One mention for several: an article names one who goes by several names."""
    first = min(links, key=lambda link: (_number(link.properties["start"]), link.id))
    told = [link.properties for link in links]
    rows: dict[tuple[int, int], str] = {}
    for each in told:
        at = zip(_list(each, "starts"), _list(each, "ends"), _list(each, "kinds"), strict=True)
        rows |= {(start, end): kind for start, end, kind in at}
    names = {str(each["name"]) for each in told} | {alias for each in told for alias in _list(each, "aliases")}
    name = max((str(each["name"]) for each in told), key=lambda each: (len(each), each))
    titles = {title for each in told if each.get("title") for title in str(each["title"]).split("; ")}
    more: dict[str, Value] = {
        "starts": [start for start, _ in sorted(rows)],
        "ends": [end for _, end in sorted(rows)],
        "kinds": [rows[at] for at in sorted(rows)],
        "name": name,
        "aliases": sorted(names - {name}),
        "title": "; ".join(sorted(titles)) or None,
        "wikidata": min((str(each["wikidata"]) for each in told if each.get("wikidata")), default=None),
        "place_kind": min((str(each["place_kind"]) for each in told if each.get("place_kind")), default=None),
        "confidence": max(_number(each["confidence"]) for each in told),
    }
    kept = {**first.properties, **more}
    return replace(first, properties={k: v for k, v in kept.items() if v is not None and k != "was"})


def _called(link: Link, name: str) -> Link:
    names = {str(link.properties["name"]), *_list(link.properties, "aliases")}
    more: dict[str, Value] = {"name": name, "aliases": sorted(names - {name})}
    kept = {name: value for name, value in link.properties.items() if name != "was"}
    return replace(link, properties=kept | more)


def _list(properties: Mapping[str, Any], name: str) -> list[Any]:
    return list(properties.get(name) or ())


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
