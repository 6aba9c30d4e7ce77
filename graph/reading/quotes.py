"""Pages of quotes, for many parents in one statement, walked in the order of an index.

Which index depends on what is given: ABOUT(target, speaker, day, quote), SAID(speaker, day, quote), ABOUT(target, day,
quote), Quote(day, id), or the quotes of an article. The planner takes one only where every property of it is in
a condition, hence the `IS NOT NULL`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from string import Template

from graph.reading import rows
from graph.reading.page import Page, Row, Window
from graph.store import Store

PAIRS = 200
"""Up to so many pairs of speaker and target each have a seek of their own; beyond, quotes are walked and checked."""

_QUOTE = rows.node("q", "Quote")


@dataclass(frozen=True, slots=True)
class Parent:
    """Whose quotes are wanted: None where any will do, an empty tuple where nobody's."""

    speakers: tuple[str, ...] | None = None
    targets: tuple[str, ...] | None = None
    article: str | None = None
    query: str = ""
    """A full-text query: quotes with these words count as well as those about the targets."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What a quote must be. Days are `YYYY-MM-DD`, inclusive, and mean the day that the article states: a quote that is
    only ordered by a day (`day` without `said_on`) is in no range."""

    kinds: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    source: str | None = None
    """The article's source."""
    confidence: float | None = None
    speech_acts: tuple[str, ...] = ()
    polarity: str | None = None

    def conditions(self) -> str:
        """Conditions on a quote `q`, each starting with AND."""
        parts = {
            "AND q.kind IN $kinds": self.kinds,
            "AND q.said_on >= date($since)": self.since,
            "AND q.said_on <= date($until)": self.until,
            "AND EXISTS { MATCH (q)-[:IN]->(source:Article) WHERE source.source = $source }": self.source,
            "AND q.confidence >= $confidence": self.confidence,
            "AND q.speech_act IN $speech_acts": self.speech_acts,
            "AND q.polarity = $polarity": self.polarity,
        }
        return " ".join(part for part, value in parts.items() if value not in (None, ()))

    def parameters(self) -> dict[str, object]:
        values = {
            "kinds": list(self.kinds), "since": self.since, "until": self.until, "source": self.source,
            "confidence": self.confidence, "speech_acts": list(self.speech_acts), "polarity": self.polarity,
        }  # fmt: skip
        return {name: value for name, value in values.items() if value not in (None, [])}

    def days(self, day: str) -> str:
        """The range again on the day of the order, which is that of `said_on` where there is one: for the index."""
        since = f"AND {day} >= $since " if self.since else ""
        until = f"AND {day} >= '0' AND {day} <= $until" if self.until else ""
        return since + until


_ABOUT_BY = Template("""UNWIND parent.targets AS target UNWIND parent.speakers AS speaker
    CALL (parent, target, speaker) {
      MATCH (q)-[r:ABOUT]->()
      WHERE r.target = target AND r.speaker = speaker AND r.day IS NOT NULL AND r.quote IS NOT NULL $within
      RETURN q ORDER BY r.target $dir, r.speaker $dir, r.day $dir, r.quote $dir $limit
    }
    RETURN q""")
_SAID = Template("""UNWIND parent.speakers AS speaker
    CALL (parent, speaker) {
      MATCH ()-[r:SAID]->(q)
      WHERE r.speaker = speaker AND r.day IS NOT NULL AND r.quote IS NOT NULL $within
      RETURN q ORDER BY r.speaker $dir, r.day $dir, r.quote $dir $limit
    }
    RETURN q""")
_ABOUT = Template("""UNWIND parent.targets AS target
    CALL (parent, target) {
      MATCH (q)-[r:ABOUT]->()
      WHERE r.target = target AND r.day IS NOT NULL AND r.quote IS NOT NULL $within
      WITH DISTINCT q, r.target AS of, r.day AS day, r.quote AS quote
      RETURN q ORDER BY of $dir, day $dir, quote $dir $limit
    }
    RETURN q""")
_ALL = Template("""MATCH (q:Quote) WHERE q.day IS NOT NULL AND q.id IS NOT NULL $within
    RETURN q ORDER BY q.day $dir, q.id $dir $limit""")
_ARTICLE = Template("""MATCH (:Article {id: parent.article})<-[:IN]-(q:Quote) WHERE true $within
    RETURN DISTINCT q ORDER BY q.day $dir, q.id $dir $limit""")
_WORDS = Template("""CALL db.index.fulltext.queryNodes('quote_text', parent.query) YIELD node AS q
    WHERE true $within
    RETURN q ORDER BY q.day $dir, q.id $dir $limit""")

_PAGE = Template("""UNWIND $$parents AS parent
CALL (parent) {
  CALL (parent) {
    $branches
  }
  WITH DISTINCT q ORDER BY q.day $dir, q.id $dir LIMIT $$limit
  RETURN collect($quote) AS found
}
RETURN parent.key AS key, found""")
_COUNT = Template("""UNWIND $$parents AS parent
CALL (parent) {
  CALL (parent) {
    $branches
  }
  RETURN count(DISTINCT q) AS found
}
RETURN parent.key AS key, found""")

_SPOKEN = "AND EXISTS { MATCH (q)<-[s:SAID]-() WHERE s.speaker IN parent.speakers }"
_ABOUT_ANY = "AND EXISTS { MATCH (q)-[t:ABOUT]->() WHERE t.target IN parent.targets }"
_FROM = "AND q.article = parent.article"


def pages(store: Store, parents: Iterable[Parent], where: Filter, window: Window) -> dict[Parent, Page]:
    """One page for each parent: one statement for all parents that give the same kinds of things."""
    found: dict[Parent, Page] = {}
    for shape, alike in _alike(parents):
        parameters = {"parents": _parameters(alike), **where.parameters(), **window.parameters()}
        for r in store.read(page_statement(shape, where, window), parameters):
            found[alike[int(str(r["key"]))]] = window.page(_rows(r["found"]), "day")
    return found


def counts(store: Store, parents: Iterable[Parent], where: Filter) -> dict[Parent, int]:
    """How many quotes each parent has in all: one statement for all that give the same kinds of things."""
    found: dict[Parent, int] = {}
    for shape, alike in _alike(parents):
        statement = _COUNT.substitute(branches=_branches(shape, where, None))
        for r in store.read(statement, {"parents": _parameters(alike), **where.parameters()}):
            found[alike[int(str(r["key"]))]] = int(str(r["found"]))
    return found


@dataclass(frozen=True, slots=True)
class Shape:
    """Which things the parents give: decides on the index."""

    speakers: bool
    targets: bool
    article: bool
    words: bool
    many: bool
    """More pairs than are worth a seek each."""


def page_statement(shape: Shape, where: Filter, window: Window) -> str:
    """The statement for a page (text without values: they are parameters)."""
    return _PAGE.substitute(branches=_branches(shape, where, window), dir=window.direction, quote=_QUOTE)


def _branches(shape: Shape, where: Filter, window: Window | None) -> str:
    """The walk, and beside it the quotes that have the words themselves."""
    branches = []
    speakers = _SPOKEN if shape.speakers else ""
    targets = _ABOUT_ANY if shape.targets else ""
    article = _FROM if shape.article else ""
    if shape.article:
        branches.append(_branch(_ARTICLE, "q.day", "q.id", f"{speakers} {targets}", where, window))
    elif shape.speakers and shape.targets and not shape.many:
        branches.append(_branch(_ABOUT_BY, "r.day", "r.quote", "", where, window))
    elif shape.speakers:
        branches.append(_branch(_SAID, "r.day", "r.quote", targets, where, window))
    elif shape.targets and not shape.many:
        branches.append(_branch(_ABOUT, "r.day", "r.quote", "", where, window))
    else:
        branches.append(_branch(_ALL, "q.day", "q.id", targets, where, window))
    if shape.words:
        branches.append(_branch(_WORDS, "q.day", "q.id", f"{speakers} {article}", where, window))
    return "\n  UNION\n    ".join(branches)


def _branch(walk: Template, day: str, ident: str, also: str, where: Filter, window: Window | None) -> str:
    inside = " ".join([window.within(day, ident) if window else "", where.days(day), where.conditions(), also])
    direction = window.direction if window else ""
    text = walk.substitute(within=" ".join(inside.split()), dir=direction, limit="LIMIT $limit")
    return text if window else re.sub(r" ORDER BY [^\n]*", "", text)


def _alike(parents: Iterable[Parent]) -> list[tuple[Shape, list[Parent]]]:
    groups: dict[Shape, list[Parent]] = {}
    for parent in dict.fromkeys(parents):
        groups.setdefault(_shape(parent), []).append(parent)
    return list(groups.items())


def _shape(parent: Parent) -> Shape:
    pairs = len(parent.targets or ()) * len(parent.speakers or ("",))
    return Shape(
        parent.speakers is not None, parent.targets is not None, parent.article is not None, bool(parent.query),
        pairs > PAIRS,
    )  # fmt: skip


def _parameters(parents: Sequence[Parent]) -> list[dict[str, object]]:
    return [
        {
            "key": i, "speakers": list(p.speakers or ()), "targets": list(p.targets or ()), "article": p.article,
            "query": p.query,
        }
        for i, p in enumerate(parents)
    ]  # fmt: skip


def _rows(found: object) -> list[Row]:
    assert isinstance(found, list)
    return found
