"""Cypher that users write, through the read-only door.

Four things hold it, each alone enough for most: the server plans the statement without running it (EXPLAIN) and must
call it one that reads; its plan may call only procedures and commands that look at the graph; the session is one in
which the server refuses to write; time, rows and (on the embedded server) memory are limited. On Community every
account may write and administer, so it is the plan that keeps out what is neither, such as SHOW USERS.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.errors import AskDifferently, NotARead
from graph.plain_values import plain
from graph.store import Store

if TYPE_CHECKING:
    import neo4j

PROCEDURES = ("db.index.fulltext.query", "db.index.vector.query", "db.labels", "db.relationshipTypes",
              "db.propertyKeys", "db.schema.")  # fmt: skip
"""Beginnings of the names of procedures that may be called."""
_COMMANDS = ("ShowIndexes", "ShowConstraints", "ShowFunctions", "ShowProcedures")
"""Commands that say what there is to ask."""
_REFUSED = ("Show", "Terminate", "LoadCSV", "AdministrationCommand", "SystemProcedureCall")
"""Beginnings of other operators of a plan that neither write nor read the graph."""
_READS = "r"


@dataclass(frozen=True, slots=True)
class Table:
    """An answer. Cells are plain values: nodes and relationships as mappings, days and times as ISO text."""

    columns: tuple[str, ...]
    rows: list[tuple[object, ...]]
    truncated: bool
    """Whether there were more rows than the limit, and the rest was left out."""


def ask(
    store: Store,
    cypher: str,
    parameters: Mapping[str, object] | None = None,
    *,
    timeout: float | None = None,
    rows: int | None = None,
) -> Table:
    """Answer a reading statement; rows beyond the settings' `read_rows` (or `rows`) are left out, and it is said.

    Raises NotARead (it would write or administer), TooMuch (time, memory), AskDifferently (no Cypher, a missing
    parameter) or RetryLater.
    """
    if not cypher.strip():
        raise AskDifferently("There is no statement.", "Write one, such as: MATCH (p:Person) RETURN p.name LIMIT 5")
    given = dict(parameters or {})
    limit = store.settings.read_rows if rows is None else rows
    with store.reading(timeout) as transaction:
        _check(transaction.run(f"EXPLAIN {cypher}", given).consume())
    with store.reading(timeout) as transaction:
        result = transaction.run(cypher, given)
        found = [tuple(plain(value) for value in record.values()) for record in result.fetch(limit + 1)]
        return Table(tuple(result.keys()), found[:limit], len(found) > limit)


def _check(summary: neo4j.ResultSummary) -> None:
    """Raise NotARead unless the plan only looks at the graph."""
    if summary.plan is None or summary.query_type != _READS:
        raise NotARead("The statement would change the store or administer the server.", _ONLY_READS)
    for operator in _operators(summary.plan):
        name = operator["operatorType"].partition("@")[0]
        if name.startswith("ProcedureCall"):
            procedure = str(operator.get("args", {}).get("Details", "")).partition("(")[0].strip()
            if not procedure.startswith(PROCEDURES):
                raise NotARead(f"The procedure {procedure} is not one that looks at the graph.", _ONLY_READS)
        elif name.startswith(_REFUSED) and name not in _COMMANDS:
            raise NotARead(f"The statement does more than look at the graph ({name}).", _ONLY_READS)


_ONLY_READS = "Only reading statements are answered here: MATCH … RETURN …"


def _operators(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for child in plan.get("children", ()):
        yield from _operators(child)
