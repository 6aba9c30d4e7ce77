"""Where an article is at home: the countries, states and neighbourhoods that its names speak for, each weighed by how
surely the name means the place. The ground on which an ambiguous name is told."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.extract.places.gazetteer import prior
from loaders.extract.places.near import Map
from loaders.extract.places.tables import Place
from loaders.extract.places.told import Told

SHARPNESS = 0.12
"""Differences of score that are small beside this say little of which place is meant."""
DATELINE = 2.0
INSIDE = 0.6
DEMONYM = 0.5
_MOST = 4
"""Mentions beyond these add nothing: one name repeated is one witness."""


@dataclass(slots=True)
class Name:
    """A name of the article that may mean several places, and how likely it means each."""

    id: str
    places: Sequence[Place]
    weight: float
    told: Told
    beside: Sequence[Place] = ()
    """Areas that the text names as holding it."""
    entities: list[str] = field(default_factory=list)
    """Ids of those that bear it."""
    scores: list[float] = field(default_factory=list)
    beliefs: list[float] = field(default_factory=list)

    @property
    def famous(self) -> float:
        """How likely the likeliest of the places is by itself."""
        return max(prior(place) for place in self.places)

    def believe(self, scores: Sequence[float]) -> None:
        """Take over these scores, one for each place; the beliefs are made of them."""
        self.scores = list(scores)
        top = max(scores)
        raw = [math.exp((score - top) / SHARPNESS) for score in scores]
        self.beliefs = [value / sum(raw) for value in raw]


def weight(mentions: int) -> float:
    """How much a name of so many mentions says of the article."""
    return math.sqrt(min(_MOST, mentions))


class Evidence:
    """What all names together speak for; what a name gave itself is left out when it asks."""

    def __init__(self, names: Sequence[Name], ground: Sequence[tuple[Place, float]]) -> None:
        self.map = Map()
        self._countries: defaultdict[str, float] = defaultdict(float)
        self._divisions: defaultdict[tuple[str, str], float] = defaultdict(float)
        self._own: dict[str, tuple[dict[str, float], dict[tuple[str, str], float]]] = {}
        self._manner: defaultdict[str, float] = defaultdict(float)
        for place, given in ground:
            self._count("", place, given)
            self._manner[place.country or ""] += given
        for name in names:
            for place, belief in zip(name.places, name.beliefs, strict=True):
                self.map.add(name.id, place, belief * min(1.0, name.weight))
                self._count(name.id, place, belief * name.weight)
        self._all = sum(self._countries.values())
        self._within = sum(self._divisions.values())

    def country(self, name: str, place: Place) -> float:
        """How much (0 to 1) speaks for the place's country, `name` itself left out."""
        if place.country is None:
            return 0.0
        own = self._own.get(name, ({}, {}))[0]
        return _part(self._countries[place.country] - own.get(place.country, 0.0), self._all - sum(own.values()))

    def division(self, name: str, place: Place) -> float:
        """The same for its state or province."""
        if not place.country or not place.division:
            return 0.0
        own = self._own.get(name, ({}, {}))[1]
        at = (place.country, place.division)
        return _part(self._divisions[at] - own.get(at, 0.0), self._within - sum(own.values()))

    def is_abroad(self, place: Place) -> bool:
        """Whether the article is clearly at home in another country than the place's."""
        return any(given >= 2.0 and code != place.country for code, given in self._manner.items())

    def _count(self, giver: str, place: Place, given: float) -> None:
        if not place.country or not given:
            return
        countries, divisions = self._own.setdefault(giver, ({}, {}))
        self._countries[place.country] += given
        countries[place.country] = countries.get(place.country, 0.0) + given
        if place.division:
            at = (place.country, place.division)
            self._divisions[at] += given
            divisions[at] = divisions.get(at, 0.0) + given


def _part(mass: float, everything: float) -> float:
    """Half its share of all evidence, half its own strength, so that a second country of an article counts, too."""
    mass = max(0.0, mass)
    return 0.5 * mass / max(everything, 1.0) + 0.5 * mass / (mass + 1.0)
