from __future__ import annotations

from datetime import date

import pytest

from loaders.extract.dates.calendar import FEASTS, back, easter, in_unit, span_of
from loaders.extract.dates.words import day_number, number, spoken_year


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2024-02-29", ("2024-02-29", "2024-02-29")),
        ("2024-02-29TNI", ("2024-02-29", "2024-02-29")),
        ("2020-W53", ("2020-12-28", "2021-01-03")),
        ("2024-W20-WE", ("2024-05-18", "2024-05-19")),
        ("2023-Q4", ("2023-10-01", "2023-12-31")),
        ("2023-H1", ("2023-01-01", "2023-06-30")),
        ("1994-WI", ("1994-12-01", "1995-02-28")),
        ("199", ("1990-01-01", "1999-12-31")),
        ("18", ("1800-01-01", "1899-12-31")),
        ("2023-02-30", (None, None)),
        ("XXXX-03", (None, None)),
        ("P3D", (None, None)),
        ("PRESENT_REF", (None, None)),
    ],
)
def test_days_of_a_value(value: str, days: tuple[str | None, str | None]) -> None:
    assert span_of(value) == days


def test_counting_back_keeps_inside_shorter_months() -> None:
    assert back(date(2024, 3, 31), "M", 1) == date(2024, 2, 29)
    assert back(date(2024, 1, 15), "M", 1) == date(2023, 12, 15)
    assert back(date(2024, 2, 29), "Y", 1) == date(2023, 2, 28)
    assert back(date(2024, 5, 15), "W", -1) == date(2024, 5, 22)


def test_units_that_hold_a_day() -> None:
    assert [in_unit(date(2024, 12, 30), u) for u in "YQMWDEC"] == [
        "2024", "2024-Q4", "2024-12", "2025-W01", "2024-12-30", "202", "20",
    ]  # fmt: skip


def test_feasts_that_move() -> None:
    assert [easter(y) for y in (2019, 2022, 2024)] == [date(2019, 4, 21), date(2022, 4, 17), date(2024, 3, 31)]
    assert FEASTS["thanksgiving"](2023) == date(2023, 11, 23)
    assert FEASTS["election day"](2016) == date(2016, 11, 8)
    assert FEASTS["memorial day"](2022) == date(2022, 5, 30)


def test_numbers_in_words() -> None:
    assert [number(w) for w in ("two", "twenty-three", "a hundred", "2 1/2", "1,500", "several", "a dozen")] == [
        2, 23, 100, 2.5, 1500, None, 12,
    ]  # fmt: skip
    assert [spoken_year(w) for w in ("nineteen ninety-four", "two thousand", "twenty ten", "nineteen hundred")] == [
        1994, 2000, 2010, 1900,
    ]  # fmt: skip
    assert [day_number(w) for w in ("3rd", "14", "first")] == [3, 14, 1]
