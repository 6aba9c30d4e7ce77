"""Lists of words, written as they are read."""

from __future__ import annotations


def wordset(text: str) -> frozenset[str]:
    """The words of a text, parted by spaces."""
    return frozenset(text.split())
