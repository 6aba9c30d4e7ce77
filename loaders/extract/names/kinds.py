"""What a name names: person, organisation, place. The model's label is one voice; the words and the article are others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Protocol

from loaders.extract.names import lexicon
from loaders.extract.names.found import Found
from loaders.extract.reading import EntityType


class Atlas(Protocol):
    """What is asked of a gazetteer here."""

    def is_place(self, name: str) -> bool: ...


_PERSON_BEFORE = lexicon.TITLE_HEADS | lexicon.HONORIFICS
_PLACE_BEFORE = frozenset("in near at from to around outside across into towards toward inside".split())


def settle(found: Sequence[Found], atlas: Atlas | None) -> list[Found]:
    """Each name with its type; the same name has one type throughout, and what names nothing is left out."""
    votes: defaultdict[str, Counter[EntityType]] = defaultdict(Counter)
    for item in found:
        for type_, weight in _evidence(item, atlas):
            votes[item.name][type_] += weight  # type: ignore[assignment]  # Counter counts in floats here
    surnames = {item.words[-1] for item in found if item.type == "Person" and len(item.words) > 1}
    made: list[Found] = []
    for item in found:
        type_ = _certain(item.name)
        if type_ is None:
            counted = Counter({t: v for t, v in votes[item.name].items() if v > 0})
            if len(item.words) == 1 and item.name in surnames and not (atlas and atlas.is_place(item.name)):
                counted["Person"] += 3
            best: list[tuple[EntityType, float]] = counted.most_common(1)
            type_ = best[0][0] if best else None
        if type_ is not None and not (type_ == "Group" and item.name not in lexicon.demonyms()):
            made.append(item.as_type(type_))
    return made


def _certain(name: str) -> EntityType | None:
    if name in lexicon.METONYMS:
        return "Organisation"
    if name in lexicon.countries():
        return "Place"
    if name in lexicon.demonyms():
        return "Group"
    words = name.lower().split()
    if len(words) > 1 and words[-1] in lexicon.ORGANISATION_ENDS:
        return "Organisation"
    return None


def _evidence(item: Found, atlas: Atlas | None) -> list[tuple[EntityType, float]]:
    made: list[tuple[EntityType, float]] = []
    if item.weight and item.type != "Group":
        made.append((item.type, item.weight))
    words = item.name.lower().split()
    if item.honorific:
        made.append(("Person", 5.0))
    elif len(words) > 1 and any(w in lexicon.ORGANISATION_WORDS for w in words):
        made.append(("Organisation", 4.0))
    if atlas is not None and atlas.is_place(item.name) and not item.honorific:
        made.append(("Place", 2.0 if len(words) > 1 or item.type != "Person" else 1.2))
    if item.tokens is not None:
        doc, first, last = item.tokens.doc, item.tokens.start, item.tokens.end
        before = doc[first - 1] if first else None
        after = doc[last] if last < len(doc) else None
        if before is not None and before.lower_ in _PERSON_BEFORE and item.name[0].isupper():
            if before.text[0].islower() or item.type == "Person":
                made.append(("Person", 3.0))
        elif before is not None and before.lower_ in _PLACE_BEFORE and item.type != "Person" and len(words) < 3:
            made.append(("Place", 0.5))
        if after is not None and after.text == "," and last + 1 < len(doc) and doc[last + 1].like_num:
            made.append(("Person", 2.0))
    return made
