"""Who says which quote of a graph, and which of them are about the event and hold the word that the benches ask for."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

SEED = 20_250_303
PER_ARTICLE = 5
HUB, ORDINARY = 0, 1
"""Indexes of people."""
ORDINARY_QUOTES = 60
FULL_PAGE = 24
"""So many of the ordinary speaker's quotes are about the event, and others hold the word: more than a page of 20."""
SMALLEST = 1_000
"""Quotes of the smallest graph in which the hub's pages are full, too."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One quote: who says it (index of a person), and which of what the benches ask for it has."""

    speaker: int
    about_summit: bool
    has_word: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """The size of a graph and all numbers that follow from it. Raises ValueError for a size that is no multiple of 100
    or below `SMALLEST`."""

    quotes: int

    def __post_init__(self) -> None:
        if self.quotes < SMALLEST or self.quotes % 100:
            raise ValueError(f"{self.quotes} quotes: a multiple of 100, {SMALLEST} at least")

    @property
    def articles(self) -> int:
        return self.quotes // PER_ARTICLE

    @property
    def people(self) -> int:
        return self.quotes // 50

    @property
    def organisations(self) -> int:
        return max(self.people // 4, 5)

    @property
    def places(self) -> int:
        return max(min(self.people // 4, 2_500), 5)

    @property
    def hub_quotes(self) -> int:
        return self.quotes // 10

    def sayings(self) -> Iterator[Saying]:
        """All quotes in the order of the articles."""
        chance = random.Random(SEED)  # noqa: S311 - the same on every run
        others = self.quotes - self.hub_quotes - ORDINARY_QUOTES
        speakers = [HUB] * self.hub_quotes + [ORDINARY] * ORDINARY_QUOTES
        speakers += [2 + i % (self.people - 2) for i in range(others)]
        chance.shuffle(speakers)
        of_others = self.quotes // 10 - len(range(0, self.hub_quotes, 4)) - FULL_PAGE
        summit, word = _Spread(of_others, others, 0), _Spread(of_others, others, others // 2)
        told = [0, 0]
        for speaker in speakers:
            if speaker > ORDINARY:
                yield Saying(speaker, summit.next(), word.next())
                continue
            turn = told[speaker] % (4 if speaker == HUB else 5)
            told[speaker] += 1
            # one in four of the hub's, two in five of the ordinary speaker's; none has both
            yield Saying(speaker, turn == 0 or (speaker == ORDINARY and turn == 1), turn in (2, 3)[: speaker + 1])


class _Spread:
    """Says yes `some` times out of `all_`, evenly."""

    def __init__(self, some: int, all_: int, phase: int) -> None:
        self._some, self._all, self._sum = some, all_, phase

    def next(self) -> bool:
        self._sum += self._some
        if self._sum >= self._all:
            self._sum -= self._all
            return True
        return False
