"""Figures of an event: how many were killed, injured, missing, displaced, arrested, trapped.

A figure belongs to the event that did it: the subject of "killed", what stands after "killed in", the verb on which
"killing 12" hangs. A number that belongs to no event is no figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from loaders.extract.clauses.arguments import agents, patients, prepositional, subjects
from loaders.extract.clauses.index import ARMS, Index
from loaders.extract.events.amounts import Amount, amount
from loaders.extract.events.sighting import Sighting
from loaders.extract.reading import Number

HARM: dict[str, str] = {
    "kill": "killed", "die": "killed", "dead": "killed", "massacre": "killed", "slay": "killed", "drown": "killed",
    "injure": "injured", "wound": "injured", "hurt": "injured", "injured": "injured", "wounded": "injured",
    "missing": "missing", "displace": "displaced", "displaced": "displaced", "homeless": "homeless",
    "arrest": "arrested",
    "detain": "arrested", "trap": "trapped", "trapped": "trapped", "evacuate": "evacuated", "flee": "fled",
    "deport": "deported", "kidnap": "kidnapped", "abduct": "kidnapped", "stranded": "trapped", "strand": "trapped",
}  # fmt: skip
"""Words of harm and the figure they give: "a blast killed 14", "the crash left 14 dead"."""

NOT_PEOPLE = frozenset(
    [
        "dog",
        "cow",
        "cattle",
        "sheep",
        "animal",
        "bird",
        "fish",
        "pig",
        "goat",
        "horse",
        "chicken",
        "house",
        "home",
        "building",
        "job",
        "bill",
        "tonne",
        "ton",
        "dollar",
        "dlr",
        "percent",
        "pct",
        "ship",
        "tank",
        "plane",
        "vehicle",
        "car",
        "hour",
        "day",
        "week",
        "month",
        "year",
        "time",
        "deal",
        "acre",
        "hectare",
        "square",
    ]
)
TOLL = frozenset(("toll", "death"))
_OF_HARM = frozenset(
    ("Attack", "Invasion", "Siege", "Accident", "Disaster", "Death", "Protest", "Evacuation", "Arrest", "Deportation")
)


def place(words: list[Token], sightings: Mapping[int, Sighting], index: Index) -> set[int]:
    """Put the figures of one sentence on its events. Returns the tokens whose doing went into another event.

    `words`: the tokens of the sentence; `sightings`: its events by token index.
    """
    absorbed: set[int] = set()
    for token in words:
        what = HARM.get(token.lemma_.lower()) or HARM.get(token.lower_)
        if what is None or (token.pos_ not in ("VERB", "ADJ", "NOUN") and token.tag_ not in ("VBN", "VBD", "JJ")):
            continue
        if (mixed := _mixed(token)) is not None:
            if not mixed:
                continue
            what = "casualties"
        target = _event(token, sightings)
        if target is None:
            continue
        if target.token is not token and token.i in sightings:
            absorbed.add(token.i)
            for doer in agents(token):
                named = index.who(doer)
                if named is not None and (named[0].type in ("Person", "Group") or doer.lemma_.lower() in ARMS):
                    target.add(named[0].id, "agent", named[1].span)
        for person in _harmed(token):
            if (found := amount(person)) is not None and person.lemma_.lower() not in NOT_PEOPLE:
                _add(target, what, found, index, token)
            elif (named := index.who(person)) is not None and named[0].type in ("Person", "Group") and what == "killed":
                target.add(named[0].id, "victim", named[1].span)
    return absorbed


def _mixed(token: Token) -> bool | None:
    """ "Killed or wounded 1,500": one number for several kinds of harm. True on its first word, False on the others."""
    if token.dep_ == "conj" and token.head.lemma_.lower() in HARM and _mixed(token.head):
        return False
    joined = any(c.dep_ == "conj" and c.lemma_.lower() in {*HARM, "capture"} for c in token.children)
    either = any(c.dep_ == "cc" and c.lower_ == "or" for c in token.children)
    either = either or any(g.lower_ == "or" for c in token.children if c.dep_ == "conj" for g in c.children)
    return True if joined and either else None


def _harmed(token: Token) -> Iterator[Token]:
    """Whom it befell: noun heads or bare numbers."""
    numbers = [c for c in token.children if c.dep_ in ("nummod", "quantmod") and c.i < token.i]
    if numbers and token.tag_ not in ("VBD", "VBZ"):
        yield token if token.pos_ != "VERB" else numbers[-1]
        return
    if token.lemma_ in ("die", "flee", "drown") and token.pos_ == "VERB":
        yield from subjects(token)
    elif token.pos_ == "VERB":
        last = [token, *(c for c in token.children if c.dep_ == "conj")]
        if token.dep_ in ("acl", "amod") and any(c.dep_ == "dobj" for v in last for c in v.children):
            yield from (c for v in last for c in v.children if c.dep_ == "dobj")
            return
        yield from patients(token)
        if _mixed(token):
            yield from (c for v in last[1:] for c in v.children if c.dep_ == "dobj")
    elif token.dep_ in ("acomp", "oprd", "ccomp", "amod") and token.head.pos_ in ("VERB", "AUX"):
        head = token.head
        yield from (c for c in token.children if c.dep_ == "nsubj")
        if head.lemma_ == "leave":
            yield from (c for c in head.children if c.dep_ == "dobj")
        elif head.lemma_ in ("be", "remain", "go"):
            yield from subjects(head)
    elif token.dep_ in ("acl", "amod", "relcl") and token.i > token.head.i:
        yield token.head


def _event(token: Token, sightings: Mapping[int, Sighting]) -> Sighting | None:
    """The event that did this harm."""

    def at(word: Token) -> Sighting | None:
        found = sightings.get(word.i)
        return found if found is not None and found.trigger.type in _OF_HARM and found.token is not token else None

    verb = token if token.pos_ == "VERB" else token.head if token.head.pos_ in ("VERB", "AUX") else token
    near = [*agents(verb), *subjects(verb)]
    near += [t.head.head if t.lower_ in ("that", "which") and t.head.dep_ == "relcl" else t for t in near]
    near += prepositional(verb, ("in", "during", "by", "from"))
    near += [c for c in verb.children if c.dep_ == "advcl"]
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
    own = sightings.get(token.i)
    if own is not None:
        return own
    others = [s for s in sightings.values() if s.trigger.type in _OF_HARM]
    return others[0] if len(others) == 1 else None


def _add(target: Sighting, what: str, found: Amount, index: Index, token: Token) -> None:
    span = index.stretch(token.doc, found.first, found.last)
    if any(n.what == what and n.span.overlaps(span) for n in target.numbers):
        return
    quote = index.quote(token.doc[found.last])
    by = quote.speakers[0] if quote is not None and quote.speakers else None
    if by is None:
        by = _according(token, index)
    target.numbers.append(Number(what, found.low, found.high, span, _verified(token), by))


def _according(token: Token, index: Index) -> str | None:
    node = token
    for _ in range(6):
        for child in node.children:
            if child.lower_ == "according":
                for inner in child.children:
                    for source in inner.children if inner.dep_ == "prep" else ():
                        if (named := index.who(source)) is not None:
                            return named[0].id
        if node.head is node:
            return None
        node = node.head
    return None


def _verified(token: Token) -> bool | None:
    """False where its sentence says that it could not be checked."""
    text = token.sent.text.lower()
    checked = ("verified", "verify", "confirmed", "confirm", "checked", "check")
    if any(w in text for w in checked):
        unable = (
            "could not",
            "cannot",
            "can not",
            "couldn't",
            "not been",
            "unable to",
            "impossible to",
            "not immediately",
        )
        if any(u in text for u in unable):
            return False
    return None
