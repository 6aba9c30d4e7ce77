"""What comes of reading an article: its reading, or why there is none. One broken article never stops the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from graph.errors import FixInput, FixSettings, NewsgraphError, RepairStore, RetryLater
from graph.model import Article
from loaders.extract.reading import Reading

STOPS = (RetryLater, FixSettings, RepairStore)
"""What stops all articles; all else stops one."""

Outcome = Reading | FixInput


class Reads(Protocol):
    """What `loaders.extract.reader.Reader` gives."""

    @property
    def version(self) -> str: ...
    def read(self, article: Article) -> Reading: ...
    def read_all(self, articles: Iterable[Article]) -> Iterator[Reading]: ...


def outcomes(reader: Reads, articles: Sequence[Article]) -> list[Outcome]:
    """One outcome for each article, in their order. Where reading them together fails, each is read by itself, so that
    one alone is broken. Raises what stops all: see `STOPS`."""
    try:
        return list(reader.read_all(articles))
    except STOPS:
        raise
    except Exception:  # whatever it is, it is looked for article by article
        return [_outcome(reader, article) for article in articles]


def _outcome(reader: Reads, article: Article) -> Outcome:
    try:
        return reader.read(article)
    except STOPS:
        raise
    except Exception as problem:  # no article may stop the others
        return FixInput(f"Could not be read: {why(problem)}.", "Leave it out, and please report it.")


def why(problem: Exception) -> str:
    """In one line."""
    if isinstance(problem, NewsgraphError):
        return problem.message.rstrip(".")
    lines = str(problem).splitlines() or [""]
    return f"{type(problem).__name__}: {lines[0]}" if lines[0] else type(problem).__name__
