"""Conversations are told from lists, letters and headings by their labels and by how people talk."""

from __future__ import annotations

import pytest

from loaders.extract.structure.blocks import blocks
from loaders.extract.structure.turns import _FORMS

LEAD = "Harbour master Ivo Brandt spoke to the Harbour Post on Monday about the storm that closed the port of Lund."


def labels(text: str) -> list[tuple[str, str]]:
    return [(p.kind, text[p.start : p.end]) for p in blocks(text) if p.kind in ("speaker", "asker")]


@pytest.mark.parametrize("example", _FORMS)
def test_every_form_of_a_label_opens_a_turn(example: str) -> None:
    asked, question = example.split(" ", 1) if example.startswith("Q") else example.split(": ", 1)
    answer = "A:" if example.startswith("Q") else "Brandt:"
    text = f"{LEAD}\n{asked.rstrip(':')}: {question}\n{answer} Not before April. We lost two cranes."
    assert labels(text) == [("asker", f"{asked.rstrip(':')}:"), ("speaker", answer)]


@pytest.mark.parametrize(("asks", "answers"), [("Q.", "A."), ("Q)", "A)"), ("Question:", "Answer:"), ("Q -", "A -")])
def test_questions_and_answers(asks: str, answers: str) -> None:
    first = f"{asks} How bad is it?\n{answers} The wall is gone.\nThere is no money."
    text = f"{LEAD}\n{first}\n{asks} What now?\n{answers} I wait."
    assert labels(text) == [("asker", asks), ("speaker", answers)] * 2


def test_a_transcript_in_capitals_and_who_only_asks() -> None:
    text = (
        f"{LEAD}\nHARBOUR POST: Mr Brandt, will the port be closed?\nBRANDT (harbour master): We close it on Friday.\n"
        "HARBOUR POST: What did the ministry say?\nBRANDT: Nothing so far."
    )
    assert labels(text) == [
        ("asker", "HARBOUR POST:"),
        ("speaker", "BRANDT (harbour master):"),
        ("asker", "HARBOUR POST:"),
        ("speaker", "BRANDT:"),
    ]


def test_names_on_lines_of_their_own_open_what_is_said_below() -> None:
    text = (
        f"{LEAD}\nMara Holm, harbour pilot\nI warned them twice that the ferry was overloaded. Nobody listened.\n"
        "Per Strand, owner\nThe ferry had all its papers. I am sorry for the families."
    )
    assert labels(text) == [("speaker", "Mara Holm, harbour pilot"), ("speaker", "Per Strand, owner")]


@pytest.mark.parametrize(
    "text",
    [
        # headings of a list
        f"{LEAD}\nLund: Two boats were lost and a crane.\nMalmo: One boat was lost.\nLund: The harbour is closed.",
        # instructions
        f"{LEAD}\nStep one: You call the harbour master.\nStep two: You wait for your turn.",
        # letters, signed under what they say
        "We have waited for years, and nobody came.\nMara Holm\nI do not agree with my neighbour.\nPer Strand",
        "We have waited for years, and nobody came.\nMara Holm.\nI do not agree with my neighbour.\nPer Strand.",
        # headings of a story
        f"{LEAD}\nA Long Night\nThe ships waited outside the harbour for a day and a night.\nThe Morning After\n{LEAD}",
        # one who is quoted with a colon
        f'{LEAD}\nIvo Brandt: "We close the port on Friday, whatever they tell us."\n{LEAD}',
        # a diary
        f"{LEAD}\nMonday: I went to the harbour.\nTuesday: We waited there.",
    ],
)
def test_what_only_looks_like_a_conversation(text: str) -> None:
    assert labels(text) == []
