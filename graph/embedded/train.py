"""Makes Java's ahead-of-time cache: `python -m graph.embedded.train CACHE`.

Starts a server on an empty temporary directory, asks it a little, stops it, and Java writes the cache (a quarter of a
minute and more). Nothing of the user's data is touched; stopped half-way, nothing remains.
"""

from __future__ import annotations

import signal
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from pydantic import SecretStr

from graph.embedded.cache import failed, making
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
_WRITE_LIMIT = 180.0
"""Seconds that Java may take for writing the cache when it ends."""


def main(cache: Path) -> int:
    """Make the cache unless another process is at it."""
    signal.signal(signal.SIGTERM, _leave)
    cache.parent.mkdir(parents=True, exist_ok=True)
    with Lock(cache.parent / "train.lock") as alone:
        if not alone.take() or cache.exists():
            return 0
        with tempfile.TemporaryDirectory(prefix="newsgraph-train-") as directory:
            fresh = Path(directory) / "neo4j.aot"
            try:
                _train(StoreFiles(Path(directory)), fresh)
            except NewsgraphError as problem:
                failed(cache).write_text(f"{problem}\n", encoding="utf-8")
                return 1
            if not fresh.exists():
                failed(cache).write_text("Java ended without writing it.\n", encoding="utf-8")
                return 1
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
    server.stop(_WRITE_LIMIT)


def _move(fresh: Path, cache: Path) -> None:
    """Over file systems, too, and never half a cache under the final name."""
    part = cache.with_suffix(".part")
    part.write_bytes(fresh.read_bytes())
    part.replace(cache)
    for other in (*cache.parent.glob("*.aot"), *cache.parent.glob("*.failed")):
        with suppress(OSError):
            if other != cache and time.time() - other.stat().st_atime > _OLD:
                other.unlink()


def _leave(*_: object) -> None:
    raise SystemExit(0)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
