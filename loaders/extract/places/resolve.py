"""Which place a name means in this article, with where it lies; or the candidates, where that cannot be told."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.extract.document import Document
from loaders.extract.places.context import holds
from loaders.extract.places.evidence import Evidence, Name
from loaders.extract.places.gazetteer import Gazetteer, candidate, gazetteer, prior
from loaders.extract.places.near import km
from loaders.extract.places.tables import Place
from loaders.extract.places.witnesses import witnesses
from loaders.extract.reading import Entity, Location

COUNTRY, DIVISION, NEAR, NAMED_BESIDE = 0.5, 0.4, 0.5, 1.2
"""What it adds to a place's own likelihood that the article is about its country, its province, a place near it, and
that the text says so beside the name."""
KIND = 0.45
"""What it adds that the text speaks of that kind of place: "the state of", "the mayor of"."""
UNLIKE, UNLIKE_STATE = 0.5, 0.3
"""What a town loses beside a country, continent or ocean of its name, and a smaller one beside a state."""
LARGE_TOWN = 300_000
CLOSE = 0.55
FAMOUS, UNDER_FAMOUS = 0.6, 0.5
"""Who hears the name of a place this likely by itself thinks of a namesake less, unless it is close by what
else is named."""
OTHER_NAME = 0.3
"""What a town loses that bears the name as a second one, beside one that bears it as its own."""
FAR_LARGER = 20
"""How many times larger a town must be to lose nothing by that: "Zaporizhzhia" is not the village so spelt."""
VILLAGE = 10_000
FOREIGN = 0.5
"""What a place loses where the text speaks of a town of an article that is at home in one country, and no other."""
_LARGE = frozenset({"country", "continent", "ocean", "sea"})
MARGIN = 0.06
"""How much better the best must be than the next that lies elsewhere."""
ALONE = 2.0
"""How much better it counts as where there is no other."""
ROUNDS = 3
"""What one round tells is ground for the next."""
SHOWN = 5
NEAR_KM = 75


@dataclass(frozen=True, slots=True)
class Choice:
    """A place that a name may mean here, and how well it fits."""

    place: Place
    score: float


def resolve(document: Document, entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """The entities in their order; places among them with `location`, or `candidates` where the name cannot be told.

    A place that the gazetteer does not know has neither.
    """
    atlas = gazetteer()
    names, ground = witnesses(document, entities, atlas)
    for name in names:
        name.believe([_alone(name, place) for place in name.places])
    for _ in range(ROUNDS):
        evidence = Evidence(names, ground)
        for name in names:
            name.believe([_here(name, place, evidence) for place in name.places])
    known = {id_: name for name in names for id_ in name.entities}
    return tuple(_placed(e, known[e.id], evidence, atlas) if e.id in known else e for e in entities)


def _alone(name: Name, place: Place) -> float:
    """How likely the place is by its own rank and by the words beside the name."""
    score = prior(place)
    if place.kind == "city":
        score -= _beside_namesakes(name, place)
    if name.told.region and place.kind == "region":
        score += KIND
    elif (name.told.local and place.kind in _LARGE) or (name.told.town and place.kind == "region"):
        score -= KIND
    listed = name.told.region and place.kind != "region"  # "Oregon, Washington and Idaho"
    if not listed and any(holds(area, place) and area != place for area in name.beside):
        score += NAMED_BESIDE + (0.2 if any(a.division and a.division == place.division for a in name.beside) else 0.0)
    return score


def _beside_namesakes(name: Name, town: Place) -> float:
    """What a town loses beside a country, a state or a larger town of its name."""
    own = max((p.population for p in name.places if p.kind == "city" and not p.alias), default=0)
    lost = OTHER_NAME if town.alias and not town.famous and town.population < FAR_LARGER * own else 0.0
    if (town.alias or not name.told.local) and any(p.kind in _LARGE or p.country is None for p in name.places):
        return lost + UNLIKE
    if not name.told.town and town.population < LARGE_TOWN and any(_is_state(p) for p in name.places):
        return lost + UNLIKE_STATE
    return lost


def _is_state(place: Place) -> bool:
    return place.kind == "region" and bool(place.division)


def _here(name: Name, place: Place, evidence: Evidence) -> float:
    """The same with what the article's other names speak for."""
    near = evidence.map.support(name.id, place)
    country, division = evidence.country(name.id, place), evidence.division(name.id, place)
    abroad = FOREIGN if name.told.local and country < 0.02 and evidence.is_abroad(place) else 0.0
    around = COUNTRY * country + DIVISION * division + NEAR * near
    if near < CLOSE and _under_famous(name, place):
        around *= UNDER_FAMOUS
    return _alone(name, place) + around - abroad


def _under_famous(name: Name, place: Place) -> bool:
    """Whether a country or city far better known bears the name, and no town is spoken of."""
    return not name.told.local and place.population < LARGE_TOWN and place.kind == "city" and name.famous >= FAMOUS


def _choices(name: Name, evidence: Evidence) -> list[Choice]:
    """What the name may mean, the best first; guesses at the spelling and villages only in a country of the article."""
    made = []
    for place, score in zip(name.places, name.scores, strict=True):
        named = any(holds(area, place) and area != place for area in name.beside)
        doubtful = place.variant or (place.kind == "city" and place.population < VILLAGE)
        if named or not doubtful or place.country is None or evidence.country(name.id, place) > 0.1:
            made.append(Choice(place, score))
    return sorted(made, key=lambda c: -c.score)


def _settled(choices: Sequence[Choice]) -> bool:
    """Whether the best is clearly better than the next one elsewhere."""
    return _ahead(choices) >= MARGIN


def _ahead(choices: Sequence[Choice]) -> float:
    """By how much the best is better than the next one elsewhere; `ALONE` where there is none."""
    best = choices[0]
    others = (c for c in choices[1:] if km(c.place, best.place) > NEAR_KM and not _city_of(c.place, best.place))
    return next((best.score - c.score for c in others), ALONE)


def _city_of(one: Place, other: Place) -> bool:
    """Whether one is the state or province of the other's name that holds it: neither is elsewhere."""
    return (
        {one.kind, other.kind} == {"city", "region"}
        and one.division == other.division != ""
        and (one.country == other.country)
    )


def _sureness(choices: Sequence[Choice]) -> float:
    """From 0.5 where the next one elsewhere fits as well, to 0.97 where there is none."""
    return round(1 - 0.5 * math.exp(-1.5 * _ahead(choices)), 3)


def _placed(entity: Entity, name: Name, evidence: Evidence, atlas: Gazetteer) -> Entity:
    choices = _choices(name, evidence)
    if not choices:
        return entity
    if not _settled(choices):
        shown = tuple(candidate(c.place, max(0.0, min(1.0, c.score / 2))) for c in choices[:SHOWN])
        return replace(entity, location=None, candidates=shown)
    best = choices[0].place
    within = tuple(candidate(place) for place in atlas.within(best))
    location = Location(
        best.geonames, best.name, best.lat, best.lon, best.country, best.kind, within, _sureness(choices)
    )
    return replace(entity, location=location, candidates=())
