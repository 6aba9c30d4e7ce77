"""The whole road of a load: read, look up, resolve, write; each article is safe when the report counts it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Protocol

from graph import articles as kept
from graph.errors import RetryLater
from graph.facts import Facts
from graph.model import Article
from graph.progress import Progress, silent
from graph.store import Store
from loaders.extract.reading import Reading
from loaders.read import Broken
from loaders.report import Report
from loaders.resolve.later import settles
from loaders.writing import STOPS, Writing, why

BATCH = 16
"""Articles that are read together."""
OF_ONE_NAME = 50
"""Articles with the same bare name that are looked at again when somebody of that name comes."""


class AnyReader(Protocol):
    """What `loaders.extract.reader.Reader` gives."""

    @property
    def version(self) -> str: ...
    def read(self, article: Article) -> Reading: ...
    def read_all(self, articles: Iterable[Article]) -> Iterator[Reading]: ...


def load(
    store: Store,
    reader: AnyReader,
    articles: Iterable[Article | Broken],
    *,
    again: bool = False,
    progress: Progress | None = None,
    total: int = 0,
) -> Report:
    """Load articles into the graph. An article that is there unchanged is passed over, unless `again`.

    One broken article never stops the others: it is in the report. `progress` is called with how many of `total`
    (0: not known) are done. Where the store goes away, or on Ctrl-C, RetryLater says how many articles are safe; the
    same load again goes on from there. FixSettings and RepairStore stop a load as well.
    """
    return _Load(store, reader, again=again).all_of(iter(articles), progress or silent, total)


class _Load:
    def __init__(self, store: Store, reader: AnyReader, *, again: bool) -> None:
        self._store = store
        self._reader = reader
        self._again = again
        self._report = Report()
        self._writing = Writing(store, self._report)

    def all_of(self, articles: Iterator[Article | Broken], progress: Progress, total: int) -> Report:
        try:
            while batch := list(islice(articles, BATCH)):
                self._batch(batch, progress, total)
        except KeyboardInterrupt:
            raise RetryLater(f"Interrupted. {self._report.safe}", "The same command goes on from there.") from None
        except STOPS as problem:
            raise type(problem)(
                f"{problem.message} {self._report.safe}", problem.remedy or "The same command goes on from there."
            ) from problem
        return self._report

    def _batch(self, batch: Sequence[Article | Broken], progress: Progress, total: int) -> None:
        done = self._report.seen
        found = [item for item in batch if isinstance(item, Article)]
        for broken in batch:
            if isinstance(broken, Broken):
                self._report.broken.append(broken)
        there = kept.known(self._store, [article.id for article in found])
        todo = [article for article in found if not self._passed_over(article, there.get(article.id))]
        progress("Reading articles", self._report.seen, total)
        spoken = _Spoken()
        for facts in self._writing.all_of(list(self._read(todo)), set(there)):
            spoken.add(facts)
            progress("Reading articles", self._report.seen, total)
        self._settle(spoken)
        assert self._report.seen == done + len(batch)

    def _passed_over(self, article: Article, there: Mapping[str, Any] | None) -> bool:
        try:
            same = not self._again and kept.is_unchanged(article, there, self._reader.version)
        except ValueError as problem:
            self._writing.broken(article, problem)
            return True
        self._report.unchanged += same
        return same

    def _read(self, todo: Sequence[Article]) -> Iterator[tuple[Article, Reading]]:
        """The readings. Where reading them together fails, each by itself, so that one alone is broken."""
        try:
            readings = list(self._reader.read_all(todo)) if todo else []
        except STOPS:
            raise
        except Exception:  # whatever it is, it is looked for article by article
            readings = []
        if readings:
            yield from zip(todo, readings, strict=True)
            return
        for article in todo:
            try:
                reading = self._reader.read(article)
            except STOPS:
                raise
            except Exception as problem:  # no article may stop the others
                self._writing.broken(article, problem)
            else:
                yield article, reading

    def _settle(self, spoken: _Spoken) -> None:
        """Look again at articles with a bare name that is now known in full: the order of loading matters little."""
        unsettled = kept.unsettled(self._store, sorted(spoken.persons), sorted(spoken.organisations), OF_ONE_NAME)
        for article in unsettled:
            try:
                self._writing.again(article, self._writing.reading(article.id) or self._reader.read(article))
            except STOPS:
                raise
            except Exception as problem:  # it is in the graph as it was first read
                self._report.unsettled.append(f"{article.id}: {why(problem)}")


@dataclass(slots=True)
class _Spoken:
    """The beginnings of ids that names of a batch complete."""

    persons: set[str] = field(default_factory=set)
    organisations: set[str] = field(default_factory=set)

    def add(self, facts: Facts | None) -> None:
        if facts is not None:
            persons, organisations = settles(facts)
            self.persons |= persons
            self.organisations |= organisations
