"""Queries by GET, and trusted documents: what may be kept, by whom, and who may ask."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.http.media import GRAPHQL, JSON
from api.http.trusted import sha256
from graph.settings import Settings
from graph.store import Store

pytestmark = pytest.mark.store

TEXT = "query Said($n: Int) { quotes(first: $n) { totalCount } }"
SAID = {"data": {"quotes": {"totalCount": 4}}}
ID = f"sha256:{sha256(TEXT)}"
ORIGIN = "https://paper.example"


@pytest.fixture(scope="module")
def manifest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("trusted") / "manifest.json"
    path.write_text(json.dumps({"said": TEXT, "old": "{ nothing }", "wrong": "{ people(first: -1) { totalCount } }"}))
    return path


@pytest.fixture(scope="module")
def client(newsroom: Store, manifest: Path) -> Iterator[TestClient]:
    settings = Settings(trusted_documents=manifest, cors_origins=(ORIGIN,))
    with TestClient(create_app(settings, newsroom)) as client:
        yield client


def get(client: TestClient, *, accept: str = JSON, headers: Any = None, **asked: Any) -> tuple[int, Any, str]:
    """Status, body and whether it may be kept."""
    answer = client.get("/graphql", params=asked, headers={"accept": accept, **(headers or {})})
    return answer.status_code, answer.json(), answer.headers.get("cache-control", "")


@pytest.mark.parametrize(
    "asked",
    [
        {"query": TEXT}, {"query": TEXT, "variables": '{"n": 2}', "operationName": "Said"},
        {"query": TEXT, "operationName": "", "variables": "", "extensions": "{}"},
        {"query": TEXT, "variables": "null", "more": "ignored"},
    ],
)  # fmt: skip
def test_a_query_by_get_is_answered(client: TestClient, asked: dict[str, str]) -> None:
    assert get(client, **asked)[:2] == (200, SAID)
    assert get(client, **asked, accept=GRAPHQL)[:2] == (200, SAID)


def test_what_is_no_trusted_document_is_not_kept(client: TestClient) -> None:
    assert get(client, query=TEXT + " ") == (200, SAID, "no-store")


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({}, "`query` must be a text."), ({"variables": "{}"}, "`query` must be a text."),
        ({"query": TEXT, "variables": "{"}, "`variables` is no JSON."),
        ({"query": TEXT, "variables": "[]"}, "`variables` must be an object."),
        ({"query": TEXT, "extensions": "5"}, "`extensions` must be an object."),
    ],
)  # fmt: skip
def test_a_malformed_address_is_told_so(client: TestClient, asked: dict[str, str], message: str) -> None:
    status, body, _ = get(client, **asked)
    assert (status, body["errors"][0]["message"]) == (400, message)


def test_nothing_is_changed_by_get(client: TestClient) -> None:
    assert get(client, query="mutation { __typename }", accept=GRAPHQL)[0] in (400, 405)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}, 403),
        ({"sec-fetch-site": "same-site", "origin": "https://other.example"}, 403),
        ({"sec-fetch-site": "cross-site", "origin": ORIGIN}, 200),
        ({"sec-fetch-site": "same-origin"}, 200), ({"sec-fetch-site": "none"}, 200), ({}, 200),
    ],
)  # fmt: skip
def test_a_page_of_another_site_may_not_ask(client: TestClient, headers: dict[str, str], status: int) -> None:
    got, body, _ = get(client, query=TEXT, headers=headers)
    assert got == status
    if status == 403:
        assert body["errors"][0]["extensions"] == {"code": "ORIGIN_NOT_ALLOWED"}


APOLLO = {"persistedQuery": {"version": 1, "sha256Hash": ID.removeprefix("sha256:")}}


@pytest.mark.parametrize("asked", [{"documentId": ID}, {"documentId": "said"}, {"extensions": APOLLO}])
def test_a_trusted_document_is_asked_by_its_id(client: TestClient, asked: dict[str, Any]) -> None:
    answer = client.post("/graphql", json={**asked, "variables": {"n": 1}})
    assert (answer.status_code, answer.json(), "etag" in answer.headers) == (200, SAID, False)
    address = {name: value if isinstance(value, str) else json.dumps(value) for name, value in asked.items()}
    assert get(client, **address) == (200, SAID, "public, max-age=10")


def test_an_answer_that_has_not_changed_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/graphql", params={"documentId": ID}, headers={"accept": JSON})
    tag = first.headers["etag"]
    assert first.headers["vary"] == "Accept, Authorization, Origin"
    for known in (tag, f'"other", W/{tag}', "*"):
        again = client.get("/graphql", params={"documentId": ID}, headers={"accept": JSON, "if-none-match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        assert again.headers["cache-control"] == "public, max-age=10"
    for other in ({"accept": GRAPHQL, "if-none-match": tag}, {"accept": JSON, "if-none-match": '"other"'}):
        assert client.get("/graphql", params={"documentId": ID}, headers=other).status_code == 200


def test_neither_an_answer_with_errors_nor_one_to_a_writer_is_kept(client: TestClient) -> None:
    assert get(client, documentId="wrong")[2] == "no-store"
    assert get(client, documentId=ID, headers={"authorization": "Bearer x"}) == (200, SAID, "no-store")


def test_an_unknown_document_is_said_in_the_words_that_apollo_knows(client: TestClient) -> None:
    error = {
        "message": "There is no trusted document with this id. Send the document itself.",
        "extensions": {"code": "PERSISTED_QUERY_NOT_FOUND", "remedy": "Send the document itself."},
    }
    for accept, status in ((JSON, 200), (GRAPHQL, 400)):
        assert get(client, documentId="sha256:00", accept=accept)[:2] == (status, {"errors": [error]})
    status, body, _ = get(client, query="{ __typename }", extensions=json.dumps(APOLLO), accept=GRAPHQL)
    assert (status, body["errors"][0]["extensions"]["code"]) == (400, "BAD_REQUEST")


def test_a_trusted_document_that_is_not_valid_is_told_of_at_the_start(
    newsroom: Store, manifest: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    create_app(Settings(trusted_documents=manifest), newsroom)
    assert "Cannot query field 'nothing' on type 'Query'." in capsys.readouterr().err


def test_only_trusted_documents_are_taken_where_that_is_set(newsroom: Store, manifest: Path) -> None:
    with TestClient(create_app(Settings(trusted_documents=manifest, trusted_only=True), newsroom)) as client:
        assert client.post("/graphql", json={"query": TEXT}).json() == SAID
        assert client.post("/graphql", json={"documentId": ID}).json() == SAID
        answer = client.post("/graphql", json={"query": "{ __typename }"}, headers={"accept": GRAPHQL})
    assert (answer.status_code, answer.json()["errors"][0]["extensions"]) == (
        400, {"code": "DOCUMENT_NOT_TRUSTED", "remedy": "Ask the operator to add it."},
    )  # fmt: skip


def test_neither_schema_nor_page_are_there_where_that_is_set(newsroom: Store) -> None:
    with TestClient(create_app(Settings(introspection=False, graphiql=False), newsroom)) as client:
        answer = client.post("/graphql", json={"query": "{ __schema { types { name } } }"}).json()
        assert answer["errors"][0]["extensions"]["code"] == "INTROSPECTION_OFF"
        hint = client.post("/graphql", json={"query": "query ($a: Int) { quots }", "variables": {"a": 1}}).json()
        assert "Did you mean" not in str(hint)
        assert client.get("/graphql", headers={"accept": "text/html"}).status_code == 406
        assert client.get("/graphql/assets/page.js").status_code == 404


def test_who_asks_for_too_much_is_told_when_to_come_again(newsroom: Store) -> None:
    settings = Settings(rate=100, burst=2_000)
    with TestClient(create_app(settings, newsroom), client=("192.0.2.1", 1)) as client:
        few, many = ({"query": f"{{ quotes(first: {n}) {{ nodes {{ id }} }} }}"} for n in (3, 1_000))
        first = client.post("/graphql", json=few)  # its statement is new
        assert (first.status_code, first.headers["ratelimit-policy"]) == (200, '"objects";q=2000;w=20')
        before = int(client.post("/graphql", json=few).headers["ratelimit"].rpartition("=")[2])
        after = int(client.post("/graphql", json=few).headers["ratelimit"].rpartition("=")[2])
        assert 1_000 < after < before < 2_000
        answers = [client.post("/graphql", json=many) for _ in range(2)]
        much = answers[-1]
        assert (much.status_code, much.json()["errors"][0]["extensions"]["code"]) == (429, "RATE_LIMITED")
        wait = int(much.headers["retry-after"])
        assert much.headers["ratelimit"].endswith(f";t={wait}")
        assert 1 <= wait <= 20
        for _ in range(20):
            client.post("/graphql", json={"query": "{"})
        assert client.post("/graphql", content=b"never read").status_code == 429
        assert client.get("/healthz").status_code == 200
    here = TestClient(create_app(settings, newsroom), client=("127.0.0.1", 1), base_url="http://localhost")
    with here as client:
        answer = client.post("/graphql", json=many)
        assert (answer.status_code, "ratelimit" in answer.headers) == (200, False)


def test_browsers_of_other_origins_may_ask_as_far_as_is_set(client: TestClient) -> None:
    asks = {
        "origin": ORIGIN, "access-control-request-method": "POST",
        "access-control-request-headers": "authorization, content-type",
    }  # fmt: skip
    answer = client.options("/graphql", headers=asks)
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (200, ORIGIN)
    assert {"authorization", "content-type"} <= set(answer.headers["access-control-allow-headers"].lower().split(", "))
    shown = client.post("/graphql", json={"query": TEXT}, headers={"origin": ORIGIN}).headers
    assert "ratelimit" in shown["access-control-expose-headers"]
    assert (shown["access-control-allow-origin"], "Origin" in shown["vary"]) == (ORIGIN, True)
    other = client.options("/graphql", headers={**asks, "origin": "https://other.example"})
    assert (other.status_code, "access-control-allow-origin" in other.headers) == (400, False)
