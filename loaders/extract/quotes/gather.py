"""From the drafts of all finders to one list: each cue and each quotation once, no quote inside another."""

from __future__ import annotations

from loaders.extract.document import Document
from loaders.extract.quotes import direct, indirect
from loaders.extract.quotes.draft import Draft, Marks
from loaders.extract.reading import Span


def gather(document: Document) -> list[Draft]:
    """All quotes of the document as drafts, in the order of the text."""
    marks = Marks(document)
    framed = direct.find(document, marks)
    cues = {(d.block.index, d.token.i) for d in framed if d.token is not None}
    taken: dict[int, list[Draft]] = {}
    for draft in framed:
        taken.setdefault(draft.block.index, []).append(draft)
    for sentence in document.sentences:
        if sentence.block.kind != "paragraph":
            continue
        kept: list[Draft] = []
        for draft in indirect.find(sentence, marks):
            if draft.token is not None and (draft.block.index, draft.token.i) in cues:
                continue
            _widen(draft, marks)
            kept.append(draft)
        for draft in _outermost(kept, taken.get(sentence.block.index, [])):
            taken.setdefault(sentence.block.index, []).append(draft)
    found = [draft for drafts in taken.values() for draft in drafts]
    return sorted(found, key=lambda d: d.start)


def _widen(draft: Draft, marks: Marks) -> None:
    """A content that holds the beginning of a quotation holds all of it."""
    for at, piece in enumerate(draft.content):
        start, end = piece.start, piece.end
        for quotation in marks.of(draft.block):
            outer = quotation.outer
            if outer.start < end and start < outer.end:
                start, end = min(start, outer.start), max(end, outer.end)
        if draft.cue is not None and start < draft.cue.start < end:
            continue
        draft.content[at] = Span(start, end)


def _outermost(drafts: list[Draft], before: list[Draft]) -> list[Draft]:
    """Without those whose cue stands in another's content, or whose content another has taken."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (-sum(c.end - c.start for c in d.content), d.start)):
        if any(_inside(draft, other) for other in (*before, *kept)):
            continue
        kept.append(draft)
    return kept


def _inside(draft: Draft, other: Draft) -> bool:
    if draft.cue is not None and other.covers(draft.cue):
        return True
    return any(mine.overlaps(theirs) for mine in draft.content for theirs in other.content)
