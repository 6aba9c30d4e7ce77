"""Quotations with their speaker's name behind a dash, and transcripts whose turns begin with a quotation mark."""

from __future__ import annotations

import pytest

from tests.loaders.extract.quotes.test_kinds_of_text import direct, said

VOICES = (
    "Harbour workers in Lund told the Harbour Post on Monday what they think of the strike.\n"
    "“I have not slept since the gates were shut, and my crew is going home.” — Mara Kolar\n"
    "“The owners never listened to us, not for one day.”― Ivo Brandt.\n"
    '"We will lose the summer trade if this goes on." -- Nora Lindqvist, head of the pilots\' union\n'
    "“Nobody asked the families about any of this.” - a crane driver, 34\n"
)


def test_each_voice_of_a_list_speaks_for_itself() -> None:
    assert direct(VOICES) == [
        (["Mara Kolar"], ["I have not slept since the gates were shut, and my crew is going home."]),
        (["Ivo Brandt"], ["The owners never listened to us, not for one day."]),
        (["Nora Lindqvist"], ["We will lose the summer trade if this goes on."]),
        ([], ["Nobody asked the families about any of this."]),
    ]


def test_the_name_may_stand_on_the_line_below() -> None:
    text = (
        "Harbour workers in Lund told the Harbour Post on Monday what they think of the strike.\n"
        "“I have not slept since the gates were shut, and my crew is going home.”\n\n"
        "— Mara Kolar, crane driver.\n\n"
        "“The owners never listened to us, not for one day.”\n\n"
        "— Ivo Brandt.\n\n"
        "“It was the worst winter that the port has ever seen.”\n"
    )
    assert direct(text) == [
        (["Mara Kolar"], ["I have not slept since the gates were shut, and my crew is going home."]),
        (["Ivo Brandt"], ["The owners never listened to us, not for one day."]),
        ([], ["It was the worst winter that the port has ever seen."]),
    ]


def test_who_signs_speaks_for_all_paragraphs() -> None:
    text = (
        "The harbour in Lund opened again on Monday after eleven days.\n"
        "“I have not slept since the gates were shut.\n"
        "“My crew is going home, unpaid.” — Mara Kolar\n"
    )
    assert direct(text) == [
        (
            ["Mara Kolar"],
            ["I have not slept since the gates were shut.", "My crew is going home, unpaid."],
        )
    ]


@pytest.mark.parametrize(
    "line",
    [
        "“The owners never listened to us, not for one day.” — Reuters",
        "“The owners never listened to us, not for one day.” — Nobody on the quay believed it",
    ],
)
def test_a_credit_or_a_clause_is_no_signature(line: str) -> None:
    assert direct("The harbour in Lund opened again on Monday.\n" + line + "\n") == [
        ([], ["The owners never listened to us, not for one day."])
    ]


def test_a_reporting_clause_goes_before_a_credit() -> None:
    text = (
        "The harbour in Lund opened again on Monday.\n"
        "“The owners never listened,” union leader Ivo Brandt said. “Not for one day in all that time.” — Mara Kolar\n"
    )
    assert direct(text) == [
        (["Ivo Brandt"], ["The owners never listened,", "Not for one day in all that time."]),
    ]


def test_a_transcript_may_open_a_mark_before_each_turn() -> None:
    text = (
        "Kolar: The Port Offers Four Percent.\n\n"
        "Trade minister Mara Kolar said on Sunday that the port had made an offer.\n\n"
        "Partial transcript as follows:\n\n"
        '"HOLM: Let us begin with the strike. Will the harbour open tomorrow?\n\n'
        '"KOLAR: Well, we have offered four percent. I am not going to offer more —.\n\n'
        '"(CROSSTALK.)\n\n'
        '"HOLM: If I may, Minister. I want to get to the pilots.\n\n'
        '"KOLAR: The pilots asked me for “a gesture.” We gave them one.\n\n'
        '"My door is open.\n\n'
        '"Follow Nora Lindqvist on Twitter @noralindqvist."\n'
    )
    assert [(who, what) for kind, who, what in said(text) if kind == "direct"] == [
        (["Holm"], ["Let us begin with the strike. Will the harbour open tomorrow?"]),
        (["Mara Kolar"], ["Well, we have offered four percent. I am not going to offer more —."]),
        (["Holm"], ["If I may, Minister. I want to get to the pilots."]),
        (["Mara Kolar"], ["The pilots asked me for “a gesture.” We gave them one.", "My door is open."]),
    ]


def test_marks_inside_marks_of_the_same_kind_end_no_quotation() -> None:
    text = (
        "The harbour in Lund opened again on Monday.\n"
        "“I would rather live in what she calls “the circus” than work in a port that is shut.” ― Mara Kolar\n"
    )
    assert direct(text) == [
        (["Mara Kolar"], ["I would rather live in what she calls “the circus” than work in a port that is shut."])
    ]
