"""Statements are heard at the driver, and their plans looked at."""

from __future__ import annotations

import pytest
from neo4j import ManagedTransaction, Session

from bench.plans import _heard, profile
from graph.store import Store

UNSORTED = "UNWIND range(1, $most) AS number RETURN sum(number) AS sum"
SORTED = "UNWIND range(1, $most) AS number WITH number ORDER BY number % 7, number RETURN collect(number) AS numbers"


@pytest.mark.store
def test_sorts_are_seen(newsgraph_graph: Store) -> None:
    before = (ManagedTransaction.run, Session.run)
    with _heard() as heard:
        newsgraph_graph.read(UNSORTED, {"most": 5_000})
        newsgraph_graph.read(SORTED, {"most": 1_500})
    assert (ManagedTransaction.run, Session.run) == before
    assert heard == [(UNSORTED, {"most": 5_000}), (SORTED, {"most": 1_500})]
    found = profile(newsgraph_graph, heard)
    assert (found.statements, found.sorted_rows, found.sorts_all) == (2, 1_500, True)
    assert not profile(newsgraph_graph, heard[:1]).sorts_all
