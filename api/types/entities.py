"""People, organisations, places, and those whom an article does not name."""

from __future__ import annotations

import strawberry

from api.plan.facets import EVENTS
from api.plan.fields import read
from api.plan.quotes import QuotePage
from api.plan.readers import ById, Property, RolesBy, Strings, Within
from api.plan.times import Timeline
from api.plan.walked import RelationshipsOf, WalkPage
from api.types.arguments import (
    ABOUT,
    ABOUT_ID,
    CLAIM_TYPE,
    CLAIMS_WHERE,
    DAYS,
    DIRECTION,
    EVENT_ON,
    EVENT_STATUS,
    EVENT_TYPE,
    EVENTS_WHERE,
    KIND,
    MENTION_PUBLISHED,
    MENTION_SOURCE,
    ORDER,
    PAGE,
    QUOTE_SOURCE,
    QUOTES_WHERE,
    RELATIONSHIP_TYPE,
    RELATIONSHIPS_WHERE,
    SAID_ON,
    SPEAKER,
    SURE_EVENT,
    SURE_LINK,
    SURE_QUOTE,
    UNIT,
)
from api.types.base import Connection, Node
from api.types.lazy import LazyArticle, LazyClaim, LazyMention, LazyRelationship
from api.types.pages import EventConnection, QuoteConnection
from api.types.relationship import Role
from api.types.timeline import Period
from graph.reading import links, walks

_EVENTS = (EVENT_TYPE, EVENT_STATUS, EVENT_ON, SURE_EVENT, EVENTS_WHERE, ORDER, *PAGE)
_WIKIDATA = "The Wikidata item, where it is known."
_FORMER = "Ids that merges gave up for this one; they lead here."


@strawberry.interface(description="Somebody or something that articles speak of.")
class Entity(Node):
    name: str = read(Property("coalesce(<it>.name, '')"), "The name; for the unnamed, the words that mean them.")
    aliases: list[str] = read(Strings("<it>.aliases"), "Other names under which articles speak of it.")
    quotes: QuoteConnection = read(
        QuotePage("speaker"), "What it said, the newest first.",
        ABOUT, ABOUT_ID, KIND, SAID_ON, QUOTE_SOURCE, SURE_QUOTE, QUOTES_WHERE, ORDER, *PAGE,
    )  # fmt: skip
    quotes_about: QuoteConnection = read(
        QuotePage("about"), "What others said about it, the newest first.",
        SPEAKER, KIND, SAID_ON, QUOTE_SOURCE, SURE_QUOTE, QUOTES_WHERE, ORDER, *PAGE,
    )  # fmt: skip
    events: EventConnection = read(
        WalkPage(walks.EVENTS_OF, "n", counted=EVENTS), "The events that it took part in, the newest first.", *_EVENTS
    )
    mentions: Connection[LazyMention] = read(
        WalkPage(walks.MENTIONS_OF, "n"), "The articles that name it, the newest first.",
        MENTION_PUBLISHED, MENTION_SOURCE, SURE_LINK, ORDER, *PAGE,
    )  # fmt: skip
    relationships: Connection[LazyRelationship] = read(
        RelationshipsOf(), "What it did to others, and others to it, the newest first.",
        RELATIONSHIP_TYPE, DIRECTION, SURE_LINK, RELATIONSHIPS_WHERE, ORDER, *PAGE,
    )  # fmt: skip
    claims: Connection[LazyClaim] = read(
        WalkPage(walks.CLAIMS_OF, "n"),
        "What it is claimed to have done or suffered, or claims itself, without it being a fact.",
        CLAIM_TYPE, SURE_LINK, CLAIMS_WHERE, ORDER, *PAGE,
    )  # fmt: skip
    timeline: list[Period] = read(Timeline(), "How much there is on it in each period, the oldest first.", UNIT, DAYS)


@strawberry.type(description="A named person.")
class Person(Entity):
    wikidata: str | None = read(Property("<it>.wikidata"), _WIKIDATA)
    former_ids: list[strawberry.ID] = read(Strings("<it>.former_ids"), _FORMER)
    roles: list[Role] = read(RolesBy(links.HOLDS_ROLE), "The roles held, as articles state them, the newest first.")
    speaks_for: list[Role] = read(RolesBy(links.SPEAKS_FOR), "For whom this person speaks.")
    member_of: list[Role] = read(RolesBy(links.MEMBER_OF), "What this person is a member of.")


@strawberry.type(description="A named organisation, institution, company, party or armed force.")
class Organisation(Entity):
    wikidata: str | None = read(Property("<it>.wikidata"), _WIKIDATA)
    former_ids: list[strawberry.ID] = read(Strings("<it>.former_ids"), _FORMER)
    role_holders: list[Role] = read(RolesBy(links.ROLE_HOLDERS), "Who holds which role in it, the newest first.")
    members: list[Role] = read(RolesBy(links.MEMBERS), "Its members.")
    member_of: list[Role] = read(RolesBy(links.MEMBER_OF), "What it is a member of.")
    based_in: list[Role] = read(RolesBy(links.BASED_IN), "Where it is based.")


@strawberry.type(description="A named place.")
class Place(Entity):
    wikidata: str | None = read(Property("<it>.wikidata"), _WIKIDATA)
    former_ids: list[strawberry.ID] = read(Strings("<it>.former_ids"), _FORMER)
    kind: str | None = read(Property("<it>.kind"), "City, district, region, country, river …")
    geonames: int | None = read(Property("<it>.geonames"), "The GeoNames id; null where the place could not be told.")
    latitude: float | None = read(Property("toFloat(<it>.latitude)"), "Degrees north.")
    longitude: float | None = read(Property("toFloat(<it>.longitude)"), "Degrees east.")
    country: str | None = read(Property("<it>.country"), "ISO 3166-1 alpha-2.")
    within: list[Place] = read(Within(), "The places in which it lies, the nearest first, by the gazetteer.")
    events_there: EventConnection = read(
        WalkPage(walks.EVENTS_IN, "n", counted=EVENTS),
        "What took place there, or in a place that lies in it, the newest first.", *_EVENTS,
    )  # fmt: skip
    role_holders: list[Role] = read(RolesBy(links.ROLE_HOLDERS), "Who holds which role in it, the newest first.")


@strawberry.type(description="A speaker or actor whom one article does not name; never merged with another's.")
class Unnamed(Entity):
    kind: str | None = read(Property("<it>.kind"), "Whether a person, a group …")
    roles: list[Role] = read(RolesBy(links.HOLDS_ROLE), "The roles held, as the article states them.")
    speaks_for: list[Role] = read(RolesBy(links.SPEAKS_FOR), "For whom this one speaks.")
    article: LazyArticle = read(ById(("Article",), "<it>.article"), "The article that speaks of it.")
