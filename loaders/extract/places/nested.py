"""Places named inside the names of bodies that sit there: Example of "Example Police Department".

They are mentions of the place, and add nothing to what it says or does: the body speaks, not the town. So they are
added when all else is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.extract.document import Document
from loaders.extract.places.gazetteer import gazetteer
from loaders.extract.places.inside import Inside, inside
from loaders.extract.places.resolve import resolve
from loaders.extract.places.spelling import key
from loaders.extract.reading import Entity, Mention


def with_nested(document: Document, entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """The entities with the mentions of places inside longer names; places so named alone come last, resolved."""
    atlas = gazetteer()
    home: dict[str, int] = {}
    for number, entity in enumerate(entities):
        if entity.type == "Place":
            for name in (entity.name, *entity.aliases):
                home.setdefault(key(name), number)
    known: dict[int, list[Mention]] = {}
    alone: dict[str, list[Inside]] = {}
    for entity in entities:
        if entity.type == "Organisation":
            for part in inside(document, entity, atlas):
                if part.seated:
                    at = home.get(key(part.name))
                    if at is None:
                        alone.setdefault(key(part.name), []).append(part)
                    else:
                        known.setdefault(at, []).append(Mention(part.start, part.end, "name"))
    made = [
        replace(e, mentions=tuple(sorted({*e.mentions, *known[n]}))) if n in known else e
        for n, e in enumerate(entities)
    ]
    new = [_entity(f"p{n}", parts) for n, parts in enumerate(alone.values(), 1)]
    told = resolve(document, [*made, *new])[len(made) :] if new else ()
    return (*made, *(entity for entity in told if entity.location is not None or entity.candidates))


def _entity(id_: str, parts: Sequence[Inside]) -> Entity:
    mentions = sorted({Mention(part.start, part.end, "name") for part in parts})
    return Entity(id_, "Place", parts[0].name, tuple(mentions), 0.7, gender="neuter")
