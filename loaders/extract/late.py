"""A reader that loads its models when it first has something to read.

A load that finds every article unchanged then starts as quickly as a question.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from graph.model import Article
from graph.settings import Settings
from loaders.extract.reading import Reading
from loaders.extract.version import installed

if TYPE_CHECKING:
    from loaders.extract.reader import Reader


class LateReader:
    """As `loaders.extract.reader.Reader`; FixSettings comes with the first article."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @cached_property
    def _reader(self) -> Reader:
        from loaders.extract.reader import Reader

        return Reader(self._settings)

    @cached_property
    def version(self) -> str:
        """Which reader it is. Known without loading it, where the pipeline's own description can be read."""
        return installed(self._settings.reader, self._settings.spacy_model) or self._reader.version

    def read(self, article: Article) -> Reading:
        """What the article says."""
        return self._reader.read(article)

    def read_all(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """One reading for each article, in their order."""
        return self._reader.read_all(articles)
