from __future__ import annotations

import pytest

from loaders.extract.structure.blocks import blocks
from loaders.extract.structure.lines import _STAMPS, is_stamp

LONG = "Ships waited outside the harbour of Lund for a second day, its master told reporters on Monday."


def cut(text: str, headline: str = "") -> list[tuple[str, str]]:
    return [(p.kind, text[p.start : p.end]) for p in blocks(text, headline)]


@pytest.mark.parametrize(
    "example", [*_STAMPS, "12:40 GMT", "11.15am", "9 pm", "Updated at 14:32", "March 3, 14:32 BST"]
)
def test_the_time_of_an_entry_stands_alone(example: str) -> None:
    assert is_stamp(example)
    assert cut(f"{LONG}\n{example}\n{LONG}") == [("paragraph", LONG), ("stamp", example), ("paragraph", LONG)]


@pytest.mark.parametrize("line", ["14:32 to Lund was late", "At 14:32", "1432", "2:1", "1939"])
def test_other_figures_are_no_times_of_entries(line: str) -> None:
    assert not is_stamp(line)


def test_entries_that_begin_with_their_time() -> None:
    text = f"14:32 - Police closed the pier of Lund.\n13.05 GMT: {LONG}\n12:40 Good afternoon."
    assert cut(text) == [
        ("stamp", "14:32 -"),
        ("paragraph", "Police closed the pier of Lund."),
        ("stamp", "13.05 GMT:"),
        ("paragraph", LONG),
        ("stamp", "12:40"),
        ("paragraph", "Good afternoon."),
    ]


def test_one_line_that_begins_with_a_time_is_a_sentence() -> None:
    assert cut(f"10:32 Train to Lund is late.\n{LONG}")[0] == ("paragraph", "10:32 Train to Lund is late.")


def test_items_of_a_list_are_read_without_their_marks() -> None:
    marked = "- Lund closes its harbour\n• Police arrested four people"
    text = f"{LONG}\n{marked}\n1. Talks begin on Monday.\n2) Ivo Brandt leads them.\n{LONG}"
    assert cut(text) == [
        ("paragraph", LONG),
        ("paragraph", "Lund closes its harbour"),
        ("paragraph", "Police arrested four people"),
        ("paragraph", "Talks begin on Monday."),
        ("paragraph", "Ivo Brandt leads them."),
        ("paragraph", LONG),
    ]


def test_numbers_that_do_not_count_are_part_of_the_line() -> None:
    assert cut(f"{LONG}\n1. Lund won the cup.\n7. Malmo was last of all.")[1:] == [
        ("paragraph", "1. Lund won the cup."),
        ("paragraph", "7. Malmo was last of all."),
    ]


def test_pull_quotes_are_shown_once_more_and_not_said_again() -> None:
    said = '"We have no choice, and everybody here knows it," Ivo Brandt told reporters.'
    pulled = "“We have no choice, and everybody here knows it.”"
    assert cut(f"{LONG}\n{pulled}\n{said}\n{pulled}\n{LONG}") == [
        ("paragraph", LONG),
        ("crosshead", pulled),
        ("paragraph", said),
        ("crosshead", pulled),
        ("paragraph", LONG),
    ]


def test_words_that_stand_alone_twice_were_said_once() -> None:
    words = '"Nobody came to help us in all those days."'
    assert cut(f"Brandt was bitter:\n{words}\n{LONG}\n{words}")[1:] == [
        ("paragraph", words), ("paragraph", LONG), ("crosshead", words),
    ]  # fmt: skip


def test_a_paragraph_in_another_language_is_left_out() -> None:
    french = "Le port de la ville a été fermé lundi, et les navires ont dû attendre dans la mer."
    russian = "Порт города был закрыт в понедельник."
    spanish_names = "Juan de la Cruz of Puerto de la Cruz met Pedro del Rio in Santa Fe de la Vera Cruz on Monday."
    assert [kind for kind, _ in cut(f"{LONG}\n{french}\n{russian}\n{spanish_names}\n{LONG}")] == [
        "paragraph", "foreign", "foreign", "paragraph", "paragraph",
    ]  # fmt: skip


def test_a_headline_in_capitals_over_one_paragraph() -> None:
    assert cut(f"PORT OF LUND CLOSED AFTER STORM\n{LONG}") == [
        ("headline", "PORT OF LUND CLOSED AFTER STORM"),
        ("paragraph", LONG),
    ]
