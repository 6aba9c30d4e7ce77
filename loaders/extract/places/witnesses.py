"""Everything in an article that speaks for places: names of places, of organisations, of peoples, and its manner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.extract.document import Document
from loaders.extract.places.context import larger
from loaders.extract.places.evidence import DATELINE, DEMONYM, INSIDE, Name, weight
from loaders.extract.places.gazetteer import Gazetteer
from loaders.extract.places.inside import inside
from loaders.extract.places.manner import home
from loaders.extract.places.options import options
from loaders.extract.places.spelling import key
from loaders.extract.places.tables import Place
from loaders.extract.places.told import Told, told
from loaders.extract.reading import Entity

Ground = list[tuple[Place, float]]


def witnesses(document: Document, entities: Sequence[Entity], atlas: Gazetteer) -> tuple[list[Name], Ground]:
    """The names that may mean places, entities under their ids, and what speaks for a place without naming it."""
    lines = [b for b in document.blocks if b.kind == "dateline"]
    names: dict[str, Name] = {}
    ground: Ground = home(document.text, atlas)
    for entity in entities:
        if entity.type == "Place":
            kind = told(document, entity, atlas)
            if places := options(entity, atlas, kind.county):
                own = weight(len(entity.mentions))
                own += DATELINE * any(b.start <= m.start < b.end for b in lines for m in entity.mentions)
                name = Name(entity.id, places, own, kind, larger(document, entity, atlas))
                names.setdefault(key(entity.name), name).entities.append(entity.id)
        elif entity.type == "Group" and (place := atlas.demonym(entity.name)):
            ground.append((place, DEMONYM * weight(len(entity.mentions))))
    for entity in entities:
        if entity.type == "Organisation":
            for part in {found.name: found for found in inside(document, entity, atlas)}.values():
                at = key(part.name)
                town = part.seated and not any(p.kind == "region" for p in part.places)
                if at in names:
                    names[at].weight += INSIDE / 2
                    if town and not names[at].told.town:
                        names[at].told = replace(names[at].told, town=True, local=True)
                else:
                    names[at] = Name(f"{entity.id} {at}", part.places, INSIDE, Told(town, town))
    return list(names.values()), ground
