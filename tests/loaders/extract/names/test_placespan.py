from __future__ import annotations

import pytest

from loaders.extract.names import find
from loaders.extract.places.gazetteer import gazetteer
from tests.loaders.extract.nlp import document


def places(text: str) -> list[str]:
    found = find(document(text), gazetteer())
    return [text[m.start : m.end] for e in found if e.type == "Place" for m in e.mentions if m.kind == "name"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police in Dunmore, W.Va., closed the road.", ["Dunmore", "W.Va."]),
        ("Two men from Wichita, Kan. were hurt on Monday.", ["Wichita", "Kan."]),
        ("He was taken to the Polk County Jail on Friday.", ["Polk County"]),
        ("The board met twice. SPOKANE — The board of the harbour met on Monday.", ["SPOKANE"]),
        ("A Bakersfield man was hurt in a crash.", ["Bakersfield"]),
        ("The doctors flew to the Democratic Republic of the Congo.", ["Democratic Republic of the Congo"]),
        ("Snow fell in Jammu and Kashmir overnight.", ["Jammu and Kashmir"]),
    ],
)
def test_where_a_place_begins_and_ends(text: str, expected: list[str]) -> None:
    assert places(text) == expected
