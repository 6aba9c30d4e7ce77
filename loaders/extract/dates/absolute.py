"""Dates that name a day, month, year, quarter, season or decade of the calendar."""

from __future__ import annotations

import re
from datetime import date, timedelta

from loaders.extract.dates.calendar import FEASTS, SEASON_MONTHS, months, quarter
from loaders.extract.dates.setting import Setting, Tense, time
from loaders.extract.dates.words import (
    ORDINALS,
    SEASONS,
    WEEKDAYS,
    day_number,
    month_number,
    number,
    spoken_year,
    words,
)
from loaders.extract.reading import Time

_DATE_WORDS = words(
    "in since of by until till from to through last next this late early mid during before after between and around "
    "past every for end beginning start on following"
)
"""What stands before a bare "May", "March" or "Jan." that is a month."""


def full_date(m: re.Match[str], at: Setting) -> list[Time]:
    """Month, day and year, in any order; without the year, the nearest such day that the tense allows."""
    month, day = month_number(m["m"]), day_number(m["d"])
    year = int(m["y"]) if m.groupdict().get("y") else None
    if day is None or not _valid(year or 2000, month, day):
        return []
    if year is None:
        year = _year_of_weekday(m, at, month, day) or nearest_year(at, month, day, at.tense(*m.span()))
    return [time(m, f"{year or 'XXXX'}-{month:02}-{day:02}")]


def _year_of_weekday(m: re.Match[str], at: Setting, month: int, day: int) -> int | None:
    """The year, next to the publication day, in which the day is the weekday that the text gives it."""
    name = m.groupdict().get("w")
    if not name or at.published is None:
        return None
    near = sorted((at.published.year + n for n in (0, -1, 1)), key=lambda y: _days_off(at, y, month, day))
    weekday = WEEKDAYS[name.lower().rstrip(".")]
    return next((y for y in near if _valid(y, month, day) and date(y, month, day).isoweekday() == weekday), None)


def _days_off(at: Setting, year: int, month: int, day: int) -> int:
    assert at.published is not None
    return abs((date(year, month, min(day, 28)) - at.published).days)


def two_days(m: re.Match[str], at: Setting) -> list[Time]:
    """Two days of one month: two expressions."""
    first = full_date(m, at)
    second = day_number(m["d2"])
    if not first or second is None:
        return first
    year, month = first[0].value[:4], first[0].value[5:7]
    if not _valid(int(year) if year.isdigit() else 2000, int(month), second):
        return []
    begin = time(m, first[0].value)
    early = Time(m.start("m"), m.end("d"), begin.value, "DATE", begin.low, begin.high)
    return [early, time(m, f"{year}-{month}-{second:02}", group="d2")]


def numeric(m: re.Match[str], _: Setting) -> list[Time]:
    """`2014-03-09`, and `09.03.2014`; what may be month or day first is left alone."""
    year, month, day = int(m["y"]), int(m["mm"]), int(m["dd"])
    return [time(m, f"{year}-{month:02}-{day:02}")] if _valid(year, month, day) else []


def nearest_year(at: Setting, month: int, day: int | None, tense: Tense) -> int | None:
    """The year of a month (and day) given without one. Past and present: the last; future: the next; else the nearer,
    the past counting for nearer than it is, since news reports."""
    if at.published is None:
        return None
    today = at.published
    if day is None:
        last = today.year if month <= today.month else today.year - 1
        if tense == "future" and month != today.month:
            return last + 1
        ahead = (month - today.month) % 12
        return last + 1 if tense == "unknown" and 0 < ahead <= 2 and today.month + ahead <= 12 else last
    years = [y for y in (today.year - 1, today.year, today.year + 1) if _valid(y, month, day)]
    past = max((d for y in years if (d := date(y, month, day)) <= today), default=None)
    coming = min((d for y in years if (d := date(y, month, day)) > today), default=None)
    if past is None or coming is None:
        return (past or coming or today).year
    behind, ahead = (today - past).days, (coming - today).days
    if tense == "future":
        return coming.year if ahead < 320 and behind > 0 else past.year
    if tense == "past":  # "declared a dividend, payable Dec. 7": a day weeks ahead, rather than eleven months behind
        return coming.year if 5 * ahead < behind else past.year
    return coming.year if 2 * ahead < behind else past.year


def month_year(m: re.Match[str], _: Setting) -> list[Time]:
    return [edged(m, f"{m['y']}-{month_number(m['m']):02}")]


def month_alone(m: re.Match[str], at: Setting) -> list[Time]:
    """ "in March", "last March", "late March". A bare "May" or "March" needs a word before it that dates have."""
    month, which = month_number(m["m"]), (m["which"] or "").strip().lower()
    if not which and not m["edge"] and month in (3, 5):
        before = re.search(r"([A-Za-z]+)[-\s]+$", at.text[max(0, m.start() - 15) : m.start()])
        if not before or before[1].lower() not in _DATE_WORDS:
            return []
    if at.published is None:
        return [edged(m, f"XXXX-{month:02}")]
    today = at.published
    if which in ("this", "next"):
        year = today.year if month > today.month or which == "this" else today.year + 1
    elif which in ("last", "this past"):
        year = today.year if month < today.month else today.year - 1
    else:
        year = nearest_year(at, month, None, at.tense(*m.span())) or today.year
    return [edged(m, f"{year}-{month:02}")]


def year_alone(m: re.Match[str], _: Setting) -> list[Time]:
    return [edged(m, m["y"], group="whole" if "whole" in m.groupdict() else 0)]


def year_span(m: re.Match[str], _: Setting) -> list[Time]:
    """ "1994-96", "1994-1996", "1914 to 1918": two years."""
    first, second = m["y"], m["y2"]
    last = first[: 4 - len(second)] + second
    if int(last) <= int(first):
        return []
    return [time(m, first, group="y"), time(m, last, group="y2")]


def year_spoken(m: re.Match[str], _: Setting) -> list[Time]:
    year = spoken_year(m["spoken"])
    if year is None:
        return []
    if m["m"]:
        return [time(m, f"{year}-{month_number(m['m']):02}")]
    return [time(m, str(year))]


def decade(m: re.Match[str], _: Setting) -> list[Time]:
    """ "the 1990s", "the '90s", "the nineties". Without a century, the thirties and later are those of 1930 to 1999."""
    if m["digits"]:
        return [time(m, m["digits"][:3])]
    tens = m["short"] or str(int(number(m["word"].lower().removesuffix("ies") + "y") or 0))
    return [time(m, ("19" if tens[0] >= "3" else "20") + tens[0])]


def century(m: re.Match[str], _: Setting) -> list[Time]:
    return [time(m, f"{int(m['n']) - 1:02}")]


def quarter_of(m: re.Match[str], at: Setting) -> list[Time]:
    """The named quarter of the year given, else the last one that had begun by the publication day."""
    n = ORDINALS[m["n"].lower()]
    year = _year(m, at)
    if year is None and at.published is not None:
        year = at.published.year - (n > int(quarter(at.published)[-1]))
    return [time(m, f"{year or 'XXXX'}-Q{n}")]


def half_of(m: re.Match[str], at: Setting) -> list[Time]:
    year = _year(m, at) or (at.published.year if at.published else None)
    return [time(m, f"{year or 'XXXX'}-H{ORDINALS[m['n'].lower()]}")]


def season_of(m: re.Match[str], at: Setting) -> list[Time]:
    """ "the summer of 2014", "last spring", "this winter"."""
    season = SEASONS[m["s"].lower()]
    year = _year(m, at)
    if year is None and at.published is not None:
        first = SEASON_MONTHS[season][0]
        which = (m["which"] or "").lower()
        begun = at.published.year - (first > at.published.month)
        over = months(begun, *SEASON_MONTHS[season])[1] < at.published
        if which == "next":
            year = begun + 1
        elif which == "last":
            year = begun if over else begun - 1
        else:
            year = at.published.year
    return [time(m, f"{year or 'XXXX'}-{season}")]


def feast(m: re.Match[str], at: Setting) -> list[Time]:
    """A feast, in the year given or the nearest."""
    name = " ".join(m["feast"].lower().replace("’", "'").split())
    year = int(m["y"]) if m["y"] else None
    if year is None and at.published is not None:
        this = FEASTS[name](at.published.year)
        year = nearest_year(at, this.month, this.day, at.tense(*m.span()))
    return [time(m, FEASTS[name](year).isoformat() if year else "XXXX-XX-XX")]


def year_end(m: re.Match[str], at: Setting) -> list[Time]:
    """The end of a year: its December."""
    year = _year(m, at) or (at.published.year if at.published else None)
    return [time(m, f"{year or 'XXXX'}-12")]


def edged(m: re.Match[str], value: str, group: int | str = 0) -> Time:
    """A month or year, narrowed by "early", "mid", "late" to its first, middle or last third."""
    whole = time(m, value, group=group)
    edge = (m.groupdict().get("edge") or "").lower()
    if not edge or not whole.low or not whole.high:
        return whole
    low, high = date.fromisoformat(whole.low), date.fromisoformat(whole.high)
    third = (high - low).days // 3
    if "early" in edge or "beginning" in edge or "start" in edge:
        high = low + timedelta(days=third - 1)
    elif "mid" in edge:
        low, high = low + timedelta(days=third), high - timedelta(days=third)
    else:
        low = high - timedelta(days=third - 1)
    return time(m, value, group=group, days=(low, high))


def _year(m: re.Match[str], at: Setting) -> int | None:
    """The year that the match names: in digits, or as last, this or next year."""
    groups = m.groupdict()
    if groups.get("y"):
        return int(groups["y"])
    if groups.get("rel") and at.published is not None:
        return at.published.year + {"last": -1, "this": 0, "next": 1}[groups["rel"].lower()]
    return None


def _valid(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
