"""Articles made up by a seeded generator: as many and as long as a test of steadiness needs."""

from __future__ import annotations

import random
from collections.abc import Iterator

from graph.model import Article

_FIRST = [
    "Ann",
    "Ivo",
    "Mara",
    "Tomas",
    "Lena",
    "Piet",
    "Nadia",
    "Oskar",
    "Vera",
    "Jonas",
    "Ines",
    "Karel",
    "Rosa",
    "Milan",
    "Edda",
    "Goran",
]
_SYLLABLES = [
    "bran",
    "ko",
    "lar",
    "ves",
    "lind",
    "mar",
    "ten",
    "sa",
    "nor",
    "hal",
    "pe",
    "do",
    "kel",
    "stra",
    "mo",
    "rel",
]
_PLACES = ["Lisbon", "Oslo", "Prague", "Porto", "Hamburg", "Warsaw", "Nairobi", "Lima", "Ottawa", "Geneva"]
_BODIES = ["the Harbour Union", "the trade ministry", "Norvia Lines", "the Northern Bank", "the city council"]
_ROLES = ["harbour master", "trade minister", "mayor", "union leader", "police chief"]
_DAYS = ["on Monday", "on Tuesday", "last week", "on March 3", "two weeks ago", "in 2019"]
_SENTENCES = [
    '"We will not leave {place} before the talks end," {name}, the {role}, said {day}.',
    "{name} told reporters in {place} that {body} had rejected the plan {day}.",
    "At least {number} people were killed when a ferry sank off {place}, {body} said.",
    '"Nobody came," {last} said. "The wall is gone, and we are alone."',
    "He accused {body} of attacking a village near {place}.",
    "Ministers from {place} and {other} met for talks in Geneva {day}.",
    "{name} denied that he had closed the port of {place}.",
    "The company said it would appoint {name} as chairman in April.",
    "Prices rose by {number} percent {day}, according to {body}.",
    'She added that the "so-called peace" would not hold, and that police had arrested {number} protesters in {place}.',
]


def text(words: int, seed: int) -> str:
    """A text of at least so many words, the same for the same seed; three sentences a paragraph."""
    dice = random.Random(seed)
    people = [(dice.choice(_FIRST), _surname(dice)) for _ in range(3 + words // 40)]
    paragraphs: list[str] = []
    count = 0
    while count < words:
        paragraphs.append(" ".join(_sentence(dice, people) for _ in range(3)))
        count += len(paragraphs[-1].split())
    return f"{dice.choice(_PLACES).upper()} (XYZ) - " + "\n".join(paragraphs)


def articles(count: int, words: int = 60) -> Iterator[Article]:
    """So many articles, each with names of its own."""
    return (Article(f"wire-{n}", text(words, n), published="2025-03-05") for n in range(count))


def _surname(dice: random.Random) -> str:
    return "".join(dice.choice(_SYLLABLES) for _ in range(3)).capitalize()


def _sentence(dice: random.Random, people: list[tuple[str, str]]) -> str:
    first, last = dice.choice(people)
    place, other = dice.sample(_PLACES, 2)
    return dice.choice(_SENTENCES).format(
        place=place, other=other, name=f"{first} {last}", last=last, role=dice.choice(_ROLES), day=dice.choice(_DAYS),
        body=dice.choice(_BODIES), number=dice.randint(2, 90),
    )  # fmt: skip
