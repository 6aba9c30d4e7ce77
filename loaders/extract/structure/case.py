"""Lines in capitals, given back the case that a parser expects. Characters are changed one for one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

from loaders.extract.words import wordset

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SMALL = wordset(
    "a an the and or but nor of in on at to for from by with as into over under after before amid against off "
    "up out is are was were be been has have had will would may might can could should must not no it its he "
    "she they his her their this that these those who whom which what when where why how than then so if while "
    "about between new"
)
_INITIALS = wordset(
    "us usa uk eu un nato imf opec who wto ec eec g7 ussr uae gm ibm tv pm mp mps mep gdp fbi cia bbc cnn afp "
    "ap upi cbs nbc abc ii iii iv vi vii"
)

_FIRMS = wordset("inc corp ltd co llc")


def is_capitals(line: str) -> bool:
    """Whether a line is set in capitals: two words or more, eight letters or more, none of them small."""
    letters = sum(c.isalpha() for c in line)
    return letters >= 8 and len(WORD.findall(line)) >= 2 and not any(c.islower() for c in line)


class Casing:
    """How this article writes its words where it does not write them in capitals."""

    def __init__(self, lines: Iterable[str], common: Callable[[str], bool]) -> None:
        """`common(word)`: whether a dictionary has the small word."""
        seen: dict[str, Counter[str]] = {}
        for line in lines:
            first = True
            for match in WORD.finditer(line):
                word = match[0]
                # The first word of a line is a capital in any case, and proves nothing.
                if not first or word.islower():
                    seen.setdefault(word.casefold(), Counter())[word] += 1
                first = False
        self._best = {word: forms.most_common(1)[0][0] for word, forms in seen.items()}
        self._common = common

    def restore(self, line: str) -> str:
        """`line` with each word as the article writes it elsewhere, else as a dictionary would."""

        def one(match: re.Match[str]) -> str:
            word = match[0]
            low = word.casefold()
            known = self._best.get(low)
            if known is not None and len(known) == len(word):
                return known
            if low in _FIRMS:
                made = word.capitalize()
            elif low in _SMALL and low not in _INITIALS:
                made = word.lower()
            elif low in _INITIALS or len(word) == 1:
                made = word
            elif self._common(low):
                made = word.lower()
            else:
                made = word[0] + word[1:].lower()
            return made if len(made) == len(word) else word

        made = WORD.sub(one, line)
        for index, char in enumerate(made):
            if char.isalpha():
                return made[:index] + (char.upper() if len(char.upper()) == 1 else char) + made[index + 1 :]
        return made
