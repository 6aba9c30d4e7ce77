from __future__ import annotations

import pytest

from loaders.extract.structure.blocks import LONGEST, blocks, is_wrapped


def cut(text: str, headline: str = "") -> list[tuple[str, str]]:
    return [(p.kind, text[p.start : p.end]) for p in blocks(text, headline)]


def test_every_line_of_a_modern_text_is_a_paragraph() -> None:
    text = "The harbour of Lund was closed on Monday, its master said in a statement.\nShips waited outside.\n"
    assert cut(text) == [
        ("paragraph", "The harbour of Lund was closed on Monday, its master said in a statement."),
        ("paragraph", "Ships waited outside."),
    ]


def test_lines_broken_by_width_are_joined_at_their_indents() -> None:
    text = (
        "The harbour of Lund was closed on\nMonday after a storm had broken its\nouter wall.\n"
        "    Ships waited outside for a second\nday, the harbour master said.\n"
    )
    assert cut(text) == [
        ("paragraph", "The harbour of Lund was closed on\nMonday after a storm had broken its\nouter wall."),
        ("paragraph", "Ships waited outside for a second\nday, the harbour master said."),
    ]


def test_lines_broken_by_width_are_joined_between_blank_lines() -> None:
    text = "The harbour was closed on\nMonday after a storm.\n\nShips waited outside for\na second day.\n"
    assert cut(text) == [
        ("paragraph", "The harbour was closed on\nMonday after a storm."),
        ("paragraph", "Ships waited outside for\na second day."),
    ]


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("LUND, Sweden (XYZ) - The harbour was closed.", "LUND, Sweden (XYZ) -"),
        ("Lund (Sweden) (XYZ) - The harbour was closed.", "Lund (Sweden) (XYZ) -"),
        ("LUND, May 3 (XYZ) _ The harbour was closed.", "LUND, May 3 (XYZ) _"),
        ("LUND — The harbour was closed.", "LUND —"),
        ("NEW YORK (XYZ) -- The harbour was closed.", "NEW YORK (XYZ) --"),
    ],
)
def test_the_dateline_is_no_part_of_the_first_sentence(line: str, dateline: str) -> None:
    assert cut(line) == [("dateline", dateline), ("paragraph", "The harbour was closed.")]


@pytest.mark.parametrize(
    "note",
    [
        "(Corrects the day of the storm in the first paragraph.)",
        "(Adds quotes (paragraphs 3-5), background.)",
        "(This story has been corrected to fix the name of the ship.)",
        "Corrects spelling of name in paragraph 2",
    ],
)
def test_a_note_of_the_desk_stands_before_the_dateline(note: str) -> None:
    story = "The harbour of Lund was closed on Monday after a storm had broken its outer wall."
    assert cut(f"{note}\nLUND, Sweden (XYZ) - {story}") == [
        ("note", note),
        ("dateline", "LUND, Sweden (XYZ) -"),
        ("paragraph", story),
    ]


def test_parentheses_alone_make_no_note() -> None:
    assert cut("(The harbour was closed.)\n(This was news to its master.)") == [
        ("paragraph", "(The harbour was closed.)"),
        ("paragraph", "(This was news to its master.)"),
    ]


@pytest.mark.parametrize("line", ["Harbour news - the wall has broken.", "Ivo Brandt: The wall has broken."])
def test_a_dash_alone_makes_no_dateline(line: str) -> None:
    assert [kind for kind, _ in cut(line)] == ["paragraph"]


def test_headline_byline_crosshead_and_desk_are_told_from_paragraphs() -> None:
    long = "The harbour of Lund was closed on Monday after a storm had broken its outer wall."
    text = f"Storm closes harbour\nBy Ivo Brandt\n{long}\n'No way out'\n{long}\n{long}\nib-mh/kl"
    assert cut(text) == [
        ("headline", "Storm closes harbour"),
        ("byline", "By Ivo Brandt"),
        ("paragraph", long),
        ("crosshead", "'No way out'"),
        ("paragraph", long),
        ("paragraph", long),
        ("desk", "ib-mh/kl"),
    ]


def test_a_given_headline_that_opens_the_text_is_known() -> None:
    text = "Storm closes harbour of Lund.\nShips waited outside on Monday."
    assert [kind for kind, _ in cut(text, "Storm closes  harbour of Lund")] == ["headline", "paragraph"]


def test_an_endless_paragraph_is_cut_between_sentences() -> None:
    text = "Ships waited outside. " * 2_000
    found = blocks(text)
    assert max(p.end - p.start for p in found) <= LONGEST
    assert {text[p.start : p.start + 5] for p in found} == {"Ships"}
    assert {text[p.end - 8 : p.end] for p in found} == {"outside."}


def test_a_word_without_end_is_cut_too() -> None:
    found = blocks("x" * (2 * LONGEST + 5))
    assert [p.end - p.start for p in found] == [LONGEST, LONGEST, 5]


def test_tables_are_not_wrapped_text() -> None:
    assert not is_wrapped(["Net 807,000 vs 858,000", "Revs 9.7 mln vs 10.2 mln", "Avg shrs 2.1 mln"])


@pytest.mark.parametrize("text", ["", " \n\t\r\n ", "\x03"])
def test_blank_text_has_no_blocks(text: str) -> None:
    assert blocks(text) == []
