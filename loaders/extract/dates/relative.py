"""Dates that count from the publication day, or from a date named just before."""

from __future__ import annotations

import re
from datetime import date, timedelta

from loaders.extract.dates.calendar import back, in_unit, quarter, week
from loaders.extract.dates.lengths import length
from loaders.extract.dates.setting import Setting, TimeType, time
from loaders.extract.dates.words import PARTS, WEEKDAYS, number, unit
from loaders.extract.reading import Time

DAY_WORDS = {
    "today": 0,
    "tonight": 0,
    "yesterday": 1,
    "tomorrow": -1,
    "the day before yesterday": 2,
    "the day after tomorrow": -2,
}
"""How many days ago each was."""
_UNKNOWN = {"Y": "XXXX", "Q": "XXXX-QX", "M": "XXXX-XX", "W": "XXXX-WXX", "D": "XXXX-XX-XX", "E": "XXX", "C": "XX"}
_SIZE = {"Y": 1, "Q": 3, "M": 1, "W": 1, "D": 1, "E": 10, "C": 100}


def weekday_date(at: Setting, name: str, which: str, start: int, end: int) -> date | None:
    """The day a weekday means: the last one not after the publication day; the next one where the tense says so."""
    if at.published is None:
        return None
    today = at.published
    ago = (today.isoweekday() - WEEKDAYS[name.lower().rstrip(".")]) % 7
    if which in ("next", "this coming", "coming"):
        return today + timedelta(days=7 - ago)
    if which == "last":
        return today - timedelta(days=ago or 7)
    if which != "this past" and ago and at.tense(start, end) == "future":
        return today + timedelta(days=7 - ago)
    return today - timedelta(days=ago)


def weekday(m: re.Match[str], at: Setting) -> list[Time]:
    """ "Tuesday", "last Friday", "Wednesday night", "early Monday"."""
    which = " ".join((m["which"] or "").lower().split())
    day = weekday_date(at, m["w"], which, *m.span())
    value = day.isoformat() if day else f"XXXX-WXX-{WEEKDAYS[m['w'].lower().rstrip('.')]}"
    return [_parted(m, value, m["part"])]


def last_weeks_day(m: re.Match[str], at: Setting) -> list[Time]:
    """ "Thursday of last week"."""
    number_ = WEEKDAYS[m["w"].lower().rstrip(".")]
    if at.published is None:
        return [time(m, f"XXXX-WXX-{number_}")]
    monday = at.published - timedelta(days=at.published.isoweekday() + 6)
    return [time(m, (monday + timedelta(days=number_ - 1)).isoformat())]


def day_word(m: re.Match[str], at: Setting) -> list[Time]:
    """ "today", "yesterday evening", "tomorrow", "tonight"."""
    word = " ".join(m["word"].lower().split())
    part = m["part"] or ("night" if word == "tonight" else None)
    if at.published is None:
        return [_parted(m, "XXXX-XX-XX", part)]
    return [_parted(m, (at.published - timedelta(days=DAY_WORDS[word])).isoformat(), part)]


def this_part(m: re.Match[str], at: Setting) -> list[Time]:
    """ "this morning", "last night", "overnight": the last night began the day before."""
    part = m["part"] or "night"
    before = 1 if (m["which"] or "").lower() == "last" else 0
    day = (at.published - timedelta(days=before)).isoformat() if at.published else "XXXX-XX-XX"
    return [_parted(m, day, part)]


def unit_shift(m: re.Match[str], at: Setting) -> list[Time]:
    """ "last month", "this week", "next year", "earlier this year", "the previous quarter"."""
    letter, which = unit(m["u"]), m["which"].lower()
    step = {"next": -1, "coming": -1, "following": -1, "this": 0, "current": 0}.get(which, 1)
    if which in ("previous", "following", "preceding", "same") and (near := _before(m, at, letter)):
        return [time(m, in_unit(back(near, "M" if letter == "Q" else letter, step * _SIZE[letter]), letter))]
    if which == "same":
        return []
    if at.published is None:
        return [time(m, _UNKNOWN[letter])]
    if letter in "EC":
        return [time(m, f"{int(in_unit(at.published, letter)) - step:0{3 if letter == 'E' else 2}}")]
    return [time(m, in_unit(back(at.published, "M" if letter == "Q" else letter, step * _SIZE[letter]), letter))]


def _before(m: re.Match[str], at: Setting, letter: str) -> date | None:
    """The day from which "the following year" counts: the last date before it, in the same or the previous sentence."""
    shape = {"D": r"\d{4}-\d\d-\d\d.*", "M": r"\d{4}-\d\d.*", "W": r"\d{4}-(W\d\d|\d\d-\d\d.*)"}.get(letter, r"\d{4}.*")
    near = at.last(shape, m.start())
    return date.fromisoformat(near.low) if near and near.low else None


def weekend(m: re.Match[str], at: Setting) -> list[Time]:
    """ "last weekend", "the weekend", "this weekend": Saturday and Sunday."""
    if at.published is None:
        return [time(m, "XXXX-WXX-WE")]
    which = (m["which"] or "").lower()
    monday = at.published - timedelta(days=at.published.isoweekday() - 1)
    if which == "next":
        monday += timedelta(days=7)
    elif which in ("last", "past") or (not which and at.published.isoweekday() < 6 and at.tense(*m.span()) != "future"):
        monday -= timedelta(days=7)
    return [time(m, week(monday) + "-WE")]


def ago(m: re.Match[str], at: Setting) -> list[Time]:
    """ "two weeks ago", "five months earlier", "three days later", "in ten days' time": as exact as the unit."""
    letter, count = unit(m["u"]), number(m["n"]) if m["n"] else None
    forward = m["way"].lower() in ("later", "from now", "after", "hence")
    word = m["way"].lower()
    if letter in "SIH":
        return [time(m, "PAST_REF" if not forward else "FUTURE_REF")]
    if count is None:
        return [time(m, "FUTURE_REF" if forward else "PAST_REF")]
    if letter == "Y" and count == 1 and not forward and (near := at.quarter(m.start())):
        return [time(m, f"{int(near.value[:4]) - 1}{near.value[4:]}")]
    base = at.published
    if word in ("later", "after", "before", "previously"):
        near_day = _before(m, at, "D" if letter in "DW" else letter)
        if near_day is None:
            return [time(m, length(letter, count), "DURATION")]
        base = near_day
    if base is None:
        return [time(m, _UNKNOWN[letter])]
    size = int(count * _SIZE[letter])
    try:
        day = back(base, {"E": "Y", "C": "Y", "Q": "M"}.get(letter, letter), -size if forward else size)
    except (ValueError, OverflowError):
        return [time(m, "PAST_REF")]
    return [time(m, in_unit(day, {"E": "Y", "C": "Y"}.get(letter, letter)))]


def year_earlier(m: re.Match[str], at: Setting) -> list[Time]:
    """ "the year-earlier figure": a year before the quarter named last, else before the publication year."""
    if near := at.quarter(m.start()):
        return [time(m, f"{int(near.value[:4]) - 1}{near.value[4:]}")]
    return [time(m, str(at.published.year - 1) if at.published else "XXXX")]


def same_day(m: re.Match[str], at: Setting) -> list[Time]:
    """ "the same day", "the next day", "a day earlier": counted from the date before."""
    near = _before(m, at, "D")
    if near is None:
        return []
    step = {"same": 0, "that": 0, "next": 1, "following": 1, "previous": -1}[m["which"].lower()]
    return [_parted(m, (near + timedelta(days=step)).isoformat(), m["part"] if "part" in m.groupdict() else None)]


def this_quarter(m: re.Match[str], at: Setting) -> list[Time]:
    """ "the quarter", "the latest quarter": the one named before."""
    near = at.quarter(m.start())
    if (m["which"] or "").lower() == "current" and at.published:
        return [time(m, quarter(at.published))]
    if (m["which"] or "").lower().startswith("year") and near:
        return [time(m, f"{int(near.value[:4]) - 1}{near.value[4:]}")]
    return [time(m, near.value)] if near else []


def reference(m: re.Match[str], at: Setting) -> list[Time]:
    """ "now", "recently", "the future": near the publication day, before it, after it."""
    if m["present"]:
        return [time(m, "PRESENT_REF", days=(at.published, at.published))]
    return [time(m, "PAST_REF" if m["past"] else "FUTURE_REF")]


def _parted(m: re.Match[str], value: str, part: str | None) -> Time:
    type_: TimeType = "TIME" if part else "DATE"
    return time(m, value + ("T" + PARTS[part.lower()] if part else ""), type_)
