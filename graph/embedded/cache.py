"""Java's ahead-of-time cache: the server starts in 3 s with it, in 7 s without.

It belongs to the machine, the Java and the archives, not to the data, so it lies in the user's cache directory, named
by what it was made from. The first start makes it, in half a minute, before it starts the server: whoever starts a
second time finds it there.
"""

from __future__ import annotations

import hashlib
import platform
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from graph.embedded import java
from graph.progress import Progress

_QUIET = ("-Xlog:aot=off", "-Xlog:cds=off", "-Xlog:aot+map=off", "-Xlog:aot+training=off", "-Xlog:aot+codecache=off")
"""Its warnings are harmless: where the cache does not fit, Java goes on without it."""
_PATIENCE = 24 * 3600
"""Seconds before it is tried again where it could not be made."""


def cache_file(directory: Path, jars: Sequence[Path]) -> Path:
    """Where the cache for these archives lies, whether or not it is there yet."""
    mark = hashlib.sha256(repr((str(java.runtime()), java.runtime().stat().st_mtime_ns, java.FLAGS)).encode())
    mark.update(platform.node().encode() + platform.machine().encode())
    for jar in jars:
        there = jar.stat()
        mark.update(repr((str(jar), there.st_size, there.st_mtime_ns)).encode())
    return directory / "java" / f"neo4j-{mark.hexdigest()[:16]}.aot"


def using(cache: Path) -> tuple[str, ...]:
    """Flags that start with the cache, or none if it is not there."""
    return (f"-XX:AOTCache={cache}", *_QUIET) if cache.exists() else ()


def making(cache: Path) -> tuple[str, ...]:
    """Flags of a run that writes the cache when it ends."""
    return (f"-XX:AOTCacheOutput={cache}", *_QUIET)


def make(cache: Path, tell: Progress) -> None:
    """Have the cache made by `train`, in a process of its own that ends with ours, unless it is there.

    A machine on which it could not be made does without for a day: `.failed` beside it holds the reason.
    """
    if cache.exists() or _has_failed_lately(failed(cache)):
        return
    tell("Preparing the database server (once, half a minute)", 0, 0)
    trainer = subprocess.Popen(
        [sys.executable, "-P", "-m", "graph.embedded.train", str(cache)],
        stdin=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=java.dies_with_parent(),
    )
    try:
        trainer.wait()
    finally:
        if trainer.poll() is None:
            trainer.terminate()
            trainer.wait()


def _has_failed_lately(reason: Path) -> bool:
    return reason.exists() and time.time() - reason.stat().st_mtime < _PATIENCE


def failed(cache: Path) -> Path:
    """Where the reason lies why the cache could not be made."""
    return cache.with_suffix(".failed")
