"""Those whom nobody names make the list of mentions whole."""

from __future__ import annotations

import pytest

from loaders.extract.names import find
from loaders.extract.names.others import EXAMPLES, complete
from loaders.extract.places.gazetteer import gazetteer
from tests.loaders.extract.nlp import document


def chains(text: str) -> list[tuple[str, str, list[str]]]:
    """Type, name and mentions of all but those that `find` knows already with the same mentions."""
    parsed = document(text)
    found = find(parsed, gazetteer())
    return [
        (e.type, e.name, [text[m.start : m.end] for m in e.mentions])
        for e in complete(parsed, found)
        if e not in found
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("same words", [("Group", "athletes", ["Some athletes", "The athletes", "their"])]),
        ("the one before", [("Person", "small lady", ["A small lady", "The lady"])]),
        ("said of", [("Person", "Ann Holm", ["Ann Holm", "an artist"])]),
        ("beside", [("Person", "Ann Holm", ["Ann Holm", "an artist"])]),
        ("place", [("Place", "museum", ["a museum", "The museum"])]),
        ("somebody", [("Person", "Somebody", ["Somebody"])]),
    ],
)
def test_each_rule_by_its_example(rule: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert chains(EXAMPLES[rule]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A bar burned. The old bar was empty.",
            [("Place", "bar", ["A bar"]), ("Place", "old bar", ["The old bar"])],
            id="another by its adjective",
        ),
        pytest.param("Ann Holm is not an artist.", [("Person", "artist", ["an artist"])], id="denied"),
        pytest.param("The checklist was long.", [], id="a thing"),
        pytest.param("The real world is loud.", [], id="a world of thoughts"),
        pytest.param("The world is loud.", [("Place", "world", ["The world"])], id="the world"),
        pytest.param(
            "Athletes met artists. They were angry.",
            [("Group", "Athletes", ["Athletes"]), ("Group", "artists", ["artists"])],
            id="they of two",
        ),
    ],
)
def test_who_is_another(text: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert chains(text) == expected


def test_what_was_found_keeps_its_id() -> None:
    text = "Ann Holm met an artist and a lady in Lisbon. They left."
    parsed = document(text)
    found = find(parsed, gazetteer())
    assert [e.id for e in complete(parsed, found)][: len(found)] == [e.id for e in found]
