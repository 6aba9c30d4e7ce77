"""Quotes of every kind: what was said, by whom, with which word, on which day.

`find` reads direct quotations from their marks and the others from the parse, and gives each its speaker. What somebody
believes, intends or feels is kept with the speech act `attitude`: it is no saying.
"""

from __future__ import annotations

from collections.abc import Sequence

from loaders.extract.document import Document
from loaders.extract.learned.sayings import Saying
from loaders.extract.quotes import details
from loaders.extract.quotes.draft import Draft
from loaders.extract.quotes.gather import gather
from loaders.extract.quotes.inside import Inside
from loaders.extract.quotes.kinds import Kinds
from loaders.extract.quotes.learned import UNKNOWN, merge
from loaders.extract.quotes.signed import SIGN
from loaders.extract.quotes.speaker import Speakers
from loaders.extract.quotes.turns import asked
from loaders.extract.reading import Entity, Quote, Span, Time

_NO_SPEAKER = 0.7
"""Factor on the confidence of a quote whose speaker could not be told."""


_ALONE = 0.6
"""Confidence of a paragraph of nothing but a quotation, given to who spoke at the end of the one before."""


def find(
    document: Document,
    entities: tuple[Entity, ...],
    times: tuple[Time, ...],
    sayings: Sequence[Saying] | None = None,
) -> tuple[tuple[Entity, ...], tuple[Quote, ...]]:
    """All quotes in the order of the text; the entities come back with unnamed speakers and further mentions.

    `sayings`: what the network attributes; None where the rules read alone.
    """
    speakers, days, kinds = Speakers(document, entities), details.Days(times), Kinds(document)
    inside = Inside(document, speakers)
    quotes: list[Quote] = []
    last: tuple[Draft, Quote] | None = None
    drafts = gather(document, asked(entities))
    for draft in drafts if sayings is None else merge(document, drafts, sayings):
        quote = _quote(document, draft, speakers, inside, days, kinds, last)
        if quote is not None:
            quotes.append(quote)
            last = last if quote.guessed else (draft, quote)
    return speakers.entities(), tuple(quotes)


def _quote(
    document: Document,
    draft: Draft,
    speakers: Speakers,
    inside: Inside,
    days: details.Days,
    kinds: Kinds,
    last: tuple[Draft, Quote] | None,
) -> Quote | None:
    pieces = kinds.contents(draft)
    if not pieces:
        return None
    who = speakers.of(draft)
    confidence = draft.confidence
    if not who and last is not None and _is_alone(draft, last[0]) and len(last[1].speakers) == 1:
        who, confidence = last[1].speakers, _ALONE
    kind = kinds.kind(pieces) if draft.label is None else "direct"
    words = details.clause(draft)
    day = days.beside(draft, words)
    if day is None and last is not None and _goes_on(document, draft, who, last, speakers):
        day = last[1].said_on
    to = details.addressee(draft, words)
    listener = speakers.meant(draft.block.span(to)) if to is not None else None
    inside.link(pieces, who, whole=kind == "direct")
    return Quote(
        kind=kind,
        content=pieces,
        cue=draft.cue,
        cue_lemma=draft.lemma,
        source=tuple(sorted(draft.source)),
        speakers=who,
        said_on=day,
        said_precision="day" if day is not None else None,
        confidence=round(confidence * (1 if who else _NO_SPEAKER), 3),
        speech_act=details.speech_act(draft, document.surface(Span(pieces[0].start, pieces[-1].end))),
        polarity="negative" if details.is_negative(draft) else "positive",
        addressee=listener if listener not in who else None,
        medium=details.medium(document, draft, words),
        heard=round(draft.heard, 3) if draft.heard is not None else None,
        guessed=draft.cue_class is UNKNOWN,
    )


def _is_alone(draft: Draft, before: Draft) -> bool:
    """Whether a paragraph is a quotation and nothing else, right after one that ends with what somebody said."""
    if not draft.direct or draft.token is not None or draft.source or draft.block.doc is None:
        return False
    if before.lemma == SIGN or before.label is not None:
        return False  # each voice of a list or conversation speaks for itself
    words = [t for t in draft.block.doc if not t.is_punct and not t.is_space]
    inside = all(any(c.overlaps(draft.block.span(t)) for c in draft.content) for t in words)
    if not inside or before.block.doc is None or draft.block.index - before.block.index != 1:
        return False
    last = list(before.block.doc.sents)[-1]
    return before.block.span(last).overlaps(before.content[-1])


def _goes_on(
    document: Document, draft: Draft, who: tuple[str, ...], last: tuple[Draft, Quote], speakers: Speakers
) -> bool:
    """Whether a quote carries on the saying before it, so that the day stated there is its day.

    An agency dates the first sentence of a statement and not each of them. So: the same speaker, or one who speaks for
    the institution that spoke ("the bank said on Monday …", then "bank spokeswoman Ann Example said"), in the same
    paragraph or the next, in the past tense and without a day of his own.
    """
    before, quote = last
    if quote.said_on is None or not who or draft.block.index - before.block.index > 1:
        return False
    if draft.token is not None and draft.token.tag_ != "VBD":
        return False
    named = {e for span in draft.source for e in speakers.within(span)} | set(who)
    words = {w for span in draft.source for w in document.surface(span).split() if w.islower()}
    return bool(named & set(quote.speakers)) or any(speakers.last_word(s) in words for s in quote.speakers)
