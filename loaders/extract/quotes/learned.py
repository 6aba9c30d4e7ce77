"""What the network attributes, brought together with what the rules found.

Quotation marks are the rules' own: there the network only tells who speaks where they do not know. Elsewhere the
network says where a content begins and ends, finds cues that no list holds, and casts out what it does not believe.
A cue that no list knows as a word of speech makes an attitude, never a saying: what somebody said is not guessed.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from loaders.extract.document import Block, Document
from loaders.extract.learned.sayings import Saying
from loaders.extract.quotes import cues
from loaders.extract.quotes.cue_class import CueClass
from loaders.extract.quotes.draft import Draft, Marks
from loaders.extract.quotes.grammar import is_verb, lemma
from loaders.extract.reading import Span

NEW = 0.5
"""Confidence from which on the network's own find is taken."""
FEW = 4
"""Words that a content is not cut to."""
PLAIN = 0.7
"""Confidence of the rules in a saying from which on the network's doubt counts for nothing."""
ALIKE = 0.5
"""Likeness from which on a content that the parse bounds is left as it is: it ends where a clause ends."""
UNKNOWN = CueClass(
    "learned", "verb", "attitude", (), frozenset(), "The minister is no friend of the plan.", "the plan", 0.7
)
"""The class of a cue that no list holds."""


def merge(document: Document, drafts: Sequence[Draft], sayings: Sequence[Saying]) -> list[Draft]:
    """The drafts in the order of the text. `sayings` holds also those that the network thinks unlikely."""
    marks = Marks(document)
    taken: set[int] = set()
    kept: list[Draft] = []
    for draft in drafts:
        match = _match(draft, sayings)
        draft.heard = 0.0
        if match is not None:
            taken.add(match)
            _learn(document, draft, sayings[match], marks)
            draft.heard = _heard(draft, sayings[match])
        elif _doubtful(draft):
            continue
        kept.append(draft)
    for draft in kept:
        match = _match(draft, sayings)
        if draft.direct and draft.cue is not None and match is not None and sayings[match].confidence >= NEW:
            _gather(draft, sayings[match], marks, kept)
    kept = [draft for draft in kept if draft.content]
    for number, saying in enumerate(sayings):
        if number in taken or saying.confidence < NEW:
            continue
        made = _draft(document, saying, marks)
        if made is not None and not any(_clash(made, other) for other in kept):
            kept.append(made)
    return sorted(kept, key=lambda d: d.start)


def _match(draft: Draft, sayings: Sequence[Saying]) -> int | None:
    """The saying that the draft is: of the same cue, or, for a quotation without one, of the most of its content."""
    if draft.cue is not None:
        return next((i for i, s in enumerate(sayings) if draft.cue.overlaps(s.cue)), None)
    shared = [
        (sum(max(0, min(c.end, s.end) - max(c.start, s.start)) for c in draft.content for s in saying.content), -i)
        for i, saying in enumerate(sayings)
        if saying.confidence >= NEW
    ]
    most, number = max(shared, default=(0, 0))
    return -number if 2 * most >= sum(c.end - c.start for c in draft.content) else None


def _heard(draft: Draft, saying: Saying) -> float:
    """How sure the network is of the draft: half as sure where it has another source in mind."""
    same = any(s.overlaps(other) for s in draft.source for other in saying.source)
    return saying.sure if same or (not draft.source and not saying.source) else saying.sure / 2


def _gather(draft: Draft, saying: Saying, marks: Marks, others: Sequence[Draft]) -> None:
    """A quotation that the network gives to the same cue, and nobody else with a cue of his own, is said there too."""
    for quotation in marks.of(draft.block):
        outer = quotation.outer
        inside = sum(max(0, min(outer.end, s.end) - max(outer.start, s.start)) for s in saying.content)
        if 2 * inside < outer.end - outer.start or any(c.overlaps(outer) for c in draft.content):
            continue
        holders = [o for o in others if o is not draft and any(c.overlaps(outer) for c in o.content)]
        if any(o.cue is not None or o.label is not None for o in holders):
            continue
        for other in holders:
            other.content = [c for c in other.content if not c.overlaps(outer)]
        draft.content = sorted([*draft.content, outer])


def _doubtful(draft: Draft) -> bool:
    """Neither a quotation nor a plain saying."""
    plain = draft.cue_class is not None and draft.cue_class.act != "attitude" and draft.confidence >= PLAIN
    return not draft.direct and draft.cue is not None and draft.label is None and not plain


def _learn(document: Document, draft: Draft, saying: Saying, marks: Marks) -> None:
    """Take over what the network knows better: the content outside quotation marks, and a source that is missing."""
    missed = not draft.source or (
        saying.confidence >= NEW and not any(s.overlaps(other) for s in draft.source for other in saying.source)
    )
    if missed and saying.source and draft.label is None:
        head = _head(draft.block, saying.source)
        if head is not None:
            draft.source, draft.head = list(saying.source), head
    if draft.cue is None and draft.direct and draft.label is None and saying.confidence >= NEW:
        _cue(draft, saying)
    if not draft.direct and saying.confidence >= NEW:
        content = _whole(document, draft.block, saying.content, marks)
        clear = not any(draft.cue is not None and c.overlaps(draft.cue) for c in content)
        words = sum(len(document.surface(piece).split()) for piece in content)
        cut = words < FEW and all(draft.covers(piece) for piece in content)
        if content and clear and not cut and _likeness(draft.content, content) < ALIKE:
            draft.content = content


def _likeness(one: Sequence[Span], other: Sequence[Span]) -> float:
    """What they share to what they hold together, in code points."""
    mine, theirs = ({at for s in spans for at in range(s.start, s.end)} for spans in (one, other))
    return len(mine & theirs) / len(mine | theirs)


def _cue(draft: Draft, saying: Saying) -> None:
    """Give a quotation the cue that the network sees beside it, where that is a word of speech."""
    tokens = draft.block.tokens(saying.cue)
    if tokens is None or not len(tokens) or draft.covers(saying.cue):
        return
    known = cues.speech(lemma(tokens.root)) if is_verb(tokens.root) else None
    if known is not None:
        draft.cue, draft.token, draft.cue_class, draft.lemma = saying.cue, tokens.root, known, lemma(tokens.root)


def _whole(document: Document, block: Block, content: Sequence[Span], marks: Marks) -> list[Span]:
    """The pieces joined over punctuation, and all of a quotation of which they hold the most."""
    pieces: list[Span] = []
    for piece in content:
        for quotation in marks.of(block):
            outer = quotation.outer
            if outer.overlaps(piece):
                piece = Span(min(piece.start, outer.start), max(piece.end, outer.end))
        if pieces and not document.text[pieces[-1].end : max(piece.start, pieces[-1].end)].strip(" ,;\n"):
            pieces[-1] = Span(pieces[-1].start, max(pieces[-1].end, piece.end))
        else:
            pieces.append(piece)
    return pieces


def _draft(document: Document, saying: Saying, marks: Marks) -> Draft | None:
    block = next((b for b in document.paragraphs() if b.start <= saying.cue.start < b.end), None)
    if block is None or block.doc is None:
        return None
    inside = block.tokens(saying.cue)
    if inside is None or len(inside) == 0:
        return None
    token = inside.root
    content = _whole(document, block, saying.content, marks)
    if any(c.overlaps(saying.cue) for c in content):
        return None
    first = block.tokens(content[0])
    if first is None or not len(first):
        return None
    cue_class = _class(token, first)
    if cue_class is None:
        return None
    head = _head(block, saying.source) if saying.source else None
    if head is None:
        cue_class = UNKNOWN  # what nobody says is no saying
    return Draft(
        block, content, saying.cue, token, cue_class, lemma(token), list(saying.source) if head is not None else [],
        head, saying.confidence, heard=saying.sure,
    )  # fmt: skip


_LONG = 5
"""Words from which on a content with any verb is a clause: the tagger may miss that a verb is finite."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def _class(token: Token, content: TokenSpan) -> CueClass | None:
    """The class of a cue by which such a content may stand; `UNKNOWN` where none may; None where nothing was said."""
    if token.lower_ == "according":
        return cues.speech("say")
    if not is_verb(token):
        return next(iter(cues.nouns(lemma(token))), UNKNOWN)
    clause = len(content) > 2 and any(t.tag_ in _FINITE or (is_verb(t) and len(content) > _LONG) for t in content)
    for known in cues.verbs(lemma(token)):
        for kind in known.complements:
            if kind == "infinitive" and content[0].lower_ == "to" and len(content) > 1:
                return None if lemma(content[1]) in cues.UNSAID and known.name == "decline" else known
            plain = kind == "object" and content.root.pos_ in ("NOUN", "PROPN") and len(content) > 1
            urged = kind == "urging" and any(t.lower_ == "to" for t in content)
            if (kind == "clause" and clause) or plain or urged or kind == f"prep:{content[0].lower_}":
                return known
    return UNKNOWN


def _head(block: Block, source: Sequence[Span]) -> Token | None:
    tokens = block.tokens(source[0])
    if tokens is None or len(tokens) == 0:
        return None
    root = tokens.root
    return root if root.pos_ in ("PROPN", "NOUN", "PRON", "ADJ", "DET", "NUM") else None


def _clash(draft: Draft, other: Draft) -> bool:
    """Whether a cue stands in the other's content, or both claim the same words."""
    if draft.cue is not None and other.covers(draft.cue):
        return True
    return any(mine.overlaps(theirs) for mine in draft.content for theirs in other.content)
