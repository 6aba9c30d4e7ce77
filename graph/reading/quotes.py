"""Quotes walked in the order of an index, as part of one statement.

Which index depends on what is given: ABOUT(target, speaker, day, quote), SAID(speaker, day, quote), ABOUT(target, day,
quote), Quote(day, id), or the quotes of an article. The planner takes one only where every property of it is in a
condition, hence the `IS NOT NULL`. How many answer to a name is known only when the statement runs, so a statement
holds both ways, each behind a condition.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.reading.block import Block
from graph.reading.page import Window

PAIRS = 200
"""Up to so many pairs of speaker and target each have a seek of their own; beyond, quotes are walked and checked."""
FEW = 300
"""Up to so many quotes that have the words, or that a speaker said, are looked at one by one; beyond, quotes are walked
in the order of the page until it is full."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Whose quotes are wanted: expressions, None where any will do."""

    speakers: str | None = None
    """A list of ids."""
    nodes: str | None = None
    """A list of the speakers' nodes, where they are at hand."""
    targets: str | None = None
    """A list of ids."""
    article: str | None = None
    """An id."""
    words: str | None = None
    """A map as `names.topic` makes it: quotes with these words count as well as those about the targets."""
    days: str = ""
    """A condition on `<day>`, starting with AND: what is asked of the day said, for the index that is walked."""


def walk(block: Block, source: Source, conditions: str, window: Window | None) -> str:
    """A variable `q` of the quotes, one row each, doubles possible; each branch in order and cut where there is a
    window.

    `conditions` are on `<it>`, each starting with AND.
    """
    q = block.names.fresh("q")
    conditions = conditions.replace("<it>", q)
    branches = [*_known(block, source, q, conditions, window)]
    if source.words is not None:
        branches += _worded(block, source, source.words, q, conditions, window)
    text = "\nUNION\n".join(branches)
    block.call(text, q)
    return q


def _known(block: Block, source: Source, q: str, conditions: str, window: Window | None) -> list[str]:
    """By speaker, target and article."""
    spoken = _any_of(q, "SAID", "speaker", source.speakers)
    about = _any_of(q, "ABOUT", "target", source.targets)
    if source.article is not None:
        return [_article(source, q, f"{conditions} {spoken} {about}", window)]
    if source.speakers and source.targets:
        few = f"size({source.speakers}) * size({source.targets}) <= {PAIRS}"
        return [
            f"UNWIND CASE WHEN {few} THEN {source.targets} ELSE [] END AS target\nUNWIND {source.speakers} AS speaker\n"
            + _inside(block, _about_by(source, q, conditions, window), "target", "speaker", q=q),
            f"UNWIND CASE WHEN {few} THEN [] ELSE {source.speakers} END AS speaker\n"
            + _inside(block, _said(source, q, f"{conditions} {about}", window), "speaker", q=q),
        ]
    if source.speakers:
        return [
            f"UNWIND {source.speakers} AS speaker\n"
            + _inside(block, _said(source, q, conditions, window), "speaker", q=q)
        ]
    if source.targets:
        few = f"size({source.targets}) <= {PAIRS}"
        return [
            f"UNWIND CASE WHEN {few} THEN {source.targets} ELSE [] END AS target\n"
            + _inside(block, _about(source, q, conditions, window), "target", q=q),
            f"UNWIND CASE WHEN {few} THEN [] ELSE [1] END AS one\n"
            + _inside(block, _all(source, q, f"{conditions} {about}", window), "one", q=q),
        ]
    return [_all(source, q, conditions, window)]


def _worded(
    block: Block, source: Source, words: str, q: str, conditions: str, window: Window | None
) -> list[str]:  # fmt: skip
    """By words of their own: the few that have them are looked at, many are met soon on the way."""
    has = f"AND all(w IN {words}.stems WHERE w IN {q}.words)"
    spoken = _any_of(q, "SAID", "speaker", source.speakers)
    if source.article is not None:
        return [_article(source, q, f"AND size({words}.stems) > 0 {has} {conditions} {spoken}", window)]
    if window is None:
        # All are wanted, as for a count: the index finds them.
        return [
            f"UNWIND CASE WHEN {words}.words = '' THEN [] ELSE [{words}.words] END AS query\n"
            f"CALL db.index.fulltext.queryNodes('quote_words', query) YIELD node AS {q}\n"
            f"WITH {q} WHERE true {conditions} {spoken}\nRETURN {q}"
        ]
    hits, said = block.fresh("hits"), block.fresh("said")
    if source.nodes is not None:
        block.call(f"UNWIND {source.nodes} AS n\nRETURN sum(COUNT {{ (n)-[:SAID]->() }}) AS {said}", said)
        wanted = f"{words}.words = '' OR {said} <= {FEW}"
    else:
        wanted = f"{words}.words = ''"
        said = ""
    block.call(
        f"UNWIND CASE WHEN {wanted} THEN [] ELSE [{words}.words] END AS query\n"
        f"CALL db.index.fulltext.queryNodes('quote_words', query, {{limit: {FEW + 1}}}) YIELD node\n"
        f"RETURN collect(node) AS {hits}",
        hits,
    )
    few = f"size({hits}) <= {FEW}" + (f" AND {said} > {FEW}" if said else "")
    down = window.direction
    looked = (
        f"UNWIND CASE WHEN {few} THEN {hits} ELSE [] END AS {q}\nWITH {q} WHERE true "
        f"{_within(source, window, f'{q}.day', f'{q}.id')} {conditions} {spoken}\n"
        f"RETURN {q} ORDER BY {q}.day {down}, {q}.id {down} LIMIT {window.limit}"
    )
    on_the_way = f"CASE WHEN {few} OR {words}.words = '' THEN [] ELSE"
    if source.speakers:
        walked = f"UNWIND {on_the_way} {source.speakers} END AS speaker\n" + _inside(
            block, _said(source, q, f"{has} {conditions}", window), "speaker", q=q
        )
    else:
        walked = f"UNWIND {on_the_way} [1] END AS one\n" + _inside(
            block, _all(source, q, f"{has} {conditions}", window), "one", q=q
        )
    return [looked, walked]


def _inside(block: Block, text: str, *own: str, q: str) -> str:
    """A subquery for each of `own`, which sees what it uses of the block."""
    return f"CALL ({', '.join((*own, *block.used(text)))}) {{\n{text}\n}}\nRETURN {q}"


def _any_of(q: str, kind: str, key: str, ids: str | None) -> str:
    if ids is None:
        return ""
    pattern = f"({q})<-[s:{kind}]-()" if kind == "SAID" else f"({q})-[s:{kind}]->()"
    return f"AND EXISTS {{ MATCH {pattern} WHERE s.{key} IN {ids} }}"


def _about_by(source: Source, q: str, conditions: str, window: Window | None) -> str:
    return (
        f"MATCH ({q})-[r:ABOUT]->()\nWHERE r.target = target AND r.speaker = speaker AND r.day IS NOT NULL "
        f"AND r.quote IS NOT NULL {_within(source, window, 'r.day', 'r.quote')} {conditions}\n"
        f"RETURN {q}{_cut(window, 'r.target', 'r.speaker', 'r.day', 'r.quote')}"
    )


def _said(source: Source, q: str, conditions: str, window: Window | None) -> str:
    return (
        f"MATCH ()-[r:SAID]->({q})\nWHERE r.speaker = speaker AND r.day IS NOT NULL AND r.quote IS NOT NULL "
        f"{_within(source, window, 'r.day', 'r.quote')} {conditions}\n"
        f"RETURN {q}{_cut(window, 'r.speaker', 'r.day', 'r.quote')}"
    )


def _about(source: Source, q: str, conditions: str, window: Window | None) -> str:
    cut = _cut(window, "of", "day", "quote")
    return (
        f"MATCH ({q})-[r:ABOUT]->()\nWHERE r.target = target AND r.day IS NOT NULL AND r.quote IS NOT NULL "
        f"{_within(source, window, 'r.day', 'r.quote')} {conditions}\n"
        f"WITH DISTINCT {q}, r.target AS of, r.day AS day, r.quote AS quote\nRETURN {q}{cut}"
    )


def _all(source: Source, q: str, conditions: str, window: Window | None) -> str:
    return (
        f"MATCH ({q}:Quote)\nWHERE {q}.day IS NOT NULL AND {q}.id IS NOT NULL "
        f"{_within(source, window, f'{q}.day', f'{q}.id')} {conditions}\n"
        f"RETURN {q}{_cut(window, f'{q}.day', f'{q}.id')}"
    )


def _article(source: Source, q: str, conditions: str, window: Window | None) -> str:
    return (
        f"MATCH (:Article {{id: {source.article}}})<-[:IN]-({q}:Quote)\nWHERE true "
        f"{_within(source, window, f'{q}.day', f'{q}.id')} {conditions}\n"
        f"RETURN DISTINCT {q}{_cut(window, f'{q}.day', f'{q}.id')}"
    )


def _within(source: Source, window: Window | None, key: str, ident: str) -> str:
    days = source.days.replace("<day>", key)
    return f"{window.within(key, ident)} {days}" if window else days


def _cut(window: Window | None, *keys: str) -> str:
    if window is None:
        return ""
    return f" ORDER BY {', '.join(f'{key} {window.direction}' for key in keys)} LIMIT {window.limit}"
