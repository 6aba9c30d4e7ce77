"""The library of questions: its form, its parameters, and each run as it stands."""

from __future__ import annotations

import pytest

from graph import questions
from graph.errors import AskDifferently
from graph.questions import Question, parse
from graph.store import Store

LIBRARY = questions.questions()
FILE = """// Who said it?
//
// The first
// explanation.
//
// :param speaker => "Ada // Example $name"
// :param limit => 25
// :param exact => true
MATCH (p {name: $speaker}) // not $this
WHERE $exact AND p.text <> '$that'
RETURN p LIMIT $limit
"""


def test_a_file_is_read() -> None:
    assert parse("who_said", FILE) == Question(
        "who_said",
        "Who said it?",
        "The first\nexplanation.",
        {"speaker": "Ada // Example $name", "limit": 25, "exact": True},
        FILE,
    )
    assert parse("who_said", FILE).used == {"speaker", "limit", "exact"}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("MATCH (n) RETURN n", "the first line is not a question in a comment"),
        ("// Who said it\nRETURN 1", "the first line is not a question in a comment"),
        ("// Who?\n// :param a = 1\nRETURN $a", "':param a = 1' is not ':param name => value'"),
    ],
)
def test_a_file_in_another_form_is_refused(text: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        parse("x", text)


@pytest.mark.parametrize("asked", LIBRARY, ids=lambda q: q.name)
def test_declared_and_used_parameters_are_the_same(asked: Question) -> None:
    assert asked.used == set(asked.parameters)


def test_a_question_has_each_line_of_explanation_that_its_reader_needs() -> None:
    assert len(LIBRARY) >= 15
    assert len({q.question for q in LIBRARY}) == len(LIBRARY)


@pytest.mark.parametrize(
    ("name", "words", "value"),
    [("speaker", "12", "12"), ("limit", "12", 12), ("exact", "false", False)],
)
def test_words_become_values_of_the_kind_of_the_example(name: str, words: str, value: object) -> None:
    assert parse("who_said", FILE).value(name, words) == value


@pytest.mark.parametrize(("name", "words"), [("limit", "many"), ("limit", "true"), ("exact", "1"), ("place", "Oslo")])
def test_other_words_are_refused(name: str, words: str) -> None:
    with pytest.raises(AskDifferently):
        parse("who_said", FILE).value(name, words)


@pytest.mark.store
@pytest.mark.parametrize("asked", LIBRARY, ids=lambda q: q.name)
def test_each_question_runs_through_the_read_only_door(asked: Question, newsgraph_graph: Store) -> None:
    table = questions.run(newsgraph_graph, asked)
    assert table.columns
    assert table.rows == []
