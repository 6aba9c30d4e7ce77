"""Readers in processes of their own, so that reading uses all cores.

Each process loads its own models and computes in one thread; threads of this process hand out the articles. A process
is given work only when it has none, so that memory does not grow with what is to come, and it ends when this one does,
however that ends: its pipe is closed then.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from queue import SimpleQueue
from types import TracebackType
from typing import Self

from graph.errors import FixSettings, NewsgraphError
from graph.model import Article
from graph.settings import Settings
from loaders.extract.late import LateReader
from loaders.extract.outcome import Outcome, outcomes
from loaders.extract.reading import Reading

MANY = 200
"""Articles from which on it pays to start further processes: each needs seconds, and some 300 MB, before it reads."""
MOST = 8
"""Processes that are started unasked. More of them would wait for the graph, which is written by one."""
_TOGETHER = 16
"""Articles that a process reads together."""
_ONE_THREAD = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "BLIS_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)


def cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def processes(jobs: int | None, articles: int) -> int:
    """How many processes read: as many as asked for, 0 for one a core; unasked, several where there is much to read."""
    if jobs is not None:
        return jobs or cores()
    return min(cores(), MOST) if articles >= MANY else 1


class Pool:
    """Reads as `loaders.extract.reader.Reader` does, in `jobs` processes. They start with the first article."""

    def __init__(self, settings: Settings, jobs: int) -> None:
        self.jobs = jobs
        self._settings = settings
        self._threads = ThreadPoolExecutor(jobs, "reading")
        self._workers: list[_Worker] = []
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        self._own = LateReader(settings)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all processes, also in the middle of an article."""
        for worker in self._workers:
            worker.end()
        self._threads.shutdown(cancel_futures=True)

    @property
    def version(self) -> str:
        """Which reader it is."""
        return self._own.version

    def begin(self, articles: Sequence[Article]) -> Future[list[Outcome]]:
        """Have articles read by one process: an outcome for each, in their order.

        The future raises FixSettings where a process cannot be started or was killed.
        """
        if not self._workers:
            self._workers = [_Worker(self._settings) for _ in range(self.jobs)]
            for worker in self._workers:
                self._idle.put(worker)
        return self._threads.submit(self._read, tuple(articles))

    def _read(self, articles: tuple[Article, ...]) -> list[Outcome]:
        worker = self._idle.get()
        try:
            return worker.read(articles)
        finally:
            self._idle.put(worker)

    def read(self, article: Article) -> Reading:
        """What the article says. Read by this process: an article by itself would wait for all that has begun."""
        return self._own.read(article)

    def read_all(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """One reading for each article, in their order."""
        rest = iter(articles)
        begun: deque[Future[list[Outcome]]] = deque()
        while True:
            while len(begun) < 2 * self.jobs and (group := list(islice(rest, _TOGETHER))):
                begun.append(self.begin(group))
            if not begun:
                return
            yield from map(_only, begun.popleft().result())


def _only(outcome: Outcome) -> Reading:
    if isinstance(outcome, NewsgraphError):
        raise outcome
    return outcome


class _Worker:
    """A process that reads, and the pipe to it."""

    def __init__(self, settings: Settings) -> None:
        context = get_context("spawn")  # not by a copy of this process, whose threads and connections are none of its
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, settings), name="newsgraph reader", daemon=True)
        self._process.start()
        theirs.close()

    def read(self, articles: tuple[Article, ...]) -> list[Outcome]:
        try:
            self._pipe.send(articles)
            answer: list[Outcome] | NewsgraphError = self._pipe.recv()
        except (EOFError, OSError):
            raise self._gone() from None
        if isinstance(answer, NewsgraphError):
            raise answer
        return answer

    def _gone(self) -> FixSettings:
        self._process.join(5)
        code = self._process.exitcode
        end = f"was killed by signal {-code}" if code is not None and code < 0 else f"ended with exit code {code}"
        return FixSettings(
            f"A process that reads articles {end}, perhaps for want of memory.",
            "Give fewer by --jobs; --jobs 1 reads without further processes.",
        )

    def end(self) -> None:
        self._process.terminate()
        self._process.join()
        with suppress(OSError):
            self._pipe.close()


def _work(pipe: Connection, settings: Settings) -> None:
    """What a process does: read what comes, until nobody is there any more."""
    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # Ctrl-C reaches all processes of a terminal; ours is ended by its parent
    for name in _ONE_THREAD:  # before any library that obeys it is imported: the models come late
        os.environ[name] = "1"
    reader = LateReader(settings)
    with suppress(EOFError, OSError):
        while True:
            articles: tuple[Article, ...] = pipe.recv()
            try:
                answer: list[Outcome] | NewsgraphError = outcomes(reader, articles)
            except NewsgraphError as error:
                answer = error
            pipe.send(answer)
