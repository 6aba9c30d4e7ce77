"""Who did what to whom, from the patterns and the parse; each with how the article stands to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations

from spacy.tokens import Token

from graph.model import DIRECT
from loaders.extract.clauses.arguments import agents, patients, prepositional
from loaders.extract.clauses.in_words import in_words
from loaders.extract.clauses.index import Index
from loaders.extract.clauses.stand import Standing
from loaders.extract.clauses.standing import dated_standing, standing
from loaders.extract.document import Sentence
from loaders.extract.events.stands import stands, weaker
from loaders.extract.events.when import dated
from loaders.extract.reading import Event, Relation, Span
from loaders.extract.relations.patterns import NOUNS, VERBS, Noun, Verb
from loaders.extract.relations.slots import VOICING, Found, carrier_of, doers_of, filled, those

_SYMMETRIC = frozenset(r.name for r in DIRECT if r.symmetric)


@cache
def _verbs() -> dict[str, tuple[Verb, ...]]:
    table: dict[str, list[Verb]] = {}
    for pattern in VERBS:
        for word in pattern.words.split():
            table.setdefault(word, []).append(pattern)
    return {w: tuple(p) for w, p in table.items()}


@cache
def _nouns() -> dict[str, tuple[Noun, ...]]:
    table: dict[str, list[Noun]] = {}
    for pattern in NOUNS:
        for word in pattern.words.split():
            table.setdefault(word, []).append(pattern)
    return {w: tuple(p) for w, p in table.items()}


def direct(index: Index, events: Sequence[Event]) -> Iterator[Relation]:
    """All direct relationships in the order of the text. `events` may be ends where no entity is (abstained from)."""
    triggers = {span.start: event for event in events for span in event.mentions}
    for sentence in index.document.sentences:
        if sentence.block.kind != "paragraph":
            continue
        for token in sentence.tokens:
            if index.in_name(token) or in_words(token, index):
                continue
            lemma = token.lemma_.lower()
            if token.pos_ == "VERB" or token.tag_ in ("VBN", "VBD"):
                for pattern in _verbs().get(lemma, ()):
                    for relation in _verb(token, pattern, sentence, index, triggers):
                        yield _agreeing(relation, triggers.get(index.span(token).start))
            elif token.pos_ == "NOUN":
                for noun in _nouns().get(lemma, ()):
                    for relation in _noun(token, noun, sentence, index):
                        yield _agreeing(relation, triggers.get(index.span(token).start))


def _agreeing(relation: Relation, event: Event | None) -> Relation:
    """A doing in an event that the rest of the article leaves to the future is no more than a plan."""
    if event is None or event.status not in ("planned", "hypothetical"):
        return relation
    if relation.assertion not in ("asserted", "attributed"):
        return relation
    return replace(relation, assertion="hypothetical")


def _around(token: Token) -> set[str]:
    words = {c.lemma_.lower() for c in token.children} | {c.lower_ for c in token.children}
    words |= {c.dep_ for c in token.children if c.dep_ in ("xcomp", "nsubjpass")}
    words |= {t.lemma_.lower() for t in patients(token)}
    # "asked him whether he would sign"
    words |= {g.lower_ for c in token.children if c.dep_ == "ccomp" for g in c.children if g.tag_ in _ASKING}
    return words


_ASKING = frozenset(("IN", "WRB", "WP", "WDT"))


def _verb(
    token: Token, pattern: Verb, sentence: Sentence, index: Index, events: dict[int, Event]
) -> Iterator[Relation]:
    around = _around(token)
    if pattern.only_with and not around & set(pattern.only_with.split()):
        return
    if pattern.never_with and around & set(pattern.never_with.split()):
        return
    doers = those(patients(token) if pattern.driven else agents(token), pattern.source, index)
    done_to: list[Found] = []
    for slot in pattern.to.split():
        tokens = filled(token, slot)
        done_to = [end for end in those(tokens, pattern.target, index) if not _himself(end, doers)]
        if done_to:
            break
        if pattern.type == "ABSTAINED_FROM":
            for t in tokens:
                if (event := events.get(index.span(t).start)) is not None:
                    for doer in doers:
                        yield _relation(
                            pattern.type, doer[0].id, event.id, token, sentence, index, standing(token, index)
                        )
    if pattern.type == "MET" and not patients(token) and not prepositional(token, ("with",)):
        # "Marlow and Reyes met in Lima"
        pairs = list(combinations(doers, 2))
    else:
        pairs = [(a, b) for a in doers for b in done_to]
    if pairs:
        stand = dated_standing(standing(token, index), dated(token, index, verbal=True), index)
        for a, b in _in_order(pattern.type, pairs):
            yield _relation(pattern.type, a[0].id, b[0].id, token, sentence, index, stand)


def _himself(end: Found, doers: Sequence[Found]) -> bool:
    """ "Marlow and Reyes sent it to the court, asking him …": a plain pronoun is none of those who do it (principle B
    of the theory of binding), so that it was taken for the wrong one."""
    return end[1].kind == "pronoun" and any(end[0].id == doer[0].id for doer in doers)


def _noun(token: Token, pattern: Noun, sentence: Sentence, index: Index) -> Iterator[Relation]:
    around = _around(token)
    if pattern.never_with and around & set(pattern.never_with.split()):
        return
    targets: list[Found] = []
    for slot in pattern.to.split():
        targets = targets or those(prepositional(token, (slot,)), pattern.target, index)
    carrier = carrier_of(token)
    if not targets:  # "protests by dockers against Norland", where the second phrase hangs on the first
        for slot in pattern.to.split():
            nested = [t for first in prepositional(token, ("by", "of")) for t in prepositional(first, (slot,))]
            targets = targets or those(nested if slot != "of" else [], pattern.target, index)
    if not targets and carrier is not None and "between" not in pattern.to:
        for slot in pattern.to.split():
            if slot in ("with", "on", "against", "for") and carrier.lemma_ not in ("say",):
                targets = targets or those(prepositional(carrier, (slot,)), pattern.target, index)
    if not targets:
        return
    if pattern.by == "pair":
        pairs = list(combinations(targets, 2))
    else:
        doers: list[Found] = []
        for slot in pattern.by.split():
            doers = doers or those(doers_of(token, slot, carrier), pattern.source, index)
        pairs = [(a, b) for a in doers for b in targets]
    if not pairs:
        return
    stand = stands(token, index, dated(token, index, verbal=False))
    if pattern.by == "being" and carrier is not None:
        stand = standing(carrier, index)
    elif carrier is not None and token.dep_ == "dobj":
        over = standing(carrier, index)
        if over.force == "denied" and carrier.lemma_ in VOICING:  # who "refused to reaffirm its support" may still
            over = Standing("open")
        stand = weaker(stand, over)
    for a, b in _in_order(pattern.type, pairs):
        yield _relation(pattern.type, a[0].id, b[0].id, token, sentence, index, stand)


def _relation(
    kind: str, source: str, target: str, token: Token, sentence: Sentence, index: Index, stand: Standing
) -> Relation:
    time = dated(token, index, verbal=token.pos_ == "VERB")
    day = time.low if time is not None and time.low is not None and time.low == time.high else None
    by = stand.by if stand.assertion != "asserted" else None
    confidence = 0.85 if stand.assertion == "asserted" else 0.75
    return Relation(
        kind, source, target, _evidence(sentence), token.lemma_.lower(), stand.assertion, confidence, by, day
    )


def _in_order(kind: str, pairs: list[tuple[Found, Found]]) -> list[tuple[Found, Found]]:
    """Pairs of two different ones; of a symmetric relationship in the order of the text."""
    found = [(a, b) for a, b in pairs if a[0].id != b[0].id]
    if kind not in _SYMMETRIC:
        return found
    return [(b, a) if b[1].start < a[1].start else (a, b) for a, b in found]


def _evidence(sentence: Sentence) -> Span:
    return sentence.span
