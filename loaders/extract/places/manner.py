"""In which country, even which state, an article is at home, by how it speaks: courts, offices, telephone numbers.

A local paper need not say in which state its county lies. Its readers know, and its words show it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.extract.places.gazetteer import Gazetteer
from loaders.extract.places.tables import Place, phones


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that are said in one country, or in a few of its states ("TX LA"), and hardly elsewhere."""

    country: str
    pattern: str
    example: str
    states: str = ""


SIGNS: tuple[Sign, ...] = (
    Sign("US", r"\b[Ss]heriff[’']?s? (?:[Oo]ffice|[Dd]ep(?:artment|uty|uties|t))\b", "the sheriff's office said"),
    Sign("US", r"\b[A-Z]\w+ County (?:Sheriff|Jail|Court|Commission|Attorney|Board)", "the Sample County Jail"),
    Sign("US", r"\b(?:state trooper|State Patrol|Highway Patrol|State Police)\b", "the Highway Patrol said"),
    Sign("US", r"\b(?:[Ss]chool [Dd]istrict|[Ss]chool [Bb]oard|Board of Education)\b", "the school board voted"),
    Sign("US", r"\b(?:[Cc]ity [Cc]ouncil(?:man|woman)?|[Aa]lder(?:man|men|woman))\b", "the city council met"),
    Sign("US", r"\b(?:Interstate[ -]|I-)\d{1,3}\b|\bU\.?S\.? (?:Highway|Route) \d", "a crash on Interstate 5"),
    Sign("US", r"\b[RD]-[A-Z][a-z]+\b|\b(?:state )?Reps?\. [A-Z]|\bSens?\. [A-Z]", "Rep. Ann Example, R-Sample"),
    Sign("US", r"\b(?:[Cc]ounty|[Tt]ownship|[Cc]ity) (?:[Cc]ommission(?:er)?s?|[Tt]rustees?|[Mm]anager)\b",
         "the county commissioners"),
    Sign("US", r"\b[Dd]istrict [Aa]ttorney\b|\b[Gg]rand jury\b|\bCircuit Court\b|\bMunicipal Court\b",
         "a grand jury indicted him"),
    Sign("US", r"\b(?:varsity|sophomores?|homecoming|4-H|Little League)\b", "a sophomore scored"),
    Sign("US", r"\b(?:mph|[Mm]edicaid|[Mm]edicare|Main St(?:reet|\.))\b", "at 60 mph"),
    Sign("US", r"\b(?:first )?[Ss]elect(?:man|men|woman)\b", "the selectmen voted", "CT MA ME NH VT RI"),
    Sign("US", r"\bPolice Jur(?:y|or)\b|\b[A-Z]\w+ Parish\b", "the Police Jury met", "LA"),
    Sign("US", r"\b[Cc]ourt of [Cc]ommon [Pp]leas\b|\bCommon Pleas\b", "in Common Pleas Court", "OH PA"),
    Sign("US", r"\b(?:Farm[- ]to[- ]Market Road|FM) \d+\b", "a crash on FM 999", "TX"),
    Sign("US", r"\bCommonwealth[’']?s Attorney\b", "the Commonwealth's Attorney", "VA KY"),
    Sign("US", r"\b(?:Fiscal Court|[Jj]udge-[Ee]xecutive)\b|\bKY \d+\b", "the Fiscal Court met", "KY"),
    Sign("US", r"\bfreeholders?\b", "the freeholders met", "NJ"),
    Sign("US", r"\b(?:General Sessions Court|Chancery Court)\b", "in General Sessions Court", "TN SC MS"),
    Sign("GB", r"\b(?:Crown|Magistrates?[’']?) Court\b", "at Sample Crown Court"),
    Sign("GB", r"\b(?:Det(?:ective)? (?:Con|Sgt|Insp|Ch)\w*|PC|DC|DI|DCI) [A-Z][a-z]", "PC Ann Example said"),
    Sign("GB", r"\b(?:[Bb]orough|[Cc]ounty|[Pp]arish|[Dd]istrict) [Cc]ouncil(?:lors?)?\b", "the borough council"),
    Sign("GB", r"£\s?\d|\bNHS\b|\bMPs?\b for [A-Z]|\bCllr\b|\bCoun(?:cillor|\.?) [A-Z]", "Cllr Ann Example"),
    Sign("GB", r"\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b|\b[AM]\d{1,4}\b", "on the M99"),
    Sign("GB", r"\b(?:Post Office|Tory|Tories|Lib ?Dems?|A-levels?|GCSEs?|pensioner|tonnes)\b", "her GCSEs"),
    Sign("IE", r"\b(?:[Gg]ard(?:a|aí|ai)|TDs?|Taoiseach|Oireachtas|Fianna|Co [A-Z][a-z]+)\b", "gardaí said"),
    Sign("CA", r"\b(?:RCMP|MPPs?|OPP|Mounties?|Ont\.|Alta\.|Sask\.|Tim Hortons|loonie)\b", "the RCMP said"),
    Sign("AU", r"\b(?:NSW|Qld|AFL|NRL|Centrelink|ute)\b", "a crash in outback NSW"),
    Sign("NZ", r"\b(?:iwi|marae|[Mm]aori|All Blacks|Kiwis?)\b", "on the marae"),
    Sign("IN", r"\b(?:crore|lakh|Lok Sabha|panchayat|[Cc]hief [Mm]inister|BJP)s?\b", "ten crore rupees"),
)  # fmt: skip
_COMPILED = tuple((re.compile(sign.pattern), sign) for sign in SIGNS)
_PHONE = re.compile(r"(?<![\d-])(?:1[-.\s])?\(?(\d{3})\)?[-.\s]{1,2}\d{3}[-.]\d{4}(?!\d)")
_POSTAL = re.compile(r",? ([A-Z]{2}) \d{5}(?!\d)")
_HEAD = 20_000
"""Code points that are looked at: an article shows early where it is at home."""
_ENOUGH = 4.0
"""Signs of different kinds beyond which more prove nothing more."""


def home(text: str, atlas: Gazetteer) -> list[tuple[Place, float]]:
    """Countries and states for which the words speak, each with a weight; a state's sign speaks for its country."""
    head = text[:_HEAD]
    weights: defaultdict[Place, float] = defaultdict(float)
    for pattern, sign in _COMPILED:
        if pattern.search(head):
            places = [atlas.divisions[sign.country, state] for state in sign.states.split()]
            for place in places or [atlas.countries[sign.country].place]:
                weights[place] += 0.5 if len(places) > 1 else 1.0
    for place in _by_number(head, atlas):
        weights[place] += 2.0
    return [(place, min(weight, _ENOUGH)) for place, weight in weights.items()]


def _by_number(text: str, atlas: Gazetteer) -> Iterator[Place]:
    """States whose telephone or postal numbers stand in the text, each once."""
    codes = {match[1] for match in _PHONE.finditer(text)}
    states = {_areas()[code] for code in codes if code in _areas()} | {m[1] for m in _POSTAL.finditer(text)}
    for state in sorted(states):
        if place := atlas.divisions.get(("US", state)):
            yield place
        else:
            yield from (p for p in atlas.places(state) if p.country == "CA" and p.kind == "region")


@cache
def _areas() -> dict[str, str]:
    return {code: state for state, codes in phones() for code in codes}
