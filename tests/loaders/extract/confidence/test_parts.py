"""What is named as evidence of what is told of an event, in sentences made for it."""

from __future__ import annotations

import pytest

from loaders.extract.confidence import parts
from tests.loaders.extract.confidence.test_evidence import read


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("Marit Dahl met Anna Berg in Oslo.", "Marit Dahl",
         {"Talks", "participant", "Talks: participant", "a named person", "by name", "one of several",
          "several in this role", "before the word", "near the word", "right before the word"}),
        ("Marit Dahl met Anna Berg in Oslo.", "Anna Berg", {"by name", "behind the word", "near the word"}),
        ("Police arrested Anna Berg in Oslo.", "Police", {"Arrest: agent", "a unnamed group", "by nominal"}),
    ],
)  # fmt: skip
def test_of_who_took_part(text: str, name: str, found: set[str]) -> None:
    reading = read(text)
    names = {e.id: e.name for e in reading.entities}
    ((grounds,),) = (
        [g for p, g in zip(e.participants, each, strict=True) if names[p.entity] == name]
        for e, each in zip(reading.events, parts.participants(text, reading), strict=True)
    )
    assert found - set(grounds.evidence) == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Marit Dahl met Anna Berg in Oslo on Monday.",
         {"the first place", "a city", "by name", "behind the word", "in, at or near it"}),
        ("Marit Dahl travelled to Oslo on Monday.", {"from it or to it", "takes part, too"}),
        ("Rebels attacked a convoy in Oslo on Monday.", {"Attack", "the first place", "in, at or near it"}),
    ],
)  # fmt: skip
def test_of_a_place(text: str, found: set[str]) -> None:
    reading = read(text)
    ((grounds, *_), *_) = parts.places(text, reading)
    assert found - set(grounds.evidence) == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A bomb in Oslo killed 40 people on Monday.", {"killed", "near the word"}),
        ("A bomb in Oslo killed more than 40 people on Monday.", {"killed", "a bound"}),
        ("One person was killed in the crash near Oslo.", {"killed", "one alone"}),
    ],
)
def test_of_a_figure(text: str, found: set[str]) -> None:
    reading = read(text)
    ((grounds,), *_) = (each for each in parts.figures(text, reading) if each)
    assert found - set(grounds.evidence) == set()
