"""The client reads what servers send, in either of HTTP's ways, and comes again after a pause."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bench import client as module
from bench.client import Client
from bench.compare import Failed, answered


class Answers(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        body = b"alive" * 100_000
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(200 if asked["query"] != "{ broken }" else 400)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for part in (json.dumps({"data": asked["variables"]}).encode(), b" ", b""):
            self.wfile.write(f"{len(part):x}\r\n".encode() + part + b"\r\n")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the base class
        pass


@pytest.fixture
def client() -> Iterator[Client]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with Client(f"http://127.0.0.1:{server.server_address[1]}/graphql") as made:
            yield made
        server.shutdown()


def test_answers_of_a_length_and_in_chunks(client: Client) -> None:
    operation = client.operation("{ a }", {"day": "2025-03-03"})
    for _ in range(3):
        assert client.ask(client.trivial()) == b"alive" * 100_000
        assert answered(client.ask(operation)) == {"day": "2025-03-03"}


def test_a_connection_that_was_not_used_is_made_anew(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_IDLE", 0.0)
    before = client._socket
    assert client.ask(client.trivial())
    assert client._socket is not before


def test_what_is_refused_is_said(client: Client) -> None:
    with pytest.raises(ConnectionError, match="400"):
        client.ask(client.operation("{ broken }"))
    with pytest.raises(Failed, match="no such field"):
        answered(b'{"errors": [{"message": "no such field"}]}')
