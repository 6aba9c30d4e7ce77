"""What a quote is about: entities and events that its own words name, else the event of the passage it stands in.

Nothing is guessed beyond the passage: a quote between two sentences about other things gets no event.
"""

from __future__ import annotations

from dataclasses import replace

from loaders.extract.about.passage import Passage
from loaders.extract.document import Document
from loaders.extract.reading import About, Entity, Event, Quote

WORDS_EVENT, WORDS_ENTITY = 0.9, 0.85
"""Scores of what the quote's own words name."""
SENTENCE, BEFORE, CHAIN, HEADLINE = 0.7, 0.6, 0.55, 0.3
"""Scores of an event named beside the quote, in the sentence before, by the quote that goes before, in the headline."""
LINK, LAST = 0.05, 0.5
"""What each further quote of a chain loses, and the score at which the chain ends."""


def link(
    document: Document, entities: tuple[Entity, ...], events: tuple[Event, ...], quotes: tuple[Quote, ...]
) -> tuple[Quote, ...]:
    """The quotes, each with what it is about, best first. Linear in the length of the article."""
    passage = Passage(document, entities, events)
    made: list[Quote] = []
    for quote in quotes:
        made.append(replace(quote, about=_about(passage, quote, made[-1] if made else None)))
    return tuple(made)


def _about(passage: Passage, quote: Quote, before: Quote | None) -> tuple[About, ...]:
    events = [About(e, "words", WORDS_EVENT) for e in passage.events_in(quote.content)]
    entities = [About(e, "words", WORDS_ENTITY) for e in passage.entities_in(quote.content)]
    if not events:
        events = _context(passage, quote, before)
    return (*events, *entities)


def _context(passage: Passage, quote: Quote, before: Quote | None) -> list[About]:
    """The event of the passage: in the reporting sentence; in the sentence before, if that is about the speaker or whom
    he speaks for; that of the speaker's quote just before; at last the headline's."""
    found = passage.events_beside(quote)
    if found:
        return [About(e, "context", SENTENCE) for e in found]
    carried = _carried(passage, quote, before)
    if carried:
        return carried
    # Reported words stand by themselves; quoted ones lean on the sentence that leads up to them.
    found = passage.events_before(quote, before) if quote.kind != "indirect" else []
    if found:
        return [About(e, "context", BEFORE) for e in found]
    found = passage.events_of_headline(quote)
    return [About(e, "headline", HEADLINE) for e in found]


def _carried(passage: Passage, quote: Quote, before: Quote | None) -> list[About]:
    """A speaker who goes on speaks about the same, for two quotes, and as long as he names nobody and nothing new."""
    if before is None or not set(before.speakers) & set(quote.speakers) or not passage.are_neighbours(before, quote):
        return []
    if not set(passage.entities_in(quote.content)) <= {*(a.target for a in before.about), *quote.speakers}:
        return []
    made = []
    for about in before.about:
        score = round(min(CHAIN, about.score - LINK), 2)
        if passage.is_event(about.target) and about.basis != "headline" and score >= LAST:
            made.append(About(about.target, "context", score))
    return made
