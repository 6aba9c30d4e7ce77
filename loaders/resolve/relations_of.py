"""Roles and doings, kept apart from what is only denied or supposed."""

from __future__ import annotations

from collections.abc import Sequence

from graph.model import RELATIONSHIP
from loaders.extract.reading import Relation, Span
from loaders.resolve import ids
from loaders.resolve.days import day_of
from loaders.resolve.names import fold
from loaders.resolve.rows import End, Rows


def roles(rows: Rows) -> None:
    """(:Person)-[:HOLDS_ROLE]->(institution). A title without an institution stays on MENTIONS."""
    for entity in rows.reading.entities:
        for role in entity.roles:
            institution = rows.end(role.of)
            if institution is not None:
                rows.link(
                    "HOLDS_ROLE", rows.who[entity.id].end, institution, [role.evidence], on=day_of(role.on),
                    confidence=role.confidence, mark=[fold(role.title)], properties={"title": role.title},
                )  # fmt: skip


def relations(rows: Rows, quoted: Sequence[tuple[Span, str]]) -> None:
    """Relations as links where the article states them or reports them on someone's word; else as claims.

    `quoted`: the pieces of the quotes with their ids. Only direct doings can bear on whose word they stand; another
    relation on someone's word is a claim.
    """
    told = {
        (rows.who[entity.id].end, rows.end(role.of), fold(role.title))
        for entity in rows.reading.entities
        for role in entity.roles
    }
    for relation in rows.reading.relations:
        start, end = rows.end(relation.source), rows.end(relation.target)
        kind = RELATIONSHIP[relation.type]
        if start is None or end is None:
            continue
        if relation.type == "HOLDS_ROLE" and (start, end, fold(relation.title)) in told:
            continue  # the entity's own roles have said it
        if relation.assertion == "asserted" or (relation.assertion == "attributed" and kind.direct):
            _link(rows, relation, start, end, quoted)
        else:
            _claim(rows, relation, start, end)


def _link(rows: Rows, relation: Relation, start: End, end: End, quoted: Sequence[tuple[Span, str]]) -> None:
    kind = RELATIONSHIP[relation.type]
    by = rows.end(relation.attributed_to)
    properties = {
        "title": relation.title or None,
        "verb": relation.verb or None,
        "according_to": by[1] if by else None,
        "quote": next((quote for piece, quote in quoted if piece.holds(relation.evidence)), None),
    }
    rows.link(
        relation.type, start, end, [relation.evidence], on=day_of(relation.on), confidence=relation.confidence,
        mark=[fold(relation.title)] if "title" in kind.properties else [relation.verb],
        properties={name: value for name, value in properties.items() if name in kind.properties},
    )  # fmt: skip


def _claim(rows: Rows, relation: Relation, start: End, end: End) -> None:
    where = (relation.type, start[1], end[1], relation.evidence.start, relation.evidence.end)
    claim = ("Claim", ids.owned("claim", rows.article.id, *where))
    on, span = day_of(relation.on), [relation.evidence]
    ends = [("SUBJECT", start), ("OBJECT", end), ("MADE_BY", rows.end(relation.attributed_to))]
    if any(node is not None and node[0] not in RELATIONSHIP[kind].end for kind, node in ends):
        return
    rows.node(
        claim,
        {
            "article": rows.article.id,
            "type": relation.type,
            "verb": relation.verb or None,
            "polarity": "negative" if relation.assertion == "negated" else "positive",
            "modality": relation.assertion,
        },
    )
    rows.link("IN", claim, rows.home, span, on=on, confidence=relation.confidence)
    for kind, node in ends:
        if node is not None:
            rows.link(kind, claim, node, span, on=on, confidence=relation.confidence)
