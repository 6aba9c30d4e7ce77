"""Events: what happened, is planned, or is said to have happened; when, where, with whom, and with which figures."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.extract.clauses.index import Index
from loaders.extract.document import Document
from loaders.extract.events.merge import merge
from loaders.extract.events.sight import sightings
from loaders.extract.reading import Entity, Event, Quote, Time


def find(
    document: Document, entities: Sequence[Entity], times: Sequence[Time], quotes: Sequence[Quote]
) -> tuple[Event, ...]:
    """All events, ids v1, v2 … in the order of the text. Costs time linear in the length of the text."""
    index = Index(document, entities, times, quotes)
    return merge(sightings(index), index)
