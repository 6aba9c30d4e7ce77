"""Relations: who did what to whom, who holds which role, speaks for whom, belongs where."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.extract.clauses.index import Index
from loaders.extract.document import Document
from loaders.extract.reading import Entity, Event, Quote, Relation, Time
from loaders.extract.relations.direct import direct
from loaders.extract.relations.roles import belongings, roles


def find(
    document: Document,
    entities: Sequence[Entity],
    times: Sequence[Time],
    quotes: Sequence[Quote],
    events: Sequence[Event],
) -> tuple[Relation, ...]:
    """All relations in the order of their evidence; one for each type, pair and place in the text."""
    index = Index(document, entities, times, quotes)
    found = [*roles(entities), *direct(index, events), *belongings(index)]
    unique: dict[tuple[str, str, str, int, str], Relation] = {}
    for relation in found:
        unique.setdefault(
            (relation.type, relation.source, relation.target, relation.evidence.start, relation.assertion), relation
        )
    return tuple(sorted(unique.values(), key=lambda r: (r.evidence, r.type, r.source, r.target)))
