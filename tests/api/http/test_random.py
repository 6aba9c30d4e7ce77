"""Random operations of the schema, with random values: whatever they ask, it is no mistake of ours."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis_graphql import queries

from api.app import create_app
from api.schema import sdl
from graph.settings import Settings
from graph.store import Store

OURS = {"INTERNAL", "BAD_DATA", "STORE_UNUSABLE", "STORE_UNAVAILABLE", "READ_ONLY"}
"""Codes that say that something is wrong here."""


@pytest.fixture(scope="module")
def client(newsroom: Store) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(), newsroom)) as client:
        yield client


@pytest.mark.store
@settings(
    max_examples=12, derandomize=True, database=None, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)  # fmt: skip
@given(operation=queries(sdl()))
def test_a_random_operation_is_no_mistake_of_ours(client: TestClient, operation: str) -> None:
    answer = client.post("/graphql", json={"query": operation})
    codes = {error["extensions"]["code"] for error in answer.json().get("errors", ())}
    assert (answer.status_code, codes & OURS) == (200, set())
