"""What is told as it arrives."""

from __future__ import annotations

import strawberry

from api.plan.arriving import QuotesArriving, ReportsArriving
from api.plan.conditions import Is
from api.plan.fields import Argument, read
from api.plan.readers import Borne, Property, again
from api.types.arguments import (
    ABOUT,
    ABOUT_ID,
    EVENT_ON,
    EVENT_SOURCE,
    EVENT_STATUS,
    EVENT_TYPE,
    EVENTS_WHERE,
    KIND,
    QUOTE_SOURCE,
    QUOTES_WHERE,
    SAID_ON,
    SPEAKER,
    SPEAKER_ID,
    SPEECH_ACT,
    SURE_EVENT,
    SURE_QUOTE,
    TO,
)
from api.types.article import Article
from api.types.event import Event
from api.types.evidence import Evidence
from api.types.quote import Quote

AFTER = Argument(
    "after",
    str,
    "A cursor of this subscription: all that came after it is told first. Without it, what arrives from now.",
)
_CURSOR = "Its place in the order of arrival: with the newest that you have as `after`, you miss nothing."
_IS_NEW = "NOT EXISTS { MATCH (<it>)-[earlier:REPORTED_IN]->() WHERE coalesce(earlier.arrived, 0) < <r>.arrived }"


@strawberry.type(description="A quote that has arrived.")
class QuoteSaid:
    cursor: str = read(None, _CURSOR)
    quote: Quote = read(None, "What was said.")


@strawberry.type(description="An article's report of an event that has arrived.")
class EventReported:
    cursor: str = read(None, _CURSOR)
    event: Event = read(None, "The event, as all articles together have it by now.")
    is_new: bool = read(Property(_IS_NEW), "Whether no article had reported it before.")
    article: Article = read(again(it="a"), "The article that reports it.")
    evidence: list[Evidence] = read(Borne(), "The place in the article.")


@strawberry.type(description="What is told as articles arrive, over WebSocket; one field in each operation.")
class Subscription:
    quote_said: QuoteSaid = read(
        QuotesArriving(), "Quotes, each once, in the order in which they arrive.",
        SPEAKER, SPEAKER_ID, ABOUT, ABOUT_ID, TO, KIND, SAID_ON, QUOTE_SOURCE, SPEECH_ACT, SURE_QUOTE,
        QUOTES_WHERE, AFTER,
    )  # fmt: skip
    event_reported: EventReported = read(
        ReportsArriving(), "Reports of events, each article's once, in the order in which they arrive.",
        EVENT_TYPE, EVENT_STATUS, EVENT_ON,
        Argument("place", str, "Where: a name or id. What lies in it counts, too."),
        Argument("participant", str, "Who took part: a name, alias or id."),
        Argument("about", str, "Words of label or type."),
        Argument("is_new", bool, "Whether no article had reported it before.", condition=Is(f"({_IS_NEW}) = <value>")),
        EVENT_SOURCE, SURE_EVENT, EVENTS_WHERE, AFTER,
    )  # fmt: skip
