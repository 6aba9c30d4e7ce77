"""Whether the clause around an expression speaks of what was or of what will be."""

from __future__ import annotations

from spacy.tokens import Token

from loaders.extract.dates.setting import Tense
from loaders.extract.dates.words import words
from loaders.extract.document import Document
from loaders.extract.reading import Span

_WILL = frozenset({"will", "shall", "would", "'ll", "’ll", "wo", "may", "might", "could", "should"})
_PLAN = words(
    "expect schedule plan due set intend aim hope want agree prepare ready slate likely vow pledge promise expected "
    "scheduled threaten order ask urge call bind book invite decide"
)
"""Heads whose infinitive lies ahead: "is due to meet on Friday"."""
_AHEAD = words("until till by before ahead")
_PAST_TAGS = frozenset({"VBD", "VBN"})
_DIRECT = words("prep npadvmod advmod dobj")
_STEPS = 8


def tense(document: Document, start: int, end: int) -> Tense:
    """Tense of the clause that holds these characters, by the parse; "unknown" where nothing tells."""
    sentence = document.sentence_at(start)
    if sentence is None:
        return "unknown"
    tokens = sentence.block.tokens(Span(start, end))
    if tokens is None:
        return "unknown"
    here: Token = tokens.root
    if any(t.tag_ == "POS" for t in here.children):
        return "unknown"
    if here.dep_ == "pobj" and here.head.lower_ in _AHEAD and here.head.head.pos_ not in ("VERB", "AUX"):
        return "future"
    if here.dep_ == "pobj" and _next(here.head.head):
        return "future"
    for _ in range(_STEPS):
        if here.head is here:
            break
        below, here = here, here.head
        if here.pos_ in ("VERB", "AUX") and (found := _of_verb(here, below)):
            return found
    return _of_verb(here, here) or "unknown"


def _next(noun: Token) -> bool:
    """ "Until the next meeting in May": what is next lies ahead, unless its clause is in the past tense."""
    if noun.pos_ != "NOUN" or not any(t.lower_ == "next" and t.dep_ == "amod" for t in noun.lefts):
        return False
    verb = next((t for t in noun.ancestors if t.pos_ in ("VERB", "AUX")), noun)
    return verb is noun or _of_verb(verb, verb) != "past"


def _of_verb(verb: Token, below: Token) -> Tense | None:
    helpers = [t for t in verb.children if t.dep_ in ("aux", "auxpass")]
    said = {t.lower_ for t in helpers}
    if said & _WILL and not said & {"have"}:
        return "future"
    if verb.lemma_ in _PLAN and below.lower_ == "for":  # "was planned for March", "is due for Friday"
        return "future"
    if verb.tag_ == "VB" and "to" in said:
        head = verb.head
        if head.lower_ in ("is", "are", "'s", "'re"):  # "the two are to meet on Friday"
            return "future"
        if head.lemma_ in _PLAN or head.lower_ in _PLAN or (head.pos_ == "NOUN" and below.dep_ in _DIRECT):
            return "future"
        return None
    if verb.tag_ == "VBN" and not helpers:  # "a pledge made on Tuesday", "a vote planned for Tuesday"
        return "future" if verb.lemma_ in ("schedule", "expect") else "past"
    if verb.tag_ == "VBG":
        if any(t.lower_ in ("is", "are", "'s", "'re", "am") for t in helpers):
            return "future"
        return None
    if verb.tag_ == "VBD" or any(t.tag_ in _PAST_TAGS for t in helpers):
        return "past"
    if verb.tag_ == "VBN" and any(t.lower_ in ("has", "have", "had", "was", "were") for t in helpers):
        return "past"
    return None
