from __future__ import annotations

import pytest

from loaders.extract.names import find
from loaders.extract.names.roles import EXAMPLES
from loaders.extract.places.gazetteer import gazetteer
from tests.loaders.extract.nlp import document


def roles(text: str) -> list[tuple[str, str, str | None, str]]:
    """Who, title, of whom, and the evidence."""
    entities = find(document(text), gazetteer())
    names = {e.id: e.name for e in entities}
    return [
        (e.name, r.title, names[r.of] if r.of else None, text[r.evidence.start : r.evidence.end])
        for e in entities
        for r in e.roles
    ]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("before", ("Ivo Brandt", "spokesman", "Harbour Union", "Harbour Union spokesman Ivo Brandt")),
        ("after", ("Ivo Brandt", "deputy head", "Harbour Union", "Ivo Brandt, deputy head of the Harbour Union")),
        ("turned", ("Mette Holm", "foreign minister", "Denmark", "Danish foreign minister, Mette Holm")),
        ("misread", ("Ivo Brandt", "manager of the yard", None, "manager of the yard, Ivo Brandt")),
        (
            "at a verb",
            ("Ivo Brandt", "head of the port of Vardo", None, "head of the port of Vardo, Ivo Brandt"),
        ),
        ("abroad", ("Mette Holm", "ambassador", "Denmark", "Denmark's ambassador in Lisbon, Mette Holm")),
        (
            "portfolio",
            (
                "Mette Holm",
                "minister of mines and ports",
                "Denmark",
                "Danish minister of mines and ports, Mette Holm",
            ),
        ),
        ("copula", ("Ivo Brandt", "chairman", "Harbour Union", "Ivo Brandt is the chairman of the Harbour Union")),
        ("employer", ("Ann Holm", "analyst", "Brandt Securities", "analyst Ann Holm")),
    ],
)
def test_each_rule_by_its_example(rule: str, expected: tuple[str, str, str | None, str]) -> None:
    assert roles(EXAMPLES[rule]) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Danish Foreign Minister Mette Holm left.", [("Mette Holm", "Foreign Minister", "Denmark")]),
        ("US President Ivo Brandt left.", [("Ivo Brandt", "President", "United States")]),
        ("Regional governor Ivo Brandt left.", [("Ivo Brandt", "Regional governor", None)]),
        ("Lisbon's negotiator Ivo Brandt left.", [("Ivo Brandt", "negotiator", "Lisbon")]),
        (
            "Ivo Brandt, acting head of the State Harbour Agency in Lisbon, left.",
            [("Ivo Brandt", "acting head", "State Harbour Agency")],
        ),
        (
            "Ivo Brandt, chairman and chief executive of Holm Corp, left.",
            [("Ivo Brandt", "chairman and chief executive", "Holm Corp")],
        ),
        ("Ivo Brandt, head of Denmark's Harbour Board, left.", [("Ivo Brandt", "head", "Harbour Board")]),
        ("Ivo Brandt, 42, mayor of Porto, left.", [("Ivo Brandt", "mayor", "Porto")]),
        ("Clara Hansen, President Ivo Brandt and others left.", [("Ivo Brandt", "President", None)]),
        ("Ivo Brandt, head of the Danish lobby group Kelvo, left.", [("Ivo Brandt", "head", "Kelvo")]),
        ("Clara Hansen's secretary, Ivo Brandt, left.", [("Ivo Brandt", "secretary", None)]),
        (
            "Clara Hansen and the head of the works council, Ivo Brandt, left.",
            [("Ivo Brandt", "head of the works council", None)],
        ),
        ("They met the mayor of Porto, Ivo Brandt, and Mette Holm.", []),
        ("Clara Hansen, the mayor of Porto, Ivo Brandt and others left.", [("Clara Hansen", "mayor", "Porto")]),
        ("Nick Hansen works for brokers James Holm.", []),
        ("Ivo Brandt was not a minister.", []),
        ("Ivo Brandt met the president.", []),
    ],
)
def test_titles_and_whose_they_are(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert [role[:3] for role in roles(text) if role[0] in ("Ivo Brandt", "Mette Holm", "Clara Hansen")] == expected


def test_an_unnamed_spokesman_speaks_for_somebody() -> None:
    assert roles("A spokesman for the Harbour Union said so.") == [
        ("spokesman", "spokesman", "Harbour Union", "A spokesman for the Harbour Union")
    ]
