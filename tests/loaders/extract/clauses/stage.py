"""Small scenes for tests: a text, its cast, its days and quotes, given by their words."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import spacy
from spacy.language import Language

from graph.model import Article
from graph.settings import Settings
from loaders.extract.clauses.index import Index
from loaders.extract.document import Document
from loaders.extract.reading import Entity, EntityType, Mention, Quote, Span, SpeechAct, Time
from loaders.extract.structure import parse

CAST: dict[str, tuple[EntityType, str]] = {
    "Norland": ("Place", "Norlandic"),
    "Sudria": ("Place", "Sudrian"),
    "Oslo": ("Place", ""),
    "Lima": ("Place", ""),
    "Ann Marlow": ("Person", "Marlow"),
    "Tom Reyes": ("Person", "Reyes"),
    "Acme Holdings": ("Organisation", "Acme"),
    "Borealis": ("Organisation", ""),
    "Port League": ("Organisation", ""),
    "rebels": ("Group", "Rebels"),
    "dockers": ("Group", "Dockers"),
    "police": ("Group", "Police"),
    "villagers": ("Group", ""),
}
"""Names, their type, and another form; of a place the demonym. Ids are the names."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PUBLISHED = date(2031, 5, 7)  # a Wednesday


@cache
def pipeline() -> Language:
    return spacy.load(Settings().spacy_model)


def document(text: str) -> Document:
    return parse(Article("a", text, published=PUBLISHED.isoformat()), pipeline())


def cast(text: str) -> tuple[Entity, ...]:
    found = []
    for name, (kind, other) in CAST.items():
        forms = "|".join(map(re.escape, filter(None, (name, other))))
        mentions = tuple(
            Mention(m.start(), m.end(), _kind(kind, m.group(), other)) for m in re.finditer(rf"\b({forms})\b", text)
        )
        if mentions:
            found.append(Entity(name, kind, name, mentions, 0.9))
    return tuple(found)


def _kind(kind: str, surface: str, other: str):  # type: ignore[no-untyped-def]  # a literal of Mention
    return "nominal" if kind == "Group" else "demonym" if kind == "Place" and surface == other else "name"


def days(text: str) -> tuple[Time, ...]:
    """Weekdays, the latest not after the day of publication; "this week", "next week", and days of June 2031."""
    found = []
    for match in re.finditer("|".join(WEEKDAYS), text):
        back = (PUBLISHED.weekday() - WEEKDAYS.index(match.group())) % 7
        day = PUBLISHED.replace(day=PUBLISHED.day - back).isoformat()
        found.append(Time(match.start(), match.end(), day, "DATE", day, day))
    for match in re.finditer(r"this week", text):
        found.append(Time(match.start(), match.end(), "2031-W19", "DATE", "2031-05-05", "2031-05-11"))
    for match in re.finditer(r"next week", text):
        found.append(Time(match.start(), match.end(), "2031-W20", "DATE", "2031-05-12", "2031-05-18"))
    for match in re.finditer(r"June (\d\d)", text):
        day = f"2031-06-{match.group(1)}"
        found.append(Time(match.start(), match.end(), day, "DATE", day, day))
    return tuple(found)


def quote(text: str, words: str, speaker: str | None, act: SpeechAct = "statement") -> Quote:
    start = text.index(words)
    said = Span(start, start + len(words))
    return Quote("indirect", (said,), None, "say", (), (speaker,) if speaker else (), None, None, 0.9, speech_act=act)


def index(text: str, *quotes: Quote) -> Index:
    return Index(document(text), cast(text), days(text), quotes)
