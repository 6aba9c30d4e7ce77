"""Search over everything at once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from enum import Enum

import strawberry

from api.context import Info
from api.types.any import node_of
from api.types.base import After, Before, First, Last, Node, PageInfo, Why, WhyCode
from api.types.describe import resolved, value
from api.why import why_no_name, why_nothing
from graph.reading import page as pages
from graph.reading import search
from graph.reading.page import window


@strawberry.enum(description="What is searched.")
class Searched(Enum):
    Person = value("Person", description="By name and aliases.")
    Organisation = value("Organisation", description="By name and aliases.")
    Place = value("Place", description="By name and aliases.")
    Unnamed = value("Unnamed", description="By the words that mean them.")
    Event = value("Event", description="By label and type.")
    Quote = value("Quote", description="By its words.")
    Article = value("Article", description="By headline and text.")


@strawberry.type(description="A hit.")
class Hit:
    cursor: str = strawberry.field(description="Give it as `after` or `before` to turn pages from here.")
    score: float = strawberry.field(description="How well it fits, compared with the best of its kind: 0 to 1.")
    node: Node = strawberry.field(description="The object.")


@strawberry.type(description="A page of hits, the best first.")
class Hits:
    load: strawberry.Private[Callable[[], Awaitable[pages.Page | None]]]
    total: strawberry.Private[Callable[[], Awaitable[int]]]
    reason: strawberry.Private[Callable[[], Awaitable[Why]]]

    async def page(self) -> pages.Page:
        return await self.load() or pages.EMPTY

    @resolved(description="The hits of this page.")
    async def edges(self) -> list[Hit]:
        return [Hit(cursor=e.cursor, score=e.row["score"], node=node_of(e.row)) for e in (await self.page()).edges]

    @resolved(description="Where this page stands.")
    async def page_info(self) -> PageInfo:
        return PageInfo.of(await self.page())

    @resolved(description="How many hits there are, up to 1,000 of each index; counted only where it is selected.")
    async def total_count(self) -> int:
        return await self.total()

    @resolved(description="Why the page is empty; null where it is not.")
    async def why(self) -> Why | None:
        return None if (await self.page()).edges else await self.reason()


@strawberry.type
class Search:
    @resolved(description="Names, events, quotes and articles that hold all of these words, the best first.")
    async def search(
        self, info: Info, query: str, types: list[Searched] | None = None,
        first: First = None, after: After = None, last: Last = None, before: Before = None,
    ) -> Hits:  # fmt: skip
        shown = window("score", first, after, last, before)
        labels = tuple(str(t.value) for t in types or ())

        async def reason() -> Why:
            nothing = await why_nothing(info.context, bool(after or before))
            return nothing if nothing.code is not WhyCode.NOTHING_FOUND else await why_no_name(info.context, query)

        return Hits(
            load=lambda: info.context.load(search.pages, query, shown, labels),
            total=lambda: info.context.read(search.count, query, labels),
            reason=reason,
        )
