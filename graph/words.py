"""Words as the indexes know them: what nodes bear so that one statement finds them by what somebody types.

Pure functions of text: the store computes none of this, so writing and asking must agree on it here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import regex  # type: ignore[import-untyped]  # as with yaml: its types are a package of their own

TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "president", "minister", "the"})
"""Words before a name that are no part of it: "Mr Example" asks for Example."""

_STOP = """
a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was
will with
"""
STOP_WORDS = frozenset(_STOP.split())
"""What the full-text analyser `english` passes over (Lucene's default set for English)."""

_LONGEST = 255
"""Characters of one word; Lucene's tokeniser cuts longer ones."""
_POSSESSIVE = ("'s", "’s", "＇s")
_SHORT = 2
"""Letters of a word that is not stemmed."""
_DEPARTURE = re.compile(r"(.*)(bl|log)(?:y|i|ies)")
_VOWEL_CONSONANT = re.compile(r"(?:[aeiou]|(?<=[^aeiou])y)[^aeiou]")
"""In a word with a measure above 0, as Porter's paper defines it."""


def stems(text: str) -> list[str]:
    """The distinct words of a text as the full-text analyser `english` knows them, in order of first occurrence.

    Lucene's EnglishAnalyzer: the words of UAX #29, without possessive endings, in lower case, without `STOP_WORDS`,
    stemmed by Porter's algorithm. Texts and what is asked of them, both stemmed here, meet where the analyser has them.

    >>> stems("The minister's talks, he said, were the hardest talks of 2022.")
    ['minist', 'talk', 'he', 'said', 'were', 'hardest', '2022']
    """
    found: dict[str, None] = {}
    for word in _words(text):
        plain = word.lower() if word.isascii() else "".join(c.lower()[0] for c in word)  # as Java does
        if plain.endswith(_POSSESSIVE):
            plain = plain[:-2]
        if plain not in STOP_WORDS:
            found[_stem(plain)] = None
    return list(found)


def _words(text: str) -> Iterator[str]:
    """The words of UAX #29 that Lucene's StandardTokenizer takes: those with a letter or digit, no emoji."""
    for found in _word_pattern().finditer(text):
        word = found.group()
        yield from (word[at : at + _LONGEST] for at in range(0, len(word), _LONGEST))


@cache
def _word_pattern() -> regex.Pattern[str]:
    import regex  # a tenth of a second, and many commands need no words

    marks = r"\p{WB=Extend}\p{WB=Format}\p{WB=ZWJ}"
    either = r"\p{WB=MidNumLet}\p{WB=Single_Quote}"

    def run(kind: str) -> str:
        return f"[{kind}][{kind}{marks}]*+"

    letters, digits = run(r"\p{WB=ALetter}\p{WB=Hebrew_Letter}"), run(r"\p{WB=Numeric}")
    katakana, joiners = run(r"\p{WB=Katakana}"), run(r"\p{WB=ExtendNumLet}")
    word = rf"{letters}(?:[\p{{WB=MidLetter}}{either}][{marks}]*+{letters})*+"
    number = rf"{digits}(?:[\p{{WB=MidNum}}{either}][{marks}]*+{digits})*+"
    part = f"(?:(?:{word}|{number})++|{katakana})"
    alone = rf"[\p{{Script=Han}}\p{{Script=Hiragana}}][{marks}]*+"
    unspaced = r"\p{LineBreak=SA}++"
    return regex.compile(f"(?:{joiners})?+{part}(?:{joiners}{part})*+(?:{joiners})?+|{alone}|{unspaced}")


@cache
def _stemmer() -> Callable[[str], str]:
    import Stemmer  # type: ignore[import-not-found]  # a compiled module without types

    stem: Callable[[str], str] = Stemmer.Stemmer("porter").stemWord
    return stem


def _stem(word: str) -> str:
    """Porter's algorithm with the two departures of its author's own program, which Lucene has, too.

    "possibly" has the stem of "possible", and "apology" that of "apologize"; in the paper they have not.
    """
    if len(word) <= _SHORT:
        return word
    if (found := _DEPARTURE.fullmatch(word)) and _VOWEL_CONSONANT.search(found[1]):
        word = found[1] + ("ble" if found[2] == "bl" else "log")
    return _stemmer()(word)


def fold(text: str) -> tuple[str, ...]:
    """The tokens of a name without case, accents, possessive endings and punctuation.

    >>> fold("Zoë O’Hara-Beck's")
    ('zoe', 'o', 'hara', 'beck')
    """
    plain = unicodedata.normalize("NFKD", text)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    plain = re.sub(r"['’]s\b", "", plain)
    return tuple(re.findall(r"\w+", plain))


def asked_name(text: str) -> tuple[str, ...]:
    """Folded tokens of a name that somebody asks for, without titles before it; all tokens if there is nothing else."""
    tokens = fold(text)
    kept = tokens
    while kept and kept[0] in TITLES:
        kept = kept[1:]
    return kept or tokens


def name_keys(name: str, aliases: Iterable[str]) -> list[str]:
    """What a node is found by that is called so: its names folded, with and without titles before them; sorted.

    >>> name_keys("Dr Zoë Example", ["Example's"])
    ['dr zoe example', 'example', 'zoe example']
    """
    tokens = [tokens for each in (name, *aliases) for tokens in (fold(each), asked_name(each)) if tokens]
    return sorted({" ".join(each) for each in tokens})


def astral(text: str) -> list[int]:
    """Where characters stand that count twice in UTF-16: offsets in code points, ascending.

    >>> astral("a😀b")
    [1]
    """
    if text.isascii():
        return []
    return [found.start() for found in re.finditer("[\U00010000-\U0010ffff]", text)]
