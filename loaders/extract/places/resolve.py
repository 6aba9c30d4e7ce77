"""Which place a name means in this article, with where it lies; or the candidates, where that cannot be told."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.extract.document import Document
from loaders.extract.places.context import holds, larger
from loaders.extract.places.evidence import SURE, Evidence, gather
from loaders.extract.places.gazetteer import Gazetteer, candidate, gazetteer, prior
from loaders.extract.places.options import options
from loaders.extract.places.tables import Place
from loaders.extract.reading import Entity, Location

COUNTRY, DIVISION, NEAR, NAMED_BESIDE = 0.5, 0.3, 0.15, 1.2
"""What it adds to a place's own likelihood that the article is about its country, its province, a place near it, and
that the text says so beside the name."""
UNLIKE = 0.5
"""What a town loses beside a country, continent or ocean of its name."""
OTHER_NAME = 0.15
"""What a town loses that bears the name as a second one, beside one that bears it as its own."""
FAR_LARGER = 20
"""How many times larger a town must be to lose nothing by that: "Zaporizhzhia" is not the village so spelt."""
VILLAGE = 10_000
_LARGE = frozenset({"country", "continent", "ocean", "sea"})
MARGIN = 0.04
"""How much better the best must be than the next that lies elsewhere."""
SHOWN = 5
NEAR_KM = 150


@dataclass(frozen=True, slots=True)
class Choice:
    """A place that a name may mean here, and how well it fits."""

    place: Place
    score: float
    beside: bool
    """The text names its country or province beside it."""


def resolve(document: Document, entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """The entities in their order; places among them with `location`, or `candidates` where the name cannot be told.

    A place that the gazetteer does not know has neither.
    """
    atlas = gazetteer()
    evidence = gather(document, entities, atlas)
    named = {e.id: options(e, atlas) for e in entities if e.type == "Place"}
    beside = {e.id: larger(document, e, atlas) for e in entities if named.get(e.id)}
    near: list[Place] = []
    chosen: dict[str, list[Choice]] = {}
    for _ in range(2):  # what the first round tells is ground for the second
        for entity in entities:
            places = named.get(entity.id)
            if places and (choices := _ranked(entity.id, places, beside[entity.id], evidence, near)):
                chosen[entity.id] = choices
        near = [c[0].place for c in chosen.values() if c[0].place.kind == "city" and _settled(c)]
        for id_, choices in chosen.items():
            if _settled(choices):
                evidence.take_back(id_)
                evidence.add(id_, choices[0].place, 2.0 if choices[0].beside else 1.0)
    return tuple(_placed(e, chosen[e.id], atlas) if e.id in chosen else e for e in entities)


def _ranked(
    id_: str, places: Sequence[Place], beside: Sequence[Place], evidence: Evidence, near: Sequence[Place]
) -> list[Choice]:
    """The places with what speaks for each in this article, the best first."""
    large = any(place.kind in _LARGE for place in places)
    own = max((place.population for place in places if place.kind == "city" and not place.alias), default=0)
    choices = []
    for place in places:
        score = prior(place)
        if place.kind == "city":
            score -= (UNLIKE if large else 0.0) + (
                OTHER_NAME if place.alias and place.population < FAR_LARGER * own else 0.0
            )
            score += NEAR if any(_beside(other, place) for other in near) else 0.0
        in_country, in_division = evidence.share(place, id_)
        score += COUNTRY * in_country + DIVISION * in_division
        named = any(holds(area, place) and area != place for area in beside)
        if named:
            score += NAMED_BESIDE + (0.2 if any(a.division and a.division == place.division for a in beside) else 0.0)
        if named or in_country > 0 or place.country is None or not _doubtful(place):
            choices.append(Choice(place, score, named))
    return sorted(choices, key=lambda c: -c.score)


def _doubtful(place: Place) -> bool:
    """Whether the name means it only where the article speaks of its country: a guess at the spelling, a village."""
    return place.variant or (place.kind == "city" and place.population < VILLAGE)


def _settled(choices: Sequence[Choice]) -> bool:
    """Whether the best is clearly better than the next one elsewhere, and likely at all."""
    best = choices[0]
    elsewhere = next((c for c in choices[1:] if _km(c.place, best.place) > NEAR_KM / 2), None)
    return elsewhere is None or best.score - elsewhere.score >= MARGIN or best.score >= SURE + COUNTRY + DIVISION


def _placed(entity: Entity, choices: Sequence[Choice], atlas: Gazetteer) -> Entity:
    best = choices[0].place
    if not _settled(choices):
        shown = tuple(candidate(c.place, min(1.0, c.score / 2)) for c in choices[:SHOWN])
        return replace(entity, location=None, candidates=shown)
    within = tuple(candidate(place) for place in atlas.within(best))
    location = Location(best.geonames, best.name, best.lat, best.lon, best.country, best.kind, within)
    return replace(entity, location=location, candidates=())


def _beside(other: Place, place: Place) -> bool:
    return other != place and other.country == place.country and _km(other, place) < NEAR_KM


def _km(a: Place, b: Place) -> float:
    """Great-circle distance; kilometres on a sphere of 6,371 km."""
    p, q = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 12742.0 * math.asin(math.sqrt(min(1.0, half)))
