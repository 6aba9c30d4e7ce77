"""What is a name, and what it names: sentences in which the model alone goes wrong."""

from __future__ import annotations

import pytest

from loaders.extract.names import find
from loaders.extract.places.gazetteer import gazetteer
from tests.loaders.extract.nlp import document


def typed(text: str) -> set[tuple[str, str]]:
    """Type and name of all that is named."""
    return {(e.type, e.name) for e in find(document(text), gazetteer()) if e.named}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Estonian Transport Minister Kadri Oja opened the pier.",
            {("Place", "Estonia"), ("Person", "Kadri Oja")},
        ),
        (
            "Norwegian Fisheries and Coastal Affairs Minister Ivo Brandt left.",
            {("Place", "Norway"), ("Person", "Ivo Brandt")},
        ),
        ("The Harbour Minister Clara Hansen left.", {("Person", "Clara Hansen")}),
        ("The ferry sails from Lisbon to Porto.", {("Place", "Lisbon"), ("Place", "Porto")}),
        ("Trains from Madrid to Rostock were late.", {("Place", "Madrid"), ("Place", "Rostock")}),
        ("The Danube rose to its highest level.", {("Place", "Danube")}),
        ("The Vistula fell overnight.", {("Place", "Vistula")}),
        (
            "Swedish pump maker Ilma Robotics on Tuesday hired Clara Hansen.",
            {("Place", "Sweden"), ("Organisation", "Ilma Robotics"), ("Person", "Clara Hansen")},
        ),
        ("The tenants' association Casa Viva rejected the offer.", {("Organisation", "Casa Viva")}),
        ("The shipping company Holm Brandt lost two ferries.", {("Organisation", "Holm Brandt")}),
        (
            "Its spokeswoman, Ines Tavora, said the flats were cold.",
            {("Person", "Ines Tavora")},
        ),
        ("U.S. Harbour Secretary Clara Hansen left.", {("Place", "United States"), ("Person", "Clara Hansen")}),
        ("The Danish Krone fell.", {("Place", "Denmark")}),
        ("Governor Kim Dong-su of the bank left.", {("Person", "Kim Dong-su")}),
        (
            "The Harbour Dredging Organisation (HDO) met. The HDO left.",
            {("Organisation", "Harbour Dredging Organisation")},
        ),
        ("U.S. Herring fell. Prices of herring were low.", {("Place", "United States")}),
        ("It bought a stake in <Holm James Lindqvist Ltd> today.", {("Organisation", "Holm James Lindqvist Ltd")}),
        (
            "Typhoon Ilma reached Lisbon. Ilma killed nobody, said Ann Holm.",
            {("Place", "Lisbon"), ("Person", "Ann Holm")},
        ),
        ("The St. Holm Canal is closed.", {("Place", "St. Holm Canal")}),
        ("The Group of Seven -- met.", {("Organisation", "Group of Seven")}),
        ("Prosecutor An Holm said the money was hidden.", {("Person", "An Holm")}),
        (
            "ROSTOCK ferries were late, the harbour office said on Monday.\nThe pier of Rostock is closed.",
            {("Place", "Rostock")},
        ),
    ],
)
def test_what_names_name(text: str, expected: set[tuple[str, str]]) -> None:
    assert typed(text) == expected


def test_a_note_of_the_desk_is_not_read() -> None:
    text = (
        "(Corrects the place of the signing in the second paragraph to Porto.)\n\n"
        "LISBON, Portugal (Coast Wire) - Clara Hansen opened the pier on Monday, her office said in a statement."
    )
    assert typed(text) == {("Place", "Lisbon"), ("Place", "Portugal"), ("Person", "Clara Hansen")}
