"""Figures of an event: how many were killed, injured, missing, displaced, arrested, trapped.

A figure belongs to the event that did it: the subject of "killed", what stands after "killed in", the verb on which
"killing 12" hangs. A number that belongs to no event is no figure.
"""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from loaders.extract.clauses.arguments import agents, prepositional, subjects
from loaders.extract.clauses.index import ARMS, Index
from loaders.extract.events.amounts import Amount, amount
from loaders.extract.events.harm import HARM, NOT_PEOPLE, harmed, mixed
from loaders.extract.events.sighting import Sighting
from loaders.extract.events.vouched import source, verified
from loaders.extract.reading import Number

_OF_HARM = frozenset(
    ("Attack", "Invasion", "Siege", "Accident", "Disaster", "Death", "Protest", "Evacuation", "Arrest", "Deportation")
)
_APART = frozenset(("Evacuation", "Deportation"))
"""Types that keep their figure where something else was the reason: "600 were evacuated as the river rose"."""


def place(words: list[Token], sightings: Mapping[int, Sighting], index: Index) -> set[int]:
    """Put the figures of one sentence on its events. Returns the tokens whose doing went into another event.

    `words`: the tokens of the sentence; `sightings`: its events by token index.
    """
    absorbed: set[int] = set()
    for token in words:
        what = HARM.get(token.lemma_.lower()) or HARM.get(token.lower_)
        if what is None or (token.pos_ not in ("VERB", "ADJ", "NOUN") and token.tag_ not in ("VBN", "VBD", "JJ")):
            continue
        if (either := mixed(token)) is not None:
            if not either:
                continue
            what = "casualties"
        target = _event(token, sightings)
        if target is None:
            continue
        if target.token is not token and token.i in sightings:
            absorbed.add(token.i)
            _hand_on(sightings[token.i], target)
            own = token.dep_ == "conj" and any(c.dep_ == "nsubj" for c in token.children)
            for doer in agents(token) if not own else ():  # "dockers marched, and police arrested seven"
                named = index.who(doer)
                if named is not None and (named[0].type in ("Person", "Group") or doer.lemma_.lower() in ARMS):
                    target.add(named[0].id, "agent", named[1].span)
        for person in harmed(token):
            if (found := amount(person)) is not None and person.lemma_.lower() not in NOT_PEOPLE:
                _add(target, what, found, index, token)
            elif (named := index.who(person)) is not None and named[0].type in ("Person", "Group") and what == "killed":
                target.add(named[0].id, "victim", named[1].span)
    return absorbed


def _hand_on(lost: Sighting, target: Sighting) -> None:
    """The day and place of the deaths are those of their cause: "killed in Lima on Monday when a crane collapsed"."""
    target.time = target.time or lost.time
    if not target.places:
        target.places += lost.places


def _event(token: Token, sightings: Mapping[int, Sighting]) -> Sighting | None:
    """The event that did this harm."""
    own = sightings.get(token.i)
    if own is not None and own.trigger.type in _APART:
        return own

    def at(word: Token) -> Sighting | None:
        found = sightings.get(word.i)
        return found if found is not None and found.trigger.type in _OF_HARM and found.token is not token else None

    verb = token if token.pos_ == "VERB" else token.head if token.head.pos_ in ("VERB", "AUX") else token
    near = [*agents(verb), *subjects(verb)]
    near += [t.head.head if t.lower_ in ("that", "which") and t.head.dep_ == "relcl" else t for t in near]
    near += prepositional(verb, ("in", "during", "by", "from"))
    joined = [verb, *(c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB")]
    near += [c for v in joined for c in v.children if c.dep_ == "advcl"]
    near += [p for c in verb.children if c.dep_ == "prep" for p in c.children if p.dep_ == "pcomp"]
    node = verb
    for _ in range(3):
        if (
            node.dep_ not in ("advcl", "conj", "relcl", "acl", "pcomp", "xcomp", "prep", "dobj", "oprd")
            or node.head is node
        ):
            break
        node = node.head
        near.append(node)
        if node.pos_ in ("VERB", "AUX"):
            near += [c for c in node.children if c.dep_ in ("nsubj", "nsubjpass")]
            near += [
                h for c in node.children if c.dep_ in ("nsubj",) and c.lower_ in ("that", "which") for h in (node.head,)
            ]
    for candidate in near:
        if (found := at(candidate)) is not None and not (found.trigger.type == "Death" and found.verbal):
            return found
    if own is not None:
        return own
    others = [s for s in sightings.values() if s.trigger.type in _OF_HARM]
    return others[0] if len(others) == 1 else None


def _add(target: Sighting, what: str, found: Amount, index: Index, token: Token) -> None:
    span = index.stretch(token.doc, found.first, found.last)
    if any(n.what == what and n.span.overlaps(span) for n in target.numbers):
        return
    by = source(token, token.doc[found.last], index)
    target.numbers.append(Number(what, found.low, found.high, span, verified(token), by))
