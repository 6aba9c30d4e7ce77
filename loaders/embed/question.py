"""What is asked, as a vector beside those of what is written.

A word or two by themselves stand far from all sentences, and "talks" nearer to lectures than to negotiations; what such
words are in the news is found between phrasings that news would use. The phrasings were chosen on sentences of our own
and on half of the topics of a news archive, and held on the other half.
"""

from __future__ import annotations

from functools import lru_cache

from loaders.embed.model import embedder

PHRASINGS = ("{}", "news about {}", "The {} went on, officials said.")
SHORT = 3
"""Words from which on a question is a phrase already."""


@lru_cache(maxsize=1_000)
def question(words: str) -> tuple[float, ...]:
    """The vector of what is asked, of length 1. Raises FixSettings where the model cannot be loaded."""
    asked = " ".join(words.split())
    phrasings = PHRASINGS if len(asked.split()) <= SHORT else PHRASINGS[:2]
    return embedder().middle([phrasing.replace("{}", asked) for phrasing in phrasings])
