"""The gazetteer: which places a name may mean, how likely each is by itself, and whose a demonym is.

Loaded once a process, at the first question; about 15 MB. Everything is looked up in files that ship with the product
(`data/README.md`); nothing is fetched.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from loaders.extract.places.spelling import key, variants
from loaders.extract.places.tables import Country, Place, Towns, counties, countries, famous, features, provinces
from loaders.extract.reading import Candidate

TOWN = 15_000
"""Inhabitants from which on a town's bare name counts as the name of a place (`is_place`)."""
_PRIOR = {"country": 1.0, "continent": 0.97, "region": 0.68, "district": 0.75, "county": 0.4, "island": 0.84}
_FEATURE = 0.84
_FAMOUS = 0.62
_COUNTIES = (" county", " parish")
_EXACT = {
    "L.A.": "Los Angeles",
    "LA": "Los Angeles",
    "L.A": "Los Angeles",
    "NYC": "New York City",
    "Phila.": "Philadelphia",
}
"""Short forms that are told from others ("La.") by their letters alone."""


class Gazetteer:
    """Places by name. Use `gazetteer()`, which loads it once."""

    def __init__(self) -> None:
        self.countries: dict[str, Country] = {}
        self.divisions: dict[tuple[str, str], Place] = {}
        self._areas: dict[str, list[Place]] = {}
        self._demonyms: dict[str, Place] = {}
        self._capitals: set[int] = set()
        for country in countries():
            code = country.place.country or ""
            self.countries[code] = country
            if country.capital:
                self._capitals.add(country.capital)
            self._add(country.place, country.names, country.demonyms)
        for area in provinces():
            self.divisions.setdefault((area.place.country or "", area.place.division), area.place)
            self._add(area.place, area.names, area.demonyms)
        for area in (*counties(), *features()):
            self._add(area.place, area.names, area.demonyms)
        self._famous = {(code, key(name)) for code, names in famous() for name in names}
        self._towns = Towns()

    def places(self, name: str) -> tuple[Place, ...]:
        """All places of that name, the likeliest by itself first. Rules of spelling are tried where no name fits."""
        places = self._places(key(_EXACT.get(name, name)))
        if len(name) < 4 and name.isupper():  # initials, and no small town
            return tuple(p for p in places if p.kind != "city")
        return places

    @lru_cache(maxsize=4096)  # noqa: B019 - there is one gazetteer a process, and it lives as long
    def _places(self, name_key: str) -> tuple[Place, ...]:
        found = self._named(name_key)
        if not found:  # a county by its bare name, where no town bears it
            found = [
                replace(p, alias=True)
                for end in _COUNTIES
                for p in self._areas.get(name_key + end, ())
                if not p.geonames
            ]
        if not found and len(name_key) > 3:
            for other, allowed in variants(name_key):
                found = [replace(p, variant=True) for p in self._named(other) if p.country in allowed]
                if found:
                    break
        return tuple(sorted(found, key=lambda place: -prior(place)))

    def lookup(self, name: str) -> Sequence[Candidate]:
        """The same as values of the reading; `score` is how likely the place is by itself, 0 to 1."""
        return tuple(candidate(place) for place in self.places(name))

    def is_place(self, name: str) -> bool:
        """Whether the bare name is that of a place which news is likely to mean: no hamlet, no rare spelling."""
        return any(
            place.kind != "city" or (place.population >= TOWN and (not place.alias or place.population >= 50_000))
            for place in self.places(name)
        )

    def knows(self, name: str) -> bool:
        """Whether there is any place of that very name, however small."""
        return any(not place.variant for place in self.places(name))

    def country_of_demonym(self, word: str) -> Candidate | None:
        """The country (or region, continent) whose people or adjective the word is: "Ukrainian", "Britons", "Scots"."""
        place = self.demonym(word)
        return candidate(place) if place else None

    def demonym(self, word: str) -> Place | None:
        """As `country_of_demonym`, as a place of the gazetteer. "Non-", "pro-" and "anti-" are not understood."""
        plain = key(word)
        return self._demonyms.get(plain) or (self._demonyms.get(plain[:-1]) if plain.endswith("s") else None)

    def within(self, place: Place) -> tuple[Place, ...]:
        """The larger places that hold it, nearest first, up to the country. Empty for a country or a sea."""
        if place.kind == "country" or place.country is None:
            return ()
        division = self.divisions.get((place.country, place.division)) if place.kind != "region" else None
        country = self.countries.get(place.country)
        return (*((division,) if division else ()), *((country.place,) if country else ()))

    def _named(self, name_key: str) -> list[Place]:
        towns = list(self._towns.find(name_key))
        for at, town in enumerate(towns):
            if town.geonames in self._capitals:
                towns[at] = replace(town, capital=True)
            elif (town.country, name_key) in self._famous and town == _largest(town.country, towns):
                towns[at] = replace(town, famous=True)
        return [*self._areas.get(name_key, ()), *towns]

    def _add(self, place: Place, names: Sequence[str], demonyms: Sequence[str]) -> None:
        for name_key in {key(name) for name in names}:
            self._areas.setdefault(name_key, []).append(place)
        for word in demonyms:
            self._demonyms.setdefault(key(word), place)


def _largest(country: str | None, towns: Sequence[Place]) -> Place:
    return max((town for town in towns if town.country == country), key=lambda town: town.population)


@cache
def gazetteer() -> Gazetteer:
    """The one gazetteer of this process."""
    return Gazetteer()


def prior(place: Place) -> float:
    """How likely a name means this place when nothing else is known, 0 to 1: by kind, rank and population."""
    if place.kind != "city":
        return _PRIOR.get(place.kind, _FEATURE)
    size = math.log10(max(place.population, 100))
    score = min(0.9, 0.15 + 0.1 * (size - 2) + (0.04 * max(0.0, size - 5)))
    if place.capital:
        score = max(score, 0.7) + 0.2
    if place.famous:
        return max(score, _FAMOUS)
    if place.alias and place.population < 1_000_000:
        score *= 0.75
    return min(0.98, score * (0.8 if place.variant else 1.0))


def candidate(place: Place, score: float | None = None) -> Candidate:
    """The place as a value of the reading."""
    return Candidate(
        place.geonames,
        place.name,
        place.lat,
        place.lon,
        place.country,
        place.kind,
        round(prior(place) if score is None else score, 3),
    )
