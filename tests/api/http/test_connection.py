"""What a client can do to a connection before there is a request: on a real server, with limits made short."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing, suppress

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send

from api.http import connection
from api.http.connection import LARGEST_HEAD, MOST_PIPELINED, SPARE, server_config
from graph.settings import Settings

CONNECTIONS = 4
LARGE = 64 * 1024 * 1024
ASK = b"GET / HTTP/1.1\r\nhost: a\r\n\r\n"


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    """Answers without reading a body; at /large, with more than fits on the way."""
    body = b"x" * LARGE if scope["path"] == "/large" else b"here"
    length = (b"content-length", str(len(body)).encode())
    await send({"type": "http.response.start", "status": 200, "headers": [length]})
    await send({"type": "http.response.body", "body": body})


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (("UNREAD", 1), ("KEPT_ALIVE", 0.5)):
            patch.setattr(connection, name, value)
        settings = Settings(connections=CONNECTIONS, client_timeout=0.5)
        server = uvicorn.Server(server_config(app, settings, port=0, lifespan="off"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield server.servers[0].sockets[0].getsockname()[1]
        server.should_exit = True
        thread.join(10)


@pytest.fixture
def client(port: int) -> Iterator[socket.socket]:
    with closing(socket.create_connection(("127.0.0.1", port), timeout=10)) as client:
        yield client


def rest(client: socket.socket) -> bytes:
    """All that comes until the other side closes."""
    found = b""
    with suppress(ConnectionError):
        while piece := client.recv(65536):
            found += piece
    return found


def test_a_connection_that_is_kept_is_closed_when_nothing_more_is_asked(client: socket.socket) -> None:
    client.sendall(ASK * 2)
    said = rest(client)
    assert said.count(b"HTTP/1.1 200 OK") == 2
    assert b"server:" not in said.lower()


@pytest.mark.parametrize("begun", [b"", b"GET / HT", ASK[:-2], ASK + ASK[:-2]])
def test_a_request_that_does_not_come_is_not_waited_for(client: socket.socket, begun: bytes) -> None:
    client.sendall(begun)
    said = rest(client)
    assert said.endswith(b"HTTP/1.1 408 Request Timeout\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
    assert said.count(b"200 OK") == begun.count(ASK)


def test_headers_that_come_one_by_one_are_not_waited_for_either(client: socket.socket) -> None:
    client.sendall(ASK[:-2])
    said, until = b"", time.monotonic() + 5
    client.settimeout(0.1)
    while not said and time.monotonic() < until:
        with suppress(OSError):
            client.sendall(b"x: y\r\n")
        with suppress(TimeoutError):
            said = client.recv(100)
    assert said.startswith(b"HTTP/1.1 408")


@pytest.mark.parametrize(
    "head",
    [
        b"GET / HTTP/1.1\r\n" + b"x: y\r\n" * (LARGEST_HEAD // 4) + b"\r\n",
        b"GET /" + b"x" * LARGEST_HEAD + b" HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nx: " + b"y" * (40 * LARGEST_HEAD),
    ],
)
def test_a_head_that_is_too_large_is_refused(client: socket.socket, head: bytes) -> None:
    with suppress(ConnectionError):
        client.sendall(head)
    said = rest(client)  # nothing where the connection was gone before the answer was read
    assert said[:12] in (b"HTTP/1.1 431", b"")


def test_a_head_that_is_too_large_in_pieces_is_refused(client: socket.socket) -> None:
    for piece in (ASK[:-2] + b"x: " + b"y" * (LARGEST_HEAD - 100), b"y" * 200 + b"\r\n\r\n"):
        client.sendall(piece)
        time.sleep(0.1)
    assert rest(client).startswith(b"HTTP/1.1 431")


def test_what_stands_before_a_head_is_none_of_it(client: socket.socket) -> None:
    """A request with a body, and the begin of the next one, in one piece."""
    body = b"x" * (LARGEST_HEAD - 100)
    client.sendall(b"POST / HTTP/1.1\r\nhost: a\r\ncontent-length: %d\r\n\r\n%s" % (len(body), body) + ASK[:-2])
    time.sleep(0.1)
    client.sendall(b"x: " + b"y" * 200 + b"\r\n\r\n")
    assert b"431" not in rest(client)


def test_what_is_no_http_is_refused(client: socket.socket) -> None:
    client.sendall(b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n")
    assert rest(client).startswith(b"HTTP/1.1 400")


def test_a_body_that_nobody_reads_ends_the_connection(client: socket.socket) -> None:
    client.sendall(b"POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1000000\r\n\r\nx")
    assert rest(client).count(b"HTTP/1.1 200 OK") == 1


def test_requests_beyond_some_are_not_queued(client: socket.socket) -> None:
    with suppress(ConnectionError):
        client.sendall(ASK * 2_000)
    assert rest(client).count(b"200 OK") <= MOST_PIPELINED + 2


def test_an_answer_that_is_not_read_is_not_held(port: int) -> None:
    with closing(socket.socket()) as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.connect(("127.0.0.1", port))
        client.settimeout(10)
        client.sendall(ASK.replace(b"/ ", b"/large ", 1))
        time.sleep(1.2)
        assert len(rest(client)) < LARGE


def test_beyond_the_connections_only_health_is_told(port: int) -> None:
    def ask(path: bytes) -> bytes:
        with closing(socket.create_connection(("127.0.0.1", port), timeout=10)) as client:
            client.sendall(ASK.replace(b"/ ", path + b" ", 1))
            return client.recv(1000)

    held = [socket.create_connection(("127.0.0.1", port)) for _ in range(CONNECTIONS)]
    try:
        told = ask(b"/graphql")
        assert told.startswith(b"HTTP/1.1 503 Service Unavailable\r\nretry-after: 1\r\n")
        assert ask(b"/healthz?x").startswith(b"HTTP/1.1 200 OK")
        held += [socket.create_connection(("127.0.0.1", port)) for _ in range(SPARE)]
        assert ask(b"/healthz").startswith(b"HTTP/1.1 503")
    finally:
        for each in held:
            each.close()
    until = time.monotonic() + 5
    while (again := ask(b"/")).startswith(b"HTTP/1.1 503") and time.monotonic() < until:
        time.sleep(0.05)
    assert again.startswith(b"HTTP/1.1 200 OK")


@pytest.mark.parametrize(
    "lines",
    [
        "content-length: 5\r\ncontent-length: 6", "content-length: -1",
        "content-length: 5\r\ntransfer-encoding: chunked", "transfer-encoding: chunked, identity",
        "transfer-encoding: xchunked", "content-length : 5", "host : a",
        "x: a\x00b", "content-length: 0x5", "content-length: 5, 5",
    ],
)  # fmt: skip
def test_a_request_whose_length_could_be_read_in_two_ways_is_none(client: socket.socket, lines: str) -> None:
    """Else a proxy and the service could differ on where the next one begins, and whose it is."""
    smuggled = b"0\r\n\r\n" + ASK
    client.sendall(f"POST / HTTP/1.1\r\nhost: a\r\n{lines}\r\n\r\n".encode() + smuggled)
    said = rest(client)
    assert (said[:12], said.count(b"200 OK")) == (b"HTTP/1.1 400", 0)
