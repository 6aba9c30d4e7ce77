"""From the drafts of all finders to one list: each cue and each quotation once, no quote inside another."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from loaders.extract.document import Document, Quotation, Sentence
from loaders.extract.quotes import cues, direct, indirect, turns
from loaders.extract.quotes.clause import TELLING
from loaders.extract.quotes.draft import Draft, Marks
from loaders.extract.quotes.grammar import cue_range, is_passive, is_verb, lemma, phrase, subject
from loaders.extract.reading import Span

_FAR = 200
"""Code points between a cue's content and a quotation that the parse has cut off from it."""
_FEW = 3
"""Words of a quotation inside a sentence, below which nobody is looked for who said them."""


def gather(document: Document, asked: Collection[int] = ()) -> list[Draft]:
    """All quotes of the document as drafts, in the order of the text. `asked`: as in `turns.find`."""
    marks = Marks(document)
    spoken = turns.find(document, asked)
    covered = {index for d in spoken for index in range(d.block.index, d.last_block + 1)}
    framed = [*direct.find(document, marks, covered), *spoken]
    cue_tokens = {(d.block.index, d.token.i) for d in framed if d.token is not None}
    by_block: dict[int, list[Draft]] = {}
    for draft in framed:
        first = draft.first_block if draft.first_block >= 0 else draft.block.index
        for index in range(first, max(draft.last_block, draft.block.index) + 1):
            by_block.setdefault(index, []).append(draft)
    found: list[Draft] = list(framed)
    for sentence in document.sentences:
        if sentence.block.kind != "paragraph":
            continue
        beside = by_block.get(sentence.block.index, [])
        drafts = []
        for draft in indirect.find(sentence, marks):
            if draft.token is None or (draft.block.index, draft.token.i) not in cue_tokens:
                _widen(draft, marks)
                if _clear(draft, beside):
                    drafts.append(draft)
        kept = _outermost(drafts)
        _embed(sentence, marks, kept, beside)
        found += kept
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


def _clear(draft: Draft, beside: list[Draft]) -> bool:
    """Cut the content short of quotations that have a reporting clause of their own; whether anything is left."""
    for other in beside:
        if draft.cue is not None and other.covers(draft.cue):
            return False
        region = [*other.content, *([other.cue] if other.cue is not None else [])]
        pieces: list[Span] = []
        for piece in draft.content:
            first = min((r.start for r in region if r.overlaps(piece)), default=None)
            if first is None:
                pieces.append(piece)
            elif first - piece.start > 15 and other.cue is not None and other.cue.start >= first:
                pieces.append(Span(piece.start, first))
        if not pieces:
            return False
        draft.content[:] = pieces
    return True


def _outermost(drafts: list[Draft]) -> list[Draft]:
    """Without those whose cue stands in another's content, or whose content another has taken."""
    kept: list[Draft] = []
    for draft in drafts:
        for other in drafts:
            _leave_source(draft, other)
    for draft in sorted(drafts, key=lambda d: (-sum(c.end - c.start for c in d.content), d.start)):
        if not any(_inside(draft, other) for other in kept):
            kept.append(draft)
    return kept


def _leave_source(draft: Draft, other: Draft) -> None:
    """A content that has run into the speaker of the next quote ends before him."""
    last = draft.content[-1]
    if draft is other or other.cue is None or not other.source or other.cue.start < last.end:
        return
    speaker = other.source[0]
    if last.start + 10 < speaker.start and speaker.end <= last.end and last.end <= other.cue.start + 1:
        assert draft.block.doc is not None
        offset = draft.block.offset
        text = draft.block.doc.text[last.start - offset : speaker.start - offset].rstrip()
        for word in ("but", "and", "while", "as", "although"):
            text = text.removesuffix(" " + word)
        draft.content[-1] = Span(last.start, last.start + len(text.rstrip(" ,;")))


def _inside(draft: Draft, other: Draft) -> bool:
    if draft.cue is not None and other.covers(draft.cue):
        return True
    return any(mine.overlaps(theirs) for mine in draft.content for theirs in other.content)


def _embed(sentence: Sentence, marks: Marks, kept: list[Draft], beside: list[Draft]) -> None:
    """Quotations inside a sentence that the parse has cut off from their cue: the content of the cue before runs on to
    them, or the saying verb before them becomes their cue."""
    for quotation in marks.of(sentence.block):
        outer = quotation.outer
        if not sentence.span.holds(outer) or len(direct.words_of(sentence.block, quotation)) < _FEW:
            continue
        if quotation.use == "title" or any(c.overlaps(outer) for d in (*kept, *beside) for c in d.content):
            continue
        before = [
            d
            for d in kept
            if d.cue is not None and d.cue.end <= outer.start and d.cue.start < d.start and d.end <= outer.start
        ]
        if before:
            nearest = max(before, key=lambda d: d.end)
            if outer.start - nearest.end <= _FAR and not any(
                d is not nearest and d.cue is not None and nearest.end <= d.cue.start < outer.start
                for d in (*kept, *beside)
            ):
                nearest.content[-1] = Span(nearest.content[-1].start, outer.end)
                continue
        made = _cued(sentence, marks, quotation, (*kept, *beside))
        if made is not None:
            kept.append(made)


def _cued(sentence: Sentence, marks: Marks, quotation: Quotation, taken: tuple[Draft, ...]) -> Draft | None:
    block = sentence.block
    assert block.doc is not None
    verb: Token | None = None
    for token in sentence.tokens:
        span = block.span(token)
        if span.start >= quotation.outer.start:
            break
        speaks = is_verb(token) and cues.speech(lemma(token)) is not None and marks.around(block, token) is None
        if speaks and not any(d.covers(span) or d.token == token for d in taken):
            verb = token
    if verb is None:
        return None
    head, relative = subject(verb)
    if head is None or is_passive(verb):
        return None
    # "After saying that it was "late", she left": who says it may come after it, but not in it.
    later = verb.tag_ == "VBG" and block.span(head).start >= quotation.outer.end
    if head.i > verb.i and block.span(head).end > quotation.outer.start and not later:
        return None
    start = verb.i + 1
    for child in verb.children:
        after = child.right_edge.i + 1
        heard = lemma(verb) in TELLING or (after < len(block.doc) and block.doc[after].lower_ == "that")
        if (
            child.i > verb.i
            and after > start
            and (child.dep_ == "prt" or (child.dep_ in ("dobj", "dative", "npadvmod") and heard))
        ):
            start = after
    first = block.span(block.doc[start]).start if start < len(block.doc) else quotation.outer.start
    if block.doc[min(start, len(block.doc) - 1)].text in (",", ":"):
        first = block.span(block.doc[start]).end + 1
    first = min(first, quotation.outer.start)
    if any(c.overlaps(Span(first, quotation.outer.end)) for d in taken for c in d.content):
        return None
    cue_class = cues.speech(lemma(verb))
    a, b = phrase(head, [verb])
    c, e = cue_range(verb)
    source = [block.span(block.doc[a:b])] + ([block.span(relative)] if relative is not None else [])
    return Draft(
        block,
        [Span(first, quotation.outer.end)],
        block.span(block.doc[c:e]),
        verb,
        cue_class,
        lemma(verb),
        source,
        head,
        0.7,
    )
