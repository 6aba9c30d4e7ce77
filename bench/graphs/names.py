"""What people, places, organisations and events are called, and what quotes are made of. All of it is invented."""

from __future__ import annotations

import random
import tomllib
from dataclasses import dataclass
from itertools import accumulate, product
from pathlib import Path

_WORDS = {
    name: tuple(words.split())
    for name, words in tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8")).items()
}

HUB, ORDINARY = "Anton Verhaal", "Wilma Orsted"
SUMMIT = "Velmora accord"
"""The label of the event that a tenth of the quotes are about. Neither word stands in a quote or in a name."""
WORD = "turbine"
"""The word that a tenth of the quotes hold, and no name."""

GIVEN = _WORDS["given"]
SOURCES = tuple(map(" ".join, product(("Northern", "Coastal", "Valley", "Harbour"), ("Wire", "Post", "Gazette"))))
TITLES = ("director", "spokeswoman", "chairman", "engineer", "president", "secretary")
KINDS = ("Institute", "League", "Railways", "Ministry", "Works", "University")
EVENTS = ("Talks", "Protest", "Accident", "Election", "Strike", "Visit")
FAMILIES = tuple(map("".join, product(_WORDS["first"], _WORDS["second"], _WORDS["family"])))
TOWNS = tuple(map("".join, product(_WORDS["first"], _WORDS["second"], _WORDS["town"])))
COUNTRIES = tuple(f"{first}{last}land" for first, last in product(_WORDS["first"][:10], ("ov", "iv")))

_SPOKEN = _WORDS["common"] + _WORDS["rarer"]
_WEIGHTS = tuple(accumulate([1 / (rank + 2) for rank in range(len(_WORDS["common"]))] + [0.004] * len(_WORDS["rarer"])))
"""Few words are frequent, most are rare, as in any text."""


def sentence(chance: random.Random, also: str = "") -> str:
    """What somebody says: 8 to 24 words, `also` one of them."""
    words = chance.choices(_SPOKEN, cum_weights=_WEIGHTS, k=chance.randint(8, 24))
    if also:
        words[chance.randrange(len(words))] = also
    return " ".join(words).capitalize()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, and with which organisation."""

    name: str
    family: str
    title: str
    organisation: int


def person(index: int, organisations: int) -> Person:
    """Of the people of a graph, the hub is the first and the ordinary speaker the second."""
    if index < 2:
        name = (HUB, ORDINARY)[index]
    else:
        family = FAMILIES[index % len(FAMILIES)]
        # by the index as a whole, so that a family's members differ
        name = f"{GIVEN[(index + index // len(FAMILIES)) % len(GIVEN)]} {family}"
    return Person(name, name.partition(" ")[2], TITLES[index % len(TITLES)], index % organisations)


def town(index: int) -> str:
    """Towns differ up to their number; beyond, the same names come again with a number."""
    again, place = divmod(index, len(TOWNS))
    return TOWNS[place] + (f" {again + 1}" if again else "")


def organisation(index: int) -> str:
    """Each in its town; a town has one of each kind at most."""
    return f"{town(index // len(KINDS))} {KINDS[index % len(KINDS)]}"
