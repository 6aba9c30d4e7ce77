"""Numbers of people, as written: "14", "some 20,000", "at least five", "two dozen", "between 30 and 40"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Token

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
)
WORDS: dict[str, int] = {w: n for n, w in enumerate(f"{_UNITS} eighteen nineteen".split())} | {
    w: n * 10 for n, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
SCALES: dict[str, int] = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000, "mln": 1_000_000}

AT_LEAST = (
    "at least",
    "more than",
    "over",
    "no fewer than",
    "not fewer than",
    "not less than",
    "no less than",
    "above",
    "minimum of",
    "upwards of",
)
"""The number is the lower bound: "at least 14", "more than 100". """
AT_MOST = (
    "up to",
    "as many as",
    "at most",
    "fewer than",
    "less than",
    "no more than",
    "not more than",
    "possibly",
    "under",
    "maximum of",
)
"""The number is the upper bound: "as many as 10,000". "Dozens" and "thousands" are no numbers and give none."""


@dataclass(frozen=True, slots=True)
class Amount:
    """`low` and `high` are equal where the number is given as such; None where a bound is not given.
    `first` and `last` are token indexes, both included."""

    low: int | None
    high: int | None
    first: int
    last: int


def value(words: list[str]) -> int | None:
    """The number that these words spell, or None: ["two", "dozen"] is 24."""
    total, current = 0.0, 0.0
    seen = False
    for word in words:
        plain = word.lower().replace(",", "")
        if re.fullmatch(r"\d+(\.\d+)?", plain):
            current += float(plain)
        elif plain in WORDS:
            current += WORDS[plain]
        elif plain in SCALES:
            current = (current or 1) * SCALES[plain]
            if SCALES[plain] >= 1000:
                total, current = total + current, 0
        elif plain in ("and", "-", "a"):
            continue
        else:
            return None
        seen = True
    number = total + current
    return int(number) if seen and number == int(number) and number > 0 else None


def _numeral(token: Token) -> bool:
    word = token.lower_.replace(",", "")
    return bool(re.fullmatch(r"\d+(\.\d+)?", word)) or word in WORDS or word in SCALES


def amount(noun: Token) -> Amount | None:
    """The number of a noun phrase with this head, or of a number that stands alone; None where it is not countable."""
    if _numeral(noun):
        start = noun
    else:
        counted = [c for c in noun.lefts if c.dep_ == "nummod" and (_numeral(c) or "-" in c.text)]
        if not counted:
            counted = [c for c in noun.lefts if c.dep_ in ("amod", "det", "compound") and _numeral(c)]
        if not counted:
            return None
        start = counted[0]
    doc = noun.doc
    first = last = start.i
    while first > 0 and (
        _numeral(doc[first - 1]) or (doc[first - 1].text == "-" and first > 1 and _numeral(doc[first - 2]))
    ):
        first -= 1
    while last + 1 < len(doc) and (
        _numeral(doc[last + 1]) or (doc[last + 1].text == "-" and last + 2 < len(doc) and _numeral(doc[last + 2]))
    ):
        last += 1
    found = _spelled([doc[i].text for i in range(first, last + 1)])
    return _bounded(noun, found, first, last) if found is not None else None


def _spelled(words: list[str]) -> int | None:
    return value([part for word in words for part in re.split(r"(?<=[a-z])-(?=[a-z])", word)])


def _bounded(noun: Token, number: int, first: int, last: int) -> Amount:
    doc = noun.doc
    sentence = noun.sent
    before = " " + " ".join(t.lower_ for t in doc[max(sentence.start, first - 4) : first])
    low: int | None = number
    high: int | None = number
    if re.search(r"\bbetween$", before) or (last + 2 < len(doc) and doc[last + 1].lower_ in ("to", "or")):
        upper = (
            _next_number(doc[last + 2 : min(sentence.end, last + 6)], adjacent=True) if last + 2 < len(doc) else None
        )
        if upper is not None and upper[0] > number:
            return Amount(number, upper[0], first, upper[1])
    # The longest first: "no fewer than" ends with "fewer than".
    words = max((p for p in AT_MOST + AT_LEAST if before.endswith(f" {p}")), key=len, default="")
    if words:
        low, high = (None, number) if words in AT_MOST else (number, None)
        first -= len(words.split())
    elif [t.lower_ for t in doc[last + 1 : last + 3]] == ["or", "more"]:
        high = None
    if low is not None and (most := _upper(noun, last)) is not None and most > number:
        return Amount(number, most, first, last)
    return Amount(low, high, first, last)


def _upper(noun: Token, last: int) -> int | None:
    """The upper bound that follows: "at least 14 people, but possibly as many as 20". A number of its own word is
    another figure: "at least 14 people were killed and as many as 20 injured"."""
    after = noun.doc[last + 1 : min(noun.sent.end, last + 12)]
    text = [t.lower_ for t in after]
    for i in range(len(text) - 2):
        if after[i].pos_ in ("VERB", "AUX") or after[i].tag_ == "JJ":
            return None
        if text[i : i + 3] == ["as", "many", "as"] or text[i : i + 2] == ["up", "to"]:
            upper = _next_number(after[i + 2 :], adjacent=False)
            if upper is None:
                return None
            following = noun.doc[upper[1] + 1 : upper[1] + 2]
            alone = not following or following[0].pos_ in ("PUNCT", "CCONJ", "ADP", "SCONJ")
            return upper[0] if alone or following[0].lemma_ == noun.lemma_ else None
    return None


def _next_number(tokens, *, adjacent: bool) -> tuple[int, int] | None:  # type: ignore[no-untyped-def]  # a Span of spaCy
    words: list[str] = []
    end = 0
    for token in tokens:
        if _numeral(token):
            words.append(token.text)
            end = token.i
        elif words or adjacent or token.lower_ not in ("as", "to"):
            break
    number = _spelled(words) if words else None
    return (number, end) if number is not None else None
