"""Resolving and writing the articles of a batch, several by one transaction where they do not bear on each other."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence

from graph.candidates import Candidates, Wanted, find, find_all
from graph.errors import FixInput
from graph.facts import Facts
from graph.model import Article
from graph.store import Store
from graph.turn import Turn
from graph.write import write_all
from loaders.extract.outcome import STOPS, why
from loaders.extract.reading import Reading
from loaders.group import Group, Resolved
from loaders.read import Broken
from loaders.report import Report
from loaders.resolve import names_wanted, resolve

KEPT = 500
"""Readings that are kept in case a later article completes one of their names."""


class Writing:
    """Writes what was read, and counts it in the report."""

    def __init__(self, store: Store, report: Report, also: Callable[[Turn], None] | None = None) -> None:
        self._store = store
        self._report = report
        self._also = also
        self._readings: OrderedDict[str, Reading] = OrderedDict()

    def all_of(self, read: Sequence[tuple[Article, Reading]], there: set[str]) -> Iterator[Facts | None]:
        """Resolve and write articles, several by one transaction where none of them bears on the names of the next.

        Yields for each article that is done its facts, or None where they changed nothing. What an article that the
        graph has already said before is not known here, nor what a correction takes out: each is written by itself, and
        what was looked up before holds no more.
        """
        group = Group()
        asked = {article.id: wanted for article, reading in read if (wanted := self._wanted(article, reading))}
        looked_up = find_all(self._store, list(asked.values()))
        for article, reading in read:
            wanted = asked.get(article.id)
            if wanted is None:
                yield None
                continue
            alone = article.id in there or bool(article.corrects)
            if alone or article.id not in looked_up or group.bears_on(wanted, looked_up[article.id]):
                yield from self._written(group.take())
                looked_up[article.id] = find(self._store, wanted)
            facts = self._resolved(article, reading, wanted, looked_up[article.id])
            if facts is None:
                yield None
                continue
            group.add(Resolved(facts, new=article.id not in there))
            there.add(article.id)
            if alone or group.full:
                yield from self._written(group.take())
            if alone:
                looked_up = {}
        yield from self._written(group.take())

    def _wanted(self, article: Article, reading: Reading) -> Wanted | None:
        try:
            return names_wanted(reading)
        except Exception as problem:  # no article may stop the others
            self.broken(article, problem)
            return None

    def _resolved(self, article: Article, reading: Reading, wanted: Wanted, candidates: Candidates) -> Facts | None:
        try:
            facts = resolve(article, reading, candidates)
            facts.check()
        except Exception as problem:  # no article may stop the others
            self.broken(article, problem)
            return None
        self._keep(article, reading, wanted)
        return facts

    def _keep(self, article: Article, reading: Reading, wanted: Wanted) -> None:
        if wanted.names:
            self._readings[article.id] = reading
            while len(self._readings) > KEPT:
                self._readings.popitem(last=False)

    def _written(self, waiting: Sequence[Resolved]) -> Iterator[Facts | None]:
        """Write by one transaction; where that fails, each by itself, so that one alone is broken."""
        if not waiting:
            return
        try:
            written = write_all(self._store, [one.facts for one in waiting], self._also)
        except STOPS:
            raise
        except Exception as problem:
            if len(waiting) > 1:
                for one in waiting:
                    yield from self._written([one])
            else:
                self.broken(waiting[0].facts.article, problem)
                yield None
            return
        self._report.changes += written.changes
        for one in waiting:
            changed = one.facts.article.id in written.changed
            self._report.add(one.facts, changed=changed, new=one.new)
            yield one.facts if changed else None

    def again(self, article: Article, reading: Reading) -> None:
        """Write an article that is in the graph once more, now that a name of its is known in full."""
        wanted = names_wanted(reading)
        facts = resolve(article, reading, find(self._store, wanted))
        self._report.changes += write_all(self._store, [facts]).changes
        self._keep(article, reading, wanted)

    def reading(self, article: str) -> Reading | None:
        """The reading of an article with a bare name, if it was read lately."""
        return self._readings.get(article)

    def broken(self, article: Article, problem: Exception) -> None:
        """Note an article that could not be loaded."""
        where = article.path or article.id
        error = problem if isinstance(problem, FixInput) else FixInput(f"Could not be loaded: {why(problem)}.")
        self._report.broken.append(Broken(where, error))
