"""Who takes part in an event, and in which role, by the frame of its type; and where it happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from loaders.extract.clauses.adverbial import lost_verb
from loaders.extract.clauses.arguments import agents, coordinated, modifiers, patients, prepositional, subjects
from loaders.extract.clauses.index import ARMS, Index
from loaders.extract.events import frames
from loaders.extract.events.sighting import Sighting

_TO_PLACES = frozenset(("Visit", "Retreat", "Departure", "Appointment", "Business", "Election", "Agreement"))
MISHAPS = ("Accident", "Disaster")


def fill(sighting: Sighting, index: Index) -> None:
    """Add the participants and places of this sighting."""
    for token, slot in _slots(sighting, index):
        _put(sighting, token, slot, index)
    for host in _hosts(sighting):
        _placed(sighting, host, index)


def _frame(sighting: Sighting) -> dict[str, str]:
    if sighting.trigger.kin == "war":
        return frames.WAR
    return frames.BY_WORD.get(sighting.trigger.word) or frames.FRAMES[sighting.trigger.type]


def holder(noun: Token) -> Token | None:
    """The verb that says that the noun is done or happens: "held talks", "on a visit … said", "the talks ended"."""
    head = noun.head
    if (lost := lost_verb(noun)) is not None:
        return lost if lost.lemma_.lower() in frames.HAPPENING else None
    if noun.dep_ in ("dobj", "nsubjpass", "nsubj", "attr", "conj") and head.pos_ == "VERB":
        lemma = head.lemma_.lower()
        if (noun.dep_ in ("dobj", "nsubjpass") and lemma in frames.HOLDING) or lemma in frames.HAPPENING:
            return head
    if noun.dep_ == "pobj" and head.lower_ in ("during", "at", "on", "in") and head.head.pos_ == "VERB":
        return head.head
    if noun.dep_ == "pobj" and head.lower_ in ("out", "with", "from") and head.head.lemma_ in ("carry", "begin"):
        return head.head
    return None


def _slots(sighting: Sighting, index: Index) -> Iterator[tuple[Token, str]]:
    """Tokens with the slot that each fills."""
    token, kind = sighting.token, sighting.trigger.type
    frame = _frame(sighting)
    if sighting.verbal:
        yield from ((t, "subject") for t in agents(token))
        yield from ((t, "object") for t in patients(token))
        words = tuple(w for w in frame if w in ("with", "against", "on", "at", "to", "from", "off", "into"))
        for word in words:
            yield from ((t, word) for t in prepositional(token, (word,)))
        return
    for modifier in modifiers(token):
        if index.mention(modifier) is not None:
            yield modifier, _before(modifier, index, kind)
            for inner in modifiers(modifier, ("compound", "nmod", "amod")):  # "the Norland-Sudria talks"
                if index.mention(inner) is not None and modifier.doc[inner.i + 1].text in "-/":
                    yield inner, _before(inner, index, kind)
        elif modifier.dep_ == "compound":  # "the Lima border talks"
            for inner in modifiers(modifier, ("compound", "amod", "nmod")):
                if index.mention(inner) is not None:
                    yield inner, _before(inner, index, kind)
        if (
            index.mention(modifier) is None
            and modifier.pos_ == "NOUN"
            and (found := index.who(modifier)) is not None
            and found[0].type == "Organisation"
        ):
            yield modifier, "owner"
    words = tuple(w for w in frame if w not in ("subject", "object", "owner"))
    for word in words:
        yield from ((t, word) for t in prepositional(token, (word,)))
    if (verb := _done_by(token)) is not None:
        yield from ((t, "host" if verb.lemma_ == "host" else "subject") for t in subjects(verb))
        for word in words:
            if word not in ("by", "of", "at", "on", "from", "to") or (
                word in ("on", "to") and verb.lemma_ in ("impose", "launch", "wage", "pay", "make")
            ):
                yield from ((t, word) for t in prepositional(verb, (word,)))


def _before(modifier: Token, index: Index, kind: str) -> str:
    """ "Lima talks" were held in Lima; "Lima's attack" and "Norlandic attack" were done by them."""
    found = index.mention(modifier)
    if found is None:
        return "owner"
    entity, mention = found
    country = entity.location is not None and entity.location.kind == "country"
    if entity.type == "Place" and (kind in ("Election", "Accident", "Disaster", "Trial", "Protest", "Strike")):
        return "where"
    if (
        entity.type == "Place"
        and mention.kind == "name"
        and modifier.dep_ in ("compound", "nmod", "amod")
        and not country
    ):
        return "where"
    return "owner"


def _done_by(noun: Token) -> Token | None:
    """The verb whose subject does what the noun names: "Norland held talks", "on a visit to Lima Marlow said"."""
    head = noun.head
    if noun.dep_ == "dobj" and head.pos_ == "VERB" and head.lemma_.lower() in frames.HOLDING:
        return head
    if (
        noun.dep_ == "pobj"
        and head.lower_ == "on"
        and noun.lemma_ in ("visit", "trip", "tour")
        and head.head.pos_ == "VERB"
    ):
        return head.head
    if noun.dep_ == "pobj" and head.lower_ == "out" and head.head.lemma_ == "carry":
        return head.head
    return None


def _put(sighting: Sighting, token: Token, slot: str, index: Index) -> None:
    found = index.who(token)
    if found is None or found[1].span.holds(sighting.span):
        return
    if any(c.dep_ == "det" and c.lower_ in ("no", "neither") for c in token.children):
        return  # "no group has admitted the attack"
    entity, mention = found
    kind = sighting.trigger.type
    place = entity.type == "Place"
    role = "host" if slot == "host" else "place" if slot == "where" else _frame(sighting).get(slot)
    if role is None:
        return
    if sighting.token.lemma_.lower() in frames.VICTIMS and (role == "patient" or (role == "agent" and slot == "owner")):
        role = "victim"
    if role == "victim" and place:
        return
    if sighting.trigger.word == "kill" and role == "agent" and place and token.lemma_.lower() not in ARMS:
        return
    if kind == "Visit" and role == "agent" and place and slot == "owner" and token.dep_ != "poss":
        return  # "a Norlandic trip": by Norland, or to it
    if role == "participant" and place and slot == "of":
        return
    if role == "place":
        if place:
            sighting.place(entity.id)
        return
    if slot == "on" and not place and sighting.verbal:
        return
    sighting.add(entity.id, role, mention.span)
    if place and role in ("patient", "host") and kind in frames.PLACE_BY_PATIENT:
        sighting.place(entity.id)


def _hosts(sighting: Sighting) -> Iterable[Token]:
    """The tokens on which a phrase of place may hang: the event itself, what it is done to, the verb that holds it."""
    yield sighting.token
    if sighting.verbal:
        misread = sighting.token.head  # "In Lima, a man drowned", where the man is taken for another name of Lima
        if sighting.token.dep_ == "acl" and misread.dep_ == "appos" and misread.head.dep_ == "pobj":
            yield misread.head.head.head
        elif sighting.token.dep_ == "acl" and misread.dep_ == "nsubj" and _two_subjects(misread.head):
            yield misread.head  # "In Lima, a man drowned, police said", with the man beside the police
        yield from (t for t in patients(sighting.token))
        yield from (c for c in sighting.token.children if c.dep_ == "dobj")
        yield from prepositional(sighting.token, ("with",))
        if sighting.trigger.type not in _TO_PLACES:  # "collapsed at a shipyard in Lima"
            yield from prepositional(sighting.token, ("at", "in", "on", "into", "outside", "aboard"))
    else:
        for word in ("on", "against", "of", "at", "between", "with"):
            if sighting.trigger.type in ("Attack", "Talks", "Arrest", "Death", "Evacuation", "Agreement", *MISHAPS):
                yield from prepositional(sighting.token, (word,))
        if (verb := holder(sighting.token)) is not None and verb.lemma_ not in ("say", "tell"):
            yield verb
            yield from (c for c in verb.children if c.dep_ in ("dobj", "prt") and c is not sighting.token)


def _two_subjects(verb: Token) -> bool:
    return sum(c.dep_ == "nsubj" for c in verb.children) > 1


def _placed(sighting: Sighting, host: Token, index: Index) -> None:
    words: tuple[str, ...] = frames.WHERE
    if host is sighting.token or sighting.trigger.type == "Evacuation":
        words += frames.WHERE_MORE.get(sighting.trigger.type, ())
    if sighting.trigger.type == "Evacuation" and sighting.trigger.word == "flee":
        words += ("to",)
    for token in coordinated(prepositional(host, words)):
        found = index.who(token)
        if found is not None and found[0].type == "Place" and found[1].kind != "demonym":
            sighting.place(found[0].id)
    for child in host.children:
        if child.dep_ == "advmod" and child.lower_ in ("there", "here") and (named := index.mention(child)):
            sighting.place(named[0].id)
