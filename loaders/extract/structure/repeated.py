"""Pull-quotes: words of the story that a page shows once more, by themselves. They are said once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_FEWEST = 4
"""Words of the shortest pull-quote; fewer may well be said twice."""
_LONGEST = 300
_QUOTED = re.compile(r"[\"“„«'‘](?P<words>.+?)[\"”“»'’]?[.,]?$", re.DOTALL)
_WORD = re.compile(r"\w+(?:['’]\w+)*")


def repeated(text: str, lines: Sequence[tuple[int, int]]) -> set[int]:
    """Indexes of lines that are a quotation and nothing else, and whose words another line has too."""
    alone: dict[int, str] = {}
    for at, (start, end) in enumerate(lines):
        quoted = _QUOTED.match(text, start, end) if end - start <= _LONGEST else None
        if quoted and quoted.end() == end and not re.search(r"[\"”»]", quoted["words"]):
            words = _plain(quoted["words"])
            if words.count(" ") >= _FEWEST + 1:  # a space on either side
                alone[at] = words
    if not alone:
        return set()
    whole = "\n".join(_plain(text[start:end]) for start, end in lines)
    often, before = Counter(alone.values()), set[str]()
    made: set[int] = set()
    for at, words in alone.items():
        if words in before or whole.count(words) > often[words]:  # once more, or inside a longer line
            made.add(at)
        before.add(words)
    return made


def _plain(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.replace('’', chr(39)).casefold()))} "
