"""Data directories with invented graphs, made once and kept until what they are made by changes."""

from __future__ import annotations

import hashlib
import shutil
import time
from pathlib import Path

from bench.graphs.place import place
from bench.graphs.plan import Plan
from bench.graphs.stories import Stories
from graph import schema
from graph.embedded.join import store_files
from graph.embedded.locks import Lock, is_held
from graph.errors import RetryLater
from graph.progress import Progress, silent
from graph.settings import Settings
from graph.store import open_store

ROOT = Path(__file__).parents[2]
_MADE_BY = (
    "bench/graphs/*.*", "graph/model.py", "graph/words.py", "graph/found_by.py", "graph/published.py",
    "graph/derive.py", "cypher/write/create_*.cypher",
)  # fmt: skip
_PATIENCE = 120.0
"""Seconds that a statement, or the stop of the server, may take on a busy machine."""
_MADE_WITHIN = 7_200.0
"""Seconds that the largest graph may take."""


def kept(quotes: int, settings: Settings, progress: Progress = silent) -> Path:
    """The data directory with a graph of so many quotes: the one that is kept, or a new one in its place."""
    home = settings.cache.expanduser().absolute() / "bench"
    home.mkdir(parents=True, exist_ok=True)
    data = home / f"quotes-{quotes}"
    with Lock(data.with_suffix(".lock")) as lock:
        if not lock.take():
            progress("Waiting for another bench that makes the same graph", 0, 0)
            lock.take(wait=_MADE_WITHIN)
        _make(data, quotes, settings, progress)
    return data


def _make(data: Path, quotes: int, settings: Settings, progress: Progress) -> None:
    mark = data.with_suffix(".mark")
    if data.is_dir() and mark.is_file() and mark.read_text(encoding="ascii") == _mark():
        return
    mark.unlink(missing_ok=True)
    shutil.rmtree(data, ignore_errors=True)
    making = settings.model_copy(update={"data": data, "neo4j_uri": None, "read_timeout": _PATIENCE})
    with open_store(making, progress, schema=False) as store:
        place(store, Stories(Plan(quotes)), progress)
    _wait(making)
    mark.write_text(_mark(), encoding="ascii")


def _mark() -> str:
    """Changes with the files that make a graph, and with the indexes."""
    digest = hashlib.sha256(repr(schema.ours()).encode())
    for pattern in _MADE_BY:
        for path in sorted(ROOT.glob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _wait(settings: Settings) -> None:
    """Until the server has stopped and all is on the disk."""
    lock, end = store_files(settings).keeper_lock, time.monotonic() + _PATIENCE
    while is_held(lock):
        if time.monotonic() > end:
            raise RetryLater("The database server does not come to an end.", f"See {store_files(settings).keeper_log}.")
        time.sleep(0.1)
