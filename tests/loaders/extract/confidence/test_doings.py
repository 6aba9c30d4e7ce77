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
        ("Marit Dahl died in Oslo.",
         {"a word of one meaning", "in the first sentence", "alone of its type", "has no day", "Death without a day"}),
        ("The mayor was arrested in Oslo in May 2030.",
         {"with was, been or had before it", "a word of one meaning", "its day in figures"}),
        ("The candidates spoke. Marit Dahl held a rally in Oslo.",
         {"a word of many meanings", "a word of many meanings, in a campaign"}),
        ("Fearing that help would come, Norway attacked Bergen.", {"an open word before it"}),
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


def test_who_stands_between_a_doing_and_to_whom_it_is_done() -> None:
    text = "Marit Dahl criticised Anna Berg and Denmark."
    near, far = doings.relations(text, read(text))
    assert [("a form in -ed" in g.evidence, "somebody else before to whom" in g.evidence) for g in (near, far)] == [
        (True, False), (True, True)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Harbour Union chairwoman Marit Dahl left.",
         {"named, an institution", "organisation", "before the name", "title of one word"}),
        ("Marit Dahl, the head of the Harbour Union, left. Dahl went home.", {"after the name", "holder named again"}),
        ("Minister Marit Dahl left.", {"named, no institution", "title of one word"}),
        ("Marit Dahl, chairwoman of the Harbour Union 1902, left.", {"goes on behind it"}),
    ],
)  # fmt: skip
def test_of_a_role(text: str, found: set[str]) -> None:
    reading = read(text)
    ((grounds, *_),) = (
        g for e, g in zip(reading.entities, doings.roles(text, reading), strict=True) if e.name == "Marit Dahl"
    )
    assert found - set(grounds.evidence) == set()
