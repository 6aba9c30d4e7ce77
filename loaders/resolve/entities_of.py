"""Entities as nodes, with what the article calls them, and where places lie."""

from __future__ import annotations

from collections import defaultdict

from graph.facts import Value
from loaders.extract.reading import Candidate, Entity, Location
from loaders.resolve import ids
from loaders.resolve.identity import label_of
from loaders.resolve.rows import End, Rows


def places(rows: Rows) -> None:
    """Places with their coordinates, and the chain up to the country. Nothing of an ambiguous one's candidates."""
    for entity in rows.reading.entities:
        if label_of(entity) != "Place" or entity.location is None:
            continue
        below = rows.node(rows.who[entity.id].end, _of_gazetteer(entity.location))
        for larger in entity.location.within:
            if larger.geonames is None or larger.geonames == entity.location.geonames:
                continue
            above = rows.node(("Place", ids.gazetteer_place(larger.geonames, larger.name)), _of_gazetteer(larger))
            if above != below:
                rows.located_in(below, above)
            below = above


def mentions(rows: Rows) -> None:
    """(:Article)-[:MENTIONS]->(:Entity) for every named one, and for the unnamed who say or do something."""
    grouped: dict[End, list[Entity]] = defaultdict(list)
    spoken_of = rows.known()
    for entity in rows.reading.entities:
        end = rows.who[entity.id].end
        if entity.mentions and (end[0] != "Unnamed" or end in spoken_of):
            grouped[end].append(entity)
    for end, entities in grouped.items():
        _mention(rows, end, entities)


def _mention(rows: Rows, end: End, entities: list[Entity]) -> None:
    found = sorted({m for entity in entities for m in entity.mentions})
    name = max((e.name for e in entities), key=lambda n: (len(n), n))
    called = {alias for e in entities for alias in (e.name, *e.aliases)} - {name}
    titles = {role.title for e in entities for role in e.roles if not _has_institution(rows, role.of)}
    located = next((e.location for e in entities if e.location is not None), None)
    if end[0] == "Unnamed":
        kind = "group" if any(e.gender == "plural" for e in entities) else entities[0].type.lower()
        rows.node(end, {"article": rows.article.id, "name": name, "kind": kind})
    rows.link(
        "MENTIONS",
        rows.home,
        end,
        [found[0].span],
        on=rows.published,
        confidence=max(_sure(e) for e in entities),
        properties={
            "starts": [m.start for m in found],
            "ends": [m.end for m in found],
            "kinds": [str(m.kind) for m in found],
            "name": name,
            "aliases": sorted(called),
            "title": "; ".join(sorted(titles)) or None,
            "wikidata": next((e.wikidata for e in entities if e.wikidata), None),
            "place_kind": located.kind if located else None,
        },
    )


def _sure(entity: Entity) -> float:
    """That the article names it; of a place of the gazetteer also that the name means that place."""
    place = entity.location
    return entity.confidence if place is None else min(entity.confidence, place.confidence)


def _has_institution(rows: Rows, of: str | None) -> bool:
    end = rows.end(of)
    return end is not None and end[0] in ("Organisation", "Place")


def _of_gazetteer(place: Location | Candidate) -> dict[str, Value]:
    return {
        "name": place.name,
        "kind": place.kind,
        "geonames": place.geonames,
        "latitude": float(place.lat),
        "longitude": float(place.lon),
        "country": place.country,
    }
