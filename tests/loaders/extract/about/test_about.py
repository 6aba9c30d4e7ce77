"""What a quote is about: its own words, else the passage, else nothing."""

from __future__ import annotations

import pytest

from graph.model import Article
from graph.settings import Settings
from loaders.extract import about as stage
from loaders.extract import names, quotes
from loaders.extract.reader import Reader
from loaders.extract.reading import Event, Span
from tests.loaders.extract.nlp import document


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(Settings())


def about(reader: Reader, text: str) -> list[list[tuple[str, str]]]:
    """For each quote, what it is about (entity name or event type) and how that is known."""
    reading = reader.read(Article(id="a", text=text, published="2024-05-08"))
    names = {e.id: e.name for e in reading.entities} | {e.id: e.type for e in reading.events}
    return [[(names[a.target], a.basis) for a in q.about] for q in reading.quotes]


CHAIN = (
    "Envoys of the Norvian Fishing Union held talks in Geneva on Monday.\n"
    "The Norvian Fishing Union on Tuesday hailed the talks.\n"
    '"We are closer than we were," union spokeswoman Ingrid Solberg told reporters.\n'
    '"Much remains open," Solberg said.\n'
    '"My bread burned," said baker Tom Hale.'
)


def test_a_passage_is_carried_on_by_the_speaker_and_not_by_the_next_one(reader: Reader) -> None:
    found = about(reader, CHAIN)
    events = [[(t, b) for t, b in one if t == "Talks"] for one in found]
    assert events == [[("Talks", "words")], [("Talks", "context")], [("Talks", "context")], []]


def test_own_words_come_before_the_passage(reader: Reader) -> None:
    found = about(reader, "Joel Brandt said the explosion in Geneva killed four people.")
    assert ("Accident", "words") in found[0]
    assert ("Geneva", "words") in found[0]


def test_an_event_of_which_it_was_said_is_context(reader: Reader) -> None:
    text = 'An explosion killed four people in Geneva.\n"It was terrible," said Mayor Lena Falk after the explosion.'
    assert about(reader, text) == [[("Accident", "context")]]


def test_where_somebody_spoke_is_not_of_what(reader: Reader) -> None:
    assert about(reader, 'On a visit to Lisbon, minister Carl Voss said: "The sea is wide."') == [[]]


def test_a_quote_by_another_is_not_about_the_sentence_before(reader: Reader) -> None:
    text = 'The mill owners held talks with the union on Monday.\n"My bread burned," said baker Tom Hale.'
    assert about(reader, text)[-1] == []


def occasions(text: str, trigger: str) -> list[str]:
    """For each quote, by what it is about the event whose trigger is this word of the text; "" where it is not."""
    parsed = document(text)
    at = text.index(trigger)
    here = Span(at, at + len(trigger))
    entities, found = quotes.find(parsed, names.find(parsed), ())
    event = Event("v1", "Talks", trigger, here, (here,), "happened", 0.9)
    linked = stage.link(parsed, entities, (event,), found)
    return [next((a.basis for a in q.about if a.target == "v1"), "") for q in linked]


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        pytest.param(
            "The Norvian Fishing Union on Tuesday played down hopes of a quick end to the dispute as talks in Lund "
            'went on.\n"Nobody should hold his breath," union spokesman Joel Brandt told reporters.\n'
            '"There are forty pages left," Brandt said.\n"My bread burned," said baker Lena Falk.',
            "talks",
            ["context", "context", "context", ""],
            id="the sentence before is about whom he speaks for",
        ),
        pytest.param(
            '"It is a good day for the coast," Joel Brandt said after the talks.',
            "talks",
            ["context"],
            id="words of the reporting clause",
        ),
        pytest.param(
            "Joel Brandt denied on Tuesday that he had bribed two officers, as his trial opened in Lund.",
            "trial",
            ["context"],
            id="the occasion",
        ),
        pytest.param(
            '"It was oiled in May," its spokesman, Joel Brandt, said in Lund, where he takes part in talks.',
            "talks",
            [""],
            id="where he was besides",
        ),
        pytest.param(
            "The mill named Joel Brandt its chief. He follows Lena Falk, who left the talks in May.\n"
            '"We grind what others leave," Brandt said.',
            "talks",
            [""],
            id="what somebody else did before",
        ),
        pytest.param(
            'Joel Brandt said the talks went well. "We are near," Brandt said. "Rostock is different," Brandt said.\n'
            '"I like Rostock," Brandt said.',
            "talks",
            ["words", "context", "", ""],
            id="until he names something new",
        ),
    ],
)
def test_the_event_of_a_passage(text: str, trigger: str, wanted: list[str]) -> None:
    assert occasions(text, trigger) == wanted
