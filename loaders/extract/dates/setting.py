"""What a pattern is read against: the publication day, the tense around it, and the expressions before it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from loaders.extract.dates.calendar import span_of
from loaders.extract.reading import Time

Tense = Literal["past", "future", "unknown"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(slots=True)
class Setting:
    """`published` is the only day that relative expressions count from; None leaves them unresolved."""

    text: str
    published: date | None
    tense: Callable[[int, int], Tense]
    before: list[Time] = field(default_factory=list)
    """The expressions already read, in the order of the text."""

    def last(self, pattern: str, start: int, reach: int = 400) -> Time | None:
        """The nearest earlier expression whose value fits, at most `reach` characters back."""
        for time in reversed(self.before):
            if time.start < start - reach:
                return None
            if re.fullmatch(pattern, time.value):
                return time
        return None

    def quarter(self, start: int) -> Time | None:
        """The nearest earlier quarter that was named for itself, and not as "a year earlier"."""
        for time in reversed(self.before):
            if time.start < start - 1500:
                return None
            if re.fullmatch(r"\d{4}-Q\d", time.value) and "year" not in self.text[time.start : time.end].lower():
                return time
        return None


Read = Callable[[re.Match[str], Setting], list[Time]]


def time(
    m: re.Match[str],
    value: str,
    type: TimeType = "DATE",  # noqa: A002 - the contract's own word
    group: int | str = 0,
    days: tuple[date | None, date | None] | None = None,
) -> Time:
    """The expression of a group of the match, with the days that its value covers unless they are given."""
    low, high = span_of(value) if days is None else (d.isoformat() if d else None for d in days)
    return Time(m.start(group), m.end(group), value, type, low, high)
