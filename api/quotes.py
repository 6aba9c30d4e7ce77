"""From the arguments of a field to a page of quotes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from api.context import Context, Info
from api.types.base import Connection, DayRange, Order, Why, WhyCode, ends
from api.types.quote import Quote
from api.why import why_no_quote
from graph.reading import names, quotes
from graph.reading.names import is_id
from graph.reading.page import Row, window
from graph.reading.words import topic_words
from graph.store import Store

MOST_WORDS = 8
"""So many words of a question are tried one by one where all together find nothing."""


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


async def _fewer_words(context: Context, asked: Asked, parent: quotes.Parent, where: quotes.Filter, why: Why) -> Why:
    """Where nothing was said about all of several words: which of them alone would find something."""
    words = list(dict.fromkeys(topic_words(asked.about or "")))
    if len(words) < 2 or len(words) > MOST_WORDS or is_id(asked.about or ""):
        return why
    alone: dict[str, quotes.Parent] = {}
    for word, wish in [(word, context.load(found_topics, word)) for word in words]:
        topic = await wish
        assert topic is not None, "every word has a topic"
        if topic.query:
            targets = (*(asked.about_ids or ()), *topic.targets)
            alone[word] = quotes.Parent(parent.speakers, targets, parent.article, topic.query)
    counted = await context.read(quotes.counts, tuple(alone.values()), where)
    found = [word for word, each in alone.items() if counted.get(each)]
    if found:
        listed = " and about ".join(f'"{word}"' for word in found)
        why.message += f" There is something about {listed}."
        why.suggestions = found
    return why


async def quote_page(info: Info, asked: Asked) -> Connection[Quote]:
    """A page of quotes, read when its fields are resolved; names and topics are looked up once for each word."""
    context = info.context
    shown = window(asked.order.value, asked.first, asked.after, asked.last, asked.before)
    speakers: tuple[str, ...] | None = None
    # Both are wished for before either is waited for, so that they are read side by side.
    named = context.load(found_names, asked.speaker) if asked.speaker is not None else None
    meant = context.load(found_topics, asked.about) if asked.about is not None else None
    if named is not None:
        speakers = tuple(row["id"] for row in await named or ())
    if asked.speaker_ids is not None:
        given = tuple(dict.fromkeys(asked.speaker_ids))
        speakers = given if speakers is None else tuple(s for s in speakers if s in given)
    targets, query = (None, "") if asked.about_ids is None else (tuple(dict.fromkeys(asked.about_ids)), "")
    if meant is not None:
        topic = await meant
        assert topic is not None, "every word has a topic"
        targets, query = ((*(targets or ()), *topic.targets), topic.query)
    parent = quotes.Parent(speakers, targets, asked.article, query)
    where = asked.filter()

    async def reason() -> Why:
        turned = bool(asked.after or asked.before)
        why = await why_no_quote(context, asked.speaker, speakers, asked.about, turned)
        return await _fewer_words(context, asked, parent, where, why) if why.code is WhyCode.NOTHING_SAID else why

    return Connection(
        load=lambda: context.load(quotes.pages, parent, where, shown),
        make=Quote.of,
        total=lambda: context.load(quotes.counts, parent, where),
        reason=reason,
    )
