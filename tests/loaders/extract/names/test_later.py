"""An office first, the name later; never where two could be meant."""

from __future__ import annotations

import pytest

from loaders.extract.names import find
from loaders.extract.names.later import EXAMPLES
from loaders.extract.places.gazetteer import gazetteer
from tests.loaders.extract.nlp import document


def people(text: str) -> dict[str, list[str]]:
    found = find(document(text), gazetteer())
    return {e.name: [text[m.start : m.end] for m in e.mentions] for e in found if e.type == "Person"}


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("office", {"Mette Holm": ["Denmark's harbour minister", "Mette Holm"]}),
        ("demonym", {"Mette Holm": ["The Danish harbour minister", "Mette Holm"]}),
    ],
)
def test_each_rule_by_its_example(rule: str, expected: dict[str, list[str]]) -> None:
    assert people(EXAMPLES[rule]) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Denmark's harbour minister expects rain. Trade minister Mette Holm and health minister Ivo Brandt left.",
            id="two ministers",
        ),
        pytest.param("Denmark's harbour minister expects rain. Trade minister Mette Holm left.", id="another office"),
        pytest.param("A Danish harbour minister expects rain. Minister Mette Holm left.", id="one of several"),
        pytest.param(
            "Denmark's harbour minister expects rain. Norwegian minister Mette Holm left.", id="of another country"
        ),
    ],
)
def test_others_stay_apart(text: str) -> None:
    assert people(text)["Mette Holm"] == ["Mette Holm"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ann Holm, head of the review panel, left. The panel's head was tired.",
            ["Ann Holm", "The panel's head"],
            id="a common house",
        ),
        pytest.param(
            "Ann Holm, chairman of the Harbour Board, left. The board's chief was tired.",
            ["Ann Holm", "The board's chief"],
            id="whoever leads it",
        ),
        pytest.param(
            "Danish trade minister Ann Holm left. The Danish minister was tired.",
            ["Ann Holm", "The Danish minister"],
            id="by the country",
        ),
        pytest.param(
            "Danish trade minister Ann Holm left. The Norwegian minister was tired.", ["Ann Holm"], id="another"
        ),
        pytest.param(
            "Ann Holm, head of the review panel, left. The team's head was tired.", ["Ann Holm"], id="another house"
        ),
        pytest.param("Minister Ann Holm left. The former minister was tired.", ["Ann Holm"], id="who was it before"),
    ],
)
def test_an_office_behind_the_name(text: str, expected: list[str]) -> None:
    assert people(text)["Ann Holm"] == expected
