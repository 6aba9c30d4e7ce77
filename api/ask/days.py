"""Days as people write them in a question. Only whole dates: a question has no day of its own to count from."""

from __future__ import annotations

import re
from datetime import date

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_NAMED = "|".join(MONTHS)
PATTERN = "|".join(
    (
        r"\d{4}-\d\d?-\d\d?",
        rf"\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_NAMED}),? \d{{4}}",
        rf"(?:{_NAMED}) \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}",
    )
)
"""A whole date: 2021-03-03, 3 March 2021, March 3, 2021."""
UNDATED = re.compile(
    r"\b(?:(?:on )?(?:last |next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|"
    r"(?:last|this|next) (?:week|month|year))\Z",
    re.IGNORECASE,
)
"""A day that only a calendar at hand could tell."""


def day(words: str) -> str | None:
    """`YYYY-MM-DD`, or None for a day that no calendar has.

    >>> day("3rd of March 2021"), day("2021-02-30")
    ('2021-03-03', None)
    """
    numbers = [int(n) for n in re.findall(r"\d+", words)]
    month = next((m for m, name in enumerate(MONTHS, 1) if name in words.lower()), None)
    try:
        if month is None:
            return date(*numbers).isoformat()
        return date(max(numbers), month, min(numbers)).isoformat()
    except ValueError:
        return None
