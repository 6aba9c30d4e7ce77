"""Writing what one article says, in one transaction: it replaces all that the article said before.

What is there already and equal is not touched, so the same facts again are no change at all.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from graph import corrections, derive
from graph.changes import Changes
from graph.facts import Facts, Link, Node
from graph.model import NODE, RELATIONSHIP, Article
from graph.store import Store
from graph.turn import Turn, in_turn, kind_of

End = tuple[str, str]
_NAMES = ("name", "aliases", "wikidata", "place_kind")


def write(store: Store, facts: Facts) -> Changes:
    """Write the facts of one article; what it said before and says no more is taken out.

    The facts of an article that another one corrects are not written: it keeps its text, with the status `corrected`.
    Either may come first. Raises ValueError for rows that the model does not know, RetryLater where the store is away:
    then nothing is written, or all of it.
    """
    facts.check()

    def work(turn: Turn) -> None:
        article = facts.article
        (there,) = turn.rows("article", id=article.id, url=article.url)
        corrected = bool(there["correctors"])
        before = there["properties"]
        home = _article(turn, facts, before, corrected=corrected)
        said = turn.links_of(article.id) if before is not None else []
        _replace(turn, said, home, () if corrected else facts.nodes, () if corrected else facts.links)
        for old in corrections.link(turn, article):
            withdraw(turn, old)
        corrections.link_copies(turn, {text_hash(article.text), (before or {}).get("text_hash")})

    return in_turn(store, work)


def text_hash(text: str) -> str:
    """What an article's text is compared by."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def metadata(article: Article) -> dict[str, Any]:
    """What the graph keeps of an article beside what reading it gives. None for what is not known."""
    day = date.fromisoformat(article.published) if article.published else None
    return {
        "url": article.url or None,
        "source": article.source or None,
        "path": article.path or None,
        "headline": article.headline or None,
        "byline": article.byline or None,
        "corrects": article.corrects or None,
        "published": day,
        "day": day.isoformat() if day else "",
        "text": article.text,
        "text_hash": text_hash(article.text),
    }


def withdraw(turn: Turn, article: str) -> None:
    """Take the facts of an article out; its text stays."""
    (there,) = turn.rows("article", id=article, url="")
    turn.set_differing("Article", [(article, there["properties"], {"status": "corrected"})])
    clear(turn, article)


def clear(turn: Turn, article: str) -> None:
    """Take out all that an article says."""
    _replace(turn, turn.links_of(article), {}, (), ())


def _replace(
    turn: Turn,
    said: list[dict[str, Any]],
    home: Mapping[End, str],
    nodes: Sequence[Node],
    links: Sequence[Link],
) -> None:
    """Bring what an article says to these nodes and links. `said`: what it has said so far; `home`: the article's own
    node, for the time of the transaction."""
    new = {(link.type, link.id): link for link in links if RELATIONSHIP[link.type].asserted}
    old = {(row["type"], row["properties"]["id"]): row for row in said}
    ends = _ends(said)
    known, elements = _nodes(turn, nodes)
    _delete_links(turn, [key for key in old if key not in new])
    _set_links(turn, [new[key] for key in new if key in old and old[key]["properties"] != _told(new[key])])
    _create_links(turn, [new[key] for key in new if key not in old], {**home, **elements})
    left = _located_in(turn, [link for link in links if not RELATIONSHIP[link.type].asserted])
    gone = ends - set(known)
    for label, ids in sorted(_by_label(end for end in gone if NODE[end[0]].owned).items()):
        turn.each("delete_nodes", (("Label", label),), "ids", ids)
    derive.entities(turn, _renamed(said, links, known), left)
    reported = {end for end in (*known, *gone) if end[0] == "Event"}
    derive.events(turn, sorted(node for _, node in reported))


def _article(turn: Turn, facts: Facts, before: Mapping[str, Any] | None, *, corrected: bool) -> dict[End, str]:
    """Make the article's node or set what differs on it. Returns the node, for the time of the transaction."""
    wanted = metadata(facts.article) | {
        "language": facts.language or None,
        "reader": facts.reader or None,
        "note": facts.note or None,
        "status": "corrected" if corrected else ("read" if facts.reader else "unread"),
    }
    (node,) = turn.rows("nodes", (("Label", "Article"), ("Kind", "Article")), ids=[facts.article.id])
    turn.set_differing("Article", [(facts.article.id, before or {"id": facts.article.id}, wanted)])
    return {("Article", facts.article.id): node["element"]}


def _nodes(turn: Turn, nodes: Iterable[Node]) -> tuple[dict[End, Mapping[str, Any]], dict[End, str]]:
    """Make what is not there, set what differs. Returns what each node bore before, and the nodes, for the time of the
    transaction."""
    wanted = {(node.label, node.id): node.properties for node in nodes}
    known: dict[End, Mapping[str, Any]] = {}
    elements: dict[End, str] = {}
    for label, ids in sorted(_by_label(wanted).items()):
        names = (("Label", label), ("Kind", kind_of(label)))
        found = turn.each("nodes", names, "ids", ids)
        there = {row["id"]: row["properties"] for row in found}
        elements |= {(label, row["id"]): row["element"] for row in found}
        known |= {(label, node): there[node] for node in ids}
        should = {node: dict(wanted[label, node]) for node in ids}
        if NODE[label].owned:
            should = {node: dict.fromkeys(set(there[node]) - {"id"}) | should[node] for node in ids}
        changed = turn.set_differing(label, [(node, there[node], should[node]) for node in ids])
        moved = sorted(node for node, names_set in changed.items() if {"latitude", "longitude"} & names_set)
        if label == "Place" and moved:
            turn.each("points", (), "ids", moved)
    return known, elements


def _create_links(turn: Turn, links: list[Link], elements: Mapping[End, str]) -> None:
    rows = [
        {
            "type": link.type,
            "start": elements[link.start],
            "end": elements[link.end],
            "properties": _told(link),
        }
        for link in links
    ]
    turn.each("create_links", (), "rows", rows)


def _set_links(turn: Turn, links: list[Link]) -> None:
    for kind, of_kind in sorted(_grouped((link.type, link) for link in links).items()):
        rows = [{"id": link.id, "properties": _told(link)} for link in of_kind]
        turn.each("set_links", (("TYPE", kind),), "rows", rows)
        turn.count(Changes(properties_set=len(rows)))


def _delete_links(turn: Turn, keys: list[tuple[str, str]]) -> None:
    for kind, ids in sorted(_grouped(keys).items()):
        turn.each("delete_links", (("TYPE", kind),), "ids", sorted(ids))


def _located_in(turn: Turn, links: list[Link]) -> list[str]:
    """Where places lie. Returns the places in which one lies no more."""
    rows = [{"start": link.start[1], "end": link.end[1], **link.properties} for link in links]
    return [place for row in turn.each("located_in", (), "rows", rows) for place in row["left"]]


def _told(link: Link) -> dict[str, Any]:
    return {name: value for name, value in link.properties.items() if value is not None}


def _renamed(said: list[dict[str, Any]], links: Iterable[Link], known: Mapping[End, Mapping[str, Any]]) -> list[End]:
    """The entities of whose names this article says something else than before."""
    before = {_end(row, "end"): row["properties"] for row in said if row["type"] == "MENTIONS"}
    after = {link.end: link.properties for link in links if link.type == "MENTIONS"}
    changed = []
    for end in sorted({*before, *after}):
        was, now = before.get(end), after.get(end)
        same = was is not None and now is not None and all(was.get(name) == now.get(name) for name in _NAMES)
        nothing_new = was is None and now is not None and derive.adds_nothing(known[end], now)
        if end[0] in derive.NAMED and not same and not nothing_new:
            changed.append(end)
    return changed


def _end(row: Mapping[str, Any], which: str) -> End:
    return next(label for label in row[f"{which}_labels"] if label != "Entity"), row[which]


def _ends(said: list[dict[str, Any]]) -> set[End]:
    return {end for row in said for which in ("start", "end") if (end := _end(row, which))[0] != "Article"}


def _by_label(ends: Iterable[End]) -> dict[str, list[str]]:
    return {label: sorted(ids) for label, ids in _grouped(ends).items()}


def _grouped(pairs: Iterable[tuple[str, Any]]) -> dict[str, list[Any]]:
    grouped: dict[str, list[Any]] = defaultdict(list)
    for key, value in pairs:
        grouped[key].append(value)
    return grouped
