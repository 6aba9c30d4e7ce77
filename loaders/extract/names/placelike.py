"""How much speaks for a name being a place's: the gazetteer, the name's own form, and whom it is said of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from loaders.extract.names import lexicon
from loaders.extract.names.found import Found
from loaders.extract.names.gender import GIVEN
from loaders.extract.reading import Candidate, EntityType
from loaders.extract.words import wordset


class Atlas(Protocol):
    """What is asked of a gazetteer here."""

    def is_place(self, name: str) -> bool: ...

    def knows(self, name: str) -> bool: ...

    def lookup(self, name: str) -> Sequence[Candidate]: ...


KNOWN = 1.7
AGAINST_PERSON = 0.4
"""What the gazetteer weighs more where the model took the name for a person: towns are its commonest slip."""
LARGE = 0.42
"""How likely a town is by itself from about 50,000 inhabitants on; below, more people than towns bear one word."""
OF_PEOPLE = 1.5
_TOWNLIKE = re.compile(
    r"(?:ville|burg|burgh|boro|borough|bury|haven|mouth|wich|chester|minster|polis|grad|abad|pur|port)$"
)
"""Endings of towns, as in "Exampleville", by which the smallest town of the gazetteer is told from a person."""
LISTED = 3.0
_LISTED = re.compile(
    r"(?:(?:, | and | or |, and )[A-Z][\w'-]+(?: [A-Z][\w'-]+)?){0,6} (?:counties|rivers|townships|streets|provinces)\b"
)
"""As in "Example, Sample and Other counties"."""
_DWELLERS = wordset(
    "resident residents native man woman couple teen teenager boy girl mayor alderman selectman selectmen motorist "
    "taxpayers taxpayer homeowner homeowners villagers parents pensioner suburb"
)


def placelike(name: str, items: Sequence[Found], labels: Counter[EntityType], atlas: Atlas) -> float:
    """The weight for "place" that does not come from the model or from the words of other kinds."""
    words = name.lower().split()
    plain = not any(w in lexicon.ORGANISATION_WORDS for w in words) and words[0] not in GIVEN
    known = atlas.is_place(name) and not _postal(name, items)
    small = plain and not known and (len(words) > 1 or bool(_TOWNLIKE.search(words[-1]))) and atlas.knows(name)
    weight = 0.0
    if known or small:
        large = len(words) > 1 or any(c.score >= LARGE for c in atlas.lookup(name)[:1])
        weight = KNOWN + (AGAINST_PERSON if large and not labels["Organisation"] else 0.0)
    if any(_LISTED.match(_behind(item)) for item in items):
        weight += LISTED
    if plain and (known or atlas.knows(name)) and any(_of_people(item) for item in items):
        weight += OF_PEOPLE
    return weight


def _behind(item: Found) -> str:
    """The text behind one occurrence; nothing in a dateline."""
    if item.tokens is None:
        return ""
    return item.tokens.doc.text[item.tokens.end_char : item.tokens.end_char + 120]


def _postal(name: str, items: Sequence[Found]) -> bool:
    """Whether it is no more than the two letters of a state, which count behind a town alone: "Exampleville, PA"."""
    if len(name) != 2 or not name.isupper() or name in lexicon.countries():
        return False
    return not any(
        i.tokens is not None and i.tokens.start and i.tokens.doc[i.tokens.start - 1].text == "," for i in items
    )


def _of_people(item: Found) -> bool:
    """As in "an Example man" and "the Example-based firm"."""
    if item.tokens is None or item.tokens.end >= len(item.tokens.doc):
        return False
    doc, end = item.tokens.doc, item.tokens.end
    if doc[end].lower_ in _DWELLERS:
        return True
    return doc[end].text == "-" and end + 1 < len(doc) and doc[end + 1].lower_ in ("based", "area", "born")
