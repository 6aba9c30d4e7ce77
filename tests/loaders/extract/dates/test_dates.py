"""Time expressions as they stand in sentences, counted from the article's own day."""

from __future__ import annotations

from datetime import date

import pytest

from loaders.extract import dates
from loaders.extract.dates.patterns import Pattern, expand, patterns
from loaders.extract.dates.setting import Setting
from loaders.extract.reading import Time
from tests.loaders.extract.nlp import document

WEDNESDAY = "2024-05-15"


def read(text: str, published: str | None = WEDNESDAY) -> list[tuple[str, str, str, str | None, str | None]]:
    return [(text[t.start : t.end], t.value, t.type, t.low, t.high) for t in dates.find(document(text, published))]


def values(text: str, published: str | None = WEDNESDAY) -> list[tuple[str, str]]:
    return [(surface, value) for surface, value, *_ in read(text, published)]


@pytest.mark.parametrize("pattern", patterns(), ids=lambda p: p.name)
def test_each_pattern_reads_its_example(pattern: Pattern) -> None:
    at = Setting(pattern.example, date(2022, 3, 30), lambda _start, _end: "unknown")
    dates.read_block(at, 0, len(pattern.example))
    assert tuple((pattern.example[t.start : t.end], t.value) for t in at.before) == pattern.found


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The ferry sank off Norland on Wednesday.", "2024-05-15"),
        ("The ferry sank off Norland on Thursday.", "2024-05-09"),
        ("The ministers met on Tuesday in Lund.", "2024-05-14"),
        ("The ministers will meet on Friday in Lund.", "2024-05-17"),
        ("The ministers are due to meet on Friday in Lund.", "2024-05-17"),
        ("The ministers are to meet the dockers on Friday in Lund.", "2024-05-17"),
        ("Norland has time until the next meeting on Friday.", "2024-05-17"),
        ("Norland gave way at the next meeting on Friday.", "2024-05-10"),
        ("The court refused on Friday to hear the case.", "2024-05-10"),
        ("The ministers will meet next Tuesday in Lund.", "2024-05-21"),
        ("They recalled a promise to cut fares made during talks on Monday.", "2024-05-13"),
        ("The union urged the ports to answer by a vote planned for Saturday.", "2024-05-18"),
        ("The mayor resigned last Wednesday.", "2024-05-08"),
        ("Monday's storm tore off roofs.", "2024-05-13"),
    ],
)
def test_a_weekday_is_the_last_one_unless_the_clause_looks_ahead(text: str, day: str) -> None:
    assert [(low, high) for *_, low, high in read(text)] == [(day, day)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prices fell last month.", ("last month", "2024-04", "DATE", "2024-04-01", "2024-04-30")),
        ("Work began in late March.", ("late March", "2024-03", "DATE", "2024-03-22", "2024-03-31")),
        ("The mine closed in 2014.", ("2014", "2014", "DATE", "2014-01-01", "2014-12-31")),
        ("She fled two weeks ago.", ("two weeks ago", "2024-W18", "DATE", "2024-04-29", "2024-05-05")),
        ("The siege began on February 24.", ("February 24", "2024-02-24", "DATE", "2024-02-24", "2024-02-24")),
        ("It opened on Nov. 25.", ("Nov. 25", "2023-11-25", "DATE", "2023-11-25", "2023-11-25")),
        ("They will vote on July 3.", ("July 3", "2024-07-03", "DATE", "2024-07-03", "2024-07-03")),
        ("He leaves this week.", ("this week", "2024-W20", "DATE", "2024-05-13", "2024-05-19")),
        ("It rained for the past two weeks.", ("the past two weeks", "P2W", "DURATION", "2024-05-01", "2024-05-15")),
        ("Guns fell silent in recent days.", ("recent days", "PXD", "DURATION", None, "2024-05-15")),
        ("The raid came on Monday night.", ("Monday night", "2024-05-13TNI", "TIME", "2024-05-13", "2024-05-13")),
        ("The rate was set in the 1990s.", ("the 1990s", "199", "DATE", "1990-01-01", "1999-12-31")),
        ("The bus runs every two hours.", ("every two hours", "PT2H", "SET", None, None)),
    ],
)
def test_the_days_that_an_expression_covers(text: str, expected: tuple[str, ...]) -> None:
    assert read(text) == [expected]


def test_a_quarter_that_ended_is_the_one_in_which_most_of_its_days_lie() -> None:
    assert values("Sales fell in the quarter ended July 31, 2021.") == [
        ("the quarter", "2021-Q2"),
        ("July 31, 2021", "2021-07-31"),
    ]
    assert values("Sales fell in the quarter ended September 30, 2021.")[0] == ("the quarter", "2021-Q3")


def test_a_period_that_ended_has_its_days() -> None:
    assert read("Claims fell in the week ended February 22.") == [
        ("the week", "P1W", "DURATION", "2024-02-16", "2024-02-22"),
        ("February 22", "2024-02-22", "DATE", "2024-02-22", "2024-02-22"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry sank on Wednesday.", [("Wednesday", "XXXX-WXX-3")]),
        ("It sank yesterday, on March 3.", [("yesterday", "XXXX-XX-XX"), ("March 3", "XXXX-03-03")]),
        ("It sank last year and again two weeks ago.", [("last year", "XXXX"), ("two weeks ago", "XXXX-WXX")]),
        ("It sank in late March.", [("late March", "XXXX-03")]),
    ],
)
def test_without_a_publication_day_relative_dates_keep_their_gaps(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text, None) == expected
    assert all(low is None and high is None for *_, low, high in read(text, None))


def test_a_full_date_needs_no_publication_day() -> None:
    assert dates.find(document("Opened on 9 May 1998.", None)) == (
        Time(10, 20, "1998-05-09", "DATE", "1998-05-09", "1998-05-09"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "He may march home.",
        "May I ask?",
        "It cost $2014.",
        "He scored 1,998 points.",
        "The second man sat down.",
        "It weighs 20.5 kg.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert read(text) == []


def test_a_misprinted_month_is_read() -> None:
    assert values("The lines close by Sepember 30, 2024, it said.") == [("Sepember 30, 2024", "2024-09-30")]


def test_a_period_that_began_before_the_first_year_has_its_length() -> None:
    found = [("9000 years", "P9000Y"), ("March 31", "2024-03-31")]
    assert values("Rainfall over the 9000 years ended March 31 was low.") == found


def test_impossible_days_are_left_alone() -> None:
    assert values("The form says February 30 and 2019-13-45.") == [("February", "2024-02"), ("2019", "2019")]


def test_a_blank_may_be_a_line_break_but_no_empty_line() -> None:
    pattern = expand("two <unit>")
    assert pattern.search("two\nweeks")
    assert not pattern.search("two\n\nweeks")
