"""Pages of everything."""

from __future__ import annotations

import strawberry

from api.plan.fields import Argument, read
from api.plan.quotes import QuotePage
from api.plan.times import Timeline
from api.plan.walked import AllArticles, AllClaims, AllEvents, AllRelationships, Named
from api.types.arguments import (
    ABOUT,
    ABOUT_ID,
    ARTICLES_WHERE,
    CLAIM_TYPE,
    CLAIMS_WHERE,
    DAYS,
    EVENT_ON,
    EVENT_SOURCE,
    EVENT_STATUS,
    EVENT_TYPE,
    EVENTS_WHERE,
    KIND,
    LANGUAGE,
    MODALITY,
    NAME,
    NAME_ORDER,
    NAMES_WHERE,
    ORDER,
    PAGE,
    PUBLISHED,
    QUOTE_SOURCE,
    QUOTES_WHERE,
    RELATIONSHIP_ON,
    RELATIONSHIP_TYPE,
    RELATIONSHIPS_WHERE,
    SAID_ON,
    SOURCE,
    SPEAKER,
    SPEAKER_ID,
    SPEECH_ACT,
    SURE_EVENT,
    SURE_LINK,
    SURE_QUOTE,
    TO,
    UNIT,
)
from api.types.base import Connection
from api.types.claim import Claim
from api.types.entities import Organisation, Person, Place
from api.types.pages import ArticleConnection, EventConnection, QuoteConnection
from api.types.relationship import Relationship
from api.types.timeline import Period

_NAMED = (NAME, NAMES_WHERE, NAME_ORDER, *PAGE)


@strawberry.type
class Many:
    articles: ArticleConnection = read(
        AllArticles(), "Articles, the newest first.",
        SOURCE, PUBLISHED, LANGUAGE,
        Argument("mentions", str, "Somebody or something that they name: a name, alias or id."),
        Argument("about", str, "Words: a name of somebody whom they name, or words of their own; or an id."),
        ARTICLES_WHERE, ORDER, *PAGE,
    )  # fmt: skip
    people: Connection[Person] = read(
        Named("Person"), "People by name, all or those who answer to a name or alias.", *_NAMED
    )
    organisations: Connection[Organisation] = read(
        Named("Organisation"), "Organisations by name, all or those that answer to a name or alias.", *_NAMED
    )
    places: Connection[Place] = read(Named("Place"), "Places by name, all or those that answer to a name.", *_NAMED)
    events: EventConnection = read(
        AllEvents(), "Events, the newest first.",
        EVENT_TYPE, EVENT_STATUS, EVENT_ON,
        Argument("place", str, "Where: a name or id. What lies in it counts, too."),
        Argument("participant", str, "Who took part: a name, alias or id."),
        Argument("about", str, "Words of label or type."),
        EVENT_SOURCE, SURE_EVENT, EVENTS_WHERE, ORDER, *PAGE,
    )  # fmt: skip
    quotes: QuoteConnection = read(
        QuotePage(), "What was said, the newest first.",
        SPEAKER, SPEAKER_ID, ABOUT, ABOUT_ID, TO, KIND, SAID_ON, QUOTE_SOURCE, SPEECH_ACT, SURE_QUOTE,
        QUOTES_WHERE, ORDER, *PAGE,
    )  # fmt: skip
    relationships: Connection[Relationship] = read(
        AllRelationships(),
        "Who did what to whom, the newest first. What goes both ways (meeting, talking, agreeing) is found "
        "from either end.",
        RELATIONSHIP_TYPE, Argument("subject", str, "Who did it: a name, alias or id."),
        Argument("object", str, "To whom: a name, alias or id."),
        RELATIONSHIP_ON, SURE_LINK, RELATIONSHIPS_WHERE, ORDER, *PAGE,
    )  # fmt: skip
    claims: Connection[Claim] = read(
        AllClaims(), "Doings that are denied, doubted or hypothetical, the newest first; none is a relationship.",
        CLAIM_TYPE, MODALITY, Argument("subject", str, "Who would have done it: a name, alias or id."),
        Argument("object", str, "To whom: a name, alias or id."),
        Argument("made_by", str, "Who claims it: a name, alias or id."),
        Argument("about", str, "Who would have done it, or to whom: a name, alias or id."),
        SURE_LINK, CLAIMS_WHERE, ORDER, *PAGE,
    )  # fmt: skip
    timeline: list[Period] = read(
        Timeline(whole=True), "How much there is in each period, the oldest first.",
        UNIT, DAYS, Argument("source", str, "The paper or agency."),
    )  # fmt: skip
