"""Quotes without a verb of saying: cue nouns ("a claim that …") and "according to"."""

from __future__ import annotations

from spacy.tokens import Token

from loaders.extract.document import Sentence
from loaders.extract.names.beside import apposition_end, role_before
from loaders.extract.quotes import cues
from loaders.extract.quotes.clause import has_to
from loaders.extract.quotes.cue_class import CueClass
from loaders.extract.quotes.draft import Draft
from loaders.extract.quotes.ends import Range, cut_at_cue, spans
from loaders.extract.quotes.grammar import is_verb, lemma, phrase

_MANNERS_WORDS = """
agreement calendar criterion custom formula law method need plan principle procedure rule schedule size standard taste
tradition wish
"""
_MANNERS = frozenset(_MANNERS_WORDS.split())
"""What one acts according to; none of it says anything."""


def noun(sentence: Sentence, noun: Token) -> Draft | None:
    for cue_class in cues.nouns(noun.lemma_.lower()):
        for complement in cue_class.complements:
            first = _noun_content(noun, complement)
            if first is None:
                continue
            head = _owner(noun)
            if head is None:
                continue
            block = sentence.block
            assert block.doc is not None
            last = noun.right_edge.i + 1
            contents = spans(block, [(first, cut_at_cue(block.doc, first + 1, last))])
            if not contents:
                continue
            a, b = phrase(head, [noun])
            source = block.doc[a:b]
            end = noun.i + 2 if complement.startswith("prep:") and first == noun.i + 2 else noun.i + 1
            return Draft(
                block,
                contents,
                block.span(block.doc[noun.i : end]),
                noun,
                cue_class,
                noun.lemma_.lower(),
                [block.span(source)],
                head,
                cue_class.confidence,
            )
    return None


def _noun_content(noun: Token, complement: str) -> int | None:
    for child in noun.children:
        if child.i < noun.i:
            continue
        if (
            complement == "clause"
            and child.dep_ in ("acl", "ccomp", "relcl")
            and any(c.dep_ == "mark" and c.lower_ in ("that", "whether") for c in child.children)
        ):
            return child.left_edge.i
        if complement == "infinitive" and child.dep_ in ("acl", "xcomp", "relcl") and has_to(child):
            return child.left_edge.i
        if complement.startswith("prep:") and child.dep_ == "prep" and child.lower_ == complement.removeprefix("prep:"):
            return child.i + 1 if child.right_edge.i > child.i else None
    return None


def _owner(noun: Token) -> Token | None:
    """Who made a claim: "his claim", "the mill's claim", "a claim by the mill"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in cues.SOURCE_PREPOSITIONS:
            found = next((c for c in child.children if c.dep_ == "pobj"), None)
            if found is not None:
                return found
    return None


def according(sentence: Sentence, token: Token) -> Draft | None:
    doc, block = token.doc, sentence.block
    to = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if to is None or to.lower_ != "to":
        return None
    head = next((c for c in to.children if c.dep_ == "pobj"), None)
    if head is None or head.lemma_.lower() in _MANNERS:
        return None
    first, last = sentence.tokens.start, sentence.tokens.end
    a, b = phrase(head, [to])
    a = max(a, to.i + 1)
    stop = next((i for i in range(head.i + 1, b) if doc[i].text == ","), b)
    role = _role_end(head, stop, last)
    if role is not None:
        stop = b = role
    before, after = (first, token.i), (stop, last)
    ranges: list[Range]
    if token.i - first < 2:
        ranges = [after]
    else:
        begin = _clause_start(token, first)
        ranges = [(begin, before[1])]
        tail = stop + 1 if stop < last and doc[stop].text == "," else None
        if (
            tail is not None
            and doc[token.i - 1].text == ","
            and tail < last
            and not any(is_verb(doc[i]) and cues.speech(lemma(doc[i])) for i in range(tail, last))
            and doc[tail].lower_
            not in ("though", "although", "but", "while", "and", "who", "which", "with", "after", "as", "when")
        ):
            ranges.append((tail, last))
    contents = spans(block, ranges)
    if not contents:
        return None
    return Draft(
        block,
        contents,
        block.span(doc[token.i : to.i + 1]),
        token,
        ACCORDING,
        "according",
        [block.span(doc[a : max(b, head.i + 1)])],
        head,
        ACCORDING.confidence,
    )


def _role_end(head: Token, comma: int, last: int) -> int | None:
    """Where what the source is, or its name, ends behind its first comma; None where the content begins there.

    As in "According to Ivo Brandt, the head of the union, the mine is closed" and "according to the head of the union,
    Ivo Brandt"; not in "According to Exampletass, the head of the union, Ivo Brandt, left".
    """
    doc = head.doc
    if comma >= last or doc[comma].text != ",":
        return None
    if head.pos_ != "PROPN":
        stop = comma + 1
        while stop < last and doc[stop].pos_ == "PROPN":
            stop += 1
        named = comma + 1 < stop and role_before(doc, comma) and (stop == last or doc[stop].text in (",", "."))
        return stop if named else None
    if head.ent_type_ in ("ORG", "GPE", "NORP"):
        return None
    end = apposition_end(doc, comma)
    if end is None or end >= last:
        return end
    behind = end + 1
    while behind < last and doc[behind].pos_ == "PROPN":
        behind += 1
    if behind < last and (doc[behind].lower_ in ("who", "whose") or (behind > end + 1 and doc[behind].text == ",")):
        return None
    return end


def _clause_start(token: Token, first: int) -> int:
    """Where the clause begins that "according to" is about: after the last "; ", else the sentence."""
    doc = token.doc
    for index in range(token.i - 1, first, -1):
        if doc[index].text in (";",):
            return index + 1
    return first


ACCORDING = CueClass(
    "according to",
    "noun",
    "statement",
    (),
    frozenset({"according"}),
    "The dam is sound, according to the builder.",
    "The dam is sound",
    0.92,
)
