"""What stands before a line and is no part of what it says: the time of an entry, the mark of an item of a list.

Each form bears its example; the tests run them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_ZONE = r"(?:\s?(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|PST|PDT|PT|MSK|IST|local\ time)\b)?"
_TIME = rf"(?:\d{{1,2}}[:.]\d{{2}}(?:\s?[ap]\.?m\b\.?)?|\d{{1,2}}\s?[ap]\.?m\b\.?|\d{{4}}\ (?=GMT|UTC)){_ZONE}"
_STAMPS = {
    "14:32": re.compile(rf"(?:(?:updated|posted|published)(?:\ at)?:?\ )?{_TIME}$", re.IGNORECASE | re.VERBOSE),
    "3 March 2025, 14:32 GMT": re.compile(
        rf"(?:\w+day,?\ )?(?:\d{{1,2}}\ [A-Z]\w+|[A-Z]\w+\ \d{{1,2}})(?:,?\ \d{{4}})?,?\s(?:at\ )?{_TIME}$", re.VERBOSE
    ),
    "5 min ago": re.compile(
        r"(?:\d{1,2}|an?)\s?(?:h|hr|hours?|m|min|minutes?)(?:\s\d{1,2}\s?m(?:in)?)?\sago$", re.IGNORECASE
    ),
}
_LEADING = re.compile(rf"\[?{_TIME}\]?(?:\s?[-–—:|]\s+|\s+)(?=[A-Z\"“'‘])", re.VERBOSE)
"""As in "14:32 - Police said …"."""
_BULLET = re.compile(r"(?:[•*·▪▫◦‣●■□▸►➢✓]|[-–—](?!-)|--)\s+(?=[\w\"“'‘(])")
_NUMBER = re.compile(r"\(?(\d{1,2})[.)]\s+(?=[A-Z\"“'‘(])")


def is_stamp(line: str) -> bool:
    """Whether a line is the time of an entry and nothing else."""
    return len(line) < 60 and any(form.match(line) for form in _STAMPS.values())


def stamped(text: str, lines: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Where the story begins in lines that begin with a time, by their index; none where one line alone does."""
    found = {at: match.end() for at, (start, end) in enumerate(lines) if (match := _LEADING.match(text, start, end))}
    return found if len(found) > 1 else {}


def items(text: str, lines: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Where the words begin in items of a list, by their index: marks, and numbers that count up."""
    bullets = {at: match.end() for at, (start, end) in enumerate(lines) if (match := _BULLET.match(text, start, end))}
    numbers = [
        (at, int(match[1]), match.end())
        for at, (start, end) in enumerate(lines)
        if (match := _NUMBER.match(text, start, end))
    ]
    counted = {at: end for pair in pairwise(numbers) if pair[1][1] == pair[0][1] + 1 for at, _, end in pair}
    return (bullets if len(bullets) > 1 else {}) | counted
