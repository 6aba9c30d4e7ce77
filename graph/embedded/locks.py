"""Advisory locks between processes. The kernel gives them back when a process ends, however it ends."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from pathlib import Path

from graph.errors import FixSettings

if sys.platform != "win32":
    import fcntl

_held: set[int] = set()


def _drop_in_child() -> None:
    """A forked worker must not keep its parent's locks alive: it closes its copies, which unlocks nothing."""
    for descriptor in tuple(_held):
        with suppress(OSError):
            os.close(descriptor)
    _held.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_drop_in_child)


class Lock:
    """A lock on a file; released by `release`, by the end of a `with`, and by the end of the process.

    The descriptor is closed on exec (Python's default) and in forked children.
    """

    def __init__(self, path: Path) -> None:
        if sys.platform == "win32":
            raise FixSettings(
                "The embedded Neo4j runs on Linux and macOS.", "Set NEWSGRAPH_NEO4J_URI to a Neo4j that is running."
            )
        self.path = path
        self._owner = os.getpid()
        self._descriptor: int | None = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        _held.add(self._descriptor)

    def take(self, *, shared: bool = False, wait: float = 0.0) -> bool:
        """Try for up to `wait` seconds; whether the lock is held now."""
        assert self._descriptor is not None
        kind = (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB
        end = time.monotonic() + wait
        while True:
            try:
                fcntl.flock(self._descriptor, kind)
            except BlockingIOError:
                if time.monotonic() >= end:
                    return False
                time.sleep(0.03)
            else:
                return True

    def release(self) -> None:
        """Give the lock back; doing so again does nothing, nor does it in a forked child."""
        if self._descriptor is None:
            return
        if self._owner == os.getpid():
            _held.discard(self._descriptor)
            fcntl.flock(self._descriptor, fcntl.LOCK_UN)  # also where a copy of the descriptor lives on somewhere
            os.close(self._descriptor)
        self._descriptor = None

    def __enter__(self) -> Lock:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def is_held(path: Path) -> bool:
    """Whether some process holds the exclusive lock on `path`."""
    if not path.exists():
        return False
    with Lock(path) as lock:
        return not lock.take(shared=True)
