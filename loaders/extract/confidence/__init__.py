"""Confidence that means something: of what bears 0.9, nine in ten are right.

The stages say how sure each is by its own lights. `settle` turns that, with the evidence that speaks for and against
each fact (`evidence`, `events`, `parts`, `doings`), into a share that is right: by a scale whose weights were fitted to
articles with gold, or to facts that were read against their sentences (`scale`), by `python -m evaluation.calibrate`.
The unnamed, whom nothing judges, keep what their stage gave, up to `UNJUDGED`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial

from loaders.extract.confidence import doings, events, evidence, parts
from loaders.extract.confidence.evidence import Grounds
from loaders.extract.confidence.scale import Scale
from loaders.extract.reading import Entity, Event, Quote, Reading, Relation, Role, Span, Time

UNJUDGED = 0.89
"""The most that somebody bears who has no name: nothing was held against gold there."""


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
    grounds = zip(reading.entities, evidence.names(text, reading), doings.roles(text, reading), strict=True)
    entities = tuple(_entity(entity, named, roles, by) for entity, named, roles in grounds)
    offices = {(e.id, role.of, role.evidence): role.confidence for e in entities for role in e.roles}
    return replace(
        reading,
        entities=entities,
        quotes=tuple(_quote(q, g, by) for q, g in zip(reading.quotes, evidence.quotes(text, reading), strict=True)),
        events=_events(text, reading, by),
        relations=tuple(
            _relation(r, g, offices, by)
            for r, g in zip(reading.relations, doings.relations(text, reading), strict=True)
        ),
        times=tuple(_time(text, t, by) for t in reading.times),
    )


def _events(text: str, reading: Reading, by: Scale) -> tuple[Event, ...]:
    """The events, and what is told of each, as facts of their own."""
    grounds = zip(
        reading.events, events.events(text, reading), parts.participants(text, reading), parts.places(text, reading),
        parts.figures(text, reading), strict=True,
    )  # fmt: skip
    return tuple(
        replace(
            event,
            confidence=by.confidence("events", itself),
            participants=tuple(
                replace(p, confidence=by.confidence("participants", g))
                for p, g in zip(event.participants, who, strict=True)
            ),
            place_confidences=tuple(by.confidence("event_places", g) for g in where),
            numbers=tuple(
                replace(n, confidence=by.confidence("figures", g)) for n, g in zip(event.numbers, figures, strict=True)
            ),
        )
        for event, itself, who, where, figures in grounds
    )


def _entity(entity: Entity, grounds: Grounds | None, offices: tuple[Grounds, ...], by: Scale) -> Entity:
    roles = tuple(_role(role, g, by) for role, g in zip(entity.roles, offices, strict=True))
    if grounds is None:
        return replace(entity, roles=roles, confidence=min(entity.confidence, UNJUDGED))
    place = entity.location
    if place is not None:
        place = replace(place, confidence=by.confidence("places", evidence.place(entity, place)))
    return replace(entity, roles=roles, location=place, confidence=by.confidence("names", grounds))


def _quote(quote: Quote, grounds: Grounds, by: Scale) -> Quote:
    return replace(quote, confidence=by.confidence("quotes", grounds))


def _time(text: str, time: Time, by: Scale) -> Time:
    return replace(time, confidence=by.confidence("dates", evidence.time(text, time)))


def _role(role: Role, grounds: Grounds, by: Scale) -> Role:
    return replace(role, confidence=by.confidence("roles", grounds))


def _relation(
    relation: Relation, grounds: Grounds, offices: dict[tuple[str, str | None, Span], float], by: Scale
) -> Relation:
    """What follows from a role is as sure as the role."""
    office = offices.get((relation.source, relation.target, relation.evidence))
    return replace(relation, confidence=by.confidence("relations", grounds) if office is None else office)
