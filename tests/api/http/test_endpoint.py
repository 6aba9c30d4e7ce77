"""Which requests are taken, and how each answer is sent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.http.body import LARGEST
from api.http.media import GRAPHQL, JSON
from graph.settings import Settings
from graph.store import Store

pytestmark = pytest.mark.store

ASKED = b'{"query": "{ __typename }"}'


@pytest.fixture(scope="module")
def client(newsroom: Store) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(), newsroom)) as client:
        yield client


def post(client: TestClient, body: bytes = ASKED, **headers: str) -> tuple[int, str, Any]:
    """Status, media type and body of the answer."""
    sent = {"content-type": JSON} | {name.replace("_", "-"): value for name, value in headers.items()}
    answer = client.post("/graphql", content=body, headers=sent)
    return answer.status_code, answer.headers["content-type"].partition(";")[0], answer.json()


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        (JSON, JSON), (GRAPHQL, GRAPHQL), (f"{GRAPHQL}; charset=utf-8, {JSON};q=0.9", GRAPHQL), ("*/*", JSON),
        ("application/*", JSON), ("text/html, */*;q=0.1", JSON), (f"{JSON.upper()}", JSON), ("", JSON),
    ],
)  # fmt: skip
def test_the_answer_is_of_a_type_that_is_accepted(client: TestClient, accept: str, media: str) -> None:
    assert post(client, accept=accept) == (200, media, {"data": {"__typename": "Query"}})


def test_what_accepts_none_of_ours_is_refused(client: TestClient) -> None:
    status, media, body = post(client, accept="text/html, image/*")
    assert (status, media, body["errors"][0]["extensions"]) == (406, JSON, {"code": "BAD_REQUEST"})


@pytest.mark.parametrize("kind", ["text/plain", "application/graphql", "application/x-www-form-urlencoded", ""])
def test_a_body_of_another_type_is_refused(client: TestClient, kind: str) -> None:
    """So that no page of another site sends one without being asked for its origin."""
    status, _, body = post(client, content_type=kind)
    assert (status, body["errors"][0]["message"]) == (415, "The body must be application/json.")


def test_a_body_with_its_charset_is_taken(client: TestClient) -> None:
    assert post(client, content_type="application/json; charset=utf-8")[0] == 200


def test_a_body_that_is_too_large_is_refused(client: TestClient) -> None:
    asked = b'{"query": "{ __typename }", "extensions": {"more": "%s"}}'
    fits = asked % (b"x" * (LARGEST - len(asked) + 2))
    assert (len(fits), post(client, fits)[0]) == (LARGEST, 200)
    status, _, body = post(client, fits + b" ")
    assert (status, body["errors"][0]["message"]) == (413, "The body is larger than 1,048,576 bytes.")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"", "The body is no JSON."),
        (b"{", "The body is no JSON."),
        (b'{"query": "\xff"}', "The body is no JSON."),
        (b"[" * 1_025 + b"]" * 1_025, "The body is no JSON."),
        (b'[{"query": "{ __typename }"}]', "The body must be one object with `query`; batches are not taken."),
        (b'"{ __typename }"', "The body must be one object with `query`; batches are not taken."),
        (b"{}", "`query` must be a text."),
        (b'{"query": 5}', "`query` must be a text."),
        (b'{"query": "{ __typename }", "variables": []}', "`variables` must be an object."),
        (b'{"query": "{ __typename }", "variables": "{}"}', "`variables` must be an object."),
        (b'{"query": "{ __typename }", "operationName": 5}', "`operationName` must be a text."),
        (b'{"query": "{ __typename }", "extensions": 5}', "`extensions` must be an object."),
        (b'{"documentId": 5}', "`documentId` must be a text."),
        (b'{"extensions": {"persistedQuery": {"version": 1}}}',
         "`extensions.persistedQuery` must be an object with `sha256Hash`."),
    ],
)  # fmt: skip
def test_a_malformed_request_is_told_so(client: TestClient, body: bytes, message: str) -> None:
    error = {"message": message, "extensions": {"code": "BAD_REQUEST"}}
    for media in (JSON, GRAPHQL):
        assert post(client, body, accept=media) == (400, media, {"errors": [error]})


def test_a_body_that_is_compressed_is_refused(client: TestClient) -> None:
    status, _, body = post(client, content_encoding="gzip")
    assert (status, body["errors"][0]["message"]) == (415, "The body must not be compressed.")
    assert post(client, content_encoding="identity")[0] == 200


def test_values_that_are_too_many_are_refused_and_commas_in_a_text_are_none(client: TestClient) -> None:
    asked = b'{"query": "{ __typename }", "variables": {"a": %s}}'
    status, _, body = post(client, asked % (b"[" + b"1," * 20_000 + b"1]"))
    assert (status, body["errors"][0]["message"]) == (413, "The body may hold more than 20,000 values.")
    assert post(client, asked % (b'"' + b'\\",[' * 20_000 + b'"'))[0] == 200


def test_what_is_null_is_not_given(client: TestClient) -> None:
    body = b'{"query": "{ __typename }", "variables": null, "operationName": null, "extensions": {}}'
    assert post(client, body)[::2] == (200, {"data": {"__typename": "Query"}})


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b'{"query": "{"}', "Syntax Error: Expected Name, found <EOF>."),
        (b'{"query": "{ nothing }"}', "Cannot query field 'nothing' on type 'Query'."),
        (b'{"query": "query ($n: Int!) { quotes(first: $n) { totalCount } }"}',
         "Variable '$n' has invalid value: Expected a value of non-null type 'Int!' to be provided."),
        (b'{"query": "query a { __typename } query b { __typename }"}',
         "Must provide operation name if query contains multiple operations."),
        (b'{"query": "query a { __typename }", "operationName": "b"}', "Unknown operation named 'b'."),
    ],
)  # fmt: skip
def test_what_cannot_be_executed_is_400_to_those_who_know_the_difference(
    client: TestClient, body: bytes, message: str
) -> None:
    for media, status in ((JSON, 200), (GRAPHQL, 400)):
        got, kind, answer = post(client, body, accept=media)
        (error,) = answer["errors"]
        assert (got, kind, answer.keys()) == (status, media, {"errors"})
        assert (error["message"], error["extensions"]) == (message, {"code": "BAD_REQUEST"})


def test_the_operation_of_a_name_is_answered(client: TestClient) -> None:
    body = b'{"query": "query a { a: __typename } query b { b: __typename }", "operationName": "b"}'
    assert post(client, body) == (200, JSON, {"data": {"b": "Query"}})


def test_an_error_of_a_field_is_an_answer(client: TestClient) -> None:
    body = b'{"query": "{ people(first: -1) { totalCount } }"}'
    status, media, answer = post(client, body, accept=GRAPHQL)
    assert (status, media) == (294, GRAPHQL)
    assert (answer["data"], answer["errors"][0]["path"]) == (None, ["people"])
    assert answer["errors"][0]["extensions"]["code"] == "BAD_INPUT"
    assert post(client, body, accept=JSON)[0] == 200


def test_the_schema_may_be_asked(client: TestClient) -> None:
    body = b'{"query": "{ __schema { queryType { name } } a: __type(name: \\"Quote\\") { kind } __typename }"}'
    data = {"__schema": {"queryType": {"name": "Query"}}, "a": {"kind": "OBJECT"}, "__typename": "Query"}
    assert post(client, body) == (200, JSON, {"data": data})


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_other_methods_are_refused(client: TestClient, method: str) -> None:
    answer = client.request(method, "/graphql", content=ASKED)
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, POST")
    assert answer.json()["errors"][0]["message"] == "GraphQL is taken by GET and POST here."


def test_the_encoding_is_said(client: TestClient) -> None:
    answer = client.post("/graphql", json={"query": "{ __typename }"}, headers={"accept": GRAPHQL})
    assert answer.headers["content-type"] == f"{GRAPHQL}; charset=utf-8"
    assert answer.headers["x-content-type-options"] == "nosniff"
