"""Nodes, pages, ranges, and the reason for an empty page."""

from __future__ import annotations

from typing import Generic, NewType, TypeVar

import strawberry

from api.plan.fields import read
from api.plan.readers import Property
from api.types.describe import key
from api.types.kinds import WhyCode

T = TypeVar("T")

Day = NewType("Day", str)
"""A day as text, `YYYY-MM-DD`."""
Moment = NewType("Moment", str)
"""A day and time with its offset, as ISO 8601 writes it."""
Address = NewType("Address", str)
"""An address of the web."""
Json = NewType("Json", object)
"""Any value of JSON."""


@strawberry.interface(description="Anything that has an id of its own: `node(id:)` leads back to it.")
class Node:
    id: strawberry.ID = read(
        Property("<it>.id"), "Readable where it can be, such as `person/ivan-example`; stays the same over readings."
    )


@strawberry.type(description="Where a page stands among the others.")
class PageInfo:
    has_next_page: bool = read(None, "Whether there is more after this page.")
    has_previous_page: bool = read(None, "Whether there is more before this page.")
    start_cursor: str | None = read(None, "Cursor of the first edge.")
    end_cursor: str | None = read(None, "Cursor of the last edge.")


@strawberry.type(description="An object on a page.")
class Edge(Generic[T]):
    cursor: str = read(None, "Give it as `after` or `before` to turn pages from here.")
    node: T = read(None, "The object.")


@strawberry.type(description="The reason why a page is empty, and what to try.")
class Why:
    code: WhyCode = read(None, "The reason, for programs.")
    message: str = read(None, "The reason, for people.")
    suggestions: list[str] = read(
        None,
        "Names in the graph that are spelt nearly like the one asked for, or which of several words that "
        "nothing holds together would find something alone.",
    )


@strawberry.type(description="A page of objects, in the manner of Relay. What is not selected is not read.")
class Connection(Generic[T]):
    edges: list[Edge[T]] = read(None, "The objects of this page, each with its cursor.")
    nodes: list[T] = read(None, "The objects of this page.")
    page_info: PageInfo = read(None, "Where this page stands.")
    total_count: int = read(None, "How many there are on all pages; counted only where it is selected.")
    why: Why | None = read(None, "Why the page is empty; null where it is not.")


@strawberry.input(description="Days, both ends inclusive. What has no day lies in no range.")
class DayRange:
    on: Day | None = key(None, "This day alone.")
    since: Day | None = key(None, "From this day.")
    until: Day | None = key(None, "Up to this day.")
