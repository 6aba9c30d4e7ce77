"""Where the graph is and what is in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.cypher import statement
from graph.embedded.join import running, store_files
from graph.progress import Progress
from graph.settings import Settings
from graph.store import open_store


@dataclass(frozen=True, slots=True)
class Status:
    """The answer of `newsgraph status`. `counts`: articles, people, organisations, places, events, quotes."""

    server: str
    bolt: str
    browser: str | None
    """Address of Neo4j Browser; None for a server that is not ours."""
    database: str
    user: str
    password: str
    """Where the password is kept; never the password."""
    data: str | None
    """The data directory; None for a server that is not ours."""
    running: bool
    """Whether the server ran before we asked: one that did not stops again with this command."""
    counts: Mapping[str, int]
    first_day: str | None
    last_day: str | None


def status(settings: Settings, progress: Progress | None = None) -> Status:
    """Ask the store, starting it if need be. Raises what `open_store` raises."""
    files = store_files(settings) if settings.embedded else None
    ran = files is None or running(files) is not None
    with open_store(settings, progress) as store:
        found = store.read(statement("lookup/counts.cypher"))[0]
        return Status(
            server=store.server,
            bolt=store.uri,
            browser=store.browser_url,
            database=store.database,
            user="neo4j" if settings.embedded else settings.neo4j_user,
            password=str(files.password) if files else "NEWSGRAPH_NEO4J_PASSWORD",
            data=str(files.root) if files else None,
            running=ran,
            counts={name: value for name, value in found.items() if isinstance(value, int)},
            first_day=_day(found["first_day"]),
            last_day=_day(found["last_day"]),
        )


def _day(value: object) -> str | None:
    return str(value) if value else None
