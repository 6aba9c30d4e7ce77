"""A few words by which a reader recognises an event: "talks in Lima", "shelling of Oslo"."""

from __future__ import annotations

from spacy.tokens import Token

from loaders.extract.clauses.index import Index
from loaders.extract.events.sighting import Sighting

_PHRASES = ("in", "on", "of", "between", "with", "to", "against", "from", "at", "near")
_LONGEST = 7
_ON = frozenset(["attack", "strike", "raid", "assault", "ambush"])


def label(sighting: Sighting, index: Index) -> str:
    """The article's own words where they are short and closed, else words put together from what is known."""
    return _verbal(sighting, index) if sighting.verbal else _nominal(sighting, index)


def _names(ids: list[str], index: Index) -> str:
    names = [index.by_id[i].name for i in ids[:2]]
    return " and ".join(names)


def _nominal(sighting: Sighting, index: Index) -> str:
    noun = sighting.token
    first = noun.i
    for child in reversed(list(noun.lefts)):
        if (
            child.dep_ not in ("compound", "amod", "nmod", "punct")
            or index.time(child) is not None
            or child.i != first - 1
        ):
            break
        first = child.left_edge.i
    if noun.doc[first].is_punct:
        first += 1
    head = " ".join(noun.doc[first : noun.i + 1].text.split())
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in _PHRASES:
            end = _end(child, index)
            if end is not None and end - noun.i <= _LONGEST:
                return " ".join(noun.doc[first : end + 1].text.split())
            break
    for role, word in (("patient", "of"), ("victim", "of"), ("host", "to")):
        if (ids := sighting.those(role)) and not sighting.places:
            return f"{head} {word} {_names(ids, index)}"
    known = head.lower()
    places = [index.by_id[p].name for p in sighting.places if index.by_id[p].name.lower() not in known]
    return f"{head} in {places[0]}" if places else head


def _end(preposition: Token, index: Index) -> int | None:
    """The last token of a phrase that names somebody or somewhere."""
    for child in preposition.children:
        if child.dep_ == "pobj" and index.who(child) is not None:
            last = child.i
            for inner in child.rights:
                if (inner.dep_ in ("conj", "appos") and index.who(inner) is not None) or inner.dep_ == "cc":
                    last = max(last, inner.i)
                elif inner.dep_ == "prep" and inner.lower_ == "of":
                    last = max(last, inner.right_edge.i)
            return last
    return None


def _verbal(sighting: Sighting, index: Index) -> str:
    noun = sighting.trigger.noun or sighting.trigger.word
    if ids := sighting.those("participant"):
        return f"{noun} of {_names(ids, index)}"
    if ids := sighting.those("patient", "victim"):
        return f"{noun} {'on' if noun in _ON else 'of'} {_names(ids, index)}"
    if ids := sighting.those("host"):
        return f"{noun} to {_names(ids, index)}"
    if sighting.trigger.type in ("Departure", "Visit", "Evacuation") and (ids := sighting.those("agent")):
        return f"{noun} of {_names(ids, index)}"
    if sighting.places:
        return f"{noun} {'from' if sighting.trigger.type == 'Retreat' else 'in'} {index.by_id[sighting.places[0]].name}"
    if ids := sighting.those("agent"):
        return f"{noun} by {_names(ids, index)}"
    return noun
