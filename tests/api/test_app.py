"""The service over HTTP."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress

import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr

from api.app import create_app
from graph.settings import Settings
from graph.store import Store

pytestmark = pytest.mark.store


@pytest.fixture(scope="module")
def client(newsroom: Store) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(cors_origins=("https://paper.example",)), newsroom)) as client:
        yield client


def test_graphql_by_post(client: TestClient) -> None:
    answer = client.post("/graphql", json={"query": "{ quotes { totalCount } }"})
    assert (answer.status_code, answer.json()) == (200, {"data": {"quotes": {"totalCount": 4}}})
    assert len(answer.headers["x-request-id"]) == 32


def test_a_slash_too_many_leads_to_the_same(client: TestClient) -> None:
    assert client.post("/graphql/", json={"query": "{ __typename }"}).json() == {"data": {"__typename": "Query"}}


def test_a_browser_gets_the_page_whatever_stands_in_the_address(client: TestClient) -> None:
    page = client.get("/graphql", params={"query": "{ people { totalCount } }"}, headers={"accept": "text/html"})
    assert (page.status_code, page.headers["vary"]) == (200, "Accept, Origin")
    assert "<title>" in page.text
    assert "totalCount" not in page.text


def test_only_the_origins_of_the_settings_may_call(client: TestClient) -> None:
    def allowed(origin: str) -> str:
        asked = {"origin": origin, "access-control-request-method": "POST"}
        answer = client.options("/graphql", headers=asked)
        return str(answer.headers.get("access-control-allow-origin"))

    assert allowed("https://paper.example") == "https://paper.example"
    assert allowed("https://other.example") == "None"


def test_health(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "alive"}
    assert client.get("/readyz").json() == {"status": "ready"}
    assert client.get("/", follow_redirects=False).headers["location"] == "/graphql"


def test_logs_tell_of_a_request_without_what_was_asked(client: TestClient, capsys: pytest.CaptureFixture[str]) -> None:
    from api import log

    log.configure()
    client.post("/graphql?tag=Peskov", json={"query": '{ people(name: "Peskov") { totalCount } }'})
    logged = capsys.readouterr().err
    assert '"path": "/graphql"' in logged
    assert "Peskov" not in logged


@contextmanager
def proxied(to: tuple[str, int], port: int = 0) -> Iterator[int]:
    """A way to the store that can be cut: its port."""
    listener = socket.create_server(("127.0.0.1", port))
    open_: list[socket.socket] = [listener]

    def pump(source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                sink.sendall(data)
        with suppress(OSError):
            sink.shutdown(socket.SHUT_RDWR)

    def accept() -> None:
        with suppress(OSError):
            while True:
                near, _ = listener.accept()
                far = socket.create_connection(to)
                open_.extend((near, far))
                for ends in ((near, far), (far, near)):
                    threading.Thread(target=pump, args=ends, daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield listener.getsockname()[1]
    finally:
        for each in open_:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()


def test_readiness_turns_red_and_green_again(newsgraph_settings: Settings, newsroom: Store) -> None:
    if newsgraph_settings.embedded:
        from graph.embedded.join import joined

        with joined(newsgraph_settings) as there:
            password = SecretStr(there.password)
    else:
        assert newsgraph_settings.neo4j_password is not None
        password = newsgraph_settings.neo4j_password
    host, _, port = newsroom.uri.partition("://")[2].partition(":")
    with closing(socket.create_server(("127.0.0.1", 0))) as spare:
        door = spare.getsockname()[1]
    settings = Settings(
        neo4j_uri=f"bolt://127.0.0.1:{door}", neo4j_password=password,
        neo4j_user=newsgraph_settings.neo4j_user, neo4j_database=newsgraph_settings.neo4j_database,
    )  # fmt: skip
    with ExitStack() as stack:
        client: TestClient | None = None
        for round_ in range(2):
            with proxied((host, int(port)), door):
                client = client or stack.enter_context(TestClient(create_app(settings)))
                assert (round_, client.get("/readyz").json()) == (round_, {"status": "ready"})
            away = client.get("/readyz")
            assert (away.status_code, away.json()["code"]) == (503, "STORE_UNAVAILABLE")
            assert client.get("/healthz").status_code == 200
