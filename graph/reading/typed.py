"""Names while they are typed, and misspelt ones: a part of a statement."""

from __future__ import annotations

from collections.abc import Sequence

from graph.reading.words import fold


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
