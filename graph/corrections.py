"""Links between articles: corrections, and copies of the same text. They do not depend on what came first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from graph.changes import Changes
from graph.facts import short_id
from graph.model import Article
from graph.turn import Turn


def link(turn: Turn, article: Article) -> list[str]:
    """Link an article to what it corrects, and to those that correct it. Returns the ids of those to withdraw.

    An article that is corrected by it no more will be read again by the next load.
    """
    (row,) = turn.rows("correct", id=article.id, corrects=article.corrects)
    wanted, there = set(row["wanted"]), {link["id"]: link["element"] for link in row["there"]}
    _unlink(turn, {old: element for old, element in there.items() if old not in wanted})
    for old in sorted(wanted - set(there)):
        _create(turn, "CORRECTS", article.id, old, date.fromisoformat(article.published) if article.published else None)
    (known,) = turn.rows("corrected_by", id=article.id, url=article.url)
    for newer in known["missing"]:
        _create(turn, "CORRECTS", newer["id"], article.id, newer["published"])
    return sorted(wanted)


def release(turn: Turn, article: str) -> None:
    """Let go of what an article corrects, before it is forgotten."""
    (row,) = turn.rows("correct", id=article, corrects="")
    _unlink(turn, {link["id"]: link["element"] for link in row["there"]})


def _unlink(turn: Turn, olds: Mapping[str, str]) -> None:
    for old, element in sorted(olds.items()):
        turn.rows("delete_links", elements=[element])
        if turn.rows("read_again", id=old)[0]["freed"]:
            turn.count(Changes(properties_set=3))


def link_copies(turn: Turn, hashes: Iterable[str | None]) -> None:
    """Link each article to the earliest one with the same text, and to no other."""
    for digest in sorted({digest for digest in hashes if digest}):
        rows = turn.rows("copies", hash=digest)
        if not rows:
            continue
        first = min(rows, key=lambda r: (r["day"] or "9999", r["id"]))["id"]
        stale = [r["link"] for r in rows if r["link"] and (r["first"] != first or r["id"] == first)]
        turn.each("delete_links", "elements", stale)
        for row in rows:
            if row["id"] != first and row["first"] != first:
                _create(turn, "COPY_OF", row["id"], first, row["published"])


def _create(turn: Turn, kind: str, start: str, end: str, on: object) -> None:
    properties = {"id": _id(kind, start, end), "article": start, "confidence": 1.0} | ({"on": on} if on else {})
    turn.rows("link_articles", (("TYPE", kind),), start=start, end=end, properties=properties)


def _id(kind: str, start: str, end: str) -> str:
    return short_id(kind, start, start, end, "", "")
