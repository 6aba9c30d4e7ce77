"""Pull-quotes: words of the story that a page shows once more, by themselves. They are said once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

_FEWEST = 4
"""Words of the shortest pull-quote; fewer may well be said twice."""
_LONGEST = 300
_QUOTED = re.compile(r"[\"“„«'‘](?P<words>.+?)[\"”“»'’]?[.,]?$", re.DOTALL)
_WORD = re.compile(r"\w+(?:['’]\w+)*")


def repeated(text: str, lines: Sequence[tuple[int, int]]) -> set[int]:
    """Indexes of lines that are a quotation and nothing else, and whose words another line has too."""
    alone: dict[int, tuple[str, ...]] = {}
    for at, (start, end) in enumerate(lines):
        quoted = _QUOTED.match(text, start, end) if end - start <= _LONGEST else None
        if quoted and quoted.end() == end and not re.search(r"[\"”»]", quoted["words"]):
            words = _words(quoted["words"])
            if len(words) >= _FEWEST:
                alone[at] = words
    if not alone:
        return set()
    often, before = Counter(alone.values()), set[tuple[str, ...]]()
    shown = _occurrences(often, (_words(text[start:end]) for start, end in lines))
    made: set[int] = set()
    for at, words in alone.items():
        if words in before or shown[words] > often[words]:  # once more, or inside a longer line
            made.add(at)
        before.add(words)
    return made


def _occurrences(wanted: Iterable[tuple[str, ...]], lines: Iterable[tuple[str, ...]]) -> Counter[tuple[str, ...]]:
    """How often each run of words stands in the lines; found by its first words, so that the time is that of a look."""
    by_first: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for words in wanted:
        by_first.setdefault(words[:_FEWEST], []).append(words)
    found: Counter[tuple[str, ...]] = Counter()
    for line in lines:
        for at in range(len(line) - _FEWEST + 1):
            for words in by_first.get(line[at : at + _FEWEST], ()):
                found[words] += line[at : at + len(words)] == words
    return found


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.replace("’", "'").casefold()))
