"""Search over names, events, quotes and articles at once, best first, and names while they are typed: parts of a
statement.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.reading.rows import ENTITIES
from graph.reading.words import fold

INDEXES = {
    "entity_names": ENTITIES,
    "event_labels": ("Event",),
    "quote_text": ("Quote",),
    "article_text": ("Article",),
}
DEPTH = 1_000
"""Hits of one index that are ranked; what lies deeper is found by more words."""


def hits(query: str, labels: Sequence[str], it: str, score: str) -> str:
    """Lines that bind each hit `it` with its score, divided by the best of its index, so that scores compare.

    `query` is an expression as `words.all_of` makes it; `labels` are those wanted, all where there are none.
    """
    wanted = [index for index, group in INDEXES.items() if not labels or set(labels) & set(group)]
    listed = ", ".join(f"'{index}'" for index in wanted)
    fits = " OR ".join(f"node:{label}" for label in labels) or "true"
    # One call for all indexes: planning it takes a sixth of what a branch for each takes.
    return f"""UNWIND CASE WHEN {query} = '' THEN [] ELSE [{listed}] END AS index
CALL (index) {{
  CALL db.index.fulltext.queryNodes(index, {query}, {{limit: {DEPTH}}}) YIELD node, score
  WHERE {fits}
  WITH collect({{node: node, score: score}}) AS hits, max(score) AS best
  UNWIND hits AS hit
  RETURN hit.node AS {it}, hit.score / best AS {score}
}}
WITH {it}, {score}"""


def beginning(text: str) -> str:
    """A Lucene query for names with all of these words, the last of which may be begun only; "" for no words."""
    tokens = fold(text)
    return " ".join(["+" + t for t in tokens[:-1]] + [f"+{t}*" for t in tokens[-1:]])


def names_like(begun: str, near: str, labels: Sequence[str], it: str, most: str) -> str:
    """Lines that bind nodes whose names begin so, then those spelt nearly so; `begun`, `near` are expressions."""
    fits = " OR ".join(f"node:{label}" for label in labels)
    return f"""UNWIND [[0, {begun}], [1, {near}]] AS way
CALL (way) {{
  UNWIND CASE WHEN way[1] = '' THEN [] ELSE [way[1]] END AS query
  CALL db.index.fulltext.queryNodes('entity_names', query, {{limit: 100}}) YIELD node, score
  WHERE {fits}
  RETURN node, score
}}
WITH node, min(way[0]) AS way, max(score) AS score
ORDER BY way, score DESC, size(node.name), node.name, node.id LIMIT {most}
WITH node AS {it}"""
