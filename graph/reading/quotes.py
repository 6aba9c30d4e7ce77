"""Quotes walked in the order of an index, as part of one statement.

Which index depends on what is given: ABOUT(target, speaker, day, quote), SAID(speaker, day, quote), ABOUT(target, day,
quote), Quote(day, id), or the quotes of an article. The planner takes one only where every property of it is in a
condition, hence the `IS NOT NULL`. A quote has one SAID for each speaker, and one ABOUT for each target and speaker
(`loaders.resolve.quotes_of`; merging keeps it so), so that a walk by these meets it once. How many answer to a name is
known only when the statement runs, so a statement holds both ways, each behind a condition.
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

    speaker: str | None = None
    """An id, where there is but one speaker."""
    speakers: str | None = None
    """A list of ids, where there may be several."""
    nodes: str | None = None
    """A list of the speakers' nodes, where they are at hand."""
    target: str | None = None
    """An id, where it can be about one alone."""
    targets: str | None = None
    """A list of ids, where there may be several."""
    article: str | None = None
    """The article's node."""
    words: str | None = None
    """A map as `names.topic` makes it: quotes with these words count as well as those about the targets."""
    days: str = ""
    """A condition on `<day>`, starting with AND: what is asked of the day said, for the index that is walked."""


def rows(block: Block, source: Source, conditions: str, window: Window | None) -> str:
    """Lines that bind the quotes, one row each, in the order of their day and cut where there is a window.

    Gives their variable. `conditions` are on `<it>`, each starting with AND.
    """
    q = block.names.fresh("q")
    conditions = conditions.replace("<it>", q)
    branches = _known(block, source, q, conditions, window)
    if source.words is not None:
        branches += _worded(block, source, source.words, q, conditions, window)
    if len(branches) == 1 and branches[0].startswith("MATCH"):
        # One walk is in order already: no subquery, and nothing to sort again.
        walked, _, ending = branches[0].rpartition("\nRETURN ")
        block.add(f"{walked}\nWITH {ending}")
        block.visible.append(q)
        if window is not None:
            return q
    else:
        block.call("\nUNION\n".join(branches), q)
    block.add(f"WITH DISTINCT {q}")
    if window is not None:
        block.add(f"ORDER BY {q}.day {window.direction}, {q}.id {window.direction} LIMIT {window.limit}")
    return q


def exist(block: Block, source: Source, words: str, conditions: str) -> str:
    """A variable for whether there is such a quote at all, about the targets or with the words: of those that have the
    words, `FEW` are looked at. It is quicker planned than a walk."""
    q, found = block.names.fresh("q"), block.fresh("found")
    conditions = conditions.replace("<it>", q)
    tests = f"{source.days.replace('<day>', f'{q}.day')} {conditions} " + any_of(
        q, "SAID", "speaker", source.speaker, source.speakers
    )
    if source.article is not None:
        tests += f" AND EXISTS {{ MATCH ({q})-[:IN]->({source.article}) }}"
    block.call(
        f"UNWIND CASE WHEN {words}.words = '' THEN [] ELSE [{words}.words] END AS query\n"
        f"CALL db.index.fulltext.queryNodes('quote_words', query, {{limit: {FEW}}}) YIELD node AS {q}\n"
        f"WITH {q} WHERE true {tests}\nRETURN {q} LIMIT 1\nUNION\n"
        f"MATCH ({q})-[r:ABOUT]->()\nWHERE r.target IN {source.targets} AND r.day IS NOT NULL AND r.quote IS NOT NULL "
        f"{tests}\nRETURN {q} LIMIT 1",
        q,
    )
    block.add(f"WITH count({q}) > 0 AS {found}")
    return found


def _known(block: Block, source: Source, q: str, conditions: str, window: Window | None) -> list[str]:
    """By speaker, target and article."""
    spoken = any_of(q, "SAID", "speaker", source.speaker, source.speakers)
    about = any_of(q, "ABOUT", "target", source.target, source.targets)
    if source.article is not None:
        return [_article(source, q, f"{conditions} {spoken} {about}", window)]
    one_speaker, one_target = source.speaker is not None, source.target is not None
    if spoken and about:
        count = " * ".join(f"size({many})" for many in (source.speakers, source.targets) if many)
        few = f"{count} <= {PAIRS}" if source.targets else ""
        by_both = _each(source.target, source.targets, "target", few) + _each(
            source.speaker, source.speakers, "speaker"
        )
        branches = [_inside(block, by_both, _about_by(source, q, conditions, window), q=q)]
        if few:
            walked = _each(source.speaker, source.speakers, "speaker", f"NOT {few}")
            branches.append(_inside(block, walked, _said(source, q, f"{conditions} {about}", window), q=q))
        return branches
    if spoken:
        if one_speaker:
            return [_said(source, q, conditions, window)]
        return [_inside(block, _each(None, source.speakers, "speaker"), _said(source, q, conditions, window), q=q)]
    if about:
        if one_target:
            return [_about(source, q, conditions, window)]
        few = f"size({source.targets}) <= {PAIRS}"
        return [
            _inside(block, _each(None, source.targets, "target", few), _about(source, q, conditions, window), q=q),
            _inside(
                block, _each(None, "[1]", "one", f"NOT {few}"), _all(source, q, f"{conditions} {about}", window), q=q
            ),
        ]
    return [_all(source, q, conditions, window)]


def _each(one: str | None, many: str | None, name: str, only: str = "") -> list[tuple[str, str]]:
    """A row for each of many, and its variable; nothing where there is but one, unless there may be none."""
    if one is not None:
        return [(f"UNWIND CASE WHEN {only} THEN [1] ELSE [] END AS if_{name}", f"if_{name}")] if only else []
    listed = f"CASE WHEN {only} THEN {many} ELSE [] END" if only else str(many)
    return [(f"UNWIND {listed} AS {name}", name)]


def _worded(
    block: Block, source: Source, words: str, q: str, conditions: str, window: Window | None
) -> list[str]:  # fmt: skip
    """By words of their own: the few that have them are looked at, many are met soon on the way."""
    has = f"AND all(w IN {words}.stems WHERE w IN {q}.words)"
    spoken = any_of(q, "SAID", "speaker", source.speaker, source.speakers)
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
    walking = f"NOT ({few} OR {words}.words = '')"
    if spoken:
        each = _each(source.speaker, source.speakers, "speaker", walking)
        return [looked, _inside(block, each, _said(source, q, f"{has} {conditions}", window), q=q)]
    each = _each(None, "[1]", "one", walking)
    return [looked, _inside(block, each, _all(source, q, f"{has} {conditions}", window), q=q)]


def _inside(block: Block, each: list[tuple[str, str]], text: str, *, q: str) -> str:
    """A subquery for each row of a branch; it gets what it uses of the block's, too."""
    if not each:
        return text
    rows = "\n".join(line for line, _ in each)
    return f"{rows}\nCALL ({', '.join([*(name for _, name in each), *block.used(text)])}) {{\n{text}\n}}\nRETURN {q}"


def any_of(q: str, kind: str, key: str, one: str | None, many: str | None) -> str:
    """A condition, starting with AND: a quote has a SAID or ABOUT to one or any of these. Empty where any will do."""
    if one is None and many is None:
        return ""
    pattern = f"({q})<-[s:{kind}]-()" if kind == "SAID" else f"({q})-[s:{kind}]->()"
    test = f"s.{key} = {one}" if one is not None else f"s.{key} IN {many}"
    return f"AND EXISTS {{ MATCH {pattern} WHERE {test} }}"


def _about_by(source: Source, q: str, conditions: str, window: Window | None) -> str:
    target, speaker = source.target or "target", source.speaker or "speaker"
    return (
        f"MATCH ({q})-[r:ABOUT]->()\nWHERE r.target = {target} AND r.speaker = {speaker} AND r.day IS NOT NULL "
        f"AND r.quote IS NOT NULL {_within(source, window, 'r.day', 'r.quote')} {conditions}\n"
        f"RETURN {q}{_cut(window, 'r.target', 'r.speaker', 'r.day', 'r.quote')}"
    )


def _said(source: Source, q: str, conditions: str, window: Window | None) -> str:
    return (
        f"MATCH ()-[r:SAID]->({q})\nWHERE r.speaker = {source.speaker or 'speaker'} AND r.day IS NOT NULL "
        f"AND r.quote IS NOT NULL {_within(source, window, 'r.day', 'r.quote')} {conditions}\n"
        f"RETURN {q}{_cut(window, 'r.speaker', 'r.day', 'r.quote')}"
    )


def _about(source: Source, q: str, conditions: str, window: Window | None) -> str:
    cut = _cut(window, "of", "day", "quote")
    return (
        f"MATCH ({q})-[r:ABOUT]->()\nWHERE r.target = {source.target or 'target'} AND r.day IS NOT NULL "
        f"AND r.quote IS NOT NULL {_within(source, window, 'r.day', 'r.quote')} {conditions}\n"
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
        f"MATCH ({source.article})<-[:IN]-({q}:Quote)\nWHERE true "
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
