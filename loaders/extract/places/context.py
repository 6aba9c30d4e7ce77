"""What the text around a name says of where the place lies: "Paris, Texas", "the Syrian city of Homs"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loaders.extract.document import Document
from loaders.extract.places.gazetteer import Gazetteer
from loaders.extract.places.tables import Place
from loaders.extract.reading import Entity, Mention

_NAME = r"(?:[A-Z][\w.’'-]*)(?: (?:[A-Z][\w.’'-]*|and|of|the)){0,3}"
_INSIDE = re.compile(
    rf"\s?(?:,|\()\s?({_NAME})|,? in (?:the |northern |southern |eastern |western |central )*({_NAME})"
)
_BEFORE = re.compile(
    r"([A-Z][\w.-]+(?: [A-Z][\w.-]+)?)(?:['’]s)?(?: [a-z-]+){0,4} "
    r"(?:city|town|village|port|capital|suburb|province|region|district|island|county|state|settlement|hamlet)"
    r"(?: city| town)? of $"
)
_POSSESSIVE = re.compile(r"([A-Z][\w.-]+(?: [A-Z][\w.-]+)?)['’]s (?:[a-z-]+ ){0,3}$")
_POSTAL = {
    "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY", "LA",
    "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH", "OK", "OR",
    "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY",
}  # fmt: skip
_WINDOW = 60


def larger(document: Document, entity: Entity, atlas: Gazetteer) -> tuple[Place, ...]:
    """The countries or provinces that the text names as holding the place, at any of its mentions."""
    found: list[Place] = []
    for mention in entity.mentions:
        for name in _named_beside(document, mention):
            found += _areas(name, atlas)
    return tuple(dict.fromkeys(found))


def _named_beside(document: Document, mention: Mention) -> Iterator[str]:
    text = document.text
    after = text[mention.end : mention.end + _WINDOW]
    if match := _INSIDE.match(after):
        yield from filter(None, match.groups())
    before = text[max(0, mention.start - _WINDOW) : mention.start]
    for pattern in (_BEFORE, _POSSESSIVE):
        if match := pattern.search(before):
            yield match[1]


def _areas(name: str, atlas: Gazetteer) -> Iterable[Place]:
    """The countries and provinces that the words, or the first of them, name; "Texan", "Syrian" count, and "TX"."""
    words = name.rstrip(".,)").split()
    for count in range(len(words), 0, -1):
        part = " ".join(words[:count])
        if part in _POSTAL:
            return [atlas.divisions["US", part]]
        areas = [p for p in atlas.places(part) if p.kind in ("country", "region") and p.country and not p.variant]
        if areas:
            return areas
        if count <= 2 and (place := atlas.demonym(part)) and place.country:
            return [place]
    return ()


def holds(area: Place, place: Place) -> bool:
    """Whether a country or province holds the place, by the gazetteer's codes."""
    if area.country != place.country:
        return False
    return area.kind == "country" or not area.division or area.division == place.division
