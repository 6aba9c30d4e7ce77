"""Constraints and indexes: written in `cypher/schema/`, generated from `graph/model.py`, applied at start.

A step is a file `N-….cypher`; the version of a store is the number of its newest step. What is generated from the model
is applied with the last step, and again when the model has changed: every statement says IF NOT EXISTS.
"""

from __future__ import annotations

import hashlib
import re
import time
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING

from graph.cypher import statement, statements
from graph.errors import RepairStore
from graph.fill import DERIVED_SINCE, fill
from graph.model import NODES, RELATIONSHIPS
from graph.progress import Progress, silent

if TYPE_CHECKING:
    import neo4j

    from graph.store import Store


@dataclass(frozen=True, slots=True)
class Version:
    """Of a store's schema. 0: none was applied. `mark`: of the statements generated from the model."""

    number: int
    mark: str


_FIRST = 60.0
"""Seconds for a question that may be the first to a server that has just started, on a busy machine."""


@cache
def steps() -> dict[int, tuple[str, ...]]:
    """The statements of each step, by its number."""
    names = (entry.name for entry in files("cypher").joinpath("schema").iterdir())
    numbered = ((int(name.partition("-")[0]), name) for name in names if name[:1].isdigit())
    return {number: statements(f"schema/{name}") for number, name in sorted(numbered)}


@cache
def generated() -> tuple[str, ...]:
    """What the model asks for: an id unique per label; an id unique and an article indexed per asserted type."""
    of_labels = [
        each.replace("Label", node.label).replace("_label_", f"_{node.label.lower()}_")
        for node in NODES
        for each in statements("schema/each-label.cypher")
    ]
    of_types = [
        each.replace("TYPE", kind.name)
        .replace("_type_", f"_{kind.name.lower()}_")
        .replace("type_article", f"{kind.name.lower()}_article")
        for kind in RELATIONSHIPS
        if kind.asserted
        for each in statements("schema/each-type.cypher")
    ]
    return (*of_labels, *of_types)


@cache
def ours() -> Version:
    """The version that this newsgraph writes."""
    return Version(max(steps()), hashlib.sha256("\n".join(generated()).encode()).hexdigest()[:16])


def current(store: Store) -> Version:
    """The version that the store has: one read."""
    (row,) = store.read(statement("schema/version.cypher"), timeout=_FIRST)
    number, mark = row["version"], row["mark"]
    return Version(number if isinstance(number, int) else 0, mark if isinstance(mark, str) else "")


def apply(store: Store, progress: Progress | None = None) -> None:
    """Bring the store's schema to ours; where it is already, one read and nothing else.

    Raises RepairStore for a store whose schema is newer than ours.
    """
    there, here = current(store), ours()
    if there == here:
        return
    if there.number > here.number:
        raise RepairStore(
            f"The store's schema is of a newer newsgraph (version {there.number}; this one writes {here.number}).",
            "Update newsgraph, or use another store.",
        )
    (progress or silent)("Preparing the store's indexes", 0, 0)
    make(store, after=there.number, progress=progress)
    if 0 < there.number < DERIVED_SINCE:
        fill(store, progress or silent)
    store.write(lambda transaction: _note(transaction, here))


def make(store: Store, after: int = 0, progress: Progress | None = None) -> None:
    """Make what the model asks for and what the steps after `after` ask for, where it is not there yet."""
    steps_wanted = tuple(each for number, step in steps().items() if number > after for each in step)
    for batch in (generated(), steps_wanted):
        store.write(partial(_run, batch=batch))
    _wait(store, progress or silent)


def _wait(store: Store, progress: Progress) -> None:
    """Until every index answers: on a large store that takes longer than any one statement may.

    RepairStore for an index that cannot be made.
    """
    pause = 0.05
    while True:
        states = {
            str(row["name"]): row["state"] for row in store.read(statement("schema/state.cypher"), timeout=_FIRST)
        }
        if failed := sorted(name for name, state in states.items() if state == "FAILED"):
            raise RepairStore(f"The index {failed[0]} cannot be made.", "See what `newsgraph doctor` says.")
        ready = sum(state == "ONLINE" for state in states.values())
        if ready == len(states):
            return
        progress("Preparing the store's indexes", ready, len(states))
        time.sleep(pause)
        pause = min(pause * 1.5, 2.0)


def names() -> tuple[str, ...]:
    """Names of all constraints and indexes of the schema."""
    wanted = (*generated(), *(each for step in steps().values() for each in step))
    return tuple(name for each in wanted for name in re.findall(r"(?:CONSTRAINT|INDEX) (\w+) IF NOT EXISTS", each))


def _run(transaction: neo4j.ManagedTransaction, batch: tuple[str, ...]) -> None:
    for each in batch:
        transaction.run(each).consume()


def _note(transaction: neo4j.ManagedTransaction, version: Version) -> None:
    text = statement("schema/set-version.cypher")
    transaction.run(text, {"version": version.number, "mark": version.mark}).consume()
