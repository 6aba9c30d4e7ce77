"""Who stands in a slot of a pattern: before the noun, after a preposition, or as subject of its verb."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from loaders.extract.clauses.arguments import modifiers, patients, prepositional, subjects
from loaders.extract.clauses.index import Index
from loaders.extract.events import frames
from loaders.extract.reading import Entity, Mention
from loaders.extract.words import wordset

Found = tuple[Entity, Mention]


def filled(token: Token, slot: str) -> tuple[Token, ...]:
    if slot == "object":
        return patients(token)
    if slot == "origin":
        return tuple(m for noun in patients(token) for m in modifiers(noun, ("amod", "nmod")))
    found = prepositional(token, (slot, "of") if token.lemma_ == "pull" else (slot,))
    if not found:  # "pledged aid to Sudria", where the phrase hangs on the object
        found = tuple(t for noun in patients(token) for t in prepositional(noun, (slot,)))
    return found


def carrier_of(noun: Token) -> Token | None:
    """The verb that only carries the noun: held talks, launched an attack, voiced support."""
    head = noun.head
    if (
        noun.dep_ == "dobj"
        and head.pos_ == "VERB"
        and (head.lemma_.lower() in frames.HOLDING or head.lemma_ in VOICING)
    ):
        return head
    if noun.dep_ == "pobj" and head.lower_ in ("in", "on", "out", "into") and head.head.pos_ in ("VERB", "AUX"):
        return head.head
    return None


VOICING = wordset(
    "voice express reiterate repeat offer renew give pledge declare maintain tighten lift ease affirm reaffirm restate"
)


def doers_of(noun: Token, slot: str, carrier: Token | None) -> tuple[Token, ...]:
    if slot == "owner":
        return tuple(m for m in modifiers(noun, ("poss", "amod", "nmod")))
    if slot == "holder" or slot == "being":
        if carrier is None:
            return ()
        if slot == "being" and (carrier.lemma_ not in ("be", "remain", "stay") or noun.dep_ != "pobj"):
            return ()
        if (
            slot == "holder"
            and noun.dep_ == "pobj"
            and noun.lemma_ not in ("visit", "trip", "tour")
            and noun.head.lower_ != "out"
        ):
            return ()
        return subjects(carrier)
    return prepositional(noun, (slot,))


_PRESS = wordset("reporter journalist newsman reporters journalists newsmen")
"""To speak with these is to speak in public."""


def _people(token: Token, index: Index) -> bool:
    """As in "two Norlanders", who are not Norland."""
    found = index.mention(token)
    return found is not None and found[1].kind == "demonym" and token.tag_ in ("NNS", "NNPS")


def _in_dateline(token: Token) -> bool:
    """As in "LIMA — A man was arrested", in the middle of a text that has lost its lines."""
    dash = token.doc[token.i + 1].text if token.i + 1 < len(token.doc) else ""
    return token.is_upper and dash in ("—", "–", "--", "-", "_") and token.left_edge.is_sent_start is True


def those(tokens: Sequence[Token], types: str, index: Index) -> list[Found]:
    found = [
        f
        for t in tokens
        if (f := index.who(t)) is not None
        and f[0].type in types.split()
        and t.lemma_.lower() not in _PRESS
        and not _in_dateline(t)
        and not _people(t, index)
    ]
    return list({f[0].id: f for f in found}.values())
