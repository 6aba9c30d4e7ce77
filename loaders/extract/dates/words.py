"""The words of dates: numbers, months, weekdays, units; and the names that patterns use for them."""

from __future__ import annotations

import re


def _numbered(text: str, first: int = 1) -> dict[str, int]:
    """Names in their order, alternatives joined by "/"."""
    return {name: n for n, names in enumerate(text.split(), first) for name in names.split("/")}


def words(text: str) -> frozenset[str]:
    """A list of words, as a set."""
    return frozenset(text.split())


_MONTHS = _numbered("jan feb mar apr may jun jul aug sep oct nov dec")
WEEKDAYS = _numbered(
    "mon/monday tue/tues/tuesday wed/wednesday thu/thur/thurs/thursday fri/friday sat/saturday sun/sunday"
)
UNITS = {
    "second": "S", "minute": "I", "hour": "H", "day": "D", "night": "D", "week": "W", "fortnight": "W", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "E", "century": "C", "centurie": "C", "weekend": "WE", "semester": "H",
}  # fmt: skip
"""Our letter for each unit (I is minutes, E decades, C centuries)."""
PARTS = {"morning": "MO", "midday": "MI", "afternoon": "AF", "evening": "EV", "night": "NI"}
SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}

_SMALL = _numbered(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen",
    0,
)
_TENS = _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 2)
ORDINALS = _numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
_VAGUE = words("few several some many couple dozens recent coming additional")


def number(text: str) -> float | None:
    """The number that the words or digits mean; None for a vague one ("several")."""
    text = text.lower().replace(",", "").replace("-", " ").strip()
    if match := re.fullmatch(r"(\d+) (\d)/(\d)", text):
        return int(match[1]) + int(match[2]) / int(match[3])
    if re.fullmatch(r"\d+(\.\d+)?", text):
        return float(text)
    total, part, known = 0, 0, False
    for word in text.split():
        if word in ("a", "an"):
            part, known = part + 1, True
        elif word in _SMALL:
            part, known = part + _SMALL[word], True
        elif word in _TENS:
            part, known = part + 10 * _TENS[word], True
        elif word == "hundred":
            part, known = max(part, 1) * 100, True
        elif word == "thousand":
            total, part, known = total + max(part, 1) * 1000, 0, True
        elif word == "dozen":
            part, known = max(part, 1) * 12, True
        elif word in _VAGUE:
            return None
    return float(total + part) if known else None


def spoken_year(text: str) -> int | None:
    """ "nineteen ninety-four", "two thousand": 1994, 2000."""
    first, *rest = text.lower().replace("-", " ").split()
    if first in ("nineteen", "twenty", "eighteen") and rest and rest[0] not in ("hundred", "thousand"):
        tail = number(" ".join(rest))
        century = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}[first]
        return century + int(tail) if tail is not None and 10 <= tail < 100 else None
    whole = number(text)
    return int(whole) if whole is not None and 1800 <= whole < 2100 else None


def month_number(word: str) -> int:
    """By the first three letters, which a misprint leaves alone: "Sepember"."""
    return _MONTHS[word[:3].lower()]


def day_number(text: str) -> int | None:
    """ "3", "3rd", "third": the day of a month."""
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else ORDINALS.get(text.lower())


def unit(word: str) -> str:
    """The letter of a unit, singular or plural."""
    plain = word.lower()
    return UNITS.get(plain) or UNITS[plain.removesuffix("s")]


_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENTHS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_BASE = f"(?:(?:{_TENTHS})(?:[- ](?:{_ONES}))?|{_TEENS}|{_ONES}|a|an)"
_NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+ \d/\d|\d{{1,4}}(?:\.\d+)?"
    rf"|{_BASE}(?:[- ](?:hundred|thousand|dozen))*)"
)
MACROS = {
    "month": r"(?:J(?:an|AN)(?:uary|UARY|\.)?|F(?:eb|EB)(?:ruary|RUARY|\.)?|M(?:arch|ARCH|ar\.)|A(?:pr|PR)(?:il|IL|\.)?"
    r"|M(?:ay|AY)|J(?:une|UNE|un\.)|J(?:uly|ULY|ul\.)|A(?:ug|UG)(?:ust|UST|\.)?|S(?:ept?|EPT?)(?:ember|EMBER|tember|TEMBER|\.)?"
    r"|O(?:ct|CT)(?:ober|OBER|\.)?|N(?:ov|OV)(?:ember|EMBER|\.)?|D(?:ec|EC)(?:ember|EMBER|\.)?)(?![A-Za-z])",
    "weekday": r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY"
    r"|(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\.(?= [A-Z\d]))",
    "day": r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)",
    "year": r"(?:1[4-9]|20)\d\d(?![\d%]|[.,]\d)",
    "unit": r"(?i:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|quarters?|years?|decades?"
    r"|centur(?:y|ies))",
    "units": r"(?i:seconds|minutes|hours|days|weeks|months|quarters|years|decades|centuries)",
    "n": rf"(?i:{_NUMBER})",
    "vague": r"(?i:a few|few|several|some|many|a couple of|a couple|dozens of)",
    "about": r"(?i:(?:nearly|about|almost|more than|at least|over|around|roughly|approximately|less than|fewer than"
    r"|up to|at most|just over|just under|only|some|another|an estimated|barely|well over) )",
    "part": r"(?i:morning|midday|afternoon|evening|night)",
    "season": r"(?i:spring|summer|fall|autumn|winter)",
    "edge": r"(?i:(?:the )?(?:beginning|start|middle|end) of |(?:early|late|mid)(?:[- ]| in ))",
    "clock": r"(?:(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?(?: ?(?i:a\.m\.|p\.m\.|am\b|pm\b))"
    r"|(?:[01]?\d|2[0-4]):[0-5]\d|(?:[01]\d|2[0-4])[0-5]\d(?= ?(?:GMT|UTC|hours))|(?i:noon|midnight))",
    "zone": r"(?: ?\(?(?:GMT|UTC|EDT|EST|ET|CET|CEST|BST|PDT|PST|PT|CDT|CST|MST|MDT|IST|local time"
    r"|Moscow time|Z\b)\)?)",
    "spoken": rf"(?i:(?:nineteen|eighteen|twenty)[- ](?:(?:{_TENTHS})(?:-(?:{_ONES}))?|{_TEENS})"
    rf"|two thousand(?: and (?:{_BASE}))?)",
}
