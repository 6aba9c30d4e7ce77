"""Search over everything at once."""

from __future__ import annotations

import strawberry

from api.plan.fields import Argument, read
from api.plan.highlights import Highlights
from api.plan.readers import Property, again
from api.plan.search import SearchPage, Suggest
from api.types.arguments import ENTITY_TYPES, PAGE
from api.types.base import Node, PageInfo, Why
from api.types.entities import Entity
from api.types.kinds import HitReason, SearchBy, Searched


@strawberry.type(description="A piece of a text, marked by its characters: the end is exclusive.")
class Span:
    start: int = read(None, "First character, in Unicode code points.")
    end: int = read(None, "One past the last character, in code points.")
    utf16_start: int = read(None, "First character in UTF-16 units, by which JavaScript slices.")
    utf16_end: int = read(None, "One past the last character in UTF-16 units.")


@strawberry.type(description="A piece of a hit's text, with the words that were asked for.")
class Highlight:
    field: str = read(None, "Which text of it: text, headline, name, alias or label.")
    text: str = read(None, "A piece of at most 300 characters.")
    spans: list[Span] = read(None, "Where in the piece the words stand.")


@strawberry.type(description="A hit.")
class Hit:
    cursor: str = read(None, "Give it as `after` or `before` to turn pages from here.")
    score: float = read(Property("<score>"), "How well it fits, compared with the best of its kind: 0 to 1.")
    node: Node = read(again(it="it"), "The object.")
    reason: HitReason = read(Property("<reason>"), "Why it is a hit.")
    highlights: list[Highlight] = read(
        Highlights(), "Where the words stand: for each of its texts that holds some, the piece with most of them."
    )


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
        SearchPage(),
        "Names, events, quotes and articles that hold all of these words, and quotes and articles that mean what they "
        "mean, the best first.",
        Argument("query", str, "Words.", required=True),
        Argument("types", list[Searched], "Only these; all unless told."),
        Argument("by", SearchBy, "By what.", SearchBy.both), *PAGE,
    )  # fmt: skip
    suggest: list[Entity] = read(
        Suggest(), "Names while they are typed, and misspelt ones: those that begin so, then those spelt nearly so.",
        Argument("name", str, "What was typed.", required=True), ENTITY_TYPES,
        Argument("first", int, "So many at most; 1,000 at most.", 5),
    )  # fmt: skip
