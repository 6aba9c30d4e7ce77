"""Stores that an older newsgraph wrote: nodes get what they are found by, which later versions write with them.

In batches, each a transaction of its own; what was done before an interruption is passed over.
"""

from __future__ import annotations

from typing import Any

from graph.found_by import DERIVED, found_by
from graph.progress import Progress
from graph.store import Store
from graph.turn import Turn, in_turn

DERIVED_SINCE = 2
"""The schema version whose writers derive these properties."""
BATCH = 500
"""Nodes in one transaction; an article comes with its text."""


def fill(store: Store, progress: Progress) -> None:
    """Derive what is absent, on every node. Raises RetryLater where the store goes away: it goes on from there."""
    done = 0
    for label, name in DERIVED.items():
        after = ""
        while last := _fill(store, label, name, after):
            after, many = last
            done += many
            progress("Deriving what nodes are found by", done, 0)


def _fill(store: Store, label: str, name: str, after: str) -> tuple[str, int] | None:
    """Fill the next nodes by id; the last one's id and how many they were, or None where there are none."""
    seen: list[dict[str, Any]] = []

    def work(turn: Turn) -> None:
        seen[:] = turn.rows("unfilled", (("Label", label), ("derived", name)), after=after, limit=BATCH)
        rows = [{"element": row["element"], "properties": found_by(label, row["properties"])} for row in seen]
        turn.each("set_nodes", "rows", rows)

    in_turn(store, work)
    return (seen[-1]["properties"]["id"], len(seen)) if seen else None
