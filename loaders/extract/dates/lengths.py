"""Durations and what comes again and again."""

from __future__ import annotations

import re
from datetime import date, timedelta

from loaders.extract.dates.calendar import back, quarter
from loaders.extract.dates.setting import Setting, time
from loaders.extract.dates.words import WEEKDAYS, day_number, month_number, number, unit
from loaders.extract.reading import Time

_CODE = {
    "S": ("T", "S"), "I": ("T", "M"), "H": ("T", "H"), "D": ("", "D"), "W": ("", "W"), "M": ("", "M"), "Q": ("", "Q"),
    "Y": ("", "Y"), "E": ("", "E"), "C": ("", "C"),
}  # fmt: skip
_OFTEN = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P1Q",
    "yearly": "P1Y", "annually": "P1Y", "annual": "P1Y", "biweekly": "P2W", "nightly ": "P1D",
}  # fmt: skip


def length(letter: str, count: float | None) -> str:
    """The TIMEX3 period: `P3D`, `PT2H`, `P2Y6M`, `P20Y` for two decades; `PXW` where the number is vague."""
    clock, code = _CODE[letter]
    if count is None:
        return f"P{clock}X{code}"
    if letter in "EC" and count < 1000:
        return f"P{int(count * (10 if letter == 'E' else 100))}Y"
    whole, rest = int(count), count - int(count)
    if rest == 0.5 and letter == "Y":
        return f"P{f'{whole}Y' if whole else ''}6M"
    if rest == 0.5 and letter == "H":
        return f"PT{f'{whole}H' if whole else ''}30M"
    return f"P{clock}{whole if not rest else count}{code}"


def duration(m: re.Match[str], _: Setting) -> list[Time]:
    """ "three days", "a two-hour meeting", "2 1/2 years", "several weeks", "half an hour", "a year and a half"."""
    groups = m.groupdict()
    count = number(groups["n"]) if groups.get("n") else (0.0 if groups.get("half") else None)
    if groups.get("half") or groups.get("andhalf"):
        count = (count or 0) + 0.5
    if count is not None and count > 9999:
        return []
    return [time(m, length(unit(m["u"]), count), "DURATION", "whole" if "whole" in groups else 0)]


def around(m: re.Match[str], at: Setting) -> list[Time]:
    """ "the past two weeks", "the next five years", "recent days": a duration with its days."""
    which, letter = m["which"].lower(), unit(m["u"])
    words = m["n"]
    count = number(words) if words else None
    ahead = which in ("next", "coming")
    days: tuple[date | None, date | None] = (None, None)
    if at.published is not None:
        far: date | None = None
        if count is not None and letter in "DWMYEC":
            size, step = {"E": (10, "Y"), "C": (100, "Y")}.get(letter, (1, letter))
            try:
                far = back(at.published, step, int(count * size) * (-1 if ahead else 1))
            except (ValueError, OverflowError):
                far = None
        days = (at.published, far) if ahead else (far, at.published)
    return [time(m, length(letter, count), "DURATION", days=days)]


def first_of(m: re.Match[str], _: Setting) -> list[Time]:
    """ "the first nine months": a duration."""
    return [time(m, length(unit(m["u"]), number(m["n"]) if m["n"] else 1.0), "DURATION")]


def period_ended(m: re.Match[str], at: Setting) -> list[Time]:
    """ "the week ended February 22": the period, which ends on the date that follows. A quarter is one of a year."""
    count = number(m["n"]) if m["n"] else 1.0
    letter, month, day = unit(m["u"]), month_number(m["m"]), day_number(m["d"])
    year = int(m["y"]) if m["y"] else at.published.year if at.published else None
    days: tuple[date | None, date | None] = (None, None)
    if year is not None and day is not None and count is not None and letter in "DWMYQ":
        try:
            end = date(year, month, day)
        except ValueError:
            return []
        if not m["y"] and at.published and end > at.published:
            end = back(end, "Y", 1)
        step, size = ("M", 3) if letter == "Q" else (letter, 1)
        try:
            days = (_opened(end, step, int(count * size)), end)
        except (ValueError, OverflowError):  # before the first year: "the 2,000 years ended March 31"
            return []
    date_ = time(m, days[1].isoformat() if days[1] else f"XXXX-{month:02}-{day:02}", group="m")
    last = m.end("y") if m["y"] else m.end("d")
    if letter == "Q" and count == 1 and days[1] is not None:
        # Firms close their books when they like: it is the quarter in which most of its days lie.
        whole = time(m, quarter(days[1] - timedelta(days=45)), "DATE", "whole", days)
    else:
        whole = time(m, length(letter, count), "DURATION", "whole", days)
    return [
        whole,
        Time(m.start("m"), last, date_.value, "DATE", date_.low, date_.high),
    ]


def _opened(end: date, step: str, count: int) -> date:
    """The first day of a period that closes on `end`: months that close on their last day began on a first."""
    if step in "MY" and (end + timedelta(days=1)).day == 1:
        return back(end + timedelta(days=1), step, count)
    return back(end, step, count) + timedelta(days=1)


_COUNTED = re.compile(r"(?:\d|%|once|twice|times|dozen|hundred|[mb]illion|thousand|percent|cents)(?: \w+)?\s$")


def rate(m: re.Match[str], at: Setting) -> list[Time]:
    """ "300 tonnes a day": what is counted comes again each day."""
    if not _COUNTED.search(at.text[max(0, m.start() - 30) : m.start()]):
        return []
    return [time(m, length(unit(m["u"]), 1.0), "SET", "whole")]


def set_of(m: re.Match[str], _: Setting) -> list[Time]:
    """ "every day", "twice a week", "each Monday", "daily"."""
    groups = m.groupdict()
    if groups.get("often"):
        return [time(m, _OFTEN[m["often"].lower()], "SET")]
    if groups.get("w"):
        return [time(m, f"XXXX-WXX-{WEEKDAYS[m['w'].lower().rstrip('.').removesuffix('s')]}", "SET")]
    if groups.get("m"):
        return [time(m, f"XXXX-{month_number(m['m']):02}", "SET")]
    count = number(groups["n"]) if groups.get("n") else 1.0
    return [time(m, length(unit(m["u"]), count), "SET", "whole" if "whole" in groups else 0)]
