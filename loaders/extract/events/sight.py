"""Finds the words that speak of events and reads their clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from loaders.extract.clauses.arguments import agents, gerund_governor, patients, prepositional
from loaders.extract.clauses.index import ARMS, Index
from loaders.extract.clauses.standing import dated_standing, standing
from loaders.extract.document import Sentence
from loaders.extract.events import figures
from loaders.extract.events.label import label
from loaders.extract.events.lexicon import EntityNeed, Trigger, triggers
from loaders.extract.events.sighting import Sighting
from loaders.extract.events.stands import definite, stands
from loaders.extract.events.when import dated
from loaders.extract.events.who import fill, holder

_TYPES: dict[EntityNeed, tuple[str, ...]] = {
    "any": ("Person", "Organisation", "Place", "Group"), "person": ("Person",), "place": ("Place",),
    "organisation": ("Organisation",), "actor": ("Person", "Organisation", "Group"),
    "target": ("Person", "Organisation", "Place", "Group"),
}  # fmt: skip
_TELLING = frozenset(("of", "on", "between", "with", "for", "against", "to", "over", "about"))
"""Prepositions by which a noun tells its event from others."""


_BLASTS = frozenset(("explosion", "blast", "explode"))
_VIOLENT = re.compile(
    r"\b(bomb(s|er|ers|ing|ings|ed)?|missiles?|rockets?|rebels?|guerrillas?|troops|militants?|shell(s|ed|ing)|gunmen|terror\w*)\b",
    re.IGNORECASE,
)
"""A blast is an attack in an article that speaks of arms; else a boiler or a gas main blew up."""


def sightings(index: Index) -> list[Sighting]:
    """All sightings in the order of the text."""
    found: list[Sighting] = []
    for sentence in index.document.sentences:
        if sentence.block.kind in ("paragraph", "crosshead") and sentence.block.kind != "crosshead":
            found += _of(sentence, index)
    return found


def _of(sentence: Sentence, index: Index) -> Iterator[Sighting]:
    words = list(sentence.tokens)
    seen: dict[int, Sighting] = {}
    for token in words:
        if (trigger := _trigger(token, index)) is not None:
            seen[token.i] = _read(token, trigger, index)
    absorbed = figures.place(words, seen, index)
    for i, sighting in seen.items():
        if i not in absorbed:
            sighting.label = label(sighting, index)
            yield sighting


def named_by_noun(token: Token) -> bool:
    """Whether the word is a noun here, also where the tagger takes it for a gerund: "Fighting was reported"."""
    if token.tag_ == "VBG" and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj") and token.lower_ in triggers(True):
        return True
    return token.pos_ in ("NOUN", "PROPN")


def _trigger(token: Token, index: Index) -> Trigger | None:
    """The reading of this word as an event, if it has one here."""
    noun = named_by_noun(token)
    if not noun and token.pos_ != "VERB" and token.tag_ not in ("VBN", "VBD"):
        return None
    if index.in_name(token) or token.dep_ in ("compound", "aux", "auxpass"):
        return None
    if token.dep_ == "amod" and gerund_governor(token) is None:
        return None
    if noun and token.text[0].isupper() and not token.is_sent_start and token.lower_ != "war":
        return None  # part of a name that was not found: "the General Agreement"
    readings = triggers(noun).get(token.lower_ if noun and token.pos_ == "VERB" else token.lemma_.lower(), ())
    if not readings:
        return None
    around = {c.lemma_.lower() for c in token.children} | {c.lower_ for c in token.children}
    around |= {g.lemma_.lower() for c in token.children if c.dep_ in ("agent", "prep") for g in c.children if not noun}
    for t in patients(token) if not noun else ():
        around.add(t.lemma_.lower())
    for t in agents(token) if not noun else ():
        around.add(t.lemma_.lower())
    for trigger in readings:
        if trigger.only_with and not around & set(trigger.only_with.split()):
            continue
        if trigger.never_with and around & set(trigger.never_with.split()):
            continue
        if trigger.agent and not _is(agents(token), trigger.agent, index):
            continue
        if trigger.patient == "target" and _armed(agents(token), index):
            return trigger
        if trigger.patient and not _is((*patients(token), *prepositional(token, ("with",))), trigger.patient, index):
            continue
        if trigger.kin == "bomb" and trigger.word in _BLASTS and not _VIOLENT.search(index.document.text):
            return replace(trigger, type="Accident")
        return trigger
    return None


def _armed(tokens: tuple[Token, ...], index: Index) -> bool:
    """Whether one of these is an armed group, a country's arm, or a country."""
    for token in tokens:
        found = index.who(token)
        if found is not None and (token.lemma_.lower() in ARMS or found[0].type in ("Group", "Place")):
            return True
    return False


def _is(tokens: tuple[Token, ...], need: EntityNeed, index: Index) -> bool:
    if need == "actor" and any(t.lemma_.lower() in ARMS and index.who(t) is not None for t in tokens):
        return True
    found = (index.who(t) for t in tokens)
    return any(f is not None and f[0].type in _TYPES[need] for f in found)


def _read(token: Token, trigger: Trigger, index: Index) -> Sighting:
    verbal = not named_by_noun(token)
    time = dated(token, index, verbal=verbal)
    stand = dated_standing(standing(token, index), time, index) if verbal else stands(token, index, time)
    sighting = Sighting(token, trigger, index.span(token), verbal, stand)
    sighting.time = time
    sighting.stated = verbal or holder(token) is not None
    fill(sighting, index)
    owned = any(index.mention(c) is not None for c in token.lefts)
    sighting.definite = not verbal and (definite(token) or owned)
    sighting.bare = not verbal and not any(c.dep_ == "prep" and c.lower_ in _TELLING for c in token.rights)
    return sighting
