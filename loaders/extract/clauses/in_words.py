"""Attacks that are words: "Marlow attacked Reyes in the debate", "her attacks on Reyes"."""

from __future__ import annotations

from spacy.tokens import Token

from loaders.extract.clauses.arguments import agents, modifiers, patients, prepositional
from loaders.extract.clauses.index import Index

EXAMPLES = {
    "person on person": "Ann Marlow attacked Tom Reyes in the debate.",
    "owner": "Ann Marlow's attack on Tom Reyes was reported.",
    "saying": "Acme Holdings attacked Sudria, saying that prices were too high.",
}
_SAYING = frozenset(("say", "call", "accuse", "claim", "argue"))


def in_words(word: Token, index: Index) -> bool:
    """Whether this "attack", verb or noun, is one of words.

    In news, somebody named who attacks somebody does so by words, unless the clause names a weapon ("with a knife");
    who attacks by hand is mostly "a man" there. So an assault by a named suspect may be lost.
    """
    if word.lemma_.lower() != "attack":
        return False
    if word.pos_ == "VERB":
        if any(c.dep_ in ("advcl", "ccomp") and c.lemma_.lower() in _SAYING for c in word.children):
            return True
        doers, targets = agents(word), patients(word)
    else:
        doers, targets = tuple(modifiers(word, ("poss",))), prepositional(word, ("on", "against"))
    return not prepositional(word, ("with",)) and _named(doers, index) and _somebody(targets, index)


def _named(tokens: tuple[Token, ...], index: Index) -> bool:
    found = (index.who(t) for t in tokens)
    return any(f is not None and f[0].type == "Person" and f[0].named for f in found)


def _somebody(tokens: tuple[Token, ...], index: Index) -> bool:
    found = (index.who(t) for t in tokens)
    return any(f is not None and f[0].type != "Place" for f in found)
