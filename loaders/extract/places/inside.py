"""Places named inside the names of organisations: "Sample Police Department", "University of Sample"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.extract.document import Document
from loaders.extract.places.gazetteer import Gazetteer
from loaders.extract.places.spelling import key
from loaders.extract.places.tables import Place
from loaders.extract.reading import Entity
from loaders.extract.words import wordset

_WORD = re.compile(r"[^\s,()/]+")
_LONGEST = 4
_LINKS = frozenset({"of", "in", "at", "for", "de"})
_SEATED = re.compile(
    r"^(?:[Cc]ity |[Cc]ounty |[Mm]unicipal |[Rr]egional |[Cc]ommunity |[Cc]ircuit |[Dd]istrict |[Ss]uperior |[Ss]tate |"
    r"[Cc]rown |[Mm]etropolitan |[Aa]rea )*"
    r"(?:Police|Sheriff|Fire|City|Council|Mayor|Court|Courthouse|Jail|Town|Township|Village|Borough|High School|"
    r"Middle School|Elementary|School District|Schools|Hospital|Medical Center|Public|Police Jury|Library|"
    r"Magistrates|Planning|Parks|Chamber of Commerce|Food Pantry|Genealogy Society|Commission|Board|Supreme Court|"
    r"Highway Patrol|National Guard|Department of|Division of|Legislature|Patrol|Community|Association of|Arts|"
    r"Housing|Water|Transit|Port|Airport|Convention|Detention|Correctional|Chamber|Environmental|Fair|Rotary|Lions|"
    r"Society|Embassy|Redevelopment|Development|Judicial|Common Pleas|Drug Task Force|"
    r"Solid Waste|Regional|Memorial|Seniors?|Recreation|Geological)\b"
)
"""What follows the place's name in the name of a body that sits there and serves it."""


@dataclass(frozen=True, slots=True)
class Inside:
    """A place's name at these code points of the article, part of a longer name."""

    name: str
    start: int
    end: int
    places: tuple[Place, ...]
    seated: bool
    """The body sits there and serves the place, as its police does."""


def inside(document: Document, entity: Entity, atlas: Gazetteer) -> Iterator[Inside]:
    """The places named at the beginning of the entity's names or behind an "of" in them, each mention by itself."""
    for mention in entity.mentions:
        if mention.kind != "name":
            continue
        surface = document.text[mention.start : mention.end]
        words = list(_WORD.finditer(surface))
        first = 0
        while first < len(words) - (first == 0):
            hit = None
            if first == 0 or words[first - 1][0] in _LINKS:
                hit = _longest(surface, words[first : first + _LONGEST], atlas, whole=first > 0 or None)
            if hit is None:
                first += 1
                continue
            count, end, places = hit
            start = words[first].start()
            name = surface[start:end]
            rest = surface[end:].removeprefix("'s").removeprefix("’s").strip()
            yield Inside(
                name, mention.start + start, mention.start + end, places, first == 0 and bool(_SEATED.match(rest))
            )
            first += count


def _longest(
    surface: str, words: list[re.Match[str]], atlas: Gazetteer, whole: bool | None
) -> tuple[int, int, tuple[Place, ...]] | None:
    """How many words are a place's name, where it ends, and what it may mean; never all words of the surface."""
    for count in range(len(words), 0, -1):
        start, end = words[0].start(), words[count - 1].end()
        if (not whole and end - start >= len(surface)) or not surface[start].isupper():
            continue
        text = surface[start:end]
        bare = text.removesuffix("'s").removesuffix("’s").rstrip(".") if not text.endswith("S.") else text
        if not bare or not bare[-1].isalpha() or not words[count - 1][0][0].isupper():
            continue
        places = tuple(p for p in atlas.places(bare) if not p.variant)
        if places and key(bare) not in _NO_PLACES:
            return count, start + len(bare), places
    return None


_NO_PLACES = wordset(
    "general national international university new state federal first high police city public united american "
    "community old great north south east west central college young green orange best liberty union independence "
    "republic washington post bank house park center hall"
)
"""Words of organisations' names that are towns' names as well."""
