"""The service against the reference: generated operations, answered by both, must give the same answer.

NEWSGRAPH_DIFFERENTIAL=2000 draws so many operations anew, on a graph with the samples in it as well; without it some
200, the same on every run, as far as they are done within a minute.

Not compared: the cost rule and the limit of tokens (`test_cost.py` has them; what the rule refuses is passed over), the
examples of sentences in a NOT_UNDERSTOOD error, and the grammar of `ask` beyond the sentences of `reference/root.py`.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.app import create_app
from api.schema import sdl
from graph.settings import Settings
from graph.store import Store
from graph.testing import empty
from tests import newsroom
from tests.api import varied
from tests.api.reference.compare import differences, too_much
from tests.api.reference.examples import OPERATIONS
from tests.api.reference.model import Graph
from tests.api.reference.operations import operations
from tests.api.reference.run import REQUEST, Reference
from tests.api.reference.values import Values
from tests.conftest import SAMPLES

pytestmark = pytest.mark.store

MANY = int(os.environ.get("NEWSGRAPH_DIFFERENTIAL", "0"))
SECONDS = 60.0
"""After so many, no more operations are drawn, unless many are asked for."""

Compare = Callable[..., None]


@pytest.fixture(scope="module")
def varied_graph(newsgraph_store: Store) -> Store:
    empty(newsgraph_store)
    if MANY:
        from loaders.extract.reader import Reader
        from loaders.load import load
        from loaders.read.articles import articles

        load(newsgraph_store, Reader(Settings()), articles([str(SAMPLES)]))
    newsroom.fill(newsgraph_store)
    varied.add(newsgraph_store)
    return newsgraph_store


@pytest.fixture(scope="module")
def reference(varied_graph: Store) -> Reference:
    return Reference(Graph.read(varied_graph), sdl())


@pytest.fixture(scope="module")
def compare(varied_graph: Store, reference: Reference) -> Iterator[Compare]:
    """Asks both and fails with the operation and what differs."""
    with TestClient(create_app(Settings(), varied_graph)) as client:

        def run(operation: str, variables: dict[str, Any] | None = None, by: Reference = reference) -> None:
            asked = {"query": operation, "variables": variables}
            answer = client.post("/graphql", json=asked)
            told = json.loads(answer.text.replace(answer.headers["x-request-id"], REQUEST))
            if too_much(told):
                return
            known = by.answer(operation, variables)
            found = differences(told, known, lambda: by.answer(operation, variables, everything=True))
            if found:
                pytest.fail("\n".join([operation, f"variables: {json.dumps(variables)}", *found]), pytrace=False)

        yield run


@pytest.mark.parametrize("operation", OPERATIONS.values(), ids=OPERATIONS)
def test_operations(compare: Compare, operation: str) -> None:
    compare(operation)


@pytest.mark.parametrize("variables", [{}, {"day": None}, {"day": 7}, {"day": "2031-05-06", "size": 3}, {"size": "3"}])
def test_variables(compare: Compare, variables: dict[str, Any]) -> None:
    compare(
        "query ($day: Date, $size: Int = 1) { quotes(saidOn: {on: $day}, first: $size) { edges { node { id } } } }",
        variables,
    )


def test_generated_operations(reference: Reference, compare: Compare) -> None:
    values = Values.of(reference.graph)
    until = time.monotonic() + SECONDS
    done, failed = 0, False

    @settings(
        max_examples=MANY or 200, derandomize=not MANY, deadline=None, database=None, print_blob=bool(MANY),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
    )  # fmt: skip
    @given(st.data())
    def one(data: st.DataObject) -> None:
        nonlocal done, failed
        operation = data.draw(operations(reference.schema, values))
        if MANY or failed or time.monotonic() < until:
            done += 1
            failed = True  # so that it stays so while it is made smaller, which takes its time
            compare(operation.text, operation.variables)
            failed = False

    one()
    assert done
