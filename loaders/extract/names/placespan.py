"""Where the name of a place begins and ends: "Example County" of "Example County Sheriff", "W.Va." with its stop,
"Example" of "R-Example"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from spacy.tokens import Doc
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
_DATELINED = re.compile(
    r"(?:^|[.!?\"'”)] +)([A-Z]{3,}(?: [A-Z]{3,}){0,2})(?=(?:, [A-Z][A-Za-z.]+)?(?: ?(?:—|–|--) ?| - |: )[A-Z\"“])"
)
_JOINED = re.compile(
    r"\b[A-Z][\w'-]+(?: [A-Z][\w'-]+)? (?:and|of|of the|on|upon) [A-Z][\w'-]+|\bBaja California(?: Sur)?\b"
)
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


def datelined(doc: Doc, is_place: Callable[[str], bool]) -> Iterator[TokenSpan]:
    """Towns in capitals that open a story behind its heading, inside a paragraph: "Board votes. EXAMPLETON — The"."""
    for match in _DATELINED.finditer(doc.text):
        span = doc.char_span(match.start(1), match.end(1))
        if span is not None and is_place(match[1].title()):
            yield span


def joined(doc: Doc, is_place: Callable[[str], bool]) -> Iterator[TokenSpan]:
    """Names of places that hold an "and" or "of", which the model cuts: "Democratic Republic of the Congo"."""
    for match in _JOINED.finditer(doc.text):
        span = doc.char_span(match.start(), match.end())
        if span is None or not is_place(match[0]):
            continue
        if not any(e.label_ == "ORG" and e.start <= span.start and span.end <= e.end for e in doc.ents):
            yield span


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


def is_short(name: str) -> bool:
    """Whether the name is a state's short form, to which its stop belongs: "Ark", "N.Y"."""
    return name.lower() in _STATES or bool(re.search(r"\.[A-Z][a-z]?$", name))


def _is_state(name: str, tokens: TokenSpan) -> bool:
    """As in "Exampleville, Ark.": a short form behind a comma."""
    return name.lower() in _STATES and tokens.start > 0 and tokens.doc[tokens.start - 1].text == ","
