"""Splitting: what was merged is taken apart again, or what the reader wrongly joined is divided by articles.

Either is a decision that holds when the articles are read again; merging the two takes it back.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from graph import derive
from graph.change.merge import Found, found, name_former
from graph.change.redecide import redecide
from graph.errors import FixInput
from graph.facts import short_id
from graph.turn import Turn


def split(turn: Turn, ident: str, articles: Sequence[str] = (), name: str = "") -> str:
    """Take an entity apart; the id of the one that is by itself now.

    Without `articles`, `ident` is an id that a merge gave up: it stands for itself again. With them, what these
    articles (ids or addresses) say of the entity is said of another from now on, whom `name` calls. Done before, it
    changes nothing. Raises FixInput where it cannot be done.
    """
    if articles:
        return _divide(turn, ident, articles, " ".join(name.split()))
    if name:
        raise FixInput("Only one who is split off by articles can be called otherwise.", "Name the articles.")
    return _undo(turn, ident)


def _undo(turn: Turn, former: str) -> str:
    taken = turn.rows("merge_of", former=former)
    if not taken:
        one = found(turn, former)
        ids = one.properties.get("former_ids") or []
        remedy = f"Give one of {', '.join(ids)}, or name articles." if ids else "Name the articles that mean another."
        raise FixInput(f"{former} was not given up in a merge.", remedy)
    kept, bears = taken[0]["now"], json.loads(taken[0]["bears"] or "{}")
    rows = turn.rows("merges_into", id=kept)
    turn.noted("undo_merge", former=former)
    into = {row["of"]["former"]: row["of"]["into"] for row in rows if row["kind"] == "merged"}
    del into[former]
    turn.noted("set_decisions", rows=[
        {"element": row["element"], "now": _root(row["of"]["into"], into)}
        for row in rows if row["of"].get("former") != former
    ])  # fmt: skip
    label = former.partition("/")[0].capitalize()
    for row in turn.rows("entity_there", id=kept):
        articles = [each["article"] for each in turn.rows("articles_on", element=row["element"])]
        redecide(turn, articles, [kept, former], {(label, former): bears.get("bears", {})})
    _lie(turn, former, bears.get("within", []))
    name_former(turn, kept)
    name_former(turn, former)
    return former


def _root(ident: str, into: Mapping[str, str]) -> str:
    while ident in into:
        ident = into[ident]
    return ident


def _lie(turn: Turn, place: str, within: Sequence[str]) -> None:
    """Where a place lies again that was given up."""
    turn.each("located_in", "rows", [{"start": place, "end": each, "source": "geonames"} for each in within])


def _divide(turn: Turn, ident: str, given: Sequence[str], name: str) -> str:
    one = found(turn, ident)
    articles = sorted({_article(turn, article) for article in given})
    other = _other_id(one, articles, name)
    names = [row["article"] for row in turn.rows("articles_on", element=one.element) if row["names"]]
    missing = [article for article in articles if article not in names]
    if missing:
        if all(_means(turn, article, one.id) == other for article in articles):
            return other
        raise FixInput(f"{missing[0]} does not name {one.id}.", "Name articles that do; `mentions` lists them.")
    if set(names) <= set(articles):
        raise FixInput(f"All articles that name {one.id} are to mean another.", "Leave at least one out.")
    now = datetime.now(UTC).isoformat()
    turn.noted("note_apart", articles=articles, of=one.id, into=other, called=name or None, at=now)
    redecide(turn, articles, [one.id, other])
    return other


def _article(turn: Turn, article: str) -> str:
    rows = turn.rows("find_article", article=article)
    if not rows:
        raise FixInput(
            f"There is no article {article} in the graph.", "Give its id, or the address it was published at."
        )
    return str(rows[0]["id"])


def _means(turn: Turn, article: str, ident: str) -> Any:
    rows = turn.rows("decisions", articles=[article], ids=[])
    return next((row["of"]["now"] for row in rows if row["kind"] == "apart" and row["of"]["of"] == ident), None)


def _other_id(one: Found, articles: Sequence[str], name: str) -> str:
    """Marked, so that no name in another article leads there by itself."""
    kind, _, tail = one.id.partition("/")
    readable = derive.slug(name) if name else tail.partition("~")[0]
    return f"{kind}/{readable or tail.partition('~')[0]}~{short_id('split', one.id, *articles)[:8]}"
