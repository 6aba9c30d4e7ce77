from __future__ import annotations

import pytest

from graph.reading import state
from graph.store import Store
from tests.newsroom import fill

pytestmark = pytest.mark.store


def test_an_empty_graph_says_so(newsgraph_graph: Store) -> None:
    assert state.state(newsgraph_graph) == state.State(0, False)
    fill(newsgraph_graph)
    assert state.state(newsgraph_graph) == state.State(3, True)
