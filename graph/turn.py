"""One writer's turn: a managed transaction that runs statements from `cypher/write/` and counts what they change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from graph.changes import Changes
from graph.cypher import statement
from graph.errors import RepairStore
from graph.model import NODE, RELATIONSHIPS
from graph.store import Store

if TYPE_CHECKING:
    import neo4j

BATCH = 1_000
"""Rows in one statement."""
OWN = ("CORRECTS", "COPY_OF")
"""Types between articles: kept by `graph.corrections`, since they change when another article comes or goes."""


class Turn:
    """Runs statements in one transaction, while other writers wait."""

    def __init__(self, transaction: neo4j.ManagedTransaction) -> None:
        self._transaction = transaction
        self.changes = Changes()
        if not self.rows("take_turn")[0]["there"]:
            raise RepairStore("The store has no schema.", "Run `newsgraph doctor`.")

    def rows(self, name: str, names: tuple[tuple[str, str], ...] = (), **parameters: object) -> list[dict[str, Any]]:
        """Run `write/NAME.cypher`, `names` (placeholder, name of the model) put in; its rows, with days as `date`."""
        return self._run(_filled(name, names), parameters)

    def links_of(self, article: str) -> list[dict[str, Any]]:
        """All facts that an article has asserted, of every type."""
        return self._run(_links_of_every_type(), {"article": article})

    def each(
        self, name: str, names: tuple[tuple[str, str], ...], key: str, rows: Sequence[object]
    ) -> list[dict[str, Any]]:
        """The same over many rows, in batches of `BATCH`."""
        return [
            row
            for first in range(0, len(rows), BATCH)
            for row in self.rows(name, names, **{key: rows[first : first + BATCH]})
        ]

    def set_differing(
        self, label: str, rows: Iterable[tuple[str, Mapping[str, Any], Mapping[str, Any]]]
    ) -> dict[str, set[str]]:
        """Set what differs on nodes of a label; what is wanted as None goes. `rows`: id, what it bears, what it should.

        Counts what differs on nodes that bore more than their id before. Returns the names of what was set, by id.
        """
        changed = []
        for node, there, wanted in rows:
            properties = {name: value for name, value in wanted.items() if there.get(name) != value}
            if properties:
                changed.append({"id": node, "properties": properties})
                if set(there) != {"id"}:
                    self.count(Changes(properties_set=len(properties)))
        self.each("set_nodes", (("Label", label),), "rows", changed)
        return {str(row["id"]): set(row["properties"]) for row in changed}

    def count(self, changes: Changes) -> None:
        self.changes += changes

    def _run(self, text: str, parameters: Mapping[str, object]) -> list[dict[str, Any]]:
        result = self._transaction.run(text, dict(parameters))
        rows = [plain(record.data()) for record in result]
        counters = result.consume().counters
        self.count(
            Changes(
                counters.nodes_created,
                counters.nodes_deleted,
                counters.relationships_created,
                counters.relationships_deleted,
            )
        )
        return rows


def in_turn(store: Store, work: Callable[[Turn], None]) -> Changes:
    """Do the work in one transaction and say what it changed. The driver may run it anew: it starts from nothing."""

    def managed(transaction: neo4j.ManagedTransaction) -> Changes:
        turn = Turn(transaction)
        work(turn)
        return turn.changes

    return store.write(managed)


def plain(value: Any) -> Any:
    """The driver's days as `date`, in lists and maps too."""
    if isinstance(value, list):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    native = getattr(value, "to_native", None)
    found = native() if native is not None else value
    return found if isinstance(found, date) or native is None else value


def kind_of(label: str) -> str:
    """The second label of a node: Entity, or its own again."""
    return "Entity" if NODE[label].entity else label


@cache
def _filled(name: str, names: tuple[tuple[str, str], ...]) -> str:
    text = statement(f"write/{name}.cypher")
    for placeholder, ours in names:
        text = text.replace(placeholder, ours)
    return text


@cache
def _links_of_every_type() -> str:
    types = [kind.name for kind in RELATIONSHIPS if kind.asserted and kind.name not in OWN]
    return "\nUNION ALL\n".join(_filled("links_of_article", (("TYPE", name),)) for name in types)
