"""Statements made of the parts in `graph.reading`, and graphs to run them on."""

from __future__ import annotations

import pytest

from graph.store import Store
from graph.testing import empty
from tests.newsroom import fill


@pytest.fixture(scope="module")
def newsroom(newsgraph_store: Store) -> Store:
    """The invented graph of `tests.newsroom`. Only for tests that do not write."""
    empty(newsgraph_store)
    fill(newsgraph_store)
    return newsgraph_store
