"""The whole road of a load: read, look up, resolve, write; each article is safe when the report counts it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Protocol

from graph import articles as kept
from graph.candidates import Candidates, Wanted, find, find_all
from graph.errors import FixInput, FixSettings, NewsgraphError, RepairStore, RetryLater
from graph.facts import Facts
from graph.model import Article
from graph.progress import Progress, silent
from graph.store import Store
from graph.write import write_all
from loaders.extract.reading import Reading
from loaders.group import Group, Resolved
from loaders.read import Broken
from loaders.report import Report
from loaders.resolve import names_wanted, resolve
from loaders.resolve.later import settles

BATCH = 16
"""Articles that are read together."""
KEPT = 500
"""Readings that are kept in case a later article completes one of their names."""
OF_ONE_NAME = 50
"""Articles with the same bare name that are looked at again when somebody of that name comes."""

_STOPS = (RetryLater, FixSettings, RepairStore)
"""What stops a load; all else stops one article."""


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
        self._readings: OrderedDict[str, Reading] = OrderedDict()

    def all_of(self, articles: Iterator[Article | Broken], progress: Progress, total: int) -> Report:
        try:
            while batch := list(islice(articles, BATCH)):
                self._batch(batch, progress, total)
        except KeyboardInterrupt:
            raise RetryLater(f"Interrupted. {self._report.safe}", "The same command goes on from there.") from None
        except _STOPS as problem:
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
        for facts in self._all_written(list(self._read(todo)), set(there)):
            spoken.add(facts)
            progress("Reading articles", self._report.seen, total)
        self._settle(spoken)
        assert self._report.seen == done + len(batch)

    def _passed_over(self, article: Article, there: Mapping[str, Any] | None) -> bool:
        try:
            same = not self._again and kept.is_unchanged(article, there, self._reader.version)
        except ValueError as problem:
            self._broken(article, problem)
            return True
        self._report.unchanged += same
        return same

    def _read(self, todo: Sequence[Article]) -> Iterator[tuple[Article, Reading]]:
        """The readings. Where reading them together fails, each by itself, so that one alone is broken."""
        try:
            readings = list(self._reader.read_all(todo)) if todo else []
        except _STOPS:
            raise
        except Exception:  # whatever it is, it is looked for article by article
            readings = []
        if readings:
            yield from zip(todo, readings, strict=True)
            return
        for article in todo:
            try:
                reading = self._reader.read(article)
            except _STOPS:
                raise
            except Exception as problem:  # no article may stop the others
                self._broken(article, problem)
            else:
                yield article, reading

    def _all_written(self, read: Sequence[tuple[Article, Reading]], there: set[str]) -> Iterator[Facts | None]:
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
            self._broken(article, problem)
            return None

    def _resolved(self, article: Article, reading: Reading, wanted: Wanted, candidates: Candidates) -> Facts | None:
        try:
            facts = resolve(article, reading, candidates)
            facts.check()
        except Exception as problem:  # no article may stop the others
            self._broken(article, problem)
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
            written = write_all(self._store, [one.facts for one in waiting])
        except _STOPS:
            raise
        except Exception as problem:
            if len(waiting) > 1:
                for one in waiting:
                    yield from self._written([one])
            else:
                self._broken(waiting[0].facts.article, problem)
                yield None
            return
        self._report.changes += written.changes
        for one in waiting:
            changed = one.facts.article.id in written.changed
            self._report.add(one.facts, changed=changed, new=one.new)
            yield one.facts if changed else None

    def _settle(self, spoken: _Spoken) -> None:
        """Look again at articles with a bare name that is now known in full: the order of loading matters little."""
        unsettled = kept.unsettled(self._store, sorted(spoken.persons), sorted(spoken.organisations), OF_ONE_NAME)
        for article in unsettled:
            try:
                reading = self._readings.get(article.id) or self._reader.read(article)
                wanted = names_wanted(reading)
                facts = resolve(article, reading, find(self._store, wanted))
                self._report.changes += write_all(self._store, [facts]).changes
                self._keep(article, reading, wanted)
            except _STOPS:
                raise
            except Exception as problem:  # it is in the graph as it was first read
                self._report.unsettled.append(f"{article.id}: {_why(problem)}")

    def _broken(self, article: Article, problem: Exception) -> None:
        where = article.path or article.id
        error = problem if isinstance(problem, FixInput) else FixInput(f"Could not be loaded: {_why(problem)}.")
        self._report.broken.append(Broken(where, error))


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


def _why(problem: Exception) -> str:
    if isinstance(problem, NewsgraphError):
        return problem.message.rstrip(".")
    lines = str(problem).splitlines() or [""]
    return f"{type(problem).__name__}: {lines[0]}" if lines[0] else type(problem).__name__
