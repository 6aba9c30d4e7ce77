"""Direct, indirect or mixed; and the content without its outer quotation marks."""

from __future__ import annotations

import re

from loaders.extract.document import Document
from loaders.extract.quotes.draft import Draft
from loaders.extract.reading import QuoteKind, Span

_WORD = re.compile(r"\w")
_OPENING = re.compile(r"``|''|‘‘|’’|[\"“”„‟«»＂'‘’‚‛‹›]")


def contents(document: Document, draft: Draft) -> tuple[Span, ...]:
    """The pieces in the order of the text, trimmed; a piece that is one whole quotation loses its marks."""
    inner = {q.outer: q.inner for q in document.quotations}
    made = []
    for piece in sorted(draft.content):
        span = inner.get(piece, piece)
        text = document.surface(span)
        start = span.start + len(text) - len(text.lstrip())
        end = span.end - (len(text) - len(text.rstrip()))
        if start < end:
            made.append(Span(start, end))
    return tuple(made)


def kind(document: Document, draft: Draft, pieces: tuple[Span, ...]) -> QuoteKind:
    """By where the words stand: all inside quotation marks, some, or none."""
    quoted = [q.inner for q in document.quotations if q.use != "crosshead" and any(q.outer.overlaps(p) for p in pieces)]
    inside = outside = 0
    for piece in pieces:
        for match in _WORD.finditer(document.text, piece.start, piece.end):
            if any(q.start <= match.start() < q.end for q in quoted):
                inside += 1
            else:
                outside += 1
    return "indirect" if not inside else "mixed" if outside else "direct"
