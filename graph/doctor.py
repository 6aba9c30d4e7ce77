"""What is connected, what is wrong, and how to mend it. Looks at one thing after another, as far as it comes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph import schema
from graph.cypher import statement
from graph.embedded import java
from graph.embedded.cache import cache_file
from graph.embedded.fetch import NEO4J_LOCK, fetch, missing
from graph.embedded.join import running, store_files
from graph.embedded.store_files import check_format
from graph.errors import NewsgraphError
from graph.progress import Progress
from graph.settings import Settings
from graph.store import Store, open_store

OLDEST = (5, 26)
"""The oldest Neo4j that answers all that we ask: 5.26 LTS."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `remedy`: how to mend it, empty where all is well."""

    ok: bool
    what: str
    remedy: str = ""


def examine(settings: Settings, progress: Progress | None = None) -> list[Finding]:
    """All findings, the machine's first, then the store's. Raises nothing of ours: what goes wrong is a finding.

    Downloads nothing; starts the embedded server where it can be started. Indexes that are missing are made again.
    """
    found: list[Finding] = []
    try:
        ready = True
        if settings.embedded:
            found.extend(_machine(settings))
            ready = not missing(NEO4J_LOCK)
        if ready:
            with open_store(settings, progress) as store:
                found.extend(_store(store))
    except NewsgraphError as problem:
        found.append(Finding(False, problem.message, problem.remedy))
    return found


def _machine(settings: Settings) -> Iterator[Finding]:
    java.runtime()
    yield Finding(True, "Java for the embedded Neo4j is there.")
    absent = len(missing(NEO4J_LOCK))
    if absent:
        yield Finding(
            True,
            f"{absent} archives of the embedded Neo4j are not fetched yet; the first command that needs them does.",
        )
        return
    yield Finding(True, "The archives of the embedded Neo4j are there, each as it was locked.")
    files = store_files(settings)
    check_format(files)
    if not files.marker.exists():
        yield Finding(True, f"There is no store in {files.root} yet; the first command makes it.")
    elif there := running(files):
        yield Finding(True, f"The store in {files.root} is running (process {there.pid}).")
    else:
        yield Finding(True, f"The store in {files.root} is not running; each command starts it.")
    if not cache_file(settings.cache.expanduser().absolute(), fetch(NEO4J_LOCK)).exists():
        yield Finding(True, "Java's cache is not made yet; starts take some seconds more until it is.")


def _store(store: Store) -> Iterator[Finding]:
    yield Finding(True, f"Connected to {store.server} at {store.uri}, database {store.database}.")
    number = tuple(int(part) for part in re.findall(r"\d+", store.server.partition("/")[2])[:2])
    if store.server.startswith("Neo4j/") and number < OLDEST:
        yield Finding(False, f"{store.server} is older than newsgraph needs.", "Update it to Neo4j 5.26 LTS or newer.")
    yield Finding(True, f"The schema is version {schema.current(store).number}.")
    states = {str(row["name"]): str(row["state"]) for row in store.read(statement("schema/state.cypher"))}
    gone = sorted(set(schema.names()) - set(states))
    if gone:
        schema.make(store)
        yield Finding(True, f"Indexes were missing and have been made again: {', '.join(gone)}.")
    for name, state in states.items():
        if state == "FAILED":
            yield Finding(
                False, f"The index {name} has failed.", f"Run DROP INDEX {name} in Neo4j Browser, then this again."
            )
        elif state != "ONLINE":
            yield Finding(True, f"The index {name} is being filled.")
    if not gone and set(states.values()) <= {"ONLINE"}:
        yield Finding(True, "All indexes answer.")
