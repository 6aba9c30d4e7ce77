"""Search over everything at once."""

from __future__ import annotations

import strawberry

from api.plan.fields import Argument, read
from api.plan.readers import Property, again
from api.plan.search import SearchPage, Suggest
from api.types.arguments import ENTITY_TYPES, PAGE
from api.types.base import Node, PageInfo, Why
from api.types.entities import Entity
from api.types.kinds import Searched


@strawberry.type(description="A hit.")
class Hit:
    cursor: str = read(None, "Give it as `after` or `before` to turn pages from here.")
    score: float = read(Property("<score>"), "How well it fits, compared with the best of its kind: 0 to 1.")
    node: Node = read(again(it="it"), "The object.")


@strawberry.type(description="A page of hits, the best first.")
class Hits:
    edges: list[Hit] = read(None, "The hits of this page.")
    page_info: PageInfo = read(None, "Where this page stands.")
    total_count: int = read(
        None, "How many hits there are, up to 1,000 of each index; counted only where it is selected."
    )
    why: Why | None = read(None, "Why the page is empty; null where it is not.")


@strawberry.type
class Search:
    search: Hits = read(
        SearchPage(), "Names, events, quotes and articles that hold all of these words, the best first.",
        Argument("query", str, "Words.", required=True),
        Argument("types", list[Searched], "Only these; all unless told."), *PAGE,
    )  # fmt: skip
    suggest: list[Entity] = read(
        Suggest(), "Names while they are typed, and misspelt ones: those that begin so, then those spelt nearly so.",
        Argument("name", str, "What was typed.", required=True), ENTITY_TYPES,
        Argument("first", int, "So many at most; 1,000 at most.", 5),
    )  # fmt: skip
