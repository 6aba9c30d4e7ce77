"""Finds the words that speak of events and reads their clauses."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extract.clauses.index import Index
from loaders.extract.clauses.standing import dated_standing, standing
from loaders.extract.document import Sentence
from loaders.extract.events import crowd, figures
from loaders.extract.events.label import label
from loaders.extract.events.readings import named_by_noun, reading
from loaders.extract.events.sighting import Sighting
from loaders.extract.events.stands import definite, stands
from loaders.extract.events.trigger import Trigger
from loaders.extract.events.when import dated
from loaders.extract.events.who import fill, holder

_TELLING = frozenset(("of", "on", "between", "with", "for", "against", "to", "over", "about"))
"""Prepositions by which a noun tells its event from others."""


def sightings(index: Index) -> list[Sighting]:
    """All sightings in the order of the text."""
    found: list[Sighting] = []
    recent: list[tuple[Sighting, int]] = []
    for sentence in index.document.sentences:
        if sentence.block.kind in ("paragraph", "crosshead") and sentence.block.kind != "crosshead":
            before = [s for s, where in recent if sentence.index - where <= crowd.REACH]
            new = list(_of(sentence, before, index))
            recent = [(s, w) for s, w in recent if sentence.index - w < crowd.REACH] + [
                (s, sentence.index) for s in new if s.trigger.type in crowd.CROWDED
            ]
            found += new
    return found


def _of(sentence: Sentence, before: list[Sighting], index: Index) -> Iterator[Sighting]:
    words = list(sentence.tokens)
    seen: dict[int, Sighting] = {}
    for token in words:
        if (trigger := reading(token, index)) is not None:
            seen[token.i] = _read(token, trigger, index)
    absorbed = figures.place(words, seen, index)
    crowd.count(words, [s for i, s in seen.items() if i not in absorbed], before, index)
    for i, sighting in seen.items():
        if i not in absorbed:
            sighting.label = label(sighting, index)
            yield sighting


def _read(token: Token, trigger: Trigger, index: Index) -> Sighting:
    verbal = not named_by_noun(token)
    time = dated(token, index, verbal=verbal)
    stand = dated_standing(standing(token, index), time, index, token) if verbal else stands(token, index, time)
    sighting = Sighting(token, trigger, index.span(token), verbal, stand)
    sighting.time = time
    sighting.stated = verbal or holder(token) is not None
    fill(sighting, index)
    if not verbal and stand.force == "attributed" and not sighting.those("agent"):
        # Who did it stays on the speaker's word; that there was a death or a meeting is known to all.
        sighting.standing = stands(token, index, time, granted=True)
    owned = any(index.mention(c) is not None for c in token.lefts)
    sighting.definite = not verbal and (definite(token) or owned)
    sighting.bare = not verbal and not any(c.dep_ == "prep" and c.lower_ in _TELLING for c in token.rights)
    return sighting
