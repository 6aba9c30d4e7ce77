"""Clauses that only tell what else happened at that time: "…, as his trial opened in Lima".

What such a clause tells is stated by the article, whatever becomes of the clause on which the parse hangs it: who
denies something "as his trial opens" does not deny the trial.
"""

from __future__ import annotations

from spacy.tokens import Token

from loaders.extract.clauses.arguments import own_subject

MARKS = frozenset(("as", "when", "after", "while", "since", "before"))
_WHATEVER_COMES = frozenset(("while", "although", "though"))
"""Conjunctions of which the clause is so in the present tense, too: "when he comes" is to come, "while he waits" is
not."""
_TOGETHER = frozenset(("as", "when", "while"))
"""The conjunctions that give both clauses one day."""
_ARGUMENT = frozenset(("nsubj", "nsubjpass", "dobj", "attr", "pobj", "prep", "poss", "compound"))


def mark(verb: Token) -> Token | None:
    """The conjunction of an adverbial clause that is stated: "as" of "as his trial opened"; else None.

    In the past tense that is any, in the present "while", "although", "now that", and "because" after a comma.
    """
    marks = [c for c in verb.lefts if c.dep_ in ("mark", "advmod")]
    if verb.dep_ == "ccomp":  # as the parser has some with "now that"
        marks = [c for c in marks if c.lower_ == "that"]
    elif verb.dep_ != "advcl":
        return None
    if past(verb):
        return next((c for c in marks if c.lower_ in MARKS or _stated(c)), None)
    return next((c for c in marks if _stated(c)), None) if _indicative(verb) else None


def _stated(conjunction: Token) -> bool:
    before = conjunction.doc[conjunction.i - 1].lower_ if conjunction.i else ""
    word = conjunction.lower_
    return word in _WHATEVER_COMES or (word, before) in (("that", "now"), ("because", ","))


def _indicative(verb: Token) -> bool:
    """Whether the verb, or its first auxiliary, stands in the present tense, without "may" or "will"."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return not any(c.tag_ == "MD" for c in helpers) and any(c.tag_ in ("VBZ", "VBP") for c in (verb, *helpers))


def present(verb: Token) -> bool:
    """Whether it goes on or is to come: "meets", "is meeting", "are held"; not "has met"."""
    helpers = (c for c in verb.children if c.dep_ in ("aux", "auxpass"))
    return _indicative(verb) and not any(c.lemma_ in ("have", "do") or c.tag_ == "VBD" for c in helpers)


def past(verb: Token) -> bool:
    if any(c.tag_ == "MD" for c in verb.children):
        return False
    return verb.tag_ == "VBD" or any(c.dep_ in ("aux", "auxpass") and c.tag_ == "VBD" for c in verb.children)


def lost_verb(noun: Token) -> Token | None:
    """The verb of a clause that the parse took for a phrase: "hopes faded as *talks* in Lima *went* into a second day"
    with "talks" under "as" and "went" elsewhere."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in MARKS or noun.right_edge.i + 1 >= len(noun.doc):
        return None
    verb = noun.doc[noun.right_edge.i + 1]
    return verb if verb.tag_ == "VBD" and not own_subject(verb) else None


def aside(token: Token) -> bool:
    """Whether the token stands in such a clause, as its verb or as a noun of it."""
    node = token
    for _ in range(4):
        if mark(node) is not None or lost_verb(node) is not None:
            return True
        if node.dep_ not in _ARGUMENT or node.head is node:
            return False
        node = node.head
    return False


def same_time(verb: Token, reporting: frozenset[str]) -> Token | None:
    """The verb whose day is also the day of this one's clause: "denied it *on Tuesday*, as his trial opened".

    After a comma the clause goes with what was said, not with what it was said of.
    """
    conjunction = mark(verb)
    if conjunction is None or conjunction.lower_ not in _TOGETHER or any(c.lower_ == "had" for c in verb.lefts):
        return None
    governor = verb.head
    comma = conjunction.i > 0 and conjunction.nbor(-1).text == ","
    said = governor.head
    if comma and governor.dep_ == "ccomp" and said.lemma_.lower() in reporting and said.i < governor.i:
        governor = said
    return governor if governor.pos_ in ("VERB", "AUX") else None
