"""Quotations read from their marks: who speaks is told before, after, between, or by the paragraph before."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from loaders.extract.document import Block, Document, Quotation
from loaders.extract.quotes import cues
from loaders.extract.quotes.draft import Draft, Marks
from loaders.extract.quotes.frames import STOPS, introduced, is_speech, said_after, said_before
from loaders.extract.quotes.grammar import is_verb, lemma, phrase
from loaders.extract.quotes.signed import DASHES, SIGN, signed
from loaders.extract.quotes.turns import FOLLOW

_LEADS = frozenset({",", ":", "-", "--", "–", "—"})
_SHORT = 5
"""Words of a quotation that nobody claims, below which it is left alone: a slogan, a name, a scare quote."""


def find(document: Document, marks: Marks, told: Collection[int] = ()) -> list[Draft]:
    """The drafts of all quotations that stand as sentences or clauses of their own, in the order of the text.

    `told`: indexes of the paragraphs whose speaker a label tells.
    """
    found: list[Draft] = []
    earlier: Block | None = None
    for block in document.paragraphs():
        if block.doc is None or FOLLOW.match(document.text, block.start, block.end):
            continue
        if block.index not in told:
            _paragraph(document, block, marks.of(block), found, earlier)
            earlier = block
    return found


def _paragraph(
    document: Document, block: Block, quotations: list[Quotation], found: list[Draft], earlier: Block | None
) -> None:
    assert block.doc is not None
    gaps = _gaps(block, quotations)
    if (under := signed(document, block, quotations, gaps)) is not None and (
        not quotations[0].continues or not found or not found[-1].source
    ):
        if quotations[0].continues and found:
            _begun(under, found)
        found.append(under)
        return
    last: Draft | None = None  # of this paragraph
    for number, quotation in enumerate(quotations):
        before, after = gaps[number], gaps[number + 1]
        if quotation.continues and found and number == 0:
            made = said_after(block, quotation, after)
            if made is None:
                last = found[-1]
                last.content.append(quotation.outer)
                last.last_block = block.index
                continue
            if found[-1].token is None and not found[-1].source:
                _begun(made, found)
        elif not stands_alone(block, quotation, before):
            continue
        else:
            made = said_before(block, quotation, before) if before else None
        if made is not None and last is not None and made.token == last.token:
            last.content.append(quotation.outer)
            continue
        if made is None:
            made = said_after(block, quotation, after)
        if made is None and last is not None and _joins(before, last):
            last.content.append(quotation.outer)
            continue
        if made is None and not before and earlier is not None:
            made = introduced(earlier, quotation)
        if made is None and _goes_on(block, quotation, before, after, found):
            last = found[-1]
            last.content.append(quotation.outer)
            last.last_block = block.index
            continue
        if made is None:
            made = _unframed(block, quotation, before, found, number)
        if made is None:
            continue
        last = made
        last.last_block = block.index
        found.append(made)


def _begun(made: Draft, found: list[Draft]) -> None:
    """The speaker is told where the last of several paragraphs ends."""
    begun = found.pop()
    made.content[:0] = begun.content
    made.first_block = begun.block.index if begun.first_block < 0 else begun.first_block


def _gaps(block: Block, quotations: list[Quotation]) -> list[list[Token]]:
    """The words outside the marks: before the first quotation, between each two, after the last."""
    assert block.doc is not None
    gaps: list[list[Token]] = [[]]
    at = 0
    for token in block.doc:
        place = block.offset + token.idx
        while at < len(quotations) and place >= quotations[at].outer.end:
            at += 1
            gaps.append([])
        if (at >= len(quotations) or place < quotations[at].outer.start) and not token.is_space:
            gaps[-1].append(token)
    while len(gaps) <= len(quotations):
        gaps.append([])
    return gaps


def stands_alone(block: Block, quotation: Quotation, before: list[Token]) -> bool:
    """Whether a quotation is a sentence or clause of its own, and not a part of the sentence around it."""
    if quotation.use not in ("speech", "scare"):
        return False
    assert block.doc is not None
    inner = block.doc.text[quotation.inner.start - block.offset : quotation.inner.end - block.offset]
    large = inner[:1].isupper() or not inner[:1].isalpha()
    if not before:
        return quotation.use == "speech" or len(inner.split()) > 2 or inner[-1:] in ",.!?"
    lead = before[-1]
    if lead.text in STOPS or lead.text == '"' or lead.is_sent_end:
        return large and quotation.use == "speech"
    if _is_clause(before):
        return False
    if lead.text in _LEADS:
        # A small letter after a comma goes on with the words before: '…, "because …"'.
        return (
            (large and quotation.use == "speech")
            or (large and lead.text == ":")
            or (quotation.use == "speech" and any(is_speech(t, before) for t in before[-6:]))
        )
    return large and quotation.use == "speech" and is_verb(lead) and cues.speech(lemma(lead)) is not None


def _is_clause(before: list[Token]) -> bool:
    """Whether the words before are a clause that goes on in the quotation: "She said that it was, and “I …”"."""
    for token in reversed(before):
        if token.text in STOPS:
            return False
        if token.lower_ == "that" and token.tag_ == "IN" and token.i and token.nbor(-1) in before:
            return is_speech(token.nbor(-1), before)
        if token.text != "," and is_speech(token, before):
            return False
    return False


def _joins(before: list[Token], last: Draft) -> bool:
    """Whether a quotation goes on after the reporting clause of the one before: '"…," she said. "…"'."""
    if not before:
        return True
    return bool(last.beside) and before[0].i >= last.beside[0].i and before[-1].i <= last.beside[-1].i + 1


def _unframed(block: Block, quotation: Quotation, before: list[Token], found: list[Draft], number: int) -> Draft | None:
    """A quotation whose reporting clause is not beside it: the sentence before names the speaker, or the one before
    him goes on."""
    assert block.doc is not None
    if (before and number == 0) or (before and not found):
        head = _sentence_speaker(before)
        if head is not None:
            first, last = phrase(head)
            return Draft(
                block,
                [quotation.outer],
                None,
                None,
                None,
                "",
                [block.span(block.doc[first:last])],
                head,
                0.55,
                direct=True,
                beside=[],
            )
    if len(words_of(block, quotation)) < _SHORT:
        return None
    if found and before:
        return None
    return Draft(block, [quotation.outer], None, None, None, "", [], None, 0.3, direct=True)


def words_of(block: Block, quotation: Quotation) -> list[str]:
    """The words between the marks."""
    assert block.doc is not None
    return block.doc.text[quotation.inner.start - block.offset : quotation.inner.end - block.offset].split()


def _sentence_speaker(before: list[Token]) -> Token | None:
    """The grammatical subject of the sentence before, where it can speak: a name or a pronoun of a person."""
    sentence = before[-1].sent
    for token in sentence:
        if (
            token.dep_ in ("nsubj", "nsubjpass")
            and token.head.dep_ in ("ROOT", "ccomp")
            and (token.pos_ == "PROPN" or token.lower_ in ("he", "she", "they", "i", "we"))
        ):
            return token
    return None


def _goes_on(block: Block, quotation: Quotation, before: list[Token], after: list[Token], found: list[Draft]) -> bool:
    """Whether a paragraph that is a quotation and nothing else carries on the one before it."""
    if before or not found or len(words_of(block, quotation)) < _SHORT:
        return False
    if found[-1].lemma == SIGN or (after and after[0].text in DASHES):
        return False  # each voice of a list speaks for itself
    return 0 <= block.index - found[-1].last_block <= 1
