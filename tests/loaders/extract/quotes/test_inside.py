"""Whom the pronouns inside quotation marks mean."""

from __future__ import annotations

import pytest

from loaders.extract.quotes.inside import EXAMPLES
from tests.loaders.extract.quotes.conftest import Found, Read


def pronouns(found: Found) -> dict[str, list[str]]:
    text, entities, _ = found
    made = {e.name: [text[m.start : m.end] for m in e.mentions if m.kind == "pronoun"] for e in entities}
    return {name: words for name, words in made.items() if words}


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("I", {"Ann Holm": ["I", "my"]}),
        ("I, in half a quote", {"Ann Holm": ["she", "my"]}),
        ("we of a house", {"Harbour Union": ["We", "our"]}),
        ("we of one who speaks for it", {"Harbour Union": ["We", "our"]}),
        ("said of", {"Ivo Brandt": ["He", "his"]}),
        ("the other one", {"Ivo Brandt": ["He", "his"]}),
    ],
)
def test_each_rule_by_its_example(read: Read, rule: str, expected: dict[str, list[str]]) -> None:
    assert pronouns(read(EXAMPLES[rule])) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('Ivo Brandt and Karl Lund left. "He lost his nerve," Ann Holm said.', id="two could be meant"),
        pytest.param('"He lost his nerve," Ivo Brandt said.', id="never the speaker"),
        pytest.param('"We lost our boats," minister Ann Holm said.', id="we without a house"),
        pytest.param('A villager left. "He lost his nerve," Ann Holm said.', id="one without a name"),
    ],
)
def test_nobody_where_it_cannot_be_told(read: Read, text: str) -> None:
    assert pronouns(read(text)) == {}
