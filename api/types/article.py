"""What was published."""

from __future__ import annotations

import strawberry

from api.plan.facets import EVENTS
from api.plan.fields import read
from api.plan.quotes import QuotePage
from api.plan.readers import Linked, Nearest, Property, day
from api.plan.readers import text as filled
from api.plan.walked import WalkPage
from api.types.arguments import (
    ABOUT,
    CLAIMS_WHERE,
    EVENTS_WHERE,
    KIND,
    ORDER,
    PAGE,
    QUOTES_WHERE,
    SAID_ON,
    SPEAKER,
    SURE_EVENT,
    SURE_LINK,
    SURE_QUOTE,
)
from api.types.base import Address, Connection, Day, Moment, Node
from api.types.lazy import LazyClaim, LazyMention
from api.types.pages import EventConnection, QuoteConnection
from graph.reading import links, walks


@strawberry.type(description="What was published, with its exact text.")
class Article(Node):
    headline: str = read(Property("coalesce(<it>.headline, '')"), "Its headline; empty where it has none.")
    byline: str | None = read(filled("byline"), "Who wrote it, as it says.")
    url: Address | None = read(filled("url"), "Where it was published; null for a file.")
    source: str | None = read(filled("source"), "The paper or agency.")
    published: Day | None = read(day("published"), "The day of publication; null where it is not known.")
    published_at: Moment | None = read(
        Property("<it>.published_at"), "Day and time of publication; null where only the day is stated."
    )
    language: str | None = read(filled("language"), "ISO 639-1.")
    reader: str | None = read(filled("reader"), "Name and version of the reader; null where it was not read.")
    note: str | None = read(filled("note"), "Why it was not read; null where it was.")
    text: str = read(Property("<it>.text"), "The exact text: every offset counts its characters.")
    quotes: QuoteConnection = read(
        QuotePage("article"), "What is said in it.",
        SPEAKER, ABOUT, KIND, SAID_ON, SURE_QUOTE, QUOTES_WHERE, ORDER, *PAGE,
    )  # fmt: skip
    events: EventConnection = read(
        WalkPage(walks.EVENTS_REPORTED, "n", counted=EVENTS), "What it reports.", SURE_EVENT, EVENTS_WHERE, ORDER, *PAGE
    )
    mentions: Connection[LazyMention] = read(
        WalkPage(walks.MENTIONS_IN, "a", order="ascending"), "Whom and what it names, by name.", SURE_LINK, *PAGE
    )
    claims: Connection[LazyClaim] = read(
        WalkPage(walks.CLAIMS_IN, "a"), "What it reports as denied, doubted or hypothetical.",
        SURE_LINK, CLAIMS_WHERE, ORDER, *PAGE,
    )  # fmt: skip
    corrects: list[Article] = read(Linked(links.CORRECTS), "The articles that it corrects or withdraws.")
    corrected_by: list[Article] = read(Linked(links.CORRECTED_BY), "The articles that correct or withdraw it.")
    copy_of: Article | None = read(
        Nearest(links.COPY_OF), "The earlier article that carries the same text; null where there is none."
    )
