"""Which texts of an article get a vector: its headline with its beginning, and each quote."""

from __future__ import annotations

from dataclasses import replace

from graph.facts import Vector, short_id
from graph.model import Article
from loaders.embed.model import MODEL, Embedder
from loaders.extract.reading import Reading

BEGINNING = 500
"""Characters of an article that are looked at, which hold more pieces than count."""


def with_vectors(embedder: Embedder, article: Article, reading: Reading) -> Reading:
    """The reading with its vectors; an article that was not read, and an attitude that nobody uttered, get none."""
    if not reading.reader:
        return reading
    quotes = []
    for quote in reading.quotes:
        if quote.speech_act == "attitude":
            quotes.append(quote)
        else:
            words = " ".join(article.text[piece.start : piece.end] for piece in quote.content)
            quotes.append(replace(quote, vector=_vector(embedder, words)))
    return replace(reading, vector=_vector(embedder, beginning(article)), quotes=tuple(quotes))


def beginning(article: Article) -> str:
    """What is looked at of an article."""
    return "\n".join(part for part in (article.headline, article.text[:BEGINNING]) if part)


def vector_of(text: str) -> str:
    """The mark of a text's vector: of the model and the text."""
    return short_id(MODEL, text)


def _vector(embedder: Embedder, text: str) -> Vector:
    return Vector(vector_of(text), embedder.vector(text))
