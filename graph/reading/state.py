"""Whether there is anything to find at all."""

from __future__ import annotations

from dataclasses import dataclass

from graph.store import Store

# The count of a label comes from the store's statistics; whether one was read stops at the first.
_STATE = """MATCH (a:Article) WITH count(a) AS articles
RETURN articles, EXISTS { MATCH (r:Article) WHERE r.reader <> '' } AS read"""


@dataclass(frozen=True, slots=True)
class State:
    """How many articles the graph holds, and whether any of them was read."""

    articles: int
    read: bool


def state(store: Store) -> State:
    row = store.read(_STATE)[0]
    return State(int(str(row["articles"])), bool(row["read"]))


def alive(store: Store) -> None:
    """Ask the store for nothing. RetryLater if it does not answer."""
    store.read("RETURN 1 AS one", timeout=5)
