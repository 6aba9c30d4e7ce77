from __future__ import annotations

import re

import pytest

from api.ask.days import PATTERN, UNDATED, Days, days


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        ("on 9 May 2031", "2031-05-09", "2031-05-09"),
        ("on 9th of May 2031", "2031-05-09", "2031-05-09"),
        ("on May 9, 2031", "2031-05-09", "2031-05-09"),
        ("on 2031-5-9", "2031-05-09", "2031-05-09"),
        ("in February 2032", "2032-02-01", "2032-02-29"),
        ("in 2031-02", "2031-02-01", "2031-02-28"),
        ("during 2031", "2031-01-01", "2031-12-31"),
        ("between 9 May 2031 and 2 June 2031", "2031-05-09", "2031-06-02"),
        ("between 9 May and 2 June 2031", "2031-05-09", "2031-06-02"),
        ("between 2 and 9 May 2031", "2031-05-02", "2031-05-09"),
        ("between May 2 and May 9, 2031", "2031-05-02", "2031-05-09"),
        ("between May and June 2031", "2031-05-01", "2031-06-30"),
        ("from 2030 until 2031", "2030-01-01", "2031-12-31"),
        ("from 2031-05-02 to 2031-05-09", "2031-05-02", "2031-05-09"),
        ("since May 2031", "2031-05-01", None),
        ("after May 2031", "2031-06-01", None),
        ("after 31 December 2031", "2032-01-01", None),
        ("before 2031", None, "2030-12-31"),
        ("until 9 May 2031", None, "2031-05-09"),
        ("up to May 2031", None, "2031-05-31"),
    ],
)
def test_times_are_days(words: str, since: str | None, until: str | None) -> None:
    assert re.fullmatch(PATTERN, words, re.IGNORECASE)
    assert re.fullmatch(PATTERN, words.upper(), re.IGNORECASE)
    assert days(words) == days(words.upper()) == Days(since, until)


@pytest.mark.parametrize(
    "words",
    ["on 2031-02-30", "on 31 April 2031", "in 2031-13", "since 29 February 2031", "after 9999-12-31", "on 0000-01-01"],
)
def test_days_that_no_calendar_has_are_none(words: str) -> None:
    assert re.fullmatch(PATTERN, words, re.IGNORECASE)
    assert days(words) is None


@pytest.mark.parametrize(
    "words",
    ["on May", "in May", "on Tuesday", "since yesterday", "in Paris", "between two ferries", "9 May 2031", "in 12"],
)
def test_other_words_are_no_times(words: str) -> None:
    assert not re.fullmatch(PATTERN, words, re.IGNORECASE)


@pytest.mark.parametrize(
    "words", ["talks in May", "talks on Tuesday", "talks last week", "talks since June", "talks today"]
)
def test_what_only_a_calendar_at_hand_could_tell(words: str) -> None:
    assert UNDATED.search(words)


@pytest.mark.parametrize("words", ["Theresa May", "the march", "March", "talks in Mayfield", "May Day", "Sunday Times"])
def test_names_like_months_are_no_times(words: str) -> None:
    assert not UNDATED.search(words)


def test_a_range_that_ends_before_it_begins_is_told() -> None:
    backward = days("between 9 May 2031 and 2 May 2031")
    assert backward is not None
    assert backward.backward
    assert not Days("2031-05-02").backward


def test_days_read_as_a_sentence_goes_on() -> None:
    assert [str(d) for d in (Days("2031-05-02", "2031-05-02"), Days("2031-05-02", "2031-05-09"), Days("2031-05-02"),
                             Days(until="2031-05-09"))] == [
        "on 2031-05-02", "from 2031-05-02 to 2031-05-09", "since 2031-05-02", "up to 2031-05-09",
    ]  # fmt: skip
