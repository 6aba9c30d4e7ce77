"""Confidence that means something: of what bears 0.9, nine in ten are right.

The stages say how sure each is by its own lights. `settle` turns that, with the evidence that speaks for and against
each fact (`evidence`), into a share that is right: by a scale whose weights were fitted to articles with gold
(`scale`), by `python -m evaluation.calibrate`. Facts of kinds that no gold judges keep what their stage gave, up to
`UNJUDGED`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial

from loaders.extract.confidence import evidence
from loaders.extract.confidence.evidence import Grounds
from loaders.extract.confidence.scale import Scale
from loaders.extract.reading import Entity, Event, Quote, Reading, Relation, Time

UNJUDGED = 0.89
"""The most that a fact bears whose kind was never held against gold: events, roles, who did what to whom."""


@cache
def scale(name: str = "rules") -> Scale:
    """The scale for what a reader of this name gives; loaded once."""
    return Scale.load(name)


def settler(name: str) -> Callable[[str, Reading], Reading]:
    """`settle` by the scale for what a reader of this name gives; FileNotFoundError where none ships."""
    return partial(settle, by=scale(name))


def settle(text: str, reading: Reading, by: Scale | None = None) -> Reading:
    """The reading with confidences that are shares; 0.01 to 0.99, two places. `text` is the article's."""
    by = by or scale()
    return replace(
        reading,
        entities=tuple(_entity(e, g, by) for e, g in zip(reading.entities, evidence.names(reading), strict=True)),
        quotes=tuple(_quote(q, g, by) for q, g in zip(reading.quotes, evidence.quotes(text, reading), strict=True)),
        events=tuple(_event(e) for e in reading.events),
        relations=tuple(_relation(r) for r in reading.relations),
        times=tuple(_time(text, t, by) for t in reading.times),
    )


def _entity(entity: Entity, grounds: Grounds | None, by: Scale) -> Entity:
    roles = tuple(replace(r, confidence=min(r.confidence, UNJUDGED)) for r in entity.roles)
    if grounds is None:
        return replace(entity, roles=roles, confidence=min(entity.confidence, UNJUDGED))
    place = entity.location
    if place is not None:
        place = replace(place, confidence=by.share("places", evidence.place(entity, place)))
    return replace(entity, roles=roles, location=place, confidence=by.share("names", grounds))


def _quote(quote: Quote, grounds: Grounds, by: Scale) -> Quote:
    return replace(quote, confidence=by.share("quotes", grounds))


def _time(text: str, time: Time, by: Scale) -> Time:
    return replace(time, confidence=by.share("dates", evidence.time(text, time)))


def _event(event: Event) -> Event:
    return replace(event, confidence=min(event.confidence, UNJUDGED))


def _relation(relation: Relation) -> Relation:
    return replace(relation, confidence=min(relation.confidence, UNJUDGED))
