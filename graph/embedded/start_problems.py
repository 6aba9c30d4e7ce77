"""Why a server did not start: what its log says, in the words of `graph.errors`."""

from __future__ import annotations

from graph.embedded.files import is_full
from graph.embedded.store_files import StoreFiles
from graph.errors import FixSettings, NewsgraphError, RepairStore, RetryLater

_REASONS: tuple[tuple[str, type[NewsgraphError], str, str], ...] = (
    (
        "already in use",
        FixSettings,
        "A port of the database server was taken by another program.",
        "Try again.",
    ),
    (
        "No space left on device",
        FixSettings,
        "The disk is full: {root}.",
        "Free some space, or choose another directory with NEWSGRAPH_DATA.",
    ),
    (
        "Could not reserve enough space",
        FixSettings,
        "There is not enough memory for the database server's heap.",
        "Set NEWSGRAPH_HEAP to less, such as 512m.",
    ),
    (
        "Cannot allocate memory",
        FixSettings,
        "There is not enough memory for the database server.",
        "Set NEWSGRAPH_HEAP and NEWSGRAPH_PAGE_CACHE to less, such as 512m and 64m.",
    ),
    (
        "Invalid maximum heap size",
        FixSettings,
        "The heap size is not one that Java knows.",
        "Set NEWSGRAPH_HEAP to a size such as 512m or 1g.",
    ),
    (
        "OutOfMemoryError",
        FixSettings,
        "The database server has not enough memory to start.",
        "Set NEWSGRAPH_HEAP to more, such as 2g.",
    ),
    (
        "Error evaluating value",
        FixSettings,
        "A setting of the database server is not as it must be; see {log}.",
        "See to NEWSGRAPH_HEAP and NEWSGRAPH_PAGE_CACHE; sizes look like 512m or 1g.",
    ),
    (
        "FileLockException",
        RetryLater,
        "Another program uses the store in {root}.",
        "Stop it, or try again in a moment.",
    ),
    (
        "Lock file has been locked by another process",
        RetryLater,
        "Another program uses the store in {root}.",
        "Stop it, or try again in a moment.",
    ),
    (
        "AccessDeniedException",
        FixSettings,
        "Files of the store are not writable: {root}.",
        "Change their owner, or choose another directory with NEWSGRAPH_DATA.",
    ),
    (
        "StoreUpgrade",
        RepairStore,
        "The store in {root} is of a format that this Neo4j does not read.",
        "Load the articles again into a new directory with NEWSGRAPH_DATA.",
    ),
    (
        "IncompatibleFormat",
        RepairStore,
        "The store in {root} is of a format that this Neo4j does not read.",
        "Load the articles again into a new directory with NEWSGRAPH_DATA.",
    ),
    (
        "UnableToMigrateException",
        RepairStore,
        "The store in {root} is of a format that this Neo4j does not read.",
        "Load the articles again into a new directory with NEWSGRAPH_DATA.",
    ),
)
"""What the server's log says, and what that means to the one who started it."""


def why_not(log: str, files: StoreFiles) -> NewsgraphError:
    """The error that the log of a failed start stands for."""
    for sign, kind, message, remedy in _REASONS:
        if sign in log:
            return kind(message.format(root=files.root, log=files.server_log), remedy)
    return RepairStore(f"The database server ended while it started; see {files.server_log}.",
                       "If it stays so, load the articles again into a new directory with NEWSGRAPH_DATA.")  # fmt: skip


def database_problem(reason: str, files: StoreFiles) -> NewsgraphError:
    """The error for a database that does not come up under a server that runs."""
    if is_full(files.root):
        return FixSettings(f"The disk is full: {files.root}.", "Free some space and run the command again.")
    short = " ".join(reason.split())[:200].rstrip(".")
    return RepairStore(
        f"The database in {files.root} does not come up: {short}.",
        "Put a copy of the directory back, or load the articles again into a new one with NEWSGRAPH_DATA.",
    )
