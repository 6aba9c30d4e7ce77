"""Nodes by id, and the texts of articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.model import NODE
from graph.reading import rows
from graph.reading.page import Row
from graph.store import Store

SHOWN = ("Article", "Person", "Organisation", "Place", "Unnamed", "Event", "Quote", "Figure", "Claim")
"""Labels that have a page of their own: all of the model."""

_TEXTS = "MATCH (a:Article) WHERE a.id IN $ids RETURN a.id AS id, a.text AS text"
_SPANS = """UNWIND $spans AS span
MATCH (a:Article {id: span[0]})
RETURN span[0] AS id, span[1] AS start, span[2] AS end, substring(a.text, span[1], span[2] - span[1]) AS text"""


def by_ids(store: Store, ids: Iterable[str], labels: Sequence[str] = SHOWN) -> dict[str, Row]:
    """The nodes with these ids; what is not there is left out. One statement, one index seek per id and label."""
    assert set(labels) <= set(NODE)
    statement = " UNION ".join(
        f"MATCH (n:{label}) WHERE n.id IN $ids RETURN {rows.node('n', label)} AS row" for label in labels
    )
    found = store.read(statement, {"ids": list(dict.fromkeys(ids))})
    return {row["id"]: row for row in rows.maps(found)}


def texts(store: Store, ids: Iterable[str]) -> dict[str, str]:
    """The exact texts of articles."""
    found = store.read(_TEXTS, {"ids": list(dict.fromkeys(ids))})
    return {str(r["id"]): str(r["text"]) for r in found}


def spans(store: Store, wanted: Iterable[tuple[str, int, int]]) -> dict[tuple[str, int, int], str]:
    """The characters of articles: (article id, start, end) to their text. Offsets are code points."""
    found = store.read(_SPANS, {"spans": [list(s) for s in dict.fromkeys(wanted)]})
    return {(str(r["id"]), int(str(r["start"])), int(str(r["end"]))): str(r["text"]) for r in found}


def utf16(text: str, offset: int) -> int:
    """The same place in UTF-16 units, by which JavaScript counts.

    >>> utf16("a\\U0001f600b", 2)
    3
    """
    return offset + sum(1 for c in text[:offset] if ord(c) > 0xFFFF)
