"""The process that owns the server of one data directory.

    python -m graph.embedded.keeper DATA CACHE HEAP PAGE_CACHE [FLAG…]

It is started by the first command that needs the server, in a session of its own, so that a Ctrl-C at the terminal does
not reach it. It stops the server when nobody holds the users' lock any more, however the last one ended; newcomers wait
at that lock until it has stopped. If the server dies, it clears away and ends; the next command starts a new one. If
the keeper itself is killed, the kernel ends the server.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from graph.embedded.cache import cache_file, using
from graph.embedded.fetch import places
from graph.embedded.files import write_json
from graph.embedded.locks import Lock
from graph.embedded.server import Memory, Server
from graph.embedded.store_files import StoreFiles, mark
from graph.errors import NewsgraphError, RetryLater

_TURN = 0.1
"""Seconds between two looks at the server and at the users' lock."""


def main(arguments: list[str]) -> int:
    """Keep a server until nobody uses it. The exit status tells nothing; `failure.json` does."""
    data, cache, heap, page_cache, *flags = arguments
    files = StoreFiles(Path(data))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    with Lock(files.keeper_lock) as keeping, Lock(files.users_lock) as users:
        if not keeping.take(wait=10.0):
            return 0  # another one keeps it already
        try:
            _keep(files, Path(cache), Memory(heap, page_cache), flags, users)
        except NewsgraphError as problem:
            _tell(files, problem)
        except Exception as problem:
            text = f"The keeper of the database server failed: {problem!r}."
            _tell(files, RetryLater(text, f"See {files.keeper_log}."))
            raise
        finally:
            files.connection.unlink(missing_ok=True)
    return 0


def _keep(files: StoreFiles, cache: Path, memory: Memory, flags: Sequence[str], users: Lock) -> None:
    jars = places()  # the command that started this has fetched them, and compared their hashes
    server = Server(files, jars, memory, (*using(cache_file(cache, jars)), *flags))
    try:
        if not server.start(still_wanted=lambda: not users.take()):
            return
        mark(files)
        write_json(
            files.connection,
            {
                "uri": f"bolt://127.0.0.1:{server.ports.bolt}",
                "browser": f"http://127.0.0.1:{server.ports.http}/browser/",
                "server": server.pid,
                "keeper": os.getpid(),
            },
        )
        while server.poll() is None and not users.take():
            time.sleep(_TURN)
    finally:
        files.connection.unlink(missing_ok=True)
        server.stop()


def _tell(files: StoreFiles, problem: NewsgraphError) -> None:
    with suppress(OSError):  # a full disk must not hide the reason from the log
        write_json(
            files.failure, {"kind": type(problem).__name__, "message": problem.message, "remedy": problem.remedy}
        )
    print(problem, file=sys.stderr, flush=True)  # noqa: T201 - the keeper's log is its standard error


def _leave(*_: object) -> None:
    raise SystemExit(0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
