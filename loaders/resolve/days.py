"""Dates as the reading writes them, as days of the graph."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Days:
    """A date that may be partial: its first and last day, and how precise it is."""

    first: date
    last: date
    precision: str
    """day, month or year."""


def days_of(value: str | None) -> Days | None:
    """`YYYY`, `YYYY-MM` or `YYYY-MM-DD`; None for anything else, and for days that do not exist."""
    match = _PARTIAL.fullmatch(value or "")
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if year is None:
            return None
        if month is None:
            return Days(date(year, 1, 1), date(year, 12, 31), "year")
        if day is None:
            return Days(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month")
        return Days(date(year, month, day), date(year, month, day), "day")
    except ValueError:
        return None


def day_of(value: str | None) -> date | None:
    """The day, where the date says one."""
    days = days_of(value)
    return days.first if days is not None and days.precision == "day" else None
