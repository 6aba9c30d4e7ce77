"""The gazetteer's own files: countries, provinces, features, and the index of towns that is bisected in place.

`data/README.md` says what each file holds and whose it is.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer. `country` is an ISO 3166-1 code; `division` GeoNames' first-level code."""

    geonames: int | None
    name: str
    lat: float
    lon: float
    country: str | None
    kind: str
    population: int = 0
    division: str = ""
    capital: bool = False
    alias: bool = False
    """Found under another name than its own."""
    variant: bool = False
    """Found by a rule of spelling."""
    famous: bool = False
    """A town that the world speaks of more than its size says."""


@dataclass(frozen=True, slots=True)
class Country:
    """What the index and our table say of one country."""

    place: Place
    capital: int | None
    """GeoNames id."""
    continent: str
    neighbours: tuple[str, ...]
    names: tuple[str, ...]
    demonyms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """A province or feature with all its names."""

    place: Place
    names: tuple[str, ...]
    demonyms: tuple[str, ...]


def countries() -> Iterator[Country]:
    """Every country, with GeoNames' facts and our names."""
    ours = {row[0]: row for row in _rows("countries.txt", "|")}
    for code, number, name, capital, population, continent, neighbours in _rows("countries.tsv", "\t"):
        if code not in ours:
            continue
        _, where, names, demonyms = ours[code]
        lat, lon = _point(where)
        place = Place(int(number), name, lat, lon, code, "country", int(population))
        yield Country(
            place,
            int(capital) if capital else None,
            continent,
            tuple(filter(None, neighbours.split(","))),
            (name, *_several(names)),
            _several(demonyms),
        )


def provinces() -> Iterator[Area]:
    """States, provinces and regions of countries."""
    for country, code, names, where, number, demonyms in _rows("provinces.tsv", "\t"):
        lat, lon = _point(where)
        known = _several(names)
        place = Place(int(number) if number else None, known[0], lat, lon, country, "region", division=code)
        yield Area(place, known, _several(demonyms))


def features() -> Iterator[Area]:
    """Continents, regions across borders, seas, rivers, mountains, islands, districts."""
    for kind, names, country, where, number, demonyms in _rows("features.txt", "|"):
        lat, lon = _point(where)
        known = _several(names)
        place = Place(int(number) if number else None, known[0], lat, lon, country or None, kind)
        yield Area(place, known, _several(demonyms))


def counties() -> Iterator[Area]:
    """The counties of the United States. They bear no GeoNames id."""
    for state, name, lat, lon in _rows("counties.tsv", "\t"):
        yield Area(Place(None, name, float(lat), float(lon), "US", "county", division=state), (name,), ())


def phones() -> Iterator[tuple[str, tuple[str, ...]]]:
    """States and provinces of North America with their telephone area codes."""
    for state, codes in _rows("phones.txt", "|"):
        yield state, tuple(codes.split())


def famous() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Countries with their towns of more fame than size."""
    for country, names in _rows("famous.txt", "|"):
        yield country, _several(names)


class Towns:
    """The index of towns: sorted lines in one block of bytes. Loading it is unpacking it; a look-up is a bisection."""

    def __init__(self) -> None:
        self._lines = gzip.decompress((DATA / "towns.tsv.gz").read_bytes())

    def find(self, name_key: str) -> tuple[Place, ...]:
        """The towns of that key, in the order of the file."""
        found = []
        for row in self._of(name_key):
            if row[2].startswith("="):
                main = row[2][1:]
                found += [replace(_town(other), alias=True) for other in self._of(main) if other[1] == row[1]]
            else:
                found.append(_town(row))
        return tuple(found)

    def _of(self, name_key: str) -> Iterator[list[str]]:
        """The lines of that key, cut into fields."""
        lines, wanted = self._lines, name_key.encode() + b"\t"
        low, high = 0, len(lines)
        while low < high:  # `low` and `high` are beginnings of lines
            middle = lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
            after = lines.index(b"\n", middle) + 1
            if lines[middle:after] < wanted:
                low = after
            else:
                high = middle
        while lines.startswith(wanted, low):
            after = lines.index(b"\n", low)
            yield lines[low:after].decode().split("\t")
            low = after + 1


def _town(row: list[str]) -> Place:
    name_key, number, name, lat, lon, country, division, population = row
    return Place(
        int(number), name or name_key.title(), float(lat), float(lon), country, "city", int(population), division
    )


def _rows(name: str, separator: str) -> Iterator[list[str]]:
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split(separator)


def _point(where: str) -> tuple[float, float]:
    lat, lon = where.split(",")
    return float(lat), float(lon)


def _several(names: str) -> tuple[str, ...]:
    return tuple(name for part in names.split(";") if (name := part.strip()))
