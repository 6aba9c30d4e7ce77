"""What is named as evidence of events, roles and doings, in sentences made for it."""

from __future__ import annotations

import pytest

from loaders.extract.confidence import doings, events
from tests.loaders.extract.confidence.test_evidence import read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Norway attacked the port of Bergen on Monday.",
         {"Attack", "happened", "told by a verb", "a word of many meanings", "has a place", "has a day"}),
        ("The talks in Oslo between Norway and Denmark ended on Monday.",
         {"Talks", "told by a noun", "two take part", "has a place", "has a day"}),
        ("Police arrested Marit Dahl in Oslo.", {"Arrest", "somebody suffers it", "somebody named takes part"}),
        ("A bomb in Oslo killed 40 people on Monday.", {"has figures"}),
    ],
)  # fmt: skip
def test_of_an_event(text: str, found: set[str]) -> None:
    reading = read(text)
    first, *_ = events.events(text, reading)
    assert found - set(first.evidence) == set()


@pytest.mark.parametrize(
    ("text", "type_", "found"),
    [
        ("Marit Dahl met Anna Berg in Oslo.", "MET",
         {"MET", "asserted", "from a named person", "to a named person", "name does it", "in a short sentence"}),
        ("Marit Dahl came on Monday. She criticised Denmark.", "CRITICISED", {"pronoun does it", "to name"}),
        ("Marit Dahl said that Anna Berg had criticised Denmark.", "CRITICISED", {"attributed", "on someone's word"}),
        ("Marit Dahl wants to visit Denmark.", "VISITED", {"hypothetical", "to a named place"}),
    ],
)  # fmt: skip
def test_of_a_doing(text: str, type_: str, found: set[str]) -> None:
    reading = read(text)
    (grounds,) = (g for r, g in zip(reading.relations, doings.relations(text, reading), strict=True) if r.type == type_)
    assert found - set(grounds.evidence) == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Harbour Union chairwoman Marit Dahl left.",
         {"named, an institution", "organisation", "before the name", "title of one word"}),
        ("Marit Dahl, the head of the Harbour Union, left. Dahl went home.", {"after the name", "holder named again"}),
        ("Minister Marit Dahl left.", {"named, no institution", "title of one word"}),
    ],
)  # fmt: skip
def test_of_a_role(text: str, found: set[str]) -> None:
    reading = read(text)
    ((grounds, *_),) = (
        g for e, g in zip(reading.entities, doings.roles(text, reading), strict=True) if e.name == "Marit Dahl"
    )
    assert found - set(grounds.evidence) == set()
