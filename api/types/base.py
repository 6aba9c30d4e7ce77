"""Nodes, pages, and the reason for an empty page."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from enum import Enum
from typing import Annotated, Generic, NewType, TypeVar

import strawberry

from api.types.describe import resolved, value
from graph.reading import page as pages
from graph.reading.page import Row

T = TypeVar("T")

Day = NewType("Day", str)
"""A day as text, `YYYY-MM-DD`."""


@strawberry.interface(description="Anything that has an id of its own: `node(id:)` leads back to it.")
class Node:
    id: strawberry.ID = strawberry.field(
        description="Readable where it can be, such as `person/ivan-example`; stays the same over readings."
    )


@strawberry.type(description="Where a page stands among the others.")
class PageInfo:
    has_next_page: bool = strawberry.field(description="Whether there is more after this page.")
    has_previous_page: bool = strawberry.field(description="Whether there is more before this page.")
    start_cursor: str | None = strawberry.field(description="Cursor of the first edge.")
    end_cursor: str | None = strawberry.field(description="Cursor of the last edge.")

    @classmethod
    def of(cls, page: pages.Page) -> PageInfo:
        return cls(
            has_next_page=page.has_next,
            has_previous_page=page.has_previous,
            start_cursor=page.edges[0].cursor if page.edges else None,
            end_cursor=page.edges[-1].cursor if page.edges else None,
        )


@strawberry.type(description="An object on a page.")
class Edge(Generic[T]):
    cursor: str = strawberry.field(description="Give it as `after` or `before` to turn pages from here.")
    node: T = strawberry.field(description="The object.")


@strawberry.enum(description="Why a page is empty.")
class WhyCode(Enum):
    NO_ARTICLE = value("NO_ARTICLE", description="The graph holds no article.")
    NO_ARTICLE_READ = value(
        "NO_ARTICLE_READ", description="There are articles, but none could be read (other languages, for example)."
    )
    NO_SUCH_NAME = value("NO_SUCH_NAME", description="Nobody and nothing answers to the name.")
    NOTHING_SAID = value("NOTHING_SAID", description="The names are known, but no quote fits all that was asked for.")
    NOTHING_FOUND = value("NOTHING_FOUND", description="Nothing fits all that was asked for.")
    END = value("END", description="There is nothing on that side of the cursor.")


@strawberry.type(description="The reason why a page is empty, and what to try.")
class Why:
    code: WhyCode = strawberry.field(description="The reason, for programs.")
    message: str = strawberry.field(description="The reason, for people.")
    suggestions: list[str] = strawberry.field(
        description="Names in the graph that are spelt nearly like the one asked for, or which of several words that "
        "nothing holds together would find something alone."
    )


async def _no_reason() -> Why:
    return Why(code=WhyCode.NOTHING_FOUND, message="Nothing fits all that was asked for.", suggestions=[])


@strawberry.type(description="A page of objects, in the manner of Relay. What is not selected is not read.")
class Connection(Generic[T]):
    load: strawberry.Private[Callable[[], Awaitable[pages.Page | None]]]
    make: strawberry.Private[Callable[[Row], T]]
    total: strawberry.Private[Callable[[], Awaitable[int | None]]]
    reason: strawberry.Private[Callable[[], Awaitable[Why]]] = _no_reason

    async def page(self) -> pages.Page:
        return await self.load() or pages.EMPTY

    @resolved(description="The objects of this page.")
    async def edges(self) -> list[Edge[T]]:
        return [Edge(cursor=e.cursor, node=self.make(e.row)) for e in (await self.page()).edges]

    @resolved(description="Where this page stands.")
    async def page_info(self) -> PageInfo:
        return PageInfo.of(await self.page())

    @resolved(description="How many there are on all pages; counted only where it is selected.")
    async def total_count(self) -> int:
        return await self.total() or 0

    @resolved(description="Why the page is empty; null where it is not.")
    async def why(self) -> Why | None:
        return None if (await self.page()).edges else await self.reason()


First = Annotated[int | None, strawberry.argument(description="The first so many, 20 unless told; 100 at most.")]
After = Annotated[str | None, strawberry.argument(description="Only what comes after this cursor.")]
Last = Annotated[int | None, strawberry.argument(description="The last so many; 100 at most.")]
Before = Annotated[str | None, strawberry.argument(description="Only what comes before this cursor.")]
MinConfidence = Annotated[
    float | None, strawberry.argument(description="Only what was read with at least this confidence, 0 to 1.")
]


@strawberry.enum(description="The order of pages by day. What has no day counts as oldest.")
class Order(Enum):
    newest = value("newest", description="The newest first.")
    oldest = value("oldest", description="The oldest first.")


@strawberry.input(description="Days, both ends inclusive. What has no day lies in no range.")
class DayRange:
    on: Day | None = strawberry.field(default=None, description="This day alone.")
    since: Day | None = strawberry.field(default=None, description="From this day.")
    until: Day | None = strawberry.field(default=None, description="Up to this day.")

    @property
    def ends(self) -> tuple[str | None, str | None]:
        return self.since or self.on, self.until or self.on


def ends(days: DayRange | None) -> tuple[str | None, str | None]:
    """First and last day of a range; None where it is open."""
    return days.ends if days else (None, None)
