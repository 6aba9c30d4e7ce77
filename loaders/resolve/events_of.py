"""Events: what happened, where, who took part, and the figures that are given."""

from __future__ import annotations

from datetime import date

from loaders.extract.reading import Entity, Event, Number
from loaders.resolve import ids
from loaders.resolve.days import Days, day_of, days_of
from loaders.resolve.identity import COARSE
from loaders.resolve.names import fold, words
from loaders.resolve.rows import End, Rows

ANYWHERE = frozenset({"Election"})
"""Types of which a whole country has one a day."""
OF_PEOPLE = words(
    "killed dead died injured wounded hurt missing displaced trapped arrested detained evacuated homeless sick "
    "infected hospitalised hospitalized stranded rescued deported attended"
)
"""Figures that count people."""


def name_events(rows: Rows) -> None:
    """Give every event its node.

    Two articles tell of the same event when type, day and most exact place are the same, and that place is no larger
    than a town; else an event belongs to its article. Of two in one article the first alone takes the shared id: the
    reader has told them apart.
    """
    entities = {e.id: e for e in rows.reading.entities}
    taken: set[str] = set()
    for event in rows.reading.events:
        node = _shared_id(event, entities)
        if node is None or node in taken:
            first = rows.surface(event.trigger)
            node = ids.owned("event", rows.article.id, event.type, fold(first), event.trigger.start)
            node = node.replace("event/", f"event/{ids.slug(event.type)}-", 1)
        taken.add(node)
        rows.events[event.id] = ("Event", node)


def _shared_id(event: Event, entities: dict[str, Entity]) -> str | None:
    day = day_of(event.date)
    if day is None or event.date_end not in (None, event.date) or event.status == "hypothetical" or not event.places:
        return None
    place = entities.get(event.places[0])
    if place is None or place.location is None or place.location.geonames is None:
        return None
    if place.location.kind in COARSE and event.type not in ANYWHERE:
        return None
    return ids.event(event.type, place.location.name, day.isoformat())


def events(rows: Rows) -> None:
    """Note all events and what hangs on them. The event's own properties are derived from REPORTED_IN when written."""
    located = {e.id: e.location.confidence for e in rows.reading.entities if e.location is not None}
    for event in rows.reading.events:
        node = rows.node(rows.events[event.id])
        days = days_of(event.date)
        on = day_of(event.date)
        triggers = sorted(event.mentions) or [event.trigger]
        rows.link(
            "REPORTED_IN", node, rows.home, [event.trigger], on=rows.published, confidence=event.confidence,
            mark=[event.id],
            properties={
                "type": event.type,
                "label": event.label,
                "date": days.first if days else None,
                "date_end": _last_day(event, days),
                "date_precision": days.precision if days else None,
                "date_words": event.date_words or None,
                "status": event.status,
                "starts": [t.start for t in triggers],
                "ends": [t.end for t in triggers],
            },
        )  # fmt: skip
        for place, confidence in event.settings:
            if (end := rows.end(place)) is not None:
                sure = min(confidence, located.get(place, 1.0))
                rows.link("TOOK_PLACE_IN", node, end, [event.trigger], on=on, confidence=sure)
        for part in event.participants:
            if (end := rows.end(part.entity)) is not None:
                rows.link(
                    "TOOK_PART_IN", end, node, [part.span], on=on, confidence=part.confidence, mark=[part.role],
                    properties={"role": part.role},
                )  # fmt: skip
        for number in event.numbers:
            _figure(rows, node, number)
        if event.part_of in rows.events:
            rows.link("PART_OF", node, rows.events[event.part_of], [event.trigger], on=on, confidence=event.confidence)


def _last_day(event: Event, days: Days | None) -> date | None:
    ends = days_of(event.date_end)
    if ends is not None:
        return ends.last
    return days.last if days is not None and days.precision != "day" else None


def _figure(rows: Rows, node: End, number: Number) -> None:
    where = (number.span.start, number.what, number.low, number.high)
    figure = rows.node(
        ("Figure", ids.owned("figure", rows.article.id, node[1], *where)),
        {
            "article": rows.article.id,
            "kind": number.what,
            "low": number.low,
            "high": number.high,
            "unit": "people" if number.what in OF_PEOPLE else None,
            "verified": number.verified,
            "words": rows.surface(number.span),
        },
    )
    rows.link("HAS_FIGURE", node, figure, [number.span], on=rows.published, confidence=number.confidence)
    by = rows.end(number.by)
    if by is not None:
        rows.link("ACCORDING_TO", figure, by, [number.span], on=rows.published, confidence=number.confidence)
