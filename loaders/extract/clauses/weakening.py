"""What takes certainty from a doing: a verb's own auxiliaries and adverbs, and the verb or noun that governs it."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from loaders.extract.clauses import governors
from loaders.extract.clauses.arguments import agents, passive
from loaders.extract.clauses.index import Index
from loaders.extract.clauses.stand import Standing


def infinitive(verb: Token) -> bool:
    return any(c.lower_ == "to" and c.tag_ == "TO" for c in verb.children) or (
        verb.tag_ == "VB" and not any(c.tag_ == "MD" for c in verb.children)
    )


def content_clause(verb: Token) -> bool:
    """ "The denial that they attacked Oslo", taken for a relative clause: the "that" is one object too many."""
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    return len(objects) > 1 and any(c.lower_ == "that" for c in objects)


def joined_by_or(verb: Token) -> bool:
    return any(c.dep_ == "cc" and c.lower_ in ("or", "nor") for c in verb.children)


def own(verb: Token, found: Standing, *, negation: bool = True) -> Standing:
    """What the verb's own auxiliaries, adverbs, conjunction and negation do to it."""
    for child in verb.children:
        word = child.lower_
        if child.dep_ == "neg" and negation:
            found = found.under("failed")
        elif child.tag_ == "MD" and word in ("can", "could") and verb.lemma_ in ("hear", "see", "feel"):
            continue  # "could be heard" was heard
        elif child.lower_ == "would" and verb.dep_ == "ccomp" and verb.head.lemma_.lower() in governors.REPORTING:
            found = found.under("planned")  # "said she would go": what was to come when it was said
        elif child.tag_ == "MD" and word in governors.MODALS:
            found = found.under(governors.MODALS[word])
            if word == "should" and found.force == "denied" and _inverted(child):
                found = replace(found, force="open")  # "should they fail to sign": if they do not
        elif child.dep_ == "advmod" and word in governors.HEDGES:
            found = found.under(governors.HEDGES[word])
        elif child.dep_ == "mark" and word in governors.MARKS:
            found = found.under(governors.MARKS[word])
            if word in ("if", "unless", "whether") and found.force == "denied":
                found = replace(found, force="open")
        elif (child.dep_ in ("nsubj", "nsubjpass") and (word in ("nobody", "none") or _no(child))) or (
            child.dep_ == "dobj" and verb.lemma_ != "deny" and _no(child)
        ):
            found = found.under("failed")
    if verb.lemma_ == "go" and verb.tag_ == "VBG" and any(c.dep_ == "xcomp" for c in verb.children):
        found = found.under("planned")
    if (
        verb.tag_ in ("VBZ", "VB")
        and verb.dep_ == "ROOT"
        and any(c.dep_ == "aux" and c.lower_ == "do" for c in verb.children)
    ):
        found = found.under("open") if verb.sent[-1].text == "?" else found
    return found


def _inverted(modal: Token) -> bool:
    return any(c.i > modal.i for c in modal.head.children if c.dep_ in ("nsubj", "nsubjpass"))


def _no(noun: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in ("no", "neither") for c in noun.lefts)


def governed(node: Token, governor: Token, label: str, found: Standing, index: Index) -> Standing:
    to = infinitive(node)
    lemma = governor.lemma_.lower()
    if label == "advcl":
        return found.under("open") if to else found
    if governor.pos_ in ("NOUN", "PROPN"):
        if label == "pcomp" and lemma not in governors.NOUN_WORDS:
            return found
        return found.under(governors.noun_force(lemma, infinitive=to or label == "pcomp"))
    if governor.pos_ == "ADJ":
        return found.under("planned" if lemma in ("due", "ready", "set", "likely") else "open")
    perfect = any(c.lemma_ == "have" and c.dep_ == "aux" for c in node.children)
    if to and passive(governor) and lemma in governors.REPORTING:
        # "is believed to have left", "is said to be in": hearsay without a source
        return found.under("accused") if perfect or lemma in ("say", "believe", "report") else found.under("planned")
    force = governors.verb_force(lemma, infinitive=to and not perfect)
    if lemma == "be" and to:
        force = "planned"
    if force in ("said", "accused"):
        if any(c.dep_ == "neg" for c in governor.children):
            return found.under("open")
        return found.under(force, voucher(governor, index))
    return found.under(force, voucher(governor, index) if force == "denied" else None)


def voucher(governor: Token, index: Index) -> str | None:
    """Entity id of who says it."""
    for token in agents(governor):
        if (named := index.who(token)) is not None:
            return named[0].id
    return None
