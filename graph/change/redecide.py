"""Applying decisions: to the facts of articles before they are written, and to articles that are in the graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from graph import derive
from graph.change.decisions import NAMED, Decisions, as_text, decide, decided_nodes, from_text, originals
from graph.changes import Changes
from graph.facts import Facts, Link, Value
from graph.model import NODE
from graph.turn import Turn

End = tuple[str, str]
"""(label, id)"""
BATCH = 200
"""Articles whose facts are looked at together."""


def known(turn: Turn, articles: Sequence[str], links: Sequence[Link] = ()) -> Decisions:
    """The decisions that bear on these articles with these facts: one statement."""
    ids = sorted({end[1] for link in links for end in (link.start, link.end) if end[0] in NAMED})
    rows = turn.rows("decisions", articles=list(articles), ids=ids)
    of: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        of[row["kind"]].append(row["of"])
    former: dict[str, list[str]] = defaultdict(list)
    for each in of["merged"]:
        former[each["now"]].append(each["former"])
    return Decisions(
        {each["former"]: each["now"] for each in of["merged"]},
        {(each["article"], each["of"]): each["now"] for each in of["apart"]},
        {each["now"]: each["name"] for each in of["apart"] if each["name"] and each["now"] == each["into"]},
        {now: tuple(sorted(each)) for now, each in former.items()},
        {each["article"]: tuple(map(from_text, each["links"])) for each in of["aside"]},
    )


def decided_facts(turn: Turn, several: Sequence[Facts], silent: Sequence[str]) -> list[Facts]:
    """The facts of articles as decided; what is not shown as it is, is set aside in the same transaction.

    `silent`: articles of which nothing is shown, as others correct them.
    """
    articles = [facts.article.id for facts in several]
    decisions = known(turn, articles, [link for facts in several for link in facts.links])
    if decisions == Decisions():
        return list(several)
    made, aside = [], {}
    for facts in several:
        article = facts.article.id
        decided = decide(article, facts.links, decisions)
        aside[article] = () if article in silent else decided.aside
        nodes = decided_nodes(article, facts.nodes, decided.links, decisions)
        made.append(replace(facts, nodes=nodes, links=decided.links))
    _set_aside(turn, decisions, aside)
    return made


def redecide(
    turn: Turn, articles: Sequence[str], ids: Sequence[str], bears: Mapping[End, Mapping[str, Value]] | None = None
) -> None:  # fmt: skip
    """Bring what articles in the graph say of some nodes to what is decided now. Nothing is read again.

    `ids`: of the nodes that the decision is about; nothing that is said of others alone can change. `bears`: what nodes
    of their own bear that may have to be made again.
    """
    for first in range(0, len(articles), BATCH):
        _redecide(turn, articles[first : first + BATCH], ids, bears or {})


def _redecide(
    turn: Turn, articles: Sequence[str], ids: Sequence[str], bears: Mapping[End, Mapping[str, Value]]
) -> None:  # fmt: skip
    rows = {(row["type"], row["properties"]["id"]): row for row in turn.links_on(articles, ids)}
    shown: dict[str, list[Link]] = defaultdict(list)
    for row in rows.values():
        shown[row["properties"]["article"]].append(_link(row))
    aside = known(turn, articles).aside
    first = {article: originals(shown[article], aside.get(article, ())) for article in articles}
    decisions = known(turn, articles, [link for links in (*first.values(), *shown.values()) for link in links])
    wanted: dict[tuple[str, str], Link] = {}
    left: dict[str, tuple[Link, ...]] = {}
    for article, links in first.items():
        decided = decide(article, links, decisions)
        wanted |= {(link.type, link.id): link for link in decided.links if _is_on(link, ids)}
        left[article] = decided.aside
    there = {key: _link(row) for key, row in rows.items()}
    gone = [key for key, link in there.items() if key not in wanted or _ends(wanted[key]) != _ends(link)]
    made = [link for key, link in wanted.items() if key not in there or _ends(link) != _ends(there[key])]
    other = [
        key for key, link in wanted.items() if key in there and _ends(link) == _ends(there[key]) and link != there[key]
    ]
    turn.each("delete_links", "elements", [rows[key]["element"] for key in gone])
    elements = _nodes(turn, made, decisions, bears)
    turn.each("create_links", "rows", [
        {"type": each.type, "start": elements[each.start], "end": elements[each.end], "properties": each.properties}
        for each in made
    ])  # fmt: skip
    turn.each("set_links", "rows", [
        {"element": rows[key]["element"], "properties": wanted[key].properties} for key in other
    ])  # fmt: skip
    turn.count(Changes(properties_set=len(other)))
    _set_aside(turn, decisions, left)
    touched = {end for link in (*(there[key] for key in gone), *made, *(wanted[key] for key in other))
               if link.type == "MENTIONS" for end in _ends(link) if end[0] in NAMED}  # fmt: skip
    kept = {end: node.element for end, node in turn.nodes_there(touched).items()}
    derive.entities(turn, [(label, element) for (label, _), element in sorted(kept.items())], [])


def _nodes(
    turn: Turn, made: Sequence[Link], decisions: Decisions, bears: Mapping[End, Mapping[str, Value]]
) -> dict[End, str]:
    """The elements of the ends of new facts; those that are not in the graph are made."""
    ends = sorted({end for link in made for end in _ends(link)})
    elements = {end: kept.element for end, kept in turn.nodes_there(ends).items()}
    rows = []
    for label, ident in (end for end in ends if end not in elements):
        former = {"former_ids": list(decisions.former[ident])} if ident in decisions.former else {}
        properties = {**bears.get((label, ident), {}), **former, "id": ident}
        labels = [label, "Entity"] if NODE[label].entity else [label]
        rows.append({"labels": labels, "properties": properties, "vector": None})
    return elements | {(row["label"], row["id"]): row["element"] for row in turn.each("create_nodes", "rows", rows)}


def _set_aside(turn: Turn, decisions: Decisions, left: Mapping[str, tuple[Link, ...]]) -> None:
    rows = [
        {"article": article, "links": [as_text(each) for each in links]} for article, links in left.items() if links
    ]
    dropped = [article for article, links in left.items() if not links and article in decisions.aside]
    if rows:
        turn.noted("set_aside", rows=rows)
    if dropped:
        turn.noted("drop_aside", articles=dropped)


def _is_on(link: Link, ids: Sequence[str]) -> bool:
    """As `cypher/write/links_on.cypher` has it: what was set aside of others stays as it is."""
    told = (link.properties.get("according_to"), link.properties.get("speaker"))
    return any(each in ids for each in (link.start[1], link.end[1], *told))


def _link(row: Mapping[str, Any]) -> Link:
    def end(which: str) -> End:
        return next(label for label in row[f"{which}_labels"] if label != "Entity"), row[which]

    return Link(row["type"], row["properties"]["id"], end("start"), end("end"), row["properties"])


def _ends(link: Link) -> tuple[End, End]:
    return link.start, link.end
