"""Text in the pieces of BERT's uncased vocabulary, exactly as the model learned them."""

from __future__ import annotations

import re
from itertools import chain
from unicodedata import category

from loaders.extract.learned.words import pieces, vocabulary

_CHINESE = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_CHINESE}]|[^\W_{_CHINESE}]+|[^\s\w]|_")
"""A word or a mark; each Chinese character is a word, and so is an underline."""


def ids(text: str, most: int) -> list[int]:
    """The ids of the first `most` pieces of the text, between the marks of its beginning and end."""
    known = vocabulary()
    words = (pieces(match[0]) for match in _WORD.finditer(_clean(text)))
    kept: list[int] = []
    for piece in chain.from_iterable(words):
        if len(kept) == most:
            break
        kept.append(piece)
    return [known["[CLS]"], *kept, known["[SEP]"]]


def _clean(text: str) -> str:
    """Without control characters, accents that stand by themselves and the like, which the vocabulary passes over."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(c for c in text if c.isspace() or category(c) not in ("Cc", "Cf", "Mn", "Co", "Cs"))
