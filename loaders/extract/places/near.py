"""Which places lie near each other, asked in time linear in their number: a map of squares of two degrees."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator

from loaders.extract.places.tables import Place

_SIDE = 2.0
"""Degrees; no nearness reaches farther than one square."""
_STEPS = ((30.0, 1.0), (70.0, 0.7), (120.0, 0.4), (200.0, 0.1))
"""Kilometres up to which a place counts as near, and how near."""
_MOST = 30
"""Places of one square that are compared: an article on one town names enough of them."""
_POINTS = frozenset({"city", "county", "district", "island"})


class Map:
    """Places with who named them and how likely the name means them there."""

    def __init__(self) -> None:
        self._squares: defaultdict[tuple[int, int], list[tuple[str, Place, float]]] = defaultdict(list)

    def add(self, giver: str, place: Place, weight: float) -> None:
        """Put a place on the map; what is no point (a country, a sea) is near to nothing."""
        if place.kind in _POINTS and weight >= 0.02:
            square = self._squares[_square(place)]
            if len(square) < _MOST:
                square.append((giver, place, weight))

    def support(self, giver: str, place: Place) -> float:
        """How surely (0 to 1) another name than `giver` means a place near this one."""
        if place.kind not in _POINTS:
            return 0.0
        best: dict[str, float] = {}
        for other, there, weight in self._around(place):
            if other != giver and not (there.geonames == place.geonames and there.name == place.name):
                best[other] = max(best.get(other, 0.0), min(1.0, weight) * nearness(km(place, there)))
        return 1.0 - math.prod(1.0 - value for value in best.values())

    def _around(self, place: Place) -> Iterator[tuple[str, Place, float]]:
        row, column = _square(place)
        for r in (row - 1, row, row + 1):
            for c in (column - 1, column, column + 1):
                yield from self._squares.get((r, c), ())


def _square(place: Place) -> tuple[int, int]:
    return math.floor(place.lat / _SIDE), math.floor(place.lon / _SIDE)


def nearness(distance: float) -> float:
    """1 next door, 0 beyond 200 kilometres."""
    return next((value for limit, value in _STEPS if distance <= limit), 0.0)


def km(a: Place, b: Place) -> float:
    """Great-circle distance; kilometres on a sphere of 6,371 km."""
    p, q = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 12742.0 * math.asin(math.sqrt(min(1.0, half)))
