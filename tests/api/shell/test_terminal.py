"""Answers for people, for spreadsheets and for programs."""

from __future__ import annotations

from datetime import date

import pytest

from api.shell.progress import progress
from api.shell.terminal import complain, pairs, plain, show_rows, typed, words
from graph.errors import Ambiguous, FixInput, NotUnderstood

COLUMNS = ("name", "said", "on")
ROWS = [("Ada", ["one", "two"], date(2025, 4, 7)), ("[b]Bo", None, {"x": 1})]


def test_a_table_is_as_wide_as_its_content_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    assert show_rows(("text",), [("x" * 300,)], "table") == 0
    assert "x" * 300 in capsys.readouterr().out


def test_a_table_shows_text_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    show_rows(COLUMNS, ROWS, "table")
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert lines[0] == ["name", "said", "on"]
    assert lines[2:] == [["Ada", "one,", "two", "2025-04-07"], ["[b]Bo", '{"x":', "1}"]]


def test_csv(capsys: pytest.CaptureFixture[str]) -> None:
    show_rows(COLUMNS, ROWS, "csv")
    assert capsys.readouterr().out == 'name,said,on\nAda,"one, two",2025-04-07\n[b]Bo,,"{""x"": 1}"\n'


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    show_rows(("name", "on"), [("Ångström", date(2025, 4, 7))], "json")
    assert capsys.readouterr().out == '[\n  {\n    "name": "Ångström",\n    "on": "2025-04-07"\n  }\n]\n'


def test_rows_that_were_left_out_are_mentioned(capsys: pytest.CaptureFixture[str]) -> None:
    show_rows(("a",), [(1,)], "csv", truncated=True)
    assert "more rows" in capsys.readouterr().err


def test_no_rows(capsys: pytest.CaptureFixture[str]) -> None:
    show_rows(("a",), [], "table")
    assert capsys.readouterr() == ("", "No rows.\n")


def test_values() -> None:
    assert plain({"a": (1, date(2025, 4, 7)), "b": {"c": None}}) == {"a": [1, "2025-04-07"], "b": {"c": None}}
    assert (words(None), words(True), words(1.5), words(["a", "b"])) == ("", "true", "1.5", "a, b")


def test_parameters() -> None:
    assert pairs(["a=1", "$b=x=y", "c="]) == {"a": "1", "b": "x=y", "c": ""}
    assert [typed(w) for w in ("1", "[1]", '"1"', "Ada", "")] == [1, [1], "1", "Ada", ""]
    with pytest.raises(FixInput):
        pairs(["=1"])


def test_an_error_is_one_line_and_its_choices_follow(capsys: pytest.CaptureFixture[str]) -> None:
    complain(FixInput("a.txt: is empty.", "Give text."))
    complain(Ambiguous("Two are called Aas.", "Give an id.", [{"id": "person/a", "name": "Ada Aas", "hint": "mayor"}]))
    complain(NotUnderstood("No such form.", "Ask like these:", ["what did Ada say"]), as_json=True)
    assert capsys.readouterr().err == (
        "newsgraph: a.txt: is empty. Give text.\n"
        "newsgraph: Two are called Aas. Give an id.\n"
        "    person/a  Ada Aas  mayor\n"
        '{"error": {"code": "NOT_UNDERSTOOD", "message": "No such form.", "remedy": "Ask like these:", '
        '"choices": ["what did Ada say"]}}\n'
    )


def test_progress_is_quiet_where_nobody_looks_and_work_is_short(capsys: pytest.CaptureFixture[str]) -> None:
    with progress() as show:
        for done in range(5):
            show("Reading articles", done, 5)
    assert capsys.readouterr() == ("", "")


def test_progress_tells_its_rate_and_end_now_and_then(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = iter(range(0, 100, 6))
    monkeypatch.setattr("time.monotonic", lambda: next(now))
    with progress() as show:
        for done in range(0, 40, 10):
            show("Reading articles", done, 40)
    lines = capsys.readouterr().err.splitlines()
    assert lines
    assert lines[0].startswith("Reading articles: 20 of 40 ")
    assert "/s, ends " in lines[0]
