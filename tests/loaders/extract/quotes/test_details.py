"""The kind of saying, the day, to whom, through what."""

from __future__ import annotations

import pytest

from tests.loaders.extract.quotes.conftest import Read


@pytest.mark.parametrize(
    ("text", "act", "polarity"),
    [
        ("Joel Brandt said the ferry was late.", "statement", "positive"),
        ("Joel Brandt did not say whether the ferry was late.", "statement", "negative"),
        ("Joel Brandt denied that the ferry was late.", "denial", "negative"),
        ("Joel Brandt has not said how the ferry would be paid for.", "statement", "negative"),
        ("Joel Brandt declined to say whether the ferry was late.", "statement", "negative"),
        ("No official said the ferry was late.", "statement", "negative"),
        ("Joel Brandt refused to pay for the ferry.", "denial", "negative"),
        ("The minister's office denied the accusation.", "denial", "negative"),
        ("The mayor denied stealing the boat.", "denial", "negative"),
        ("The ferrymen's league rejected the offer.", "denial", "negative"),
        ("Joel Brandt asked villagers to stay away from the quay.", "demand", "positive"),
        ("A villager asked whether the ferry was late.", "question", "positive"),
        ("The union accused the owners of cooking the books.", "accusation", "positive"),
        ("The owners vowed to keep all the staff.", "promise", "positive"),
        ("The union threatened to walk out.", "threat", "positive"),
        ("The union demanded that the gates be opened.", "demand", "positive"),
        ("The institute warned of a long drought.", "warning", "positive"),
        ("The envoy praised the town for its patience.", "praise", "positive"),
        ("The opposition condemned the sale of the port.", "criticism", "positive"),
        ("The palace played down reports of a quarrel.", "doubt", "positive"),
        ('"Who will pay for the ferry?" Joel Brandt asked.', "question", "positive"),
        ("Fishermen believe the storm will pass.", "attitude", "positive"),
        ("Anna Berg hopes to sail in June.", "attitude", "positive"),
    ],
)
def test_the_kind_of_saying(text: str, act: str, polarity: str, read: Read) -> None:
    assert [(q.speech_act, q.polarity) for q in read(text)[2]] == [(act, polarity)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ('"The ferry is late," Joel Brandt said on Tuesday.', ["2024-05-07"]),
        ("On Monday, Joel Brandt said the ferry was late.", ["2024-05-06"]),
        ("The ferry sank on Monday, Joel Brandt said.", [None]),
        ("Joel Brandt, who retired on Monday, said the ferry was late.", [None]),
        ("Joel Brandt said the ferry was late.", [None]),
        ("The Norvian government is currently pressing for a new treaty.", [None]),
        ("Joel Brandt said the ferry that sank on Monday was old.", [None]),
        ("Joel Brandt told the council on Tuesday that the ferry sank on Monday.", ["2024-05-07"]),
        (
            "The Norvian Port Authority on Monday played down fears of a strike.\n"
            '"We expect no strike," authority spokesman Joel Brandt told reporters.\n'
            '"All ferries run as planned," Brandt said.\n"I am hungry," said cook Lena Falk.',
            ["2024-05-06", "2024-05-06", "2024-05-06", None],
        ),
    ],
    ids=[
        "after",
        "before",
        "of the content",
        "of a clause beside",
        "none",
        "currently",
        "of a ferry",
        "of both",
        "carried on by who speaks for it",
    ],
)
def test_the_day_it_was_said(text: str, days: list[str | None], read: Read) -> None:
    assert [q.said_on for q in read(text)[2]] == days


def test_without_a_publication_day_a_weekday_gives_no_day(read: Read) -> None:
    assert [q.said_on for q in read('"The ferry is late," Joel Brandt said on Tuesday.', published=None)[2]] == [None]


def test_to_whom_and_through_what(read: Read) -> None:
    _, entities, quotes = read('"The ferry is late," Joel Brandt told Lena Falk in a telephone interview.')
    [listener] = [e.name for e in entities if e.id == quotes[0].addressee]
    assert (listener, quotes[0].medium) == ("Lena Falk", "in a telephone interview")


def test_the_cue_is_the_verb_with_its_auxiliaries(read: Read) -> None:
    text, _, quotes = read("Joel Brandt has said the ferry was late.")
    assert quotes[0].cue is not None
    assert (text[quotes[0].cue.start : quotes[0].cue.end], quotes[0].cue_lemma) == ("has said", "say")
