"""Quotes found from the parse: a cue verb with a complement, a cue noun, "according to"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extract.document import Sentence
from loaders.extract.quotes import cues, nominal
from loaders.extract.quotes.complements import complement
from loaders.extract.quotes.cue_class import CueClass
from loaders.extract.quotes.draft import Draft, Marks
from loaders.extract.quotes.ends import Range, spans
from loaders.extract.quotes.grammar import agent, cue_range, is_passive, is_verb, lemma, phrase, subject
from loaders.extract.quotes.people import DOCUMENTS
from loaders.extract.reading import Span

_TERMS_WORDS = """
resolution agreement plan proposal contract deal bill law accord treaty draft budget programme program
"""
_TERMS = frozenset(_TERMS_WORDS.split())
"""What "calls for" something by its terms, and says nothing."""
_ANONYMOUS = re.compile(r"not to be (?:identified|named|quoted)\b|to remain anonymous\b")
"""How a source asks to stay unnamed: no news."""
_AUTHOR = frozenset({"i", "you", "we", "this", "that"})
"""Outside quotation marks the first three are the writer and the reader, whose thoughts are no news; things do not
think."""


def find(sentence: Sentence, marks: Marks) -> Iterator[Draft]:
    """All drafts of a sentence whose cue stands outside quotation marks."""
    block = sentence.block
    for token in sentence.tokens:
        if marks.around(block, token) is not None:
            continue
        draft = None
        if token.lower_ == "according":
            draft = nominal.according(sentence, token)
        elif is_verb(token):
            draft = _verb(sentence, token)
        elif token.pos_ == "NOUN":
            draft = nominal.noun(sentence, token)
        if draft is not None:
            yield draft


def _verb(sentence: Sentence, verb: Token) -> Draft | None:
    for cue_class in cues.verbs(lemma(verb)):
        if not _has_particle(verb, cue_class):
            continue
        for kind in cue_class.complements:
            found = complement(sentence, verb, kind, cue_class)
            if found is None:
                continue
            ranges, extra = found
            draft = _attributed(sentence, verb, cue_class, ranges, extra, kind)
            if draft is not None:
                return draft
    return None


def _has_particle(verb: Token, cue_class: CueClass) -> bool:
    wanted = cues.PARTICLES.get(lemma(verb))
    if wanted is None or any((lemma(verb), c) in cues.FREE_OF_PARTICLE for c in cue_class.complements):
        return True
    near = [c for c in verb.children if c.i > verb.i] + [
        verb.doc[i] for i in (verb.i + 1, verb.i + 2) if i < len(verb.doc)
    ]
    return any(c.lower_ in wanted for c in near)


def _attributed(
    sentence: Sentence, verb: Token, cue_class: CueClass, ranges: list[Range], extra: list[Token], kind: str
) -> Draft | None:
    passive = is_passive(verb)
    head: Token | None
    relative: Token | None = None
    if passive:
        head = agent(verb)
        if head is None and (kind in ("object", "spoken", "naming", "charging") or lemma(verb) == "ask"):
            # "Asked whether he would go, Berg said …": the question is not Berg's, and nobody asks it.
            return None
    else:
        head, relative = subject(verb)
    inside = [r for r in ranges if head is not None and r[0] <= head.i < r[1]]
    if head is not None and inside and not passive:
        return None
    if head is None and not passive and relative is None:
        return None
    if head is not None and cue_class.act == "attitude" and head.lower_ in _AUTHOR:
        return None
    if head is not None and head.lemma_.lower() in _TERMS and (cue_class.act == "demand" or verb.dep_ == "acl"):
        return None
    if head is not None and cue_class.name == "document that shows" and head.lemma_.lower() not in DOCUMENTS:
        return None
    contents = spans(sentence.block, ranges)
    if not contents or _ANONYMOUS.match(sentence.block.doc.text, contents[0].start - sentence.block.offset):  # type: ignore[union-attr]
        return None
    block = sentence.block
    assert block.doc is not None
    source: list[Span] = []
    if head is not None:
        first, last = phrase(head, [verb, *[block.doc[r[0]] for r in ranges]])
        source.append(block.span(block.doc[first:last]))
    if relative is not None:
        source.append(block.span(relative))
    first, last = cue_range(verb, extra)
    confidence = cue_class.confidence * (0.85 if head is None else 1.0)
    return Draft(
        block,
        contents,
        block.span(block.doc[first:last]),
        verb,
        cue_class,
        lemma(verb),
        source,
        head if head is not None else relative,
        confidence,
    )
