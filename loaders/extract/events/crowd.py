"""How many took part: "Organisers put the crowd at 30,000", "Police said no more than 12,000 had taken part"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from loaders.extract.clauses.arguments import prepositional, subjects
from loaders.extract.clauses.index import Index
from loaders.extract.events.amounts import Amount, amount
from loaders.extract.events.harm import NOT_PEOPLE
from loaders.extract.events.sighting import Sighting
from loaders.extract.events.vouched import source
from loaders.extract.reading import Number

ATTENDED = "attended"
CROWDED = frozenset(("Protest",))
"""Types whose crowd is counted."""
REACH = 2
"""How many sentences after the event its crowd may be given."""
_CROWD = frozenset(("crowd", "attendance", "turnout"))
_PUT = frozenset(("put", "estimate", "place"))
_COMING = frozenset(("attend", "gather", "march", "demonstrate", "rally", "protest"))
"""Verbs whose subjects are the crowd; and "take part", "turn out"."""


def count(words: Sequence[Token], own: Sequence[Sighting], before: Sequence[Sighting], index: Index) -> None:
    """Put the figures of a crowd in this sentence on its protest, else on the last one of the sentences `before`."""
    # "marched to protest": what is only meant draws no crowd of its own.
    possible = [s for s in (*before, *own) if s.trigger.type in CROWDED and s.standing.force != "open"][-1:]
    if not possible:
        return
    for token, said in _counted(words):
        if (found := amount(token)) is not None and token.lemma_.lower() not in NOT_PEOPLE:
            _add(possible[0], found, said, index)


def _counted(words: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """Nouns or numbers that count a crowd, each with the verb that says so."""
    for token in words:
        lemma = token.lemma_.lower()
        if token.pos_ != "VERB":
            continue
        if lemma in _PUT and any(c.dep_ == "dobj" and c.lemma_.lower() in _CROWD for c in token.children):
            yield from ((t, token) for t in prepositional(token, ("at",)))
        elif _comes(token, lemma):
            yield from ((t, token) for t in subjects(token))


def _comes(token: Token, lemma: str) -> bool:
    if lemma == "take":
        return any(c.dep_ == "dobj" and c.lower_ == "part" for c in token.children)
    if lemma == "turn":
        return any(c.dep_ == "prt" and c.lower_ == "out" for c in token.children)
    return lemma in _COMING


def _add(target: Sighting, found: Amount, said: Token, index: Index) -> None:
    span = index.stretch(said.doc, found.first, found.last)
    if any(n.what == ATTENDED and n.span == span for n in target.numbers):
        return
    by = source(said, said.doc[found.last], index)
    if by is None and said.lemma_ in _PUT:
        by = next((named[0].id for t in subjects(said) if (named := index.who(t)) is not None), None)
    target.numbers.append(Number(ATTENDED, found.low, found.high, span, None, by))
