"""Doings that are denied, doubted or hypothetical: pages of claims, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from graph.reading import rows
from graph.reading.links import Links
from graph.reading.walk import NONE, Conditions, Walk, seek, sure

SUBJECT = Links("Claim", "SUBJECT", True, "m.id")
OBJECT = Links("Claim", "OBJECT", True, "m.id")
MADE_BY = Links("Claim", "MADE_BY", True, "m.id")
CLAIM_IN = Links("Claim", "IN", True, "m.id")

_DAY = "coalesce(toString(r.on), '')"
_IN = "(c:Claim)-[r:IN]->(:Article)"


def _walk(match: str) -> Walk:
    row = f"{rows.node('c', 'Claim')[:-1]}, day: {_DAY}}}"
    return Walk(match, "c, r", _DAY, "c.id", row, "day")


ALL = _walk(f"MATCH {_IN}")
IN_ARTICLE = _walk("UNWIND parent.ids AS id MATCH (:Article {id: id})<-[r:IN]-(c:Claim)")
OF = _walk(
    f"UNWIND parent.ids AS id {seek('n', 'id', *rows.ENTITIES)} MATCH (n)<-[:SUBJECT|OBJECT|MADE_BY]-(c:Claim) "
    f"WITH DISTINCT parent, c MATCH {_IN}"
)
"""Claims that an entity makes, or is the doer or the done-to of."""


def conditions(
    types: Sequence[str] = (), modalities: Sequence[str] = (),
    ends: Sequence[tuple[Links, Sequence[str] | None]] = (), *, confidence: float | None = None,
) -> Conditions:  # fmt: skip
    """Conditions on a claim `c` that stands in its article by `r`. `ends`: which kinds of link must lead to one of
    which ids (None: to whichever). `confidence`: at least so much."""
    where = NONE.and_if("c.type IN $types", "types", tuple(types))
    where = where.and_if("c.modality IN $modalities", "modalities", tuple(modalities))
    where = sure(where, confidence)
    for link, ids in ends:
        if ids is not None:
            name = link.type.lower()
            text = f"EXISTS {{ MATCH (c)-[:{link.type}]->(m) WHERE m.id IN ${name} }}"
            where = Conditions((*where.texts, text), (*where.parameters, (name, tuple(ids))))
    return where
