"""Search over names, events, quotes and articles at once, best first."""

from __future__ import annotations

from collections.abc import Sequence

from graph.errors import FixInput
from graph.reading import rows
from graph.reading.page import EMPTY, Page, Window
from graph.reading.words import all_of
from graph.store import Store

INDEXES = {
    "entity_names": rows.ENTITIES,
    "event_labels": ("Event",),
    "quote_text": ("Quote",),
    "article_text": ("Article",),
}
DEPTH = 1_000
"""Hits of one index that are ranked; what lies deeper is found by more words."""

# One call for all indexes: planning it takes a sixth of what a branch for each takes.
_HITS = """UNWIND $indexes AS index
CALL (index) {
  CALL db.index.fulltext.queryNodes(index, $query, {limit: $depth}) YIELD node AS n, score
  WHERE size($labels) = 0 OR any(l IN labels(n) WHERE l IN $labels)
  WITH collect({node: n, score: score}) AS hits, max(score) AS best
  UNWIND hits AS hit
  RETURN hit.node AS n, hit.score / best AS score
}"""
_ROW = f"{rows.node('n', *(label for group in INDEXES.values() for label in group))[:-1]}, score: score}}"


def search(store: Store, words: str, window: Window, labels: Sequence[str] = ()) -> Page:
    """A page of hits: node rows with `score`. Scores of one index are divided by its best, so that they compare.

    FixInput for a label that is not searched.
    """
    query = all_of(words)
    if not query:
        return EMPTY
    statement = f"""{_HITS}
WITH n, score WHERE true {window.within("score", "n.id")}
WITH n, score ORDER BY score {window.direction}, n.id {window.direction} LIMIT $limit
RETURN {_ROW} AS row"""
    parameters = {"query": query, "depth": DEPTH, **_searched(labels), **window.parameters()}
    hits = rows.maps(store.read(statement, parameters))
    return window.page(hits, "score")


def pages(store: Store, queries: Sequence[str], window: Window, labels: Sequence[str] = ()) -> dict[str, Page]:
    """A page for each of the queries (a field asks for one): one statement each."""
    return {words: search(store, words, window, labels) for words in queries}


def count(store: Store, words: str, labels: Sequence[str] = ()) -> int:
    """How many hits there are, up to `DEPTH` of each index."""
    query = all_of(words)
    if not query:
        return 0
    found = store.read(f"{_HITS} RETURN count(*) AS total", {"query": query, "depth": DEPTH, **_searched(labels)})
    return int(str(found[0]["total"]))


def _searched(labels: Sequence[str]) -> dict[str, object]:
    searched = {name for group in INDEXES.values() for name in group}
    for label in labels:
        if label not in searched:
            raise FixInput(f"{label} is not searched.", f"There are: {', '.join(sorted(searched))}.")
    indexes = [index for index, group in INDEXES.items() if not labels or set(labels) & set(group)]
    return {"indexes": indexes, "labels": list(labels)}
