"""Which event a word names where it stands, if any: the conditions of the triggers."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Token

from loaders.extract.clauses.arguments import agents, gerund_governor, patients, prepositional
from loaders.extract.clauses.in_words import in_words
from loaders.extract.clauses.index import ARMS, Index
from loaders.extract.events.lexicon import triggers
from loaders.extract.events.trigger import EntityNeed, Trigger
from loaders.extract.words import wordset

_TYPES: dict[EntityNeed, tuple[str, ...]] = {
    "any": ("Person", "Organisation", "Place", "Group"), "person": ("Person",), "place": ("Place",),
    "organisation": ("Organisation",), "actor": ("Person", "Organisation", "Group"),
    "target": ("Person", "Organisation", "Place", "Group"),
}  # fmt: skip
_TARGETS = wordset(
    "port town village city capital base depot ship vessel tanker boat convoy position building airport airfield post"
    " checkpoint camp plant refinery factory school hospital house home farm bridge road railway station barracks"
    " headquarters embassy consulate pipeline terminal platform market church mosque temple bus train car truck"
    " civilian people person resident villager peasant refugee worker miner farmer student policeman officer patrol"
    " target installation facility warehouse office tower line border suburb district area region settlement island"
    " substation dam prison garrison bunker trench column unit battalion demonstrator protester crowd"
)
"""What can be attacked with arms."""
_MISHAPS = wordset("explode crash collapse sink capsize derail plunge collide overturn burst disintegrate topple fall")
_BLASTS = frozenset(("explosion", "blast", "explode"))
_VIOLENT = re.compile(
    r"\b(bomb(s|er|ers|ing|ings|ed)?|missiles?|rockets?|rebels?|guerrillas?|troops|militants?|shell(s|ed|ing)|gunmen|terror\w*)\b",
    re.IGNORECASE,
)
"""A blast is an attack in an article that speaks of arms; else a boiler or a gas main blew up."""


def named_by_noun(token: Token) -> bool:
    """Whether the word is a noun here, also where the tagger takes it for a gerund: "Fighting was reported"."""
    if token.tag_ == "VBG" and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj") and token.lower_ in triggers(True):
        return True
    return token.pos_ in ("NOUN", "PROPN")


def reading(token: Token, index: Index) -> Trigger | None:
    """The reading of this word as an event, if it has one here."""
    noun = named_by_noun(token)
    if not noun and token.pos_ != "VERB" and token.tag_ not in ("VBN", "VBD"):
        return None
    if index.in_name(token) or token.dep_ in ("compound", "aux", "auxpass"):
        return None
    if token.dep_ == "amod" and gerund_governor(token) is None:
        return None
    if noun and token.text[0].isupper() and not token.is_sent_start and not _war(token, index):
        return None  # part of a name that was not found: "the General Agreement", "The Family War" (a book)
    readings = triggers(noun).get(token.lower_ if noun and token.pos_ == "VERB" else token.lemma_.lower(), ())
    if not readings or in_words(token, index):
        return None
    around = _around(token, noun=noun)
    things = _befallen(token, index) if not noun else set()
    for trigger in readings:
        if trigger.only_with and not around & set(trigger.only_with.split()):
            continue
        if trigger.never_with and around & set(trigger.never_with.split()):
            continue
        if trigger.happens_to and not things & set(trigger.happens_to.split()):
            continue
        if trigger.never_under and token.dep_ != "nsubj" and token.head.lemma_.lower() in trigger.never_under.split():
            continue
        if trigger.word == "go" and not _is(prepositional(token, ("to",)), "place", index):
            continue
        if trigger.agent and (_by_mishap(token) or not _is(agents(token), trigger.agent, index)):
            continue
        if trigger.patient == "target" and _armed(agents(token), index) and _solid(token):
            return trigger
        if trigger.patient and not _is((*patients(token), *prepositional(token, ("with",))), trigger.patient, index):
            continue
        if trigger.kin == "bomb" and trigger.word in _BLASTS and not _VIOLENT.search(index.document.text):
            return replace(trigger, type="Accident")
        return trigger
    return None


def _by_mishap(token: Token) -> bool:
    """ "The Falcon exploded, killing six": nobody kills."""
    over = token.head.lemma_.lower()
    return token.lemma_ == "kill" and token.tag_ == "VBG" and token.dep_ in ("advcl", "xcomp") and over in _MISHAPS


def _war(token: Token, index: Index) -> bool:
    """As in "the Norland War", "the Civil War"."""
    if token.lower_ != "war":
        return False
    before = [c for c in token.lefts if c.dep_ in ("compound", "amod", "nmod")]
    return any(c.lower_ in ("civil", "gulf", "world") or _is((c,), "place", index) for c in before)


def _around(token: Token, *, noun: bool) -> set[str]:
    """Lemmas and words that stand directly on this word, and "dobj" where a verb has an object."""
    around = {c.lemma_.lower() for c in token.children} | {c.lower_ for c in token.children}
    if noun:  # "the collapse of a bridge", "a trip to the markets", "the war on drugs"
        return around | {t.lemma_.lower() for t in prepositional(token, ("of", "to", "on"))}
    around |= {g.lemma_.lower() for c in token.children if c.dep_ in ("agent", "prep") for g in c.children}
    around |= {t.lemma_.lower() for t in (*patients(token), *agents(token))}
    return around | {c.dep_ for c in token.children if c.dep_ == "dobj"}


def _befallen(token: Token, index: Index) -> set[str]:
    """Lemmas of what an accident or a disaster befalls: the subject, where nobody does it and nothing else suffers."""
    if any(c.dep_ in ("dobj", "agent") for c in token.children):
        return set()
    found: set[str] = set()
    for noun in (*patients(token), *agents(token)):
        for part in (noun, *prepositional(noun, ("of",))):  # "part of a bridge"
            found.add(part.lemma_.lower())
            named = index.who(part)
            if named is not None and named[0].location is not None and named[0].location.kind == "river":
                found.add("river")
    return found


def _armed(tokens: tuple[Token, ...], index: Index) -> bool:
    """Whether one of these is an armed group, a country's arm, or a country."""
    for token in tokens:
        found = index.who(token)
        if found is not None and (token.lemma_.lower() in ARMS or found[0].type in ("Group", "Place")):
            return True
    return False


def _solid(verb: Token) -> bool:
    """Whether what is attacked can be: a depot, but not a plan."""
    return any(t.lemma_.lower() in _TARGETS or t.lemma_.lower() in ARMS for t in patients(verb))


def _is(tokens: tuple[Token, ...], need: EntityNeed, index: Index) -> bool:
    if need == "actor" and any(t.lemma_.lower() in ARMS and index.who(t) is not None for t in tokens):
        return True
    found = (index.who(t) for t in tokens)
    return any(f is not None and f[0].type in _TYPES[need] for f in found)
