"""Whom the pronouns inside somebody's own words mean: "I" the speaker, "we" his house, "he" the other one.

Each rule bears its example; the tests run them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Literal

from loaders.extract.document import Document
from loaders.extract.names.titles import title_heads
from loaders.extract.quotes.speaker import Speakers
from loaders.extract.reading import Mention, Span
from loaders.extract.words import wordset

EXAMPLES = {
    "I": '"I lost my boat," Ann Holm said.',
    "I, in half a quote": 'Ann Holm said she lost "my oldest boat".',
    "we of a house": '"We lost our boats," the Harbour Union said.',
    "we of one who speaks for it": '"We lost our boats," said Ann Holm, spokeswoman for the Harbour Union.',
    "said of": '"He lost his nerve," Ann Holm said of Ivo Brandt.',
    "the other one": 'Minister Ivo Brandt left. "He lost his nerve," Ann Holm said.',
}
_PRONOUN = re.compile(
    r"\b(?:(?P<me>I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself)|(?P<we>[Ww]e|us|[Oo]urs?|[Oo]urselves)"
    r"|(?P<he>[Hh]e|[Hh]im|[Hh]is|[Hh]imself)|(?P<she>[Ss]he|[Hh]er|[Hh]ers|[Hh]erself))\b"
)
_SPEAKS_FOR = wordset(
    "spokesman spokeswoman spokesperson chairman chairwoman chair president executive ceo director founder co-founder "
    "owner manager secretary-general administrator"
)
"""Who says "we" for the house that the title belongs to; a senator does not say it for the Senate."""


class Inside:
    """The pronouns of one document's quotations."""

    def __init__(self, document: Document, speakers: Speakers) -> None:
        self._speakers = speakers
        self._document = document
        self._quoted = sorted((q.inner for q in document.quotations), key=lambda s: s.start)
        self._starts = [span.start for span in self._quoted]
        self._blocks = [b for b in document.blocks if b.doc is not None]
        self._block_starts = [b.start for b in self._blocks]

    def link(self, pieces: tuple[Span, ...], who: tuple[str, ...], *, whole: bool) -> None:
        """Add the pronouns in the pieces of a quote; `whole`: all of it is in the speaker's words."""
        if len(who) != 1:
            return
        for piece in pieces:
            for found in _PRONOUN.finditer(self._document.text, piece.start, piece.end):
                if not whole and not self._is_quoted(found.start()):
                    continue
                meant = self._meant(found, who[0])
                if meant is not None and self._speakers.meant(Span(found.start(), found.end())) is None:
                    self._speakers.add_mention(meant, Mention(found.start(), found.end(), "pronoun"))

    def _is_quoted(self, at: int) -> bool:
        number = bisect_right(self._starts, at) - 1
        return number >= 0 and at < self._quoted[number].end

    def _meant(self, found: re.Match[str], speaker: str) -> str | None:
        if found["me"]:
            return speaker if self._speakers.is_person(speaker) else None
        if found["we"]:
            return self._house(speaker)
        return self._other(found.start(), speaker, "male" if found["he"] else "female")

    def _house(self, speaker: str) -> str | None:
        """The organisation that speaks, or the one for which somebody speaks by his title."""
        entity = self._speakers.entity(speaker)
        if entity.type == "Organisation":
            return speaker
        houses = {r.of for r in entity.roles if r.of is not None and title_heads(r.title) & _SPEAKS_FOR}
        houses = {of for of in houses if self._speakers.entity(of).type == "Organisation"}
        return houses.pop() if len(houses) == 1 and entity.named else None

    def _other(self, at: int, speaker: str, gender: Literal["male", "female"]) -> str | None:
        """The one other named person of whom it was spoken last: in this paragraph before, in this sentence behind
        ("… she said of Ivo Brandt"), or else in the paragraph before. Nobody where an unnamed one could be meant."""
        number = bisect_right(self._block_starts, at) - 1
        sentence = self._document.sentence_at(at)
        if number < 0 or sentence is None:
            return None
        here, before = self._blocks[number], self._blocks[max(0, number - 1)]
        for span in (Span(here.start, at), sentence.span, Span(before.start, here.start)):
            seen = self._speakers.within(span) if span.start < span.end else []
            fitting = {e for e in seen if e != speaker and self._speakers.may_be(e, gender)}
            if fitting:
                one = fitting.pop()
                return one if not fitting and self._speakers.entity(one).named else None
        return None
