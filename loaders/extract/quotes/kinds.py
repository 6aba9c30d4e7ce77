"""Direct, indirect or mixed; and the content without its outer quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right

from loaders.extract.document import Document
from loaders.extract.quotes.draft import Draft
from loaders.extract.reading import QuoteKind, Span

_WORD = re.compile(r"\w")
_LOOSE = re.compile(r"[\s,;]+(?:and|but|or)\s*$")
"""What is left of a clause that belongs to the next cue."""
_STOP = re.compile(r"(?:^|[^\w.])[a-z]{2,}\.\s*$")
"""A full stop after a word, and not that of "U.S." or "Inc."."""


class Kinds:
    """One document's quotations, looked up by place."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._inner = {q.outer: q.inner for q in document.quotations}
        self._quoted = [q.inner for q in document.quotations if q.use != "crosshead"]
        self._starts = [q.start for q in self._quoted]

    def contents(self, draft: Draft) -> tuple[Span, ...]:
        """The pieces in the order of the text, trimmed; a piece that is one whole quotation loses its marks."""
        made = []
        for piece in sorted(draft.content):
            if draft.label is not None and piece not in self._inner:
                made.append(piece)
                continue
            span = self._inner.get(piece, piece)
            text = self._document.surface(span)
            start = span.start + len(text) - len(text.lstrip())
            end = span.end - (len(text) - len(text.rstrip()))
            if start < end and self._is_plain_stop(end - 1):
                if _STOP.search(text):
                    end -= 1
                loose = _LOOSE.search(text)
                if loose is not None:
                    end -= len(loose[0].rstrip())
            if start < end:
                made.append(Span(start, end))
        return tuple(made)

    def _is_plain_stop(self, at: int) -> bool:
        """Whether a character stands outside all quotation marks."""
        near = bisect_right(self._starts, at) - 1
        return near < 0 or at >= self._quoted[near].end

    def kind(self, pieces: tuple[Span, ...]) -> QuoteKind:
        """By where the words stand: all inside quotation marks, some, or none."""
        inside = outside = False
        for piece in pieces:
            for match in _WORD.finditer(self._document.text, piece.start, piece.end):
                at = bisect_right(self._starts, match.start()) - 1
                if at >= 0 and match.start() < self._quoted[at].end:
                    inside = True
                else:
                    outside = True
        return "indirect" if not inside else "mixed" if outside else "direct"
