"""What kind of place the words around a name speak of: a town ("a Sample man"), a county ("Sample and Other counties"),
a state in a list of states."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.extract.document import Document
from loaders.extract.places.gazetteer import Gazetteer
from loaders.extract.places.tables import Place
from loaders.extract.reading import Entity

_ITEM = r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)?"
_TOWN_AFTER = re.compile(
    r"(?:[’']s)? (?:city limits|[Mm]ayor|[Cc]ity [Cc]ouncil|City (?:Hall|Council|Manager|Commission|Administrator)|"
    r"Police|police|Fire|Township|[Cc]ouncil|Municipal|"
    r"(?:High|Middle|Elementary|Community) (?:School|Hospital|College|Center)|Rotary|Chamber|Library|"
    r"firefighters?|town|selectmen)\b"
)
_LOCAL_AFTER = re.compile(
    r"(?:[’']s)? (?:residents?|native|couple|teen(?:ager)?|man|woman|boy|girl|schools?|(?:middle|high) school|"
    r"Street|Public)\b"
)
_TOWN_BEFORE = re.compile(
    r"\b(?:[Cc]ity|[Tt]own|[Vv]illage|[Tt]ownship|[Mm]ayor|[Bb]orough|suburb) of $|\b[Dd]owntown $"
    r"|\b(?:St|Street|Ave|Avenue|Road|Rd|Drive|Dr|Blvd|Boulevard|Lane|Ln|Way)\.?, $|\d \w+ of $"
)
_COUNTY_AFTER = re.compile(
    rf"(?:, [A-Z][a-z]+\.,)? [Cc]ount(?:y|ies)\b|(?:, {_ITEM})*,? (?:and|or) {_ITEM} [Cc]ounties\b"
)
_COUNTY_BEFORE = re.compile(rf"\b[Cc]ounties of (?:{_ITEM}(?:, |,? and ))*$|\bC(?:ount|oun?t)y $|\bCo\.? $")
_REGION_AFTER = re.compile(r" (?:[Ss]tate|[Pp]rovince)\b(?! Univ| Coll| Police| Patrol)")
_REGION_BEFORE = re.compile(r"\b(?:[Ss]tate|[Pp]rovince) of $")
_LIST_AFTER = re.compile(rf"^,? (?:and )?({_ITEM}),? (?:and )?({_ITEM})")
_LIST_BEFORE = re.compile(rf"({_ITEM}), (?:and )?({_ITEM}),? (?:and )?$")
_ONE_BEFORE = re.compile(rf"({_ITEM}),? (?:and )?$")
_TOWN_OF = re.compile(rf"({_ITEM}), $")
_WINDOW = 80


@dataclass(frozen=True, slots=True)
class Told:
    """Kinds of which the text speaks where it names the place. `local`: a town or a state, but no country."""

    town: bool = False
    local: bool = False
    county: bool = False
    region: bool = False


def told(document: Document, entity: Entity, atlas: Gazetteer) -> Told:
    """What any of the entity's mentions is told to be."""
    town = local = county = False
    regions = 0
    own = {(p.country, p.division) for p in atlas.places(entity.name) if _is_state(p)}
    for mention in entity.mentions:
        if mention.kind != "name":
            continue
        after = document.text[mention.end : mention.end + _WINDOW]
        before = document.text[max(0, mention.start - _WINDOW) : mention.start]
        town = town or bool(_TOWN_AFTER.match(after) or _TOWN_BEFORE.search(before))
        local = town or local or bool(_LOCAL_AFTER.match(after))
        county = county or bool(_COUNTY_AFTER.match(after) or _COUNTY_BEFORE.search(before))
        if own and (
            _REGION_AFTER.match(after)
            or _REGION_BEFORE.search(before)
            or _among_regions(before, after, atlas)
            or _behind_its_town(before, own, atlas)
        ):
            regions += 1
    named = sum(mention.kind == "name" for mention in entity.mentions)
    return Told(town, local, county, 0 < named <= 2 * regions)


def _behind_its_town(before: str, own: set[tuple[str | None, str]], atlas: Gazetteer) -> bool:
    """As in "Buffalo, New York"."""
    match = _TOWN_OF.search(before)
    return match is not None and any(
        p.kind == "city" and (p.country, p.division) in own for p in atlas.places(match[1])
    )


def _among_regions(before: str, after: str, atlas: Gazetteer) -> bool:
    """Whether two neighbours in a list are states or provinces: "Oregon, Washington and Idaho"."""
    behind, ahead = _LIST_AFTER.match(after), _LIST_BEFORE.search(before)
    if any(match and _all_regions(match.groups(), atlas) for match in (behind, ahead)):
        return True
    one = _ONE_BEFORE.search(before)
    return bool(behind and one and _all_regions((one[1], behind[1]), atlas))


def _all_regions(names: Sequence[str], atlas: Gazetteer) -> bool:
    return all(any(_is_state(p) for p in atlas.places(name)) for name in names)


def _is_state(place: Place) -> bool:
    return place.kind == "region" and bool(place.division) and not place.variant
