"""Days: what a TIMEX3 value covers, and the feasts that move.

Values follow TIMEX3 (TimeML 1.2.1): `2014`, `2014-03`, `2014-03-09`, `2014-W12`, `2014-Q1`, `2014-SU`, `201` (a
decade), `2014-03-09TMO`, `P3D`, `PRESENT_REF`; `X` stands for a digit that is not known.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
"""Meteorological seasons of the northern half; the winter of 1994 begins in December 1994."""

_VALUE = re.compile(
    r"(?P<century>\d\d)|(?P<decade>\d{3})|(?P<year>\d{4})"
    r"(?:-(?:W(?P<week>\d\d)(?:-(?P<weekend>WE|\d))?|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)"
    r"|(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T.*)?)?))?"
)


def span_of(value: str) -> tuple[str | None, str | None]:
    """First and last day that the value covers, as `YYYY-MM-DD`; (None, None) where it names no day of the calendar."""
    match = _VALUE.fullmatch(value)
    if not match:
        return None, None
    try:
        low, high = _days(match)
    except (ValueError, OverflowError):
        return None, None
    return low.isoformat(), high.isoformat()


def _days(m: re.Match[str]) -> tuple[date, date]:
    if m["century"]:
        return date(int(m["century"]) * 100, 1, 1), date(int(m["century"]) * 100 + 99, 12, 31)
    if m["decade"]:
        return date(int(m["decade"]) * 10, 1, 1), date(int(m["decade"]) * 10 + 9, 12, 31)
    year = int(m["year"])
    if m["week"]:
        first, last = {None: (1, 7), "WE": (6, 7)}.get(m["weekend"]) or (int(m["weekend"]), int(m["weekend"]))
        return date.fromisocalendar(year, int(m["week"]), first), date.fromisocalendar(year, int(m["week"]), last)
    if m["quarter"]:
        return months(year, int(m["quarter"]) * 3 - 2, int(m["quarter"]) * 3)
    if m["half"]:
        return months(year, int(m["half"]) * 6 - 5, int(m["half"]) * 6)
    if m["season"]:
        return months(year, *SEASON_MONTHS[m["season"]])
    if m["day"]:
        return (day := date(year, int(m["month"]), int(m["day"]))), day
    if m["month"]:
        return months(year, int(m["month"]), int(m["month"]))
    return date(year, 1, 1), date(year, 12, 31)


def months(year: int, first: int, last: int) -> tuple[date, date]:
    """First and last day of those months; a month over 12 is in the following year."""
    begin, end = shifted(year, first), shifted(year, last)
    return date(*begin, 1), date(*end, monthrange(*end)[1])


def shifted(year: int, month: int) -> tuple[int, int]:
    """A month counted beyond its year, as year and month."""
    return year + (month - 1) // 12, (month - 1) % 12 + 1


def back(day: date, unit: str, count: int) -> date:
    """The day `count` units before (after, if negative). The 31st becomes the last day of a shorter month."""
    if unit in ("D", "W"):
        return day - timedelta(days=count * (7 if unit == "W" else 1))
    year, month = shifted(day.year, day.month - count * (12 if unit == "Y" else 1))
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def week(day: date) -> str:
    """The ISO week that holds the day."""
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02}"


def quarter(day: date) -> str:
    return f"{day.year}-Q{(day.month + 2) // 3}"


def in_unit(day: date, unit: str) -> str:
    """The day's year, quarter, month, week, or itself."""
    return {
        "Y": f"{day.year}",
        "Q": quarter(day),
        "M": f"{day.year}-{day.month:02}",
        "W": week(day),
        "D": day.isoformat(),
        "E": f"{day.year // 10}",
        "C": f"{day.year // 100}",
    }[unit]


def nth(year: int, month: int, weekday: int, n: int) -> date:
    """The nth Monday (1) … Sunday (7) of a month; n = -1 is the last."""
    if n < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (n - 1))


def easter(year: int) -> date:
    """Easter Sunday, Gregorian (the anonymous algorithm of 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


FEASTS: dict[str, Callable[[int], date]] = {
    "new year's day": lambda y: date(y, 1, 1),
    "new year's eve": lambda y: date(y, 12, 31),
    "valentine's day": lambda y: date(y, 2, 14),
    "st. patrick's day": lambda y: date(y, 3, 17),
    "good friday": lambda y: easter(y) - timedelta(days=2),
    "easter sunday": easter,
    "easter monday": lambda y: easter(y) + timedelta(days=1),
    "easter": easter,
    "may day": lambda y: date(y, 5, 1),
    "memorial day": lambda y: nth(y, 5, 1, -1),
    "independence day": lambda y: date(y, 7, 4),
    "fourth of july": lambda y: date(y, 7, 4),
    "bastille day": lambda y: date(y, 7, 14),
    "labor day": lambda y: nth(y, 9, 1, 1),
    "halloween": lambda y: date(y, 10, 31),
    "election day": lambda y: nth(y, 11, 1, 1) + timedelta(days=1),
    "veterans day": lambda y: date(y, 11, 11),
    "thanksgiving day": lambda y: nth(y, 11, 4, 4),
    "thanksgiving": lambda y: nth(y, 11, 4, 4),
    "christmas eve": lambda y: date(y, 12, 24),
    "christmas day": lambda y: date(y, 12, 25),
    "christmas": lambda y: date(y, 12, 25),
    "boxing day": lambda y: date(y, 12, 26),
}
