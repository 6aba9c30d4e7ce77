"""The schema on a small invented graph, asked in process."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from api.plan.run import Service
from api.schema import build
from graph.store import Store
from graph.testing import empty
from tests.newsroom import fill

Ask = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def newsroom(newsgraph_store: Store) -> Store:
    """The invented graph of `tests.newsroom`. Only for tests that do not write."""
    empty(newsgraph_store)
    fill(newsgraph_store)
    return newsgraph_store


@pytest.fixture(scope="session")
def service() -> Service:
    """What answers."""
    return Service(build())


@pytest.fixture
def execute(newsroom: Store, service: Service) -> Ask:
    """Executes an operation: its `data`, `errors` (message and extensions), and how many `reads` it took."""

    def run(operation: str, **variables: Any) -> dict[str, Any]:
        before = newsroom.reads
        response = service.answer(newsroom, operation, variables, request="r1").response
        errors = [{"message": e["message"], "extensions": e["extensions"]} for e in response.get("errors", ())]
        return {"data": response.get("data"), "errors": errors, "reads": newsroom.reads - before}

    return run


@pytest.fixture
def ask(execute: Ask) -> Ask:
    """Executes an operation that must succeed: its data."""

    def run(operation: str, **variables: Any) -> dict[str, Any]:
        result = execute(operation, **variables)
        assert result["errors"] == []
        data: dict[str, Any] = result["data"]
        return data

    return run
