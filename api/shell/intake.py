"""Taking in articles: files, reader and graph brought together, and what is broken named at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from api.shell.terminal import complain
from graph.model import Article
from graph.progress import Progress
from graph.settings import Settings
from graph.store import Store
from loaders.extract.late import LateReader
from loaders.load import Report, load
from loaders.read import Broken, Options, articles, count


def take_in(
    store: Store,
    settings: Settings,
    paths: Sequence[str],
    options: Options,
    *,
    again: bool = False,
    progress: Progress | None = None,
    as_json: bool = False,
) -> Report:
    """Load the articles of files and directories. Raises FixInput for a wrong option, and what the store raises."""
    found = _named(articles(paths, options), as_json=as_json)
    return load(store, LateReader(settings), found, again=again, progress=progress, total=count(paths))


def _named(items: Iterable[Article | Broken], *, as_json: bool) -> Iterator[Article | Broken]:
    for item in items:
        if isinstance(item, Broken):
            complain(item.error, as_json=as_json)
        yield item
