"""One writer's turn: a managed transaction that runs statements from `cypher/write/` and counts what they change.

Each statement takes one map, `$given`: the server keeps one plan for it then, and not one for each length of a list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from graph.changes import Changes
from graph.cypher import statement
from graph.errors import RepairStore
from graph.model import NODES, RELATIONSHIPS
from graph.store import Store

if TYPE_CHECKING:
    import neo4j

BATCH = 1_000
"""Rows in one statement."""
OWN = ("CORRECTS", "COPY_OF")
"""Types between articles: kept by `graph.corrections`, since they change when another article comes or goes."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A node of the graph. `element` names it for the time of the transaction, and is the quickest way to it."""

    element: str
    properties: Mapping[str, Any] = field(default_factory=dict)
    within: tuple[str, ...] = ()
    """Ids of the places in which a place lies."""


class Turn:
    """Runs statements in one transaction, while other writers wait."""

    def __init__(self, transaction: neo4j.ManagedTransaction) -> None:
        self._transaction = transaction
        self.changes = Changes()
        if not self.rows("take_turn")[0]["there"]:
            raise RepairStore("The store has no schema.", "Run `newsgraph doctor`.")

    def rows(self, name: str, names: tuple[tuple[str, str], ...] = (), **given: object) -> list[dict[str, Any]]:
        """Run `write/NAME.cypher`, `names` (placeholder, name of the model) put in; its rows, with days as `date`."""
        return self._run(_filled(name, names), given)

    def noted(self, name: str, **given: object) -> list[dict[str, Any]]:
        """The same for nodes of our own, which are no change that anybody sees."""
        before = self.changes
        rows = self.rows(name, (), **given)
        self.changes = before
        return rows

    def links_of(self, articles: Sequence[str]) -> list[dict[str, Any]]:
        """All facts that articles have asserted, of every type; no statement where there are none to ask for."""
        return self._run(_of_every_type("links_of_articles"), {"articles": list(articles)}) if articles else []

    def links_on(self, articles: Sequence[str], ids: Sequence[str]) -> list[dict[str, Any]]:
        """Those of the facts that have one of these nodes at an end, or its id as a property."""
        return self._run(_of_every_type("links_on"), {"articles": list(articles), "ids": list(ids)})

    def nodes_there(self, ends: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Kept]:
        """Which of these (label, id) are in the graph."""
        wanted: dict[str, list[str]] = {kind.label: [] for kind in NODES}
        for label, node in ends:
            wanted[label].append(node)
        if not any(wanted.values()):
            return {}
        found = self._run(_nodes_of_every_label(), wanted)
        return {
            (row["label"], row["properties"]["id"]): Kept(row["element"], row["properties"], tuple(row["within"]))
            for row in found
        }

    def each(self, name: str, key: str, rows: Sequence[object]) -> list[dict[str, Any]]:
        """The same over many rows, in batches of `BATCH`; no statement where there are none."""
        text = _filled(name)
        parts = (rows[first : first + BATCH] for first in range(0, len(rows), BATCH))
        return [row for part in parts for row in self._run(text, {key: part})]

    def set_differing(self, nodes: Iterable[tuple[Kept, Mapping[str, Any]]]) -> set[str]:
        """Set what differs on nodes; what is wanted as None goes. Returns the elements of those that it changed."""
        changed = []
        for kept, wanted in nodes:
            properties = differing(kept.properties, wanted)
            if properties:
                vector = properties.get("vector")
                changed.append({"element": kept.element, "properties": light(properties), "vector": vector})
                self.count(Changes(properties_set=len(properties)))
        self.each("set_nodes", "rows", changed)
        return {str(row["element"]) for row in changed}

    def numbers(self, many: int) -> Iterator[int]:
        """The next numbers of arrival; no statement where none is wanted."""
        if not many:
            return iter(())
        before: int = self.rows("take_numbers", many=many)[0]["before"]
        return iter(range(before + 1, before + many + 1))

    def count(self, changes: Changes) -> None:
        self.changes += changes

    def _run(self, text: str, given: Mapping[str, object]) -> list[dict[str, Any]]:
        result = self._transaction.run(text, {"given": dict(given)})
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


def differing(kept: Mapping[str, Any], wanted: Mapping[str, Any]) -> dict[str, Any]:
    """What is wanted otherwise than it is. A vector is never read back: what it was made from tells its like."""
    found = {name: value for name, value in wanted.items() if name != "vector" and kept.get(name) != value}
    return found | {"vector": wanted.get("vector")} if "vector_of" in found else found


def light(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Without a vector that is there, which the store takes by a procedure of its own, at half the size of a list."""
    return {name: value for name, value in properties.items() if name != "vector" or value is None}


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


@cache
def _filled(name: str, names: tuple[tuple[str, str], ...] = ()) -> str:
    text = statement(f"write/{name}.cypher")
    for placeholder, ours in names:
        text = text.replace(placeholder, ours)
    return text


@cache
def _of_every_type(name: str) -> str:
    types = [kind.name for kind in RELATIONSHIPS if kind.asserted and kind.name not in OWN]
    return "\nUNION ALL\n".join(_filled(name, (("TYPE", kind),)) for kind in types)


@cache
def _nodes_of_every_label() -> str:
    return "\nUNION ALL\n".join(_filled("nodes_there", (("Label", kind.label),)) for kind in NODES)
