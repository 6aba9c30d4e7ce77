"""Which countries and provinces an article is about: the ground on which an ambiguous place name is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.extract.document import Document
from loaders.extract.places.context import dateline
from loaders.extract.places.gazetteer import Gazetteer, prior
from loaders.extract.places.tables import Place
from loaders.extract.reading import Entity

DATELINE = 3.0
NAMED = 1.0
IN_A_NAME = 0.5
SURE = 0.6
"""A place this likely by itself speaks for its country."""
_MOST = 4
"""Mentions beyond these add nothing: one name repeated is one witness."""


@dataclass(slots=True)
class Evidence:
    """Weights of countries (ISO code) and provinces (country, code), each with who gave it, so that no name speaks for
    itself."""

    countries: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    divisions: defaultdict[tuple[str, str], float] = field(default_factory=lambda: defaultdict(float))
    given: dict[str, list[tuple[Place, float]]] = field(default_factory=dict)

    def add(self, giver: str, place: Place, weight: float) -> None:
        self._count(place, weight)
        self.given.setdefault(giver, []).append((place, weight))

    def take_back(self, giver: str) -> None:
        for place, weight in self.given.pop(giver, ()):
            self._count(place, -weight)

    def share(self, place: Place, giver: str) -> tuple[float, float]:
        """The part (0 to 1) of all evidence, that of `giver` left out, that is for the place's country, province."""
        own = self.given.get(giver, ())
        country = self.countries[place.country or ""] - sum(w for p, w in own if p.country == place.country)
        everything = sum(self.countries.values()) - sum(w for p, w in own if p.country)
        at = (place.country or "", place.division)
        division = self.divisions[at] - sum(w for p, w in own if (p.country, p.division) == at)
        provinces = sum(self.divisions.values()) - sum(w for p, w in own if p.division)
        return (
            max(0.0, country) / max(everything, 1.0),
            max(0.0, division) / max(provinces, 1.0) if place.division else 0.0,
        )

    def _count(self, place: Place, weight: float) -> None:
        if place.country:
            self.countries[place.country] += weight
            if place.division:
                self.divisions[place.country, place.division] += weight


def gather(document: Document, entities: Sequence[Entity], atlas: Gazetteer) -> Evidence:
    """What is sure before any ambiguous name is told: datelines, countries, demonyms, large cities."""
    evidence = Evidence()
    for number, name in enumerate(dateline(document)):
        places = [p for p in atlas.places(name) if not p.variant]
        if places and (len(places) == 1 or prior(places[0]) >= SURE):
            evidence.add(f"dateline {number}", places[0], DATELINE)
    for entity in entities:
        weight = NAMED * min(_MOST, len(entity.mentions))
        if entity.type == "Place":
            places = list(atlas.places(entity.name))
            if places and not places[0].variant and _sure(places):
                evidence.add(entity.id, places[0], weight)
        elif entity.type == "Group" and (place := atlas.demonym(entity.name)):
            evidence.add(entity.id, place, weight / 2)
        elif entity.type == "Organisation":
            for place in _in_name(entity.name, atlas):
                evidence.add(entity.id, place, IN_A_NAME)
    return evidence


def _sure(places: Sequence[Place]) -> bool:
    first = prior(places[0])
    return first >= SURE and (len(places) == 1 or first - prior(places[1]) > 0.25)


def _in_name(name: str, atlas: Gazetteer) -> list[Place]:
    """The country or province in the name of an organisation: "University of Texas"."""
    words = name.split()
    found: list[Place] = []
    for first in range(len(words)):
        for last in (first + 2, first + 1):
            part = " ".join(words[first:last])
            areas = [p for p in atlas.places(part) if p.kind in ("country", "region") and p.country and not p.variant]
            if areas and part[:1].isupper():
                found.append(areas[0])
                break
    return found[:2]
