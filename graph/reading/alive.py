"""Whether the store answers at all."""

from __future__ import annotations

from graph.store import Store


def alive(store: Store) -> None:
    """Ask the store for nothing. RetryLater if it does not answer."""
    store.one("RETURN 1 AS one", {}, timeout=5)
