"""Arguments that several fields have, each with the condition that it sets."""

from __future__ import annotations

import strawberry

from api.plan.conditions import Days, Is
from api.plan.fields import Argument
from api.types.base import DayRange
from api.types.filters import (
    FILTERED,
    ArticleFilter,
    ClaimFilter,
    EntityFilter,
    EventFilter,
    QuoteFilter,
    RelationshipFilter,
)
from api.types.kinds import (
    ClaimType,
    Direction,
    EntityType,
    EventStatus,
    EventType,
    Modality,
    NameOrder,
    Order,
    QuoteKind,
    RelationshipType,
    SpeechAct,
    TimeUnit,
)

FIRST = Argument("first", int, "The first so many, 20 unless told; 1,000 at most.")
AFTER = Argument("after", str, "Only what comes after this cursor.")
LAST = Argument("last", int, "The last so many; 1,000 at most.")
BEFORE = Argument("before", str, "Only what comes before this cursor.")
PAGE = (FIRST, AFTER, LAST, BEFORE)
ORDER = Argument("order", Order, "By day.", Order.newest)
NAME_ORDER = Argument("order", NameOrder, "By name.", NameOrder.ascending)
ID = Argument("id", strawberry.ID, "Its id.", required=True)
SOME_ID = Argument("id", strawberry.ID, "Its id.")
NAME = Argument("name", str, "A name or alias, or a part of a person's name.")

SPEAKER = Argument("speaker", str, "A name, alias or id; all who answer to it count.")
SPEAKER_ID = Argument("speaker_id", strawberry.ID, "The id of who says it.")
ABOUT = Argument("about", str, "Words (what a quote is about, or words of its own), or an id.")
ABOUT_ID = Argument("about_id", strawberry.ID, "The id of what it is about.")
KIND = Argument("kind", list[QuoteKind], "In one of these ways.", condition=Is("<it>.kind IN <value>"))
SAID_ON = Argument(
    "said_on", DayRange, "The day it was said, as the article states it.", condition=Days("toString(<it>.said_on)")
)
DAY = Argument("day", DayRange, "The day it was said, else that of its article.", condition=Days("<it>.day"))
QUOTE_SOURCE = Argument(
    "source", str, "The paper or agency.",
    condition=Is("EXISTS { MATCH (<it>)-[:IN]->(a:Article) WHERE a.source = <value> }"),
)  # fmt: skip
TO = Argument("to", str, "To whom it was said: a name, alias or id.")
SPEECH_ACT = Argument(
    "speech_act", list[SpeechAct], "Saying it does one of these.", condition=Is("<it>.speech_act IN <value>")
)
_SURE = "Only what was read with at least this confidence, 0 to 1."
SURE_QUOTE = Argument("min_confidence", float, _SURE, condition=Is("<it>.confidence >= <value>"))
SURE_LINK = Argument("min_confidence", float, _SURE, condition=Is("<r>.confidence >= <value>"))
SURE_EVENT = Argument(
    "min_confidence", float, f"{_SURE} An event is as sure as the surest article that reports it.",
    condition=Is("EXISTS { MATCH (<it>)-[report:REPORTED_IN]->() WHERE report.confidence >= <value> }"),
)  # fmt: skip
QUOTES_WHERE = Argument("where", QuoteFilter, "What else must hold.", condition=FILTERED[QuoteFilter])

EVENT_TYPE = Argument("type", list[EventType], "Of one of these types.", condition=Is("<it>.type IN <value>"))
EVENT_STATUS = Argument("status", list[EventStatus], "Of one of these.", condition=Is("<it>.status IN <value>"))
EVENT_ON = Argument("on", DayRange, "Its day.", condition=Days("<it>.day"))
EVENT_SOURCE = Argument(
    "source", str, "The paper or agency.",
    condition=Is("EXISTS { MATCH (<it>)-[:REPORTED_IN]->(a:Article) WHERE a.source = <value> }"),
)  # fmt: skip
EVENTS_WHERE = Argument("where", EventFilter, "What else must hold.", condition=FILTERED[EventFilter])

PUBLISHED = Argument("published", DayRange, "The day of publication.", condition=Days("<it>.day"))
SOURCE = Argument("source", str, "The paper or agency.", condition=Is("<it>.source = <value>"))
LANGUAGE = Argument("language", str, "ISO 639-1.", condition=Is("<it>.language = <value>"))
ARTICLES_WHERE = Argument("where", ArticleFilter, "What else must hold.", condition=FILTERED[ArticleFilter])
MENTION_PUBLISHED = Argument("published", DayRange, "The day of publication.", condition=Days("<a>.day"))
MENTION_SOURCE = Argument("source", str, "The paper or agency.", condition=Is("<a>.source = <value>"))
NAMES_WHERE = Argument("where", EntityFilter, "What else must hold.", condition=FILTERED[EntityFilter])

RELATIONSHIP_TYPE = Argument("type", list[RelationshipType], "Of one of these types; all unless told.")
DIRECTION = Argument("direction", Direction, "Which way they lead.", Direction.both)
RELATIONSHIP_ON = Argument("on", DayRange, "The day.", condition=Days("toString(<r>.on)"))
RELATIONSHIPS_WHERE = Argument(
    "where", RelationshipFilter, "What else must hold.", condition=FILTERED[RelationshipFilter]
)
CLAIM_TYPE = Argument("type", list[ClaimType], "Of one of these types.", condition=Is("<it>.type IN <value>"))
MODALITY = Argument("modality", list[Modality], "In one of these ways.", condition=Is("<it>.modality IN <value>"))
CLAIMS_WHERE = Argument("where", ClaimFilter, "What else must hold.", condition=FILTERED[ClaimFilter])

ENTITY_TYPES = Argument("types", list[EntityType], "Of these types; people, organisations and places unless told.")
UNIT = Argument("unit", TimeUnit, "How long a period is.", TimeUnit.month)
DAYS = Argument("days", DayRange, "Only these days.")
