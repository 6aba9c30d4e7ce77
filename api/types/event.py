"""What happened, and the figures about it."""

from __future__ import annotations

import strawberry

from api.plan.fields import read
from api.plan.quotes import QuotePage
from api.plan.readers import Borne, Far, Linked, LinkedEvidence, Nearest, Property, again, day
from api.plan.readers import text as filled
from api.types.arguments import KIND, ORDER, PAGE, QUOTE_SOURCE, QUOTES_WHERE, SAID_ON, SPEAKER, SURE_QUOTE
from api.types.base import Day, Node
from api.types.evidence import Evidence
from api.types.kinds import EventStatus, EventType
from api.types.lazy import LazyEntity, LazyPlace
from api.types.pages import QuoteConnection
from graph.reading import links


@strawberry.type(description="Somebody who took part in an event.")
class Participant:
    role: str | None = read(Property("<r>.role"), "As what: agent, patient, participant, victim, host …")
    evidence: list[Evidence] = read(Borne(), "The place in the article that says so.")
    entity: LazyEntity = read(again(it="it"), "Who took part.")


@strawberry.type(description="A number that one article gives about an event. Articles may disagree.")
class Figure(Node):
    kind: str = read(Property("<it>.kind"), "What is counted: killed, injured, missing …")
    low: int | None = read(Property("<it>.low"), "At least so many.")
    high: int | None = read(Property("<it>.high"), "At most so many.")
    unit: str | None = read(Property("<it>.unit"), "What the number counts, where it is no people.")
    verified: bool | None = read(
        Property("<it>.verified"), "False where the article says that it could not be checked."
    )
    words: str | None = read(Property("<it>.words"), "The article's words.")
    according_to: list[LazyEntity] = read(Linked(links.ACCORDING_TO), "Who gives it.")
    event: Event | None = read(Nearest(links.FIGURE_OF), "The event that it is about.")
    evidence: list[Evidence] = read(LinkedEvidence(links.FIGURE_OF), "The place in the article that gives it.")


@strawberry.type(description="Something that happened, is planned, or is said to have happened.")
class Event(Node):
    type: EventType = read(Property("<it>.type"), "What kind of event.")
    label: str = read(
        Property("coalesce(<it>.label, '')"), "A few words of the article, such as: talks in the capital."
    )
    date: Day | None = read(day("date"), "The day, or the first day that it may have been.")
    date_end: Day | None = read(day("date_end"), "The last day; null where it is the same or not known.")
    date_precision: str | None = read(
        Property("<it>.date_precision"), "How exact the date is: day, week, month or year."
    )
    date_words: str | None = read(filled("date_words"), "The article's words for the date.")
    status: EventStatus | None = read(filled("status"), "Whether it happened.")
    confidence: float | None = read(
        Property(
            "reduce(most = null, c IN [(<it>)-[report:REPORTED_IN]->() | report.confidence] |"
            " CASE WHEN most >= c THEN most ELSE coalesce(c, most) END)"
        ),
        "How sure the reader was, 0 to 1: as sure as of the surest article that reports it.",
    )
    places: list[LazyPlace] = read(Far(links.TOOK_PLACE_IN), "Where it took place.")
    participants: list[Participant] = read(Linked(links.PARTICIPANTS), "Who took part, as each article says.")
    figures: list[Figure] = read(Linked(links.FIGURES), "The figures that articles give about it.")
    part_of: Event | None = read(Nearest(links.PART_OF), "The larger event that it is part of.")
    parts: list[Event] = read(Far(links.PARTS), "The events that are part of it.")
    evidence: list[Evidence] = read(LinkedEvidence(links.REPORTED_IN), "The places in articles that report it.")
    quotes: QuoteConnection = read(
        QuotePage("about"), "What was said about it.",
        SPEAKER, KIND, SAID_ON, QUOTE_SOURCE, SURE_QUOTE, QUOTES_WHERE, ORDER, *PAGE,
    )  # fmt: skip
