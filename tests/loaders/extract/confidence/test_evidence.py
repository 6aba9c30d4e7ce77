"""What is named as evidence, in sentences made for it."""

from __future__ import annotations

from functools import cache

import pytest

from graph.model import Article
from graph.settings import Settings
from loaders.extract.confidence import evidence
from loaders.extract.reader import Reader
from loaders.extract.reading import Reading


@cache
def reader() -> Reader:
    return Reader(Settings(), settle=lambda _, reading: reading)


def read(text: str) -> Reading:
    return reader().read(Article("a", text, "", "2031-05-14"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Anna Berg said the ferry was late.", {"indirect speech", "person named as source", "ends its sentence"}),
        ("The ferry was late, Marit Dahl said.", {"indirect speech", "cue behind", "no comma"}),
        (
            "Officials said the ferry was late and the quay closed.",
            {"description as source", "plain cue", "up to 8 words"},
        ),
        ("Marit Dahl promised to mend the quay.", {"to do something"}),
        ("Anna Berg left early. She said the ferry was late again.", {"pronoun as source"}),
        ('"We close the quay," Marit Dahl said. "Then we go home."', {"direct speech", "in pieces"}),
        ("Marit Dahl said the ferry was late, the quay was wet, and nobody came.", {"several commas"}),
    ],
)
def test_of_a_quote(text: str, found: set[str]) -> None:
    reading = read(text)
    (grounds,) = evidence.quotes(text, reading)
    assert found - set(grounds.evidence) == set()


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("Minister Marit Dahl left. Dahl went home.", "Marit Dahl",
         {"person", "person of two words", "person named again", "bears a title"}),
        ("The ferry reached Hamburg on Monday.", "Hamburg", {"place of one word", "gazetteer knows it", "a city"}),
        ("Marit Dahl said the ferry was late.", "Marit Dahl", {"speaks"}),
        ("The ship belongs to Acme Holdings and Borealis Shipping Company.", "Acme Holdings",
         {"organisation with a capital behind it"}),
    ],
)  # fmt: skip
def test_of_a_name(text: str, name: str, found: set[str]) -> None:
    reading = read(text)
    (grounds,) = (g for e, g in zip(reading.entities, evidence.names(text, reading), strict=True) if e.name == name)
    assert grounds is not None
    assert found - set(grounds.evidence) == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ferry left on Tuesday.", {"date", "a day", "a day by its weekday", "one word"}),
        ("The quay was built in May 1987.", {"date", "a month", "in figures", "with its year"}),
        ("The ferry sank two weeks ago.", {"counted back or on"}),
        ("The ferry sank last month.", {"a month", "last, this or next"}),
        ("The crossing takes three hours.", {"duration", "a length that is counted"}),
    ],
)
def test_of_a_time(text: str, found: set[str]) -> None:
    (time,) = read(text).times
    assert found - set(evidence.time(text, time).evidence) == set()
