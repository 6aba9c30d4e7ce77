"""From the arguments of a field to a page of quotes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from api.context import Info
from api.types.base import Connection, DayRange, Order, Why, ends
from api.types.quote import Quote
from api.why import why_no_quote
from graph.reading import names, quotes
from graph.reading.page import Row, window
from graph.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a field asks of quotes, as it came."""

    speaker: str | None = None
    speaker_ids: Sequence[str] | None = None
    about: str | None = None
    about_ids: Sequence[str] | None = None
    article: str | None = None
    kinds: Sequence[Enum] | None = None
    said_on: DayRange | None = None
    source: str | None = None
    min_confidence: float | None = None
    speech_acts: Sequence[Enum] | None = None
    order: Order = Order.newest
    first: int | None = None
    after: str | None = None
    last: int | None = None
    before: str | None = None

    def filter(self) -> quotes.Filter:
        since, until = ends(self.said_on)
        return quotes.Filter(
            kinds=_values(self.kinds), since=since, until=until, source=self.source, confidence=self.min_confidence,
            speech_acts=_values(self.speech_acts),
        )  # fmt: skip


def _values(chosen: Sequence[Enum] | None) -> tuple[str, ...]:
    return tuple(str(c.value) for c in chosen or ())


def found_names(store: Store, words: list[str]) -> Mapping[str, list[Row]]:
    return {w: names.find(store, w) for w in words}


def found_topics(store: Store, words: list[str]) -> Mapping[str, names.Topic]:
    return {w: names.topic(store, w) for w in words}


async def quote_page(info: Info, asked: Asked) -> Connection[Quote]:
    """A page of quotes, read when its fields are resolved; names and topics are looked up once for each word."""
    context = info.context
    shown = window(asked.order.value, asked.first, asked.after, asked.last, asked.before)
    speakers: tuple[str, ...] | None = None
    if asked.speaker is not None:
        speakers = tuple(row["id"] for row in await context.load(found_names, asked.speaker) or ())
    if asked.speaker_ids is not None:
        given = tuple(dict.fromkeys(asked.speaker_ids))
        speakers = given if speakers is None else tuple(s for s in speakers if s in given)
    targets, query = (None, "") if asked.about_ids is None else (tuple(dict.fromkeys(asked.about_ids)), "")
    if asked.about is not None:
        topic = await context.load(found_topics, asked.about)
        assert topic is not None, "every word has a topic"
        targets, query = ((*(targets or ()), *topic.targets), topic.query)
    parent = quotes.Parent(speakers, targets, asked.article, query)
    where = asked.filter()

    async def reason() -> Why:
        return await why_no_quote(context, asked.speaker, speakers, asked.about, bool(asked.after or asked.before))

    return Connection(
        load=lambda: context.load(quotes.pages, parent, where, shown),
        make=Quote.of,
        total=lambda: context.load(quotes.counts, parent, where),
        reason=reason,
    )
