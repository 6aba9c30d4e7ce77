"""A connected store: the two doors to Neo4j, one for reading and one for writing."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from graph.embedded.join import Connection, joined, store_files
from graph.errors import FixSettings, TooMuch
from graph.progress import Progress
from graph.settings import Settings

if TYPE_CHECKING:
    import neo4j

    from graph.driver_errors import translated
    from graph.sessions import Sessions

T = TypeVar("T")
Seen: TypeAlias = "neo4j.Bookmarks | None"
"""A mark of what was committed when something was read."""

_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
_ANSWER_WITHIN = 10.0
"""Seconds to wait for a connection."""
_END_WITHIN = 5.0
"""Seconds that ending a statement may take."""
_RETRY_OWN, _RETRY_OTHER = 3.0, 30.0
"""Seconds that the driver retries a transaction: a cluster changes its leader, our own server comes back only anew."""


@dataclass(frozen=True, slots=True)
class Connections:
    """How many connections there are to the server."""

    in_use: int
    idle: int


class Store:
    """A connected store. `read` is for our own statements; those that users write go through `graph.guard`."""

    def __init__(
        self, settings: Settings, driver: neo4j.Driver, uri: str, browser_url: str | None, data: Path | None = None
    ) -> None:
        self.settings = settings
        self.uri = uri
        self.database = settings.neo4j_database if not settings.embedded else "neo4j"
        self.browser_url = browser_url
        """Neo4j Browser's address; None for a server that is not ours."""
        self.server = ""
        """Its name and version, e.g. "Neo4j/2026.09.0"."""
        self.reads = 0
        """Statements that `read` has sent; tests count them."""
        self._driver = driver
        self._sessions = self._kept_sessions()
        self._written = _bookmarks()
        """Of what was written here, for those who are to see it."""
        self._data = data

    def verify(self) -> None:
        """Ask the server who it is. Raises RetryLater or FixSettings."""
        with self.translated():
            self.server = str(self._driver.get_server_info().agent)

    def read(
        self,
        statement: str,
        parameters: Mapping[str, object] | None = None,
        *,
        timeout: float | None = None,
        rows: int | None = None,
    ) -> list[dict[str, object]]:
        """The rows of one reading statement, in a session that the server lets read only.

        `timeout` in seconds and `rows` are the settings' `read_timeout` and `read_rows` unless given. Raises TooMuch
        beyond either (rows are never cut silently), RetryLater where the store is away, NotARead for a writing one.
        """
        limit = self.settings.read_rows if rows is None else rows

        def work(transaction: neo4j.ManagedTransaction) -> list[dict[str, object]]:
            result = transaction.run(statement, dict(parameters or {}))
            found = [record.data() for record in result.fetch(limit + 1)]
            if len(found) > limit:
                raise TooMuch(f"The answer has more than {limit} rows.", "Ask for less, or page through it.")
            return found

        self.reads += 1
        return self.in_reading_session(work, timeout)

    def one(
        self, statement: str, parameters: Mapping[str, object], *, timeout: float | None = None, request: str = "",
        after: Seen = None,
    ) -> object:  # fmt: skip
        """The only value of the only row of one reading statement, in one round trip. Errors as `read` has them.

        The statement is a transaction of its own; where that may be tried again, it is, once and at once: a connection
        that the server has closed meanwhile costs nothing, and a server that is away is told without a wait.
        `request` names whom it is for: SHOW TRANSACTIONS has it as `metaData.request`, and `end` ends it. `after` is
        what `seen` gave: all that was committed then is read.
        """
        if after is not None:
            return self.seen(statement, parameters, timeout=timeout, request=request, after=after)[0]
        again = partial(self._session, retry=0)
        return self._once(statement, parameters, timeout, request, self._sessions.one, again)[0]

    def seen(
        self, statement: str, parameters: Mapping[str, object], *, timeout: float | None = None, request: str = "",
        after: Seen = None,
    ) -> tuple[object, Seen]:  # fmt: skip
        """The same, with a mark of what was committed by then, on whatever server of a cluster it was read.

        A commit becomes visible bit by bit, so that who has seen a part of it may not see the rest yet: a reader that
        is given the mark waits until all of it is there.
        """
        return self._once(
            statement, parameters, timeout, request,
            partial(self._session, after), partial(self._session, after, retry=0),
        )  # fmt: skip

    def _once(
        self, statement: str, parameters: Mapping[str, object], timeout: float | None, request: str,
        first: Callable[[], AbstractContextManager[neo4j.Session]], second: Callable[[], neo4j.Session],
    ) -> tuple[object, Seen]:  # fmt: skip
        """The value, and the mark of the session that read it: the first, or where that fails and may be tried again
        at once, the second.
        """
        import neo4j

        limit = self.settings.read_timeout if timeout is None else timeout
        self.reads += 1
        began = time.monotonic()
        with self.translated():
            try:
                with first() as session:
                    query = neo4j.Query(statement, metadata=_named(request), timeout=limit)
                    found: object = session.run(query, dict(parameters)).single(strict=True)[0]
                    return found, session.last_bookmarks()
            except (neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError) as error:
                if not error.is_retryable() or time.monotonic() - began > _ANSWER_WITHIN / 2:
                    raise

        def work(transaction: neo4j.ManagedTransaction) -> object:
            again: object = transaction.run(statement, dict(parameters)).single(strict=True)[0]
            return again

        limited = neo4j.unit_of_work(metadata=_named(request), timeout=limit)(work)
        with self.translated(), second() as session:
            return session.execute_read(limited), session.last_bookmarks()

    def own(self, statement: str, parameters: Mapping[str, object], *, request: str = "") -> object:
        """As `one`, and sure to see what this store has written: in a cluster, other members learn of it later."""
        from neo4j import Bookmarks

        written = Bookmarks.from_raw_values(self._written.get_bookmarks())
        return self.one(statement, parameters, request=request, after=written)

    def end(self, request: str) -> None:
        """End the statements that run for a request: nobody waits for them any more. None running is no error."""
        from neo4j import Query

        from graph.cypher import statement

        ending = Query(statement("lookup/end.cypher"), timeout=_END_WITHIN)
        with self.translated(), self._driver.session(database=self.database) as session:
            session.run(ending, {"request": request}).consume()

    def in_reading_session(self, work: Callable[[neo4j.ManagedTransaction], T], timeout: float | None = None) -> T:
        """Run reading work in one managed transaction. Errors are ours."""
        from neo4j import unit_of_work

        seconds = self.settings.read_timeout if timeout is None else timeout
        limited = unit_of_work(timeout=seconds)(work)
        with self.translated(), self._session() as session:
            return session.execute_read(limited)

    @contextmanager
    def reading(self, timeout: float | None = None) -> Iterator[neo4j.Transaction]:
        """One reading transaction that is not tried again, for statements that are not ours. Errors are ours."""
        seconds = self.settings.read_timeout if timeout is None else timeout
        with (
            self.translated(),
            self._session() as session,
            session.begin_transaction(timeout=seconds) as transaction,
        ):
            yield transaction

    def write(self, work: Callable[[neo4j.ManagedTransaction], T]) -> T:
        """Run writing work in one managed transaction; the driver may run it more than once, so it must be repeatable.

        Raises RetryLater where the store is away: nothing of the work is then written, or all of it.
        """
        with (
            self.translated(),
            self._driver.session(database=self.database, bookmark_manager=self._written) as session,
        ):
            return session.execute_write(work)

    def _session(self, after: Seen = None, retry: float | None = None) -> neo4j.Session:
        """A session that only reads.

        `retry`: seconds in which the driver begins a managed transaction anew where that may help; None: as usual.
        """
        from neo4j import READ_ACCESS

        usual = _RETRY_OWN if self.settings.embedded else _RETRY_OTHER
        return self._driver.session(
            database=self.database, default_access_mode=READ_ACCESS, bookmarks=after,
            max_transaction_retry_time=usual if retry is None else retry,
        )  # fmt: skip

    def _kept_sessions(self) -> Sessions:
        from neo4j import READ_ACCESS

        from graph.sessions import Forgetful, Sessions

        driver, database, forgetful = self._driver, self.database, Forgetful()
        return Sessions(
            lambda: driver.session(
                database=database, default_access_mode=READ_ACCESS, bookmark_manager=forgetful
            )
        )  # fmt: skip

    def translated(self) -> translated:
        """A block in which the driver's errors become ours."""
        from graph.driver_errors import translated

        return translated(self.uri, data=self._data)

    def connections(self) -> Connections:
        """How many connections there are just now."""
        pool = self._driver._pool  # the driver has no public word for it
        addresses = list(pool.connections)
        in_use = sum(pool.in_use_connection_count(address) for address in addresses)
        there = sum(len(pool.connections.get(address, ())) for address in addresses)
        return Connections(in_use, max(there - in_use, 0))

    def moved(self, there: Connection) -> None:
        """Go on with the embedded server where it runs now; work on the old connections fails with RetryLater."""
        old, unused = self._driver, self._sessions
        self._driver = _driver(there.uri, ("neo4j", there.password), _RETRY_OWN, self._data)
        self._sessions = self._kept_sessions()
        self.uri, self.browser_url = there.uri, there.browser
        unused.close()
        old.close()

    def close(self) -> None:
        """Close the connections; the embedded server stops when its last user has left."""
        self._sessions.close()
        self._driver.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _named(request: str) -> dict[str, str]:
    return {"request": request} if request else {}


@contextmanager
def open_store(settings: Settings, progress: Progress | None = None, *, schema: bool = True) -> Iterator[Store]:
    """A connected store for as long as the block lasts, with the schema applied.

    With `settings.neo4j_uri` the Neo4j there, else the embedded server, joined or started.
    Raises FixSettings, RepairStore, RetryLater or FetchAgain, each with its line.
    """
    from graph import schema as graph_schema

    with _connected(settings, progress) as store:
        store.verify()
        if schema:
            graph_schema.apply(store, progress)
        yield store


@contextmanager
def _connected(settings: Settings, progress: Progress | None) -> Iterator[Store]:
    from graph.driver_errors import not_an_address

    if settings.neo4j_uri is None:
        files = store_files(settings)
        with joined(settings, progress) as there:
            driver = _driver(there.uri, ("neo4j", there.password), _RETRY_OWN, files.root)
            with Store(settings, driver, there.uri, there.browser, files.root) as store:
                yield store
        return
    if settings.neo4j_uri.partition("://")[0] not in _SCHEMES:  # the driver knows more, in preview and slower
        raise not_an_address(settings.neo4j_uri)
    if settings.neo4j_password is None:
        raise FixSettings(f"There is no password for Neo4j at {settings.neo4j_uri}.", "Set NEWSGRAPH_NEO4J_PASSWORD.")
    login = (settings.neo4j_user, settings.neo4j_password.get_secret_value())
    driver = _driver(settings.neo4j_uri, login, _RETRY_OTHER, None)
    with Store(settings, driver, settings.neo4j_uri, None) as store:
        yield store


def _bookmarks() -> neo4j.api.BookmarkManager:
    from neo4j import GraphDatabase

    return GraphDatabase.bookmark_manager()


def _driver(uri: str, login: tuple[str, str], retry: float, data: Path | None) -> neo4j.Driver:
    from neo4j import GraphDatabase, NotificationMinimumSeverity

    from graph.driver_errors import translated

    logging.getLogger("neo4j").addHandler(logging.NullHandler())  # its retries are no news to a user
    with translated(uri, data=data):
        return GraphDatabase.driver(
            uri,
            auth=login,
            connection_timeout=_ANSWER_WITHIN,
            connection_acquisition_timeout=_ANSWER_WITHIN,
            max_transaction_retry_time=retry,
            telemetry_disabled=True,
            notifications_min_severity=NotificationMinimumSeverity.OFF,
        )
