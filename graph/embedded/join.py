"""How a command comes to the running server of a data directory, or has one started."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from graph import errors
from graph.embedded import java
from graph.embedded.cache import cache_file, make
from graph.embedded.fetch import NEO4J_LOCK, fetch
from graph.embedded.files import plain_errors, read_json
from graph.embedded.locks import Lock, is_held
from graph.embedded.ports import answers
from graph.embedded.server import START_LIMIT
from graph.embedded.store_files import StoreFiles, password, prepare
from graph.errors import NewsgraphError, RetryLater
from graph.progress import Progress, silent
from graph.settings import Settings

_TURN = 0.05
_PATIENCE = 240.0
"""Seconds to wait for a server that another command starts or stops."""


@dataclass(frozen=True, slots=True)
class Connection:
    """Where the embedded server listens, and how to log in."""

    uri: str
    browser: str
    password: str
    pid: int
    keeper: int


def store_files(settings: Settings) -> StoreFiles:
    """The files of the settings' data directory."""
    return StoreFiles(settings.data.expanduser().absolute())


@contextmanager
def joined(settings: Settings, progress: Progress | None = None) -> Iterator[Connection]:
    """A running server for as long as the block lasts: the one that runs already, or a new one.

    Raises FixSettings, RepairStore, RetryLater or FetchAgain, each with its line.
    """
    tell = progress or silent
    java.runtime()
    files = store_files(settings)
    prepare(files)
    with plain_errors(files.root):
        users = Lock(files.users_lock)
    with users:
        if not users.take(shared=True):
            tell("Waiting for the database server, which is just stopping", 0, 0)
            if not users.take(shared=True, wait=_PATIENCE):
                raise RetryLater("The database server does not come to an end.", f"See {files.keeper_log}.")
        yield _reach(files, settings, tell)


def running(files: StoreFiles) -> Connection | None:
    """The server that runs on these files just now, or None. Starts nothing and holds nothing."""
    known = read_json(files.connection)
    if not known or not is_held(files.keeper_lock) or not files.password.exists():
        return None
    uri, browser, pid, keeper = (known.get(key) for key in ("uri", "browser", "server", "keeper"))
    if not (isinstance(uri, str) and isinstance(browser, str) and isinstance(pid, int) and isinstance(keeper, int)):
        return None
    if not answers(int(uri.rpartition(":")[2])):  # it has just died, and its keeper has not seen it yet
        return None
    return Connection(uri, browser, password(files), pid, keeper)


def _reach(files: StoreFiles, settings: Settings, tell: Progress) -> Connection:
    """Only the one that holds the starter's lock starts a keeper; the others wait here until it is up."""
    with Lock(files.starter_lock) as starter:
        if not starter.take():
            tell("Waiting for the database server, which is just starting", 0, 0)
            if not starter.take(wait=_PATIENCE):
                raise RetryLater("The database server does not come up.", f"See {files.keeper_log}.")
        if found := running(files):
            return found
        jars = fetch(NEO4J_LOCK, tell)
        if settings.quick_start:
            make(cache_file(_cache(settings), jars), tell)
        tell("Starting the database server", 0, 0)
        files.failure.unlink(missing_ok=True)
        keeper: subprocess.Popen[bytes] | None = None
        end = time.monotonic() + START_LIMIT + 30
        while time.monotonic() < end:
            if found := running(files):
                return found
            if keeper is None and not is_held(files.keeper_lock):
                files.connection.unlink(missing_ok=True)  # left by a keeper that was killed
                keeper = _start_keeper(files, settings)
            elif keeper is not None and keeper.poll() is not None:
                raise _failure(files)
            time.sleep(_TURN)
    raise RetryLater("The database server does not come up.", f"See {files.keeper_log} and {files.server_log}.")


def _cache(settings: Settings) -> Path:
    return settings.cache.expanduser().absolute()


def _start_keeper(files: StoreFiles, settings: Settings) -> subprocess.Popen[bytes]:
    memory, flags = (settings.heap, settings.page_cache), settings.java_options.split()
    arguments = [str(files.root), str(_cache(settings)), *memory, *flags]
    with plain_errors(files.root), files.keeper_log.open("wb") as log:
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "graph.embedded.keeper", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )


def _failure(files: StoreFiles) -> NewsgraphError:
    told = read_json(files.failure)
    kind = getattr(errors, str(told.get("kind")), RetryLater)
    if not told or not issubclass(kind, NewsgraphError):
        return RetryLater("The database server did not start.", f"See {files.keeper_log} and {files.server_log}.")
    return kind(str(told["message"]), str(told["remedy"]))
