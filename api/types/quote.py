"""What somebody said."""

from __future__ import annotations

import strawberry

from api.plan.fields import read
from api.plan.readers import Borne, Far, Linked, Nearest, Pieces, Property, again, day
from api.plan.readers import text as filled
from api.types.base import Day, Node
from api.types.evidence import Evidence
from api.types.kinds import Basis, Polarity, QuoteKind, SpeechAct
from api.types.lazy import LazyArticle, LazyEntity
from graph.reading import links


@strawberry.type(description="What a quote is about.")
class About:
    basis: Basis = read(Property("<r>.basis"), "How this is known.")
    score: float = read(Property("toFloat(<r>.score)"), "How surely, 0 to 1.")
    node: Node = read(again(it="it"), "The person, organisation, place or event.")
    evidence: list[Evidence] = read(Borne(), "The place in the article that shows it.")


@strawberry.type(description="What somebody said or wrote, in the article's words.")
class Quote(Node):
    text: str = read(Property("<it>.text"), "The words, without the outer quotation marks.")
    kind: QuoteKind = read(Property("<it>.kind"), "In quotation marks or not.")
    said_on: Day | None = read(day("said_on"), "The day it was said; null where it is not known.")
    said_precision: str | None = read(
        Property("<it>.said_precision"), "How exact the day is: day, week, month or year."
    )
    cue: str | None = read(Property("<it>.cue"), "The verb that introduces it: said, warned …")
    source_words: str | None = read(Property("<it>.source"), "The words by which the article names the speaker.")
    polarity: Polarity | None = read(filled("polarity"), "Whether it was said.")
    speech_act: SpeechAct | None = read(filled("speech_act"), "What is done by saying it.")
    medium: str | None = read(Property("<it>.medium"), "Where or how it was said, in the article's words.")
    confidence: float | None = read(Property("<it>.confidence"), "How sure the reader was, 0 to 1.")
    speakers: list[LazyEntity] = read(
        Far(links.SPEAKERS),
        "All who said it, several where several spoke; empty where the speaker could not be told.",
    )
    speaker: LazyEntity | None = read(
        Nearest(links.SPEAKERS), "The first of the speakers; null where the speaker could not be told.",
        deprecated="Several may have said it: ask for `speakers`.",
    )  # fmt: skip
    addressees: list[LazyEntity] = read(Far(links.ADDRESSED_TO), "To whom it was said, where the article tells.")
    about: list[About] = read(Linked(links.ABOUT), "What it is about, the surest first.")
    article: LazyArticle = read(Nearest(links.QUOTE_IN), "The article that it stands in.")
    evidence: list[Evidence] = read(
        Pieces(links.QUOTE_IN), "Its place in the article: one for each piece, as a quote may be interrupted."
    )
