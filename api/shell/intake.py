"""Taking in articles: files, reader and graph brought together, and what is broken named at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from api.shell.terminal import complain
from graph.errors import FixInput
from graph.model import Article
from graph.progress import Progress
from graph.settings import Settings
from graph.store import Store
from loaders.extract.late import LateReader
from loaders.extract.outcome import Reads
from loaders.extract.pool import Pool, processes
from loaders.load import load
from loaders.read import Broken, Options, articles, count
from loaders.report import Report


def take_in(
    store: Store,
    settings: Settings,
    paths: Sequence[str],
    options: Options,
    *,
    again: bool = False,
    jobs: int | None = None,
    progress: Progress | None = None,
    as_json: bool = False,
) -> Report:
    """Load the articles of files and directories. Raises FixInput for a wrong option, and what the store raises.

    `jobs` processes read; 0 is one a core, None as many as the number of articles is worth.
    """
    told: list[Broken] = []
    found = _named(articles(paths, options), told, as_json=as_json)
    total = count(paths)
    with reading(settings, processes(jobs, total)) as reader:
        report = load(store, reader, found, again=again, progress=progress, total=total)
    for broken in report.broken:
        if broken not in told:  # broken on the way into the graph
            error = broken.error
            complain(FixInput(f"{broken.where}: {error.message}", error.remedy), as_json=as_json)
    return report


@contextmanager
def reading(settings: Settings, jobs: int) -> Iterator[Reads]:
    """What reads articles, in this process or in `jobs` further ones, which end with the block."""
    if jobs == 1:
        yield LateReader(settings)
        return
    with Pool(settings, jobs) as pool:
        yield pool


def _named(items: Iterable[Article | Broken], told: list[Broken], *, as_json: bool) -> Iterator[Article | Broken]:
    for item in items:
        if isinstance(item, Broken):
            complain(item.error, as_json=as_json)
            told.append(item)
        yield item
