from __future__ import annotations

import pytest

from loaders.extract.structure.blocks import blocks
from loaders.extract.structure.marks import quotations


def quoted(text: str) -> list[str]:
    return [text[q.inner.start : q.inner.end] for q in quotations(text, blocks(text))]


@pytest.mark.parametrize(
    "text",
    [
        'He said: "The wall is gone." Then he left.',
        "He said: “The wall is gone.” Then he left.",
        "He said: „The wall is gone.“ Then he left.",
        "He said: «The wall is gone.» Then he left.",
        "He said: ``The wall is gone.'' Then he left.",
        "He said: ‘The wall is gone.’ Then he left.",
        "He said: 'The wall is gone.' Then he left.",
        'He said : " The wall is gone." Then he left.',
    ],
)
def test_marks_of_all_kinds(text: str) -> None:
    assert quoted(text) == ["The wall is gone."]


@pytest.mark.parametrize("text", ["The workers' union of the '90s isn't here.", "It’s the sailors’ home."])
def test_apostrophes_are_no_marks(text: str) -> None:
    assert quoted(text) == []


def test_british_marks_with_apostrophes_inside() -> None:
    assert quoted("'We don't know,' she said. 'It's the sailors who do.'") == [
        "We don't know,",
        "It's the sailors who do.",
    ]


def test_a_mark_inside_a_quotation_belongs_to_it() -> None:
    assert quoted("\"He told me 'go home' and left,\" she said.") == ["He told me 'go home' and left,"]


def test_a_quotation_runs_on_over_paragraphs() -> None:
    text = '"The wall is gone, and nobody came.\n"We are alone here," the harbour master said on Monday.\nHe left.'
    assert [(text[q.inner.start : q.inner.end], q.continues) for q in quotations(text, blocks(text))] == [
        ("The wall is gone, and nobody came.", False),
        ("We are alone here,", True),
    ]


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ('It was a "small number" of ships.', "scare"),
        ('She wrote "The Long Road to Lund" last year.', "title"),
        ('"We are all alone here," she said.', "speech"),
        ('He called it "a very sad day for us" on Monday.', "speech"),
    ],
)
def test_what_the_marks_are_for(text: str, use: str) -> None:
    assert [q.use for q in quotations(text, blocks(text))] == [use]


def test_crossheads_are_no_speech() -> None:
    long = "The harbour of Lund was closed on Monday after a storm had broken its outer wall."
    text = f"{long}\n'No way out'\n{long}"
    assert [(text[q.inner.start : q.inner.end], q.use) for q in quotations(text, blocks(text))] == [
        ("No way out", "crosshead")
    ]
