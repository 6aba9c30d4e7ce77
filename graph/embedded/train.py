"""Makes Java's ahead-of-time cache: `python -m graph.embedded.train CACHE`.

Starts a server on an empty temporary directory, asks it a little, stops it, and Java writes the cache (16 s). Nothing
of the user's data is touched; stopped half-way, nothing remains.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from pydantic import SecretStr

from graph.embedded.cache import making
from graph.embedded.fetch import NEO4J_LOCK, fetch
from graph.embedded.locks import Lock
from graph.embedded.server import Memory, Server
from graph.embedded.store_files import StoreFiles, password
from graph.errors import NewsgraphError
from graph.guard import ask
from graph.settings import Settings
from graph.store import open_store

_OLD = 30 * 24 * 3600
"""Seconds after which a cache that another version made is deleted."""


def main(cache: Path) -> int:
    """Make the cache unless another process is at it."""
    signal.signal(signal.SIGTERM, _leave)
    os.nice(19)
    cache.parent.mkdir(parents=True, exist_ok=True)
    with Lock(cache.parent / "train.lock") as alone:
        if not alone.take() or cache.exists():
            return 0
        with tempfile.TemporaryDirectory(prefix="newsgraph-train-") as directory:
            fresh = Path(directory) / "neo4j.aot"
            try:
                _train(StoreFiles(Path(directory)), fresh)
            except NewsgraphError as problem:
                print(f"Java's cache was not made: {problem}", file=sys.stderr)  # noqa: T201 - the keeper's log
                return 1
            if fresh.exists():
                _move(fresh, cache)
    return 0


def _train(files: StoreFiles, fresh: Path) -> None:
    server = Server(files, fetch(NEO4J_LOCK), Memory("512m", "64m"), making(fresh), signal.SIGKILL)
    try:
        server.start()
        other = Settings(neo4j_uri=f"bolt://127.0.0.1:{server.ports.bolt}", neo4j_password=SecretStr(password(files)))
        with open_store(other) as store:  # what each first start does: what ran is what the cache holds
            ask(store, "MATCH (q:Quote) RETURN q.id ORDER BY q.id LIMIT 1")
            ask(store, "CALL db.index.fulltext.queryNodes('quote_text', 'talks') YIELD node RETURN node LIMIT 1")
    except BaseException:
        server.kill()  # it would write its cache for a quarter of a minute
        raise
    server.stop()


def _move(fresh: Path, cache: Path) -> None:
    """Over file systems, too, and never half a cache under the final name."""
    part = cache.with_suffix(".part")
    part.write_bytes(fresh.read_bytes())
    part.replace(cache)
    for other in cache.parent.glob("*.aot"):
        with suppress(OSError):
            if other != cache and time.time() - other.stat().st_atime > _OLD:
                other.unlink()


def _leave(*_: object) -> None:
    raise SystemExit(0)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
