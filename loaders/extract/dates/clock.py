"""Times of day."""

from __future__ import annotations

import re
from datetime import date, timedelta

from loaders.extract.dates.relative import DAY_WORDS, weekday_date
from loaders.extract.dates.setting import Setting, time
from loaders.extract.dates.words import WEEKDAYS
from loaders.extract.reading import Time


def clock(m: re.Match[str], at: Setting) -> list[Time]:
    """A time of day: on the weekday or date word beside it, else on the day named last in the sentence or published."""
    reading = _clock(m["clock"])
    if reading is None:
        return []
    groups = m.groupdict()
    day: date | None = None
    text = "XXXX-XX-XX"
    if groups.get("w"):
        day = weekday_date(at, m["w"], "", m.start("w"), m.end("w"))
        text = f"XXXX-WXX-{WEEKDAYS[m['w'].lower().rstrip('.')]}"
    elif groups.get("word"):
        day = at.published and at.published - timedelta(days=DAY_WORDS[m["word"].lower()])
    else:
        near = at.last(r"\d{4}-\d\d-\d\d(T.*)?", m.start(), 80)
        day = date.fromisoformat(near.value[:10]) if near else at.published
    value = f"{day.isoformat() if day else text}T{reading}"
    return [time(m, value, "TIME")]


def _clock(words: str) -> str | None:
    text = words.lower().replace(" ", "").replace("\n", "")
    if text == "noon":
        return "12:00"
    if text == "midnight":
        return "24:00"
    digits = re.match(r"(\d\d)(\d\d)(?!\d)|(\d{1,2})(?:[:.](\d\d))?", text)
    if digits is None:
        return None
    hour, minute = int(digits[1] or digits[3]), int(digits[2] or digits[4] or 0)
    rest = text[digits.end() :]
    if rest.startswith("p") and hour < 12:
        hour += 12
    if rest.startswith("a") and hour == 12:
        hour = 0
    return f"{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None
