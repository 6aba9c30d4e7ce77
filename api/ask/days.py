"""Days as people write them in a question. Only whole dates, months and years: a question has no day of its own to
count from."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_NAMED = "|".join(MONTHS)
_ORDINAL = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
_DAY = "|".join(
    (
        r"\d{4}-\d\d?-\d\d?",
        rf"{_ORDINAL} (?:of )?(?:{_NAMED}),? \d{{4}}",
        rf"(?:{_NAMED}) {_ORDINAL},? \d{{4}}",
    )
)
"""A whole date: 2021-03-03, 3 March 2021, March 3, 2021."""
_LONG = rf"(?:{_NAMED}),? {_YEAR}|{_YEAR}-\d\d|{_YEAR}"
"""A month or a year: March 2021, 2021-03, 2021."""
_ANY = f"(?:{_DAY}|{_LONG})"
_START = rf"(?:{_ANY}|{_ORDINAL}(?: (?:of )?(?:{_NAMED}))?|(?:{_NAMED})(?: {_ORDINAL})?)"
"""Where a range begins: what it does not say, its end says, "between 1 and 5 March 2021"."""
PATTERN = "|".join(
    (
        f"on (?:{_DAY})",
        f"(?:in|during) (?:{_LONG})",
        f"between {_START} and {_ANY}",
        f"from {_START} (?:to|until|till) {_ANY}",
        f"(?:since|after|before|until|till|up to) {_ANY}",
    )
)
"""When, as a question may end: on a day, in a month or year, or in a range of days."""
UNDATED = re.compile(
    r"\b(?:(?:on )?(?:last |next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|"
    rf"(?:last|this|next) (?:week|month|year)|(?:in|during|since|after|before|until) (?:{_NAMED}))\Z",
    re.IGNORECASE,
)
"""A time that only a calendar at hand could tell."""


@dataclass(frozen=True, slots=True)
class Days:
    """From a day to a day, both inclusive, `YYYY-MM-DD`; None where it is open."""

    since: str | None = None
    until: str | None = None

    def __str__(self) -> str:
        if self.since == self.until:
            return f"on {self.since}"
        if self.since and self.until:
            return f"from {self.since} to {self.until}"
        return f"since {self.since}" if self.since else f"up to {self.until}"

    @property
    def backward(self) -> bool:
        """Whether it ends before it begins."""
        return bool(self.since and self.until and self.since > self.until)


def days(words: str) -> Days | None:
    """What a time that fits PATTERN means, or None where no calendar has such a day.

    >>> str(days("on 3rd of March 2021")), str(days("in March 2021")), days("on 2021-02-30")
    ('on 2021-03-03', 'from 2021-03-01 to 2021-03-31', None)
    """
    how, _, rest = words.partition(" ")
    how, rest = how.lower(), rest.removeprefix("to ") if how.lower() == "up" else rest
    try:
        if how in ("between", "from"):
            start, end = re.split(r" (?:and|to|until|till) ", rest, maxsplit=1, flags=re.IGNORECASE)
            return Days(_span(start, end)[0].isoformat(), _span(end)[1].isoformat())
        first, last = _span(rest)
        if how == "since":
            return Days(since=first.isoformat())
        if how == "after":
            return Days(since=(last + timedelta(days=1)).isoformat())
        if how == "before":
            return Days(until=(first - timedelta(days=1)).isoformat())
        if how in ("until", "till", "up"):
            return Days(until=last.isoformat())
        return Days(first.isoformat(), last.isoformat())
    except (ValueError, OverflowError):
        return None


def _span(words: str, later: str = "") -> tuple[date, date]:
    """First and last day of a day, month or year; what it leaves out is taken from `later`. ValueError for none."""
    if re.fullmatch(r"\d{4}-\d\d?(?:-\d\d?)?", words):
        year, month, *day = (int(number) for number in words.split("-"))
    else:
        named = next((m for m, name in enumerate(MONTHS, 1) if name in words.lower()), 0)
        years = re.findall(r"\d{4}", words)
        day = [int(number) for number in re.findall(r"(?<!\d)\d{1,2}(?!\d)", words)]
        ends = _span(later)[1] if later and not years else None
        year = int(years[0]) if years else ends.year if ends else 0
        month = named or (ends.month if ends and day else 0)
    if day:
        return (only := date(year, month, day[0])), only
    if month:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)
