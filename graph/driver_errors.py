"""What the driver and the server say, in the words of `graph.errors`. The one place where they are translated."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    CypherSyntaxError,
    DatabaseError,
    DriverError,
    Neo4jError,
    TransientError,
)

from graph.embedded.files import is_full
from graph.errors import AskDifferently, FixSettings, NewsgraphError, NotARead, RepairStore, RetryLater, TooMuch

_TIMED_OUT = ("TransactionTimedOut", "TransactionTimedOutClientConfiguration", "LockClientStopped")
_MEMORY = ("MemoryPoolOutOfMemoryError", "TransactionMemoryLimit", "OutOfMemoryError")
_WRITES = ("Neo.ClientError.Statement.AccessMode", "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase")


class translated:  # noqa: N801 - it is used as a function, as those of contextlib are
    """A block that raises ours for the driver's. `where`: the address, for messages; `data`: the directory of our own
    server. No generator: it is on the way of every statement.
    """

    def __init__(self, where: str, *, data: Path | None) -> None:
        self._where, self._data = where, data

    def __enter__(self) -> None: ...

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(problem, Neo4jError | DriverError):
            raise translate(problem, self._where, data=self._data) from problem
        if isinstance(problem, OSError) or (isinstance(problem, ValueError) and "resolve" in str(problem).lower()):
            raise _away(self._where, data=self._data) from problem


def translate(problem: Neo4jError | DriverError, where: str, *, data: Path | None) -> NewsgraphError:
    """The error of ours that stands for one of the driver's; the server's words only where they help."""
    if isinstance(problem, Neo4jError):
        return _said_by_server(problem, where, data=data)
    if isinstance(problem, ConfigurationError):
        return not_an_address(where)
    return _away(where, data=data)


def not_an_address(where: str) -> FixSettings:
    """For an address that does not lead to a Neo4j by Bolt."""
    return FixSettings(
        f"The address of Neo4j is not one that newsgraph knows: {where}.",
        "See to NEWSGRAPH_NEO4J_URI; it looks like bolt://host:7687, neo4j://host or neo4j+s://host.",
    )


def _said_by_server(problem: Neo4jError, where: str, *, data: Path | None) -> NewsgraphError:
    code, words = problem.code or "", _line(problem)
    kind = code.rpartition(".")[2]
    if isinstance(problem, DatabaseError | TransientError) and data is not None and is_full(data):
        return FixSettings(f"The disk is full: {data}.", "Free some space and run the command again; it goes on.")
    if isinstance(problem, AuthError) or kind in ("AuthenticationRateLimit", "CredentialsExpired"):
        return FixSettings(
            f"Neo4j at {where} refuses the user or the password.",
            "See to NEWSGRAPH_NEO4J_USER and NEWSGRAPH_NEO4J_PASSWORD."
            if data is None
            else "The store's password file is not the one that belongs to it.",
        )
    if kind == "DatabaseNotFound":
        return FixSettings(f"Neo4j at {where} has no such database.", "See to NEWSGRAPH_NEO4J_DATABASE.")
    if kind in _TIMED_OUT:
        return TooMuch("The question took longer than is allowed.", "Ask for less, or a narrower part.")
    if kind == "Terminated":
        return TooMuch("The question was ended in the database before it was answered.", "Ask for less, or try again.")
    if kind in _MEMORY:
        return TooMuch("The question needed more memory than is allowed.", "Ask for less, or page through it.")
    if code in _WRITES:
        return NotARead("The statement would change the store.", "Only reading statements are answered here.")
    if isinstance(problem, CypherSyntaxError):
        return AskDifferently(f"The statement is not Cypher: {words}", "Mend it and ask again.")
    if isinstance(problem, TransientError):
        return _away(where, data=data)
    if isinstance(problem, ClientError):
        return AskDifferently(f"The statement was not answered: {words}", "Mend it and ask again.")
    return RepairStore(f"Neo4j at {where} failed: {words}", "See the server's log.")


def _away(where: str, *, data: Path | None) -> RetryLater:
    if data is not None:
        return RetryLater(
            f"The database server at {where} has gone away.",
            "Nothing that was acknowledged is lost; run the command again and it goes on.",
        )
    return RetryLater(f"Neo4j at {where} does not answer.", "See that it runs and that the address is right.")


def _line(problem: Neo4jError) -> str:
    return " ".join((problem.message or "no reason given").splitlines()[0].split())
