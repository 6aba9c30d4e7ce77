"""Figures: which number, of what, on which event, from whom, and whether it could be checked."""

from __future__ import annotations

import pytest

from loaders.extract.events import find
from loaders.extract.events.amounts import value
from loaders.extract.reading import Quote
from tests.loaders.extract.clauses.stage import cast, days, document, quote

Row = tuple[str, str, int | None, int | None, bool | None, str | None]


def figures(text: str, *quotes: Quote) -> list[Row]:
    events = find(document(text), cast(text), days(text), quotes)
    return [(e.type, n.what, n.low, n.high, n.verified, n.by) for e in events for n in e.numbers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A missile strike on Oslo killed 14 people.", [("Attack", "killed", 14, 14, None, None)]),
        ("A missile strike on Oslo left at least 14 dead.", [("Attack", "killed", 14, None, None, None)]),
        ("Fourteen people were killed in an earthquake in Lima.", [("Disaster", "killed", 14, 14, None, None)]),
        ("Their raid on Oslo killed at least 300 soldiers, but possibly as many as 700.",
         [("Attack", "killed", 300, 700, None, None)]),
        ("Between 30 and 40 people were killed in an earthquake in Lima.",
         [("Disaster", "killed", 30, 40, None, None)]),
        ("An earthquake in Lima killed 12 people and injured more than 100.",
         [("Disaster", "killed", 12, 12, None, None), ("Disaster", "injured", 100, None, None, None)]),
        ("A bomb exploded in Lima, killing two dozen people.", [("Attack", "killed", 24, 24, None, None)]),
        ("Police arrested 40 people in Lima.", [("Arrest", "arrested", 40, 40, None, None)]),
        ("Some 7,000 villagers were killed in the war, it is thought, though this could not be verified.",
         [("Attack", "killed", 7000, 7000, False, None)]),
        ("The clash in Lima killed dozens of people.", []),
        ("The war has killed thousands and displaced millions.", []),
        ("The earthquake in Lima destroyed 400 houses.", []),
        ("The strike in Lima cost the port 300 dollars a day.", []),
        ("A fire in Lima killed 30 cows.", []),
        ("At least four people were killed and as many as fifteen injured when a crane collapsed in Lima.",
         [("Accident", "killed", 4, None, None, None), ("Accident", "injured", None, 15, None, None)]),
        ("No more than 5 people were killed and more than 100 injured when a train derailed in Lima.",
         [("Accident", "killed", None, 5, None, None), ("Accident", "injured", 100, None, None, None)]),
        ("No fewer than 5 people were killed when a boiler exploded in Lima.",
         [("Accident", "killed", 5, None, None, None)]),
        ("A fire in Lima killed up to 20 people and injured about 30.",
         [("Accident", "killed", None, 20, None, None), ("Accident", "injured", 30, 30, None, None)]),
        ("Some 600 people were evacuated from Lima as the river rose.",
         [("Evacuation", "evacuated", 600, 600, None, None)]),
        ("Thousands marched through Lima on Sunday, and police arrested seven of them.",
         [("Protest", "arrested", 7, 7, None, None)]),
        ("Some 5,000 dockers marched in Lima.", [("Protest", "attended", 5000, 5000, None, None)]),
        ("A protest in Lima ended. Police put the crowd at 3,000. Marlow said no more than 900 had taken part.",
         [("Protest", "attended", 3000, 3000, None, "police"), ("Protest", "attended", None, 900, None, "Ann Marlow")]),
        ("A missile strike on Oslo killed 14 people. The toll could not be verified.",
         [("Attack", "killed", 14, 14, False, None)]),
        ("The clash in Lima killed or wounded 50 people.", [("Attack", "casualties", 50, 50, None, None)]),
    ],
)  # fmt: skip
def test_figures(text: str, expected: list[Row]) -> None:
    assert figures(text) == expected


def test_who_gives_the_figure() -> None:
    text = "A missile strike on Oslo killed 14 people, Marlow said."
    said = quote(text, "A missile strike on Oslo killed 14 people", "Ann Marlow")
    assert figures(text, said) == [("Attack", "killed", 14, 14, None, "Ann Marlow")]
    assert figures("A missile strike on Oslo killed 14 people, according to Sudria.")[0][5] == "Sudria"


@pytest.mark.parametrize(
    ("words", "number"),
    [("14", 14), ("20,000", 20000), ("two dozen", 24), ("1.2 million", 1200000), ("three hundred", 300),
     ("twenty five", 25), ("two thousand five hundred", 2500), ("dozens", None), ("several", None)],
)  # fmt: skip
def test_spelled_numbers(words: str, number: int | None) -> None:
    assert value(words.split()) == number
