"""Words that people type, made ready for the full-text indexes and for comparing names."""

from __future__ import annotations

import re

from graph.words import TITLES, asked_name, fold

__all__ = ["ARTICLES", "TITLES", "all_of", "asked_name", "fold", "holds", "named", "nearly", "topic_words"]


def holds(name: tuple[str, ...], asked: tuple[str, ...]) -> bool:
    """Whether the asked tokens stand in the name, whole and in this order.

    >>> holds(("ivan", "example"), ("example",)), holds(("anna", "examplova"), ("example",))
    (True, False)
    """
    rest = iter(name)
    return bool(asked) and all(token in rest for token in asked)


ARTICLES = frozenset({"the", "a", "an"})
"""Words that are no part of what somebody asks about."""


def topic_words(text: str) -> tuple[str, ...]:
    """What somebody asks about, word for word, without articles before or among them.

    >>> topic_words("the talks in Exampleville")
    ('talks', 'in', 'Exampleville')
    """
    chunks = tuple(text.split())
    return tuple(chunk for chunk in chunks if chunk.casefold() not in ARTICLES) or chunks


def all_of(text: str) -> str:
    """A Lucene query for texts with all of these words, each analysed by the index itself; "" for no words."""
    return " ".join(f"+{chunk}" for chunk in _quoted(text))


def any_of(text: str) -> str:
    """The same for texts with some of several words, those with more of them first; "" for less than two words."""
    chunks = _quoted(text)
    return " ".join(chunks) if len(chunks) > 1 else ""


def _quoted(text: str) -> list[str]:
    chunks = (re.sub(r'["\\]', " ", chunk).strip() for chunk in text.split())
    return [f'"{chunk}"' for chunk in chunks if re.search(r"\w", chunk)]


def named(text: str) -> str:
    """A Lucene query for names with all of these words, without titles before them; "" for no words.

    The index keeps together what an apostrophe or a full stop joins, where a folded name is taken apart.

    >>> print(named("Mr Zoë O'Hara"))
    +"zoe" +("O'Hara" (+"o" +"hara"))
    """
    plain = re.sub(r"['’]s\b", "", re.sub(r'["\\]', " ", text))
    chunks = [(chunk, fold(chunk)) for chunk in plain.split() if fold(chunk)]
    while len(chunks) > 1 and set(chunks[0][1]) <= TITLES:
        chunks = chunks[1:]
    return " ".join(_joined_or_apart(chunk, tokens) for chunk, tokens in chunks)


def _joined_or_apart(chunk: str, tokens: tuple[str, ...]) -> str:
    apart = " ".join(f'+"{token}"' for token in tokens)
    return apart if len(tokens) == 1 else f'+("{chunk}" ({apart}))'


def nearly(text: str) -> str:
    """A Lucene query for names that are spelt nearly so; "" for no words."""
    return " ".join(f"{token}~" for token in fold(text) if len(token) > 2)
