"""The places that an entity's names may mean, with or without "northern", "province", "the city of"."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.extract.places.gazetteer import Gazetteer
from loaders.extract.places.tables import Place
from loaders.extract.reading import Entity

_CITY = re.compile(r"^(?:the )?(?:city|town|village|port) of | (?:city|town|village|municipality)$", re.IGNORECASE)
"""Leaves the town itself: "the city of Bergen", "Panama City" where the gazetteer has no such name."""
_PART = re.compile(
    r"^(?:the )?(?:far )?(?:north|south|east|west|central|north-?east|north-?west|south-?east|south-?west)(?:ern)? "
    r"|^(?:the )?(?:upper|lower|downtown|mainland|occupied|greater|rural|suburban|metropolitan|upstate) "
    r"|^(?:the )?(?:province|state|region|island|county|district|republic|gulf) of "
    r"| (?:province|region|oblast|district|governorate|prefecture|county|island|islands|state|area|valley|airport"
    r"|international airport)$",
    re.IGNORECASE,
)
"""Leaves a place that lies there, but is another: "eastern Norway", "Bergen airport", "Poltava region"."""


def options(entity: Entity, atlas: Gazetteer, county: bool = False) -> list[Place]:
    """The places of the entity's name; failing that, of its other names; failing that, of a name inside the name.

    A place that is only named after one of the gazetteer bears its coordinates, but neither its id nor its kind, and
    is marked `variant`, as is what a rule of spelling found. `county`: the text speaks of a county of that name.
    """
    names = (entity.name, *entity.aliases)
    if county:
        for name in names:
            if counties := [p for p in atlas.places(f"{name} County") if p.kind == "county"]:
                return counties
    for name in names:
        if places := atlas.places(name):
            return list(places)
    for name in names:
        for shorter in (_CITY.sub("", name).strip(), name.split(",")[0].strip()):
            if shorter and shorter != name and (places := atlas.places(shorter)):
                return [replace(place, variant=True) for place in places]
        shorter = _PART.sub("", name).strip()
        if shorter and shorter != name and (places := atlas.places(shorter)):
            return [replace(place, geonames=None, name=name, kind="region", variant=True) for place in places]
    if place := atlas.demonym(entity.name):
        return [place]
    return []
