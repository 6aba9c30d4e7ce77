"""Names while they are typed, and misspelt ones: a part of a statement."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.reading.words import fold

_JOINED = re.compile(r"\w+(?:['’]\w+)+")
"""What the index keeps in one piece; it writes ’ as '."""


def beginning(text: str) -> str:
    """A Lucene query for names with all of these words, the last of which may be begun only; "" for no words.

    As in `named`, what an apostrophe joins is looked for in one piece and in parts.

    >>> print(beginning("Zoë O'Ha"))
    +zoe +(o'ha* (+o +ha*))
    """
    chunks = [(chunk, fold(chunk)) for chunk in text.split() if fold(chunk)]
    return " ".join(_begun(chunk, tokens, last=n == len(chunks)) for n, (chunk, tokens) in enumerate(chunks, 1))


def _begun(chunk: str, tokens: tuple[str, ...], *, last: bool) -> str:
    end = "*" if last else ""
    apart = " ".join(["+" + t for t in tokens[:-1]] + [f"+{tokens[-1]}{end}"])
    joined = "'".join(tokens)
    return f"+({joined}{end} ({apart}))" if _JOINED.fullmatch(chunk) else apart


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
