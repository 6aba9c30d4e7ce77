"""Where the name of a place begins and ends: "Example County" of "Example County Sheriff", "W.Va." with its stop,
"Example" of "R-Example"."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Span as TokenSpan

from loaders.extract.names.found import Found
from loaders.extract.reading import EntityType
from loaders.extract.words import wordset

_COUNTY = wordset("county parish")
_STAFF = wordset(
    "sheriff jail courthouse attorney deputy deputies judge clerk coroner prosecutor commissioner commissioners road "
    "district crimestoppers treasurer"
)
_PARTY = re.compile(r"(?:[RD]|Ind|Lab|Con)-(?=[A-Z])")
_STATES = wordset(
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa penn "
    "tenn tex va vt wash wis wyo man ont que alta sask phila"
)


def county(tokens: TokenSpan, type_: EntityType) -> tuple[TokenSpan, EntityType]:
    """A county alone where its officers and buildings are named with it; an office or a court stays a body."""
    for at in range(1, min(4, len(tokens) - 1)):
        if tokens[at].lower_ in _COUNTY and tokens[at].is_title and tokens[at - 1].text[0].isupper():
            after = tokens[at + 1].lower_
            if after in _STAFF and (type_ != "Organisation" or len(tokens) == at + 2):
                return tokens[: at + 1], "Place"
    return tokens, type_


def whole_place(found: Found) -> Found:
    """The name without a party's letter, and with the stop of an abbreviation."""
    if match := _PARTY.match(found.name):
        cut = match.end()
        found = replace(found, start=found.start + cut, name=found.name[cut:], type="Place", weight=3.0)
    if found.type == "Place" and found.tokens is not None and not found.name.endswith("."):
        doc, last = found.tokens.doc, found.tokens.end
        stop = last < len(doc) and doc[last].text == "." and not doc[last - 1].whitespace_
        if stop and (re.search(r"\.[A-Z][a-z]?$", found.name) or _is_state(found.name, found.tokens)):
            return replace(found, end=found.end + 1, name=f"{found.name}.", tokens=doc[found.tokens.start : last + 1])
    return found


def _is_state(name: str, tokens: TokenSpan) -> bool:
    """As in "Exampleville, Ark.": a short form behind a comma."""
    return name.lower() in _STATES and tokens.start > 0 and tokens.doc[tokens.start - 1].text == ","
