"""Which organisation a common noun or a short name means, and which it does not."""

from __future__ import annotations

import pytest

from loaders.extract.names import find
from loaders.extract.names.called import EXAMPLES
from loaders.extract.places.gazetteer import gazetteer
from tests.loaders.extract.nlp import document


def chains(text: str, type_: str = "Organisation") -> dict[str, list[str]]:
    found = find(document(text), gazetteer())
    return {e.name: [text[m.start : m.end] for m in e.mentions] for e in found if e.type == type_ and e.named}


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("head", {"Union of Harbour Ports": ["Union of Harbour Ports", "The union"]}),
        ("shown", {"Harbour Times": ["Harbour Times", "The newspaper"]}),
        ("behind", {"Norvik": ["Norvik", "The union"]}),
        ("before", {"Norvik": ["Norvik", "The newspaper"]}),
        ("apposition", {"Harbour Front": ["Harbour Front", "The union"]}),
        ("workers", {"United Harbour Workers": ["United Harbour Workers", "The union"]}),
        ("central bank", {"Bank of Portugal": ["Bank of Portugal", "The central bank"]}),
    ],
)
def test_each_rule_by_its_example(rule: str, expected: dict[str, list[str]]) -> None:
    assert chains(EXAMPLES[rule]) == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        pytest.param(
            "The Harbour Bank lent the money. The central bank said no.", "Harbour Bank", ["Harbour Bank"],
            id="another bank",
        ),
        pytest.param(
            "Holm Lines Ltd sold two ferries. The new company will run them.", "Holm Lines Ltd", ["Holm Lines Ltd"],
            id="a new one is another",
        ),
        pytest.param(
            "Holm Motors Corp cut jobs. The giant automaker said so.", "Holm Motors Corp",
            ["Holm Motors Corp", "The giant automaker"], id="an adjective that only describes",
        ),
        pytest.param(
            "The Harbour Times and the Vardo Post printed a map. The newspaper said the map was old.", "Harbour Times",
            ["Harbour Times"], id="either could be meant",
        ),
    ],
)  # fmt: skip
def test_only_where_one_alone_can_be_meant(text: str, name: str, expected: list[str]) -> None:
    assert chains(text)[name] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Department of Transportation (DOT) met. The DOT said the road would open.",
            {"Department of Transportation": ["Department of Transportation", "DOT", "DOT"]},
            id="initials with the small words",
        ),
        pytest.param(
            "Imperial Harbour Industries PLC grew. IHI said sales rose.",
            {"Imperial Harbour Industries PLC": ["Imperial Harbour Industries PLC", "IHI"]},
            id="initials without PLC",
        ),
        pytest.param(
            "Eastern Tarbol Co grew. Tarbol said sales rose.",
            {"Eastern Tarbol Co": ["Eastern Tarbol Co", "Tarbol"]},
            id="the one word by which a firm is known",
        ),
        pytest.param(
            "The U.S. Timber Export Federation met. The Timber Export Federation said sales rose.",
            {"U.S. Timber Export Federation": ["U.S. Timber Export Federation", "Timber Export Federation"]},
            id="without its nation",
        ),
        pytest.param(
            "Holm Tarbol Corp spun off Holm Tarbol Refining. Holm Tarbol said sales rose.",
            {"Holm Tarbol Corp": ["Holm Tarbol Corp", "Holm Tarbol"], "Holm Tarbol Refining": ["Holm Tarbol Refining"]},
            id="the parent, not its unit",
        ),
    ],
)
def test_short_names(text: str, expected: dict[str, list[str]]) -> None:
    assert chains(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Ivo Hemminghaus spoke. Heminghaus said so.", {"Ivo Hemminghaus": ["Ivo Hemminghaus", "Heminghaus"]}),
        # A wife is not her husband, whatever the letters.
        (
            "Minister Ivo Petrov spoke. Mrs Petrova said so.",
            {"Ivo Petrov": ["Ivo Petrov"], "Petrova": ["Petrova"]},
        ),
    ],
)
def test_slips_of_the_pen(text: str, expected: dict[str, list[str]]) -> None:
    assert chains(text, "Person") == expected
