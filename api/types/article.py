"""What was published."""

from __future__ import annotations

import strawberry

from api.context import Info
from api.linked import linked
from api.pages import connection
from api.types.base import (
    After,
    Before,
    Connection,
    Day,
    DayRange,
    First,
    Last,
    MinConfidence,
    Node,
    Order,
)  # fmt: skip
from api.types.describe import resolved
from api.types.lazy import LazyClaim, LazyEvent, LazyMention, LazyQuote
from api.types.quote import QuoteKind
from graph.reading import claims, links, nodes, walk
from graph.reading.page import Row, window


@strawberry.type(description="What was published, with its exact text.")
class Article(Node):
    headline: str = strawberry.field(description="Its headline; empty where it has none.")
    byline: str | None = strawberry.field(description="Who wrote it, as it says.")
    url: str | None = strawberry.field(description="Where it was published; null for a file.")
    source: str | None = strawberry.field(description="The paper or agency.")
    published: Day | None = strawberry.field(description="The day of publication; null where it is not known.")
    language: str | None = strawberry.field(description="ISO 639-1.")
    reader: str | None = strawberry.field(description="Name and version of the reader; null where it was not read.")
    note: str | None = strawberry.field(description="Why it was not read; null where it was.")

    @classmethod
    def of(cls, row: Row) -> Article:
        return cls(
            id=row["id"], headline=row["headline"] or "", byline=row["byline"] or None, url=row["url"] or None,
            source=row["source"] or None, published=row["published"] or None, language=row["language"] or None,
            reader=row["reader"] or None, note=row["note"] or None,
        )  # fmt: skip

    @resolved(description="The exact text: every offset counts its characters.")
    async def text(self, info: Info) -> str:
        return await info.context.load(nodes.texts, str(self.id)) or ""

    @resolved(description="What is said in it.")
    async def quotes(
        self, info: Info, speaker: str | None = None, about: str | None = None, kind: list[QuoteKind] | None = None,
        said_on: DayRange | None = None, min_confidence: MinConfidence = None, order: Order = Order.newest,
        first: First = None, after: After = None, last: Last = None, before: Before = None,
    ) -> Connection[LazyQuote]:  # fmt: skip
        from api.quotes import Asked, quote_page

        return await quote_page(
            info,
            Asked(
                article=str(self.id), speaker=speaker, about=about, kinds=kind, said_on=said_on,
                min_confidence=min_confidence, order=order, first=first, after=after, last=last, before=before,
            ),
        )  # fmt: skip

    @resolved(description="What it reports.")
    async def events(
        self, info: Info, min_confidence: MinConfidence = None, order: Order = Order.newest,
        first: First = None, after: After = None, last: Last = None, before: Before = None,
    ) -> Connection[LazyEvent]:  # fmt: skip
        from api.events import event_conditions
        from api.types.event import Event

        shown = window(order.value, first, after, last, before)
        where = event_conditions(min_confidence=min_confidence)
        return connection(info, (str(self.id),), walk.EVENTS_REPORTED, where, shown, Event.of)

    @resolved(description="Whom and what it names, by name.")
    async def mentions(
        self, info: Info, min_confidence: MinConfidence = None,
        first: First = None, after: After = None, last: Last = None, before: Before = None,
    ) -> Connection[LazyMention]:  # fmt: skip
        from api.types.mention import Mention

        shown = window("name", first, after, last, before)
        where = walk.sure(walk.NONE, min_confidence)
        return connection(info, (str(self.id),), walk.MENTIONS_IN, where, shown, Mention.of)

    @resolved(description="What it reports as denied, doubted or hypothetical.")
    async def claims(
        self, info: Info, min_confidence: MinConfidence = None, order: Order = Order.newest,
        first: First = None, after: After = None, last: Last = None, before: Before = None,
    ) -> Connection[LazyClaim]:  # fmt: skip
        from api.types.claim import Claim

        shown = window(order.value, first, after, last, before)
        where = claims.conditions(confidence=min_confidence)
        return connection(info, (str(self.id),), claims.IN_ARTICLE, where, shown, Claim.of)

    @resolved(description="The articles that it corrects or withdraws.")
    async def corrects(self, info: Info) -> list[Article]:
        return await _articles(info, self, links.CORRECTS)

    @resolved(description="The articles that correct or withdraw it.")
    async def corrected_by(self, info: Info) -> list[Article]:
        return await _articles(info, self, links.CORRECTED_BY)

    @resolved(description="The earlier article that carries the same text; null where there is none.")
    async def copy_of(self, info: Info) -> Article | None:
        found = await _articles(info, self, links.COPY_OF)
        return found[0] if found else None


async def _articles(info: Info, article: Article, kind: links.Links) -> list[Article]:
    found = await linked(info, str(article.id), kind)
    return [Article.of(item["node"]) for item in found]
