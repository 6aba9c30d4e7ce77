"""Java's ahead-of-time cache: the server starts in 3 s with it, in 7 s without.

It belongs to the machine, the Java and the archives, not to the data, so it lies in the user's cache directory, named
by what it was made from. `train` makes it in a process of its own, at the lowest priority, while the first server runs.
"""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Sequence
from pathlib import Path

from graph.embedded import java

_QUIET = ("-Xlog:aot=off", "-Xlog:cds=off", "-Xlog:aot+map=off", "-Xlog:aot+training=off", "-Xlog:aot+codecache=off")
"""Its warnings are harmless: where the cache does not fit, Java goes on without it."""


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
