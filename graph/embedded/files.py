"""Small files that are written whole or not at all, and what the file system says in the words of `graph.errors`."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from graph.errors import FixSettings, NewsgraphError

FULL = 20 * 2**20
"""Bytes free at which the server writes no more."""


@contextmanager
def plain_errors(what: Path) -> Iterator[None]:
    """Turn what the file system says about `what` into FixSettings."""
    try:
        yield
    except OSError as problem:
        raise file_problem(problem, what) from problem


def file_problem(problem: OSError, what: Path) -> NewsgraphError:
    """The error of ours for one of the file system."""
    if problem.errno in (errno.ENOSPC, errno.EDQUOT):
        return FixSettings(f"The disk is full: {what}.", "Free some space, or choose another directory.")
    if problem.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return FixSettings(
            f"The directory is not writable: {what}.", "Change its owner, or choose another with NEWSGRAPH_DATA."
        )
    if problem.errno in (errno.ENOTDIR, errno.EEXIST):
        return FixSettings(f"This is not a directory: {what}.", "Choose another with NEWSGRAPH_DATA.")
    return FixSettings(f"{what} cannot be used: {problem.strerror or problem}.", "Choose another with NEWSGRAPH_DATA.")


def is_full(directory: Path) -> bool:
    """Whether the disk of a directory has no room left."""
    try:
        return shutil.disk_usage(directory).free < FULL
    except OSError:
        return False


def write_private(path: Path, text: str) -> None:
    """Write a file that only the owner reads, whole or not at all."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    with suppress(FileNotFoundError):
        beside.unlink()
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as out:
        out.write(text)
    beside.replace(path)


def write_json(path: Path, value: object) -> None:
    """Write a small JSON file that only the owner reads, whole or not at all."""
    write_private(path, json.dumps(value) + "\n")


def read_json(path: Path) -> dict[str, object]:
    """The JSON object in a file; empty where there is none, or something else."""
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return value if isinstance(value, dict) else {}
