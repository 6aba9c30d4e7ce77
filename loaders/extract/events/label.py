"""A few words by which a reader recognises an event: "talks in Lima", "shelling of Oslo"."""

from __future__ import annotations

from spacy.tokens import Token

from loaders.extract.clauses.index import Index
from loaders.extract.events.sighting import Sighting
from loaders.extract.reading import Entity

_PHRASES = ("in", "on", "of", "between", "with", "to", "against", "from", "at", "near", "over", "about", "for")
_LONGEST = 7
_STOPS = frozenset(("week", "month", "year", "day", "time", "hour"))
_OF_DOER = frozenset(("Departure", "Visit", "Evacuation", "Retreat", "Talks"))
"""Types whose doer follows "of": "resignation of Marlow", but "shelling by Norland"."""
_ON = frozenset(["attack", "strike", "raid", "assault", "ambush"])


def label(sighting: Sighting, index: Index) -> str:
    """The article's own words where they are short and closed, else words put together from what is known."""
    return _verbal(sighting, index) if sighting.verbal else _nominal(sighting, index)


def telling(label: str) -> tuple[int, int]:
    """How much a label tells, to choose among those of one event: place or people, else topic; then the shortest."""
    padded = f" {label} "
    named = any(f" {word} " in padded for word in ("in", "of", "between", "near", "to"))
    return (2 if named else any(f" {word} " in padded for word in _PHRASES), -len(label))


def completed(label: str, kind: str, places: list[Entity], parts: dict[str, str], index: Index) -> str:
    """A bare label of an event, "talks", with the place or the people that other sentences tell of it.

    `parts`: entity ids with their roles.
    """
    if any(f" {word} " in label for word in (*_PHRASES, "by")):
        return label
    if places:
        return _with_place(label, places[0])
    together = [e for e, role in parts.items() if role in ("participant", "patient", "victim", "host")]
    ids = together or list(parts)
    return f"{label} {_joining(kind, ids, together)} {_names(ids, index)}" if ids else label


def _joining(kind: str, ids: list[str], together: list[str]) -> str:
    if kind in ("Talks", "Agreement") and len(ids) > 1:
        return "between"
    if kind == "Protest":
        return "against" if together else "by"
    return "of" if together or kind in _OF_DOER else "by"


def _names(ids: list[str], index: Index) -> str:
    return " and ".join(index.by_id[i].name for i in ids[:2])


def _with_place(head: str, place: Entity) -> str:
    river = place.location is not None and place.location.kind in ("river", "lake", "stream")
    return f"{head} {'of the' if river else 'in'} {place.name}"


def _nominal(sighting: Sighting, index: Index) -> str:
    noun = sighting.token
    first = _beginning(noun, index)
    head = " ".join(noun.doc[first : noun.i + 1].text.split())
    if first == noun.i and noun.pos_ == "NOUN":
        head = head.lower()  # at the beginning of a sentence
    if phrase := _phrase(noun, index):
        return f"{head} {phrase}"
    people = sighting.those("participant")
    if len(people) > 1 and sighting.trigger.type in ("Talks", "Agreement"):
        return f"{head} between {_names(people, index)}"
    for role, word in (("patient", "of"), ("victim", "of"), ("host", "to")):
        if (ids := sighting.those(role)) and not sighting.places:
            return f"{head} {word} {_names(ids, index)}"
    known = head.lower()
    places = [index.by_id[p] for p in sighting.places if index.by_id[p].name.lower() not in known]
    return _with_place(head, places[0]) if places else head


def _beginning(noun: Token, index: Index) -> int:
    """Token index at which the words before the noun begin: its adjectives, without articles and days."""
    first = noun.i
    for child in reversed(list(noun.lefts)):
        told = child.dep_ in ("compound", "amod", "nmod", "punct") and index.time(child) is None
        if not told or child.i != first - 1:
            break
        first = child.left_edge.i
    return first + 1 if noun.doc[first].is_punct else first


def _phrase(noun: Token, index: Index) -> str:
    """The phrase after the noun: one that names somebody or somewhere, else one that says with whom or about what."""
    rights = [c for c in noun.rights if c.dep_ == "prep"]
    for child in rights[:1]:
        end = _end(child, index) if child.lower_ in _PHRASES else None
        if end is not None and end - noun.i <= _LONGEST:
            return " ".join(noun.doc[child.i : end + 1].text.split())
    for child in rights[:1]:
        if child.lower_ in ("on", "with", "about", "over", "of", "between") and not _dated(child, index):
            end = child.right_edge.i
            while end > child.i and noun.doc[end].is_punct:
                end -= 1
            plain = all(t.pos_ not in ("VERB", "AUX", "PRON") and not t.is_punct for t in noun.doc[child.i : end + 1])
            if child.i < end <= noun.i + _LONGEST and plain:
                return " ".join(noun.doc[child.i : end + 1].text.split())
    return ""


def _dated(preposition: Token, index: Index) -> bool:
    return any(index.time(t) is not None or t.lemma_ in _STOPS for t in preposition.subtree)


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
    kind = sighting.trigger.type
    if kind == "Agreement":  # "signed an agreement on clean water": the agreement is what a reader looks for
        for signed in (c for c in sighting.token.children if c.dep_ == "dobj"):
            if phrase := _phrase(signed, index):
                first = _beginning(signed, index)
                return f"{' '.join(signed.doc[first : signed.i + 1].text.split())} {phrase}"
    if ids := sighting.those("participant"):
        if kind == "Agreement" and sighting.places:
            return _with_place(noun, index.by_id[sighting.places[0]])
        between = kind == "Talks" and len(ids) > 1
        return f"{noun} {'between' if between else 'by' if kind == 'Agreement' else 'of'} {_names(ids, index)}"
    if kind == "Protest" and sighting.places:
        return _with_place(noun, index.by_id[sighting.places[0]])
    if kind == "Protest" and (ids := sighting.those("patient")):
        return f"{noun} against {_names(ids, index)}"
    if ids := sighting.those("patient", "victim"):
        return f"{noun} {'on' if noun in _ON else 'of'} {_names(ids, index)}"
    if ids := sighting.those("host"):
        return f"{noun} to {_names(ids, index)}"
    if kind in ("Departure", "Visit", "Evacuation") and (ids := sighting.those("agent")):
        return f"{noun} of {_names(ids, index)}"
    if sighting.places:
        place = index.by_id[sighting.places[0]]
        return f"{noun} from {place.name}" if kind == "Retreat" else _with_place(noun, place)
    if ids := sighting.those("agent"):
        return f"{noun} by {_names(ids, index)}"
    return noun
