"""The whole road of a load: read, look up, resolve, write; each article is safe when the report counts it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from graph import articles as kept
from graph.errors import FixInput, RetryLater
from graph.facts import Facts
from graph.model import Article
from graph.progress import Progress, silent
from graph.store import Store
from graph.turn import Turn
from loaders.extract.outcome import STOPS, Outcome, Reads, outcomes, why
from loaders.extract.pool import Pool
from loaders.extract.reading import Reading
from loaders.read import Broken
from loaders.report import Report
from loaders.resolve.later import settles
from loaders.writing import Writing

BATCH = 16
"""Articles that are read together."""
OF_ONE_NAME = 50
"""Articles with the same bare name that are looked at again when somebody of that name comes."""


def load(
    store: Store,
    reader: Reads,
    articles: Iterable[Article | Broken],
    *,
    again: bool = False,
    progress: Progress | None = None,
    total: int = 0,
    also: Callable[[Turn], None] | None = None,
) -> Report:
    """Load articles into the graph. An article that is there unchanged is passed over, unless `again`.

    One broken article never stops the others: it is in the report. `progress` is called with how many of `total`
    (0: not known) are done. `also` is done in each transaction that writes articles as they come. Where the store goes
    away, or on Ctrl-C, RetryLater says how many articles are safe; the same load again goes on from there. FixSettings
    and RepairStore stop a load as well.
    """
    return _Load(store, reader, again=again, also=also).all_of(iter(articles), progress or silent, total)


class _Load:
    def __init__(
        self, store: Store, reader: Reads, *, again: bool, also: Callable[[Turn], None] | None
    ) -> None:  # fmt: skip
        self._store = store
        self._reader = reader
        self._again = again
        self._report = Report()
        self._writing = Writing(store, self._report, also)

    def all_of(self, articles: Iterator[Article | Broken], progress: Progress, total: int) -> Report:
        try:
            for batch, begun in self._begun(articles):
                self._batch(batch, begun, progress, total)
        except KeyboardInterrupt:
            raise RetryLater(f"Interrupted. {self._report.safe}", "The same command goes on from there.") from None
        except STOPS as problem:
            raise type(problem)(
                f"{problem.message} {self._report.safe}", problem.remedy or "The same command goes on from there."
            ) from problem
        return self._report

    def _begun(self, articles: Iterator[Article | Broken]) -> Iterator[tuple[list[Article | Broken], _Begun]]:
        """The batches. Where several processes read, those of the next batches read while this one is written."""
        pool = self._reader if isinstance(self._reader, Pool) else None
        ahead = 1 if pool is None else 2 * pool.jobs
        begun: deque[tuple[list[Article | Broken], _Begun]] = deque()
        while True:
            while len(begun) < ahead and (batch := list(islice(articles, BATCH))):
                begun.append((batch, {} if pool is None else self._begin(pool, batch)))
            if not begun:
                return
            yield begun.popleft()

    def _begin(self, pool: Pool, batch: Sequence[Article | Broken]) -> _Begun:
        """Have read what the graph does not have as it is. Whether it is needed is asked again when its turn comes."""
        found = [item for item in batch if isinstance(item, Article)]
        there = kept.known(self._store, [article.id for article in found])
        todo = [article for article in found if self._is_due(article, there.get(article.id))]
        if not todo:
            return {}
        read = pool.begin(todo)
        return {id(article): (read, at) for at, article in enumerate(todo)}

    def _batch(self, batch: Sequence[Article | Broken], begun: _Begun, progress: Progress, total: int) -> None:
        done = self._report.seen
        found = [item for item in batch if isinstance(item, Article)]
        for broken in batch:
            if isinstance(broken, Broken):
                self._report.broken.append(broken)
        there = kept.known(self._store, [article.id for article in found])
        todo = [article for article in found if not self._passed_over(article, there.get(article.id))]
        progress("Reading articles", self._report.seen, total)
        spoken = _Spoken()
        for facts in self._writing.all_of(list(self._read(todo, begun)), set(there)):
            spoken.add(facts)
            progress("Reading articles", self._report.seen, total)
        self._settle(spoken)
        assert self._report.seen == done + len(batch)

    def _is_due(self, article: Article, there: Mapping[str, Any] | None) -> bool:
        try:
            return self._again or not kept.is_unchanged(article, there, self._reader.version)
        except ValueError:  # is told when its turn comes
            return False

    def _passed_over(self, article: Article, there: Mapping[str, Any] | None) -> bool:
        try:
            same = not self._again and kept.is_unchanged(article, there, self._reader.version)
        except ValueError as problem:
            self._writing.broken(article, problem)
            return True
        self._report.unchanged += same
        return same

    def _read(self, todo: Sequence[Article], begun: _Begun) -> Iterator[tuple[Article, Reading]]:
        """The readings; those that were begun have been made by now, or are waited for."""
        late = [article for article in todo if id(article) not in begun]
        made = iter(outcomes(self._reader, late) if late else ())
        for article in todo:
            if id(article) in begun:
                read, at = begun[id(article)]
                outcome = read.result()[at]
            else:
                outcome = next(made)
            if isinstance(outcome, FixInput):
                self._writing.broken(article, outcome)
            else:
                yield article, outcome

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


_Begun = dict[int, tuple["Future[list[Outcome]]", int]]
"""Of articles of a batch whose reading has begun, by `id` of the object: what comes of them, and each one's place."""


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
