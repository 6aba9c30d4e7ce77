"""What somebody said."""

from __future__ import annotations

from enum import Enum

import strawberry

from api.context import Info
from api.linked import linked
from api.types.base import Day, Node
from api.types.describe import resolved, value
from api.types.evidence import Evidence, evidence
from api.types.lazy import LazyArticle, LazyEntity
from graph.reading import links
from graph.reading.page import Row


@strawberry.enum(description="How the words are given.")
class QuoteKind(Enum):
    direct = value("direct", description="In quotation marks.")
    indirect = value("indirect", description="In the article's own words.")
    mixed = value("mixed", description="Partly in quotation marks.")


@strawberry.enum(description="Whether it was said.")
class Polarity(Enum):
    positive = value("positive", description="It was said.")
    negative = value("negative", description="It is said not to have been said, or its content is denied.")


@strawberry.enum(description="What is done by saying it.")
class SpeechAct(Enum):
    statement = "statement"
    accusation = "accusation"
    denial = "denial"
    promise = "promise"
    demand = "demand"
    warning = "warning"
    doubt = "doubt"
    question = "question"
    praise = "praise"
    criticism = "criticism"
    threat = "threat"


@strawberry.enum(description="How it is known what a quote is about.")
class Basis(Enum):
    words = value("words", description="Named in the quote itself.")
    context = value("context", description="The passage that the quote stands in.")
    headline = value("headline", description="The article's headline.")


@strawberry.type(description="What a quote is about.")
class About:
    basis: Basis = strawberry.field(description="How this is known.")
    score: float = strawberry.field(description="How surely, 0 to 1.")
    node: Node = strawberry.field(description="The person, organisation, place or event.")
    evidence: list[Evidence] = strawberry.field(description="The place in the article that shows it.")


@strawberry.type(description="What somebody said or wrote, in the article's words.")
class Quote(Node):
    text: str = strawberry.field(description="The words, without the outer quotation marks.")
    kind: QuoteKind = strawberry.field(description="In quotation marks or not.")
    said_on: Day | None = strawberry.field(description="The day it was said; null where it is not known.")
    said_precision: str | None = strawberry.field(description="How exact the day is: day, week, month or year.")
    cue: str | None = strawberry.field(description="The verb that introduces it: said, warned …")
    source_words: str | None = strawberry.field(description="The words by which the article names the speaker.")
    polarity: Polarity | None = strawberry.field(description="Whether it was said.")
    speech_act: SpeechAct | None = strawberry.field(description="What is done by saying it.")
    medium: str | None = strawberry.field(description="Where or how it was said, in the article's words.")
    confidence: float | None = strawberry.field(description="How sure the reader was, 0 to 1.")
    pieces: strawberry.Private[tuple[tuple[int, int], ...]]

    @classmethod
    def of(cls, row: Row) -> Quote:
        return cls(
            id=row["id"], text=row["text"], kind=QuoteKind(row["kind"]), said_on=row["said_on"],
            said_precision=row["said_precision"], cue=row["cue"], source_words=row["source"],
            polarity=Polarity(row["polarity"]) if row["polarity"] else None,
            speech_act=SpeechAct(row["speech_act"]) if row["speech_act"] else None, medium=row["medium"],
            confidence=row["confidence"], pieces=tuple(zip(row["starts"] or (), row["ends"] or (), strict=True)),
        )  # fmt: skip

    @resolved(description="All who said it, several where several spoke; empty where the speaker could not be told.")
    async def speakers(self, info: Info) -> list[LazyEntity]:
        from api.types.entities import entity

        found = await linked(info, str(self.id), links.SPEAKERS)
        return [entity(item["node"]) for item in _unique(found)]

    @resolved(description="Who said it: the first of the speakers; null where the speaker could not be told.")
    async def speaker(self, info: Info) -> LazyEntity | None:
        from api.types.entities import entity

        found = await linked(info, str(self.id), links.SPEAKERS)
        return entity(found[0]["node"]) if found else None

    @resolved(description="To whom it was said, where the article tells.")
    async def addressees(self, info: Info) -> list[LazyEntity]:
        from api.types.entities import entity

        found = await linked(info, str(self.id), links.ADDRESSED_TO)
        return [entity(item["node"]) for item in _unique(found)]

    @resolved(description="What it is about, the surest first.")
    async def about(self, info: Info) -> list[About]:
        from api.types.any import node_of

        found = await linked(info, str(self.id), links.ABOUT)
        return [
            About(
                basis=Basis(item["link"]["basis"]), score=item["link"]["score"], node=node_of(item["node"]),
                evidence=evidence(item["link"]),
            )
            for item in _unique(found)
        ]  # fmt: skip

    @resolved(description="The article that it stands in.")
    async def article(self, info: Info) -> LazyArticle:
        from api.types.article import Article

        found = await linked(info, str(self.id), links.QUOTE_IN)
        assert found, "a quote belongs to an article"
        return Article.of(found[0]["node"])

    @resolved(description="Its place in the article: one for each piece, as a quote may be interrupted.")
    async def evidence(self, info: Info) -> list[Evidence]:
        found = await linked(info, str(self.id), links.QUOTE_IN)
        return [
            Evidence(
                article_id=item["link"]["article"], start=start, end=end, sentence=item["link"]["sentence"] or "",
                confidence=item["link"]["confidence"],
            )
            for item in found[:1]
            for start, end in self.pieces or ((item["link"]["start"], item["link"]["end"]),)
        ]  # fmt: skip


def _unique(found: list[Row]) -> list[Row]:
    """One of each far node, the first: ABOUT stands once for each speaker."""
    kept: dict[str, Row] = {}
    for item in found:
        kept.setdefault(item["node"]["id"], item)
    return list(kept.values())
