"""Slow clients are told from quick ones, on a server without a database."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket

from api.server.connections import ANSWER, REQUEST, patient

LIMIT = 0.6
HEAD = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n"
WHOLE = HEAD + b"\r\nbody"
LARGE = 30_000_000
"""Bytes of an answer: more than the kernel keeps for a client that does not read."""

closed: list[str] = []


async def answer(request: Request) -> Response:
    """As many bytes as the body's first letter says."""
    body = await request.body()
    return PlainTextResponse(b"a" * (LARGE if body == b"much" else 10))


async def socket_of_its_own(websocket: WebSocket) -> None:
    await websocket.accept()
    await websocket.receive()


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    app = Starlette(routes=[Route("/", answer, methods=["POST"]), WebSocketRoute("/ws", socket_of_its_own)])
    config = uvicorn.Config(app, port=0, log_config=None, http=patient(LIMIT, closed.append))
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield server.servers[0].sockets[0].getsockname()[1]
    server.should_exit = True
    thread.join()


@pytest.fixture
def client(port: int) -> Iterator[socket.socket]:
    closed.clear()
    with socket.create_connection(("127.0.0.1", port), timeout=10) as made:
        yield made


def all_of(client: socket.socket) -> bytes:
    """What comes until the server hangs up."""
    found = b""
    with suppress(ConnectionError):
        while more := client.recv(1 << 20):
            found += more
    return found


@pytest.mark.parametrize("part", [b"", b"POST / HT", HEAD, HEAD + b"\r\nbo", WHOLE + HEAD])
def test_half_a_request_is_not_waited_for_longer(client: socket.socket, part: bytes) -> None:
    began = time.monotonic()
    client.sendall(part)
    told = all_of(client)
    assert told.count(b"HTTP/1.1 408 Request Timeout\r\n") == 1
    assert told.count(b"HTTP/1.1 200 OK\r\n") == part.count(WHOLE)
    assert LIMIT * 0.9 < time.monotonic() - began < LIMIT * 5
    assert closed == [REQUEST]


def test_a_request_in_drops_has_no_more_time(client: socket.socket) -> None:
    began = time.monotonic()
    with suppress(ConnectionError):
        for byte in WHOLE:
            client.sendall(bytes([byte]))
            time.sleep(LIMIT / 10)
    assert time.monotonic() - began < LIMIT * 5
    assert closed == [REQUEST]


def test_an_answer_that_nobody_reads_is_thrown_away(client: socket.socket) -> None:
    client.sendall(WHOLE.replace(b"body", b"much"))
    limit = time.monotonic() + 10
    while not closed and time.monotonic() < limit:
        time.sleep(0.05)
    assert closed == [ANSWER]
    assert len(all_of(client)) < LARGE


def test_who_reads_slowly_but_reads_gets_it_all(client: socket.socket) -> None:
    client.sendall(WHOLE.replace(b"body", b"much"))
    found, began = b"", time.monotonic()
    while len(found) < LARGE:
        more = client.recv(1 << 20)
        assert more, "hung up"
        found += more
        time.sleep(LIMIT / 12)
    assert time.monotonic() - began > LIMIT * 2
    assert closed == []


def test_a_web_socket_is_left_to_its_own_limits(client: socket.socket) -> None:
    pytest.importorskip("websockets")
    client.sendall(
        b"GET /ws HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
    )
    assert client.recv(4096).startswith(b"HTTP/1.1 101")
    client.settimeout(LIMIT * 2.5)
    with pytest.raises(TimeoutError):
        client.recv(4096)
    assert closed == []


def test_others_are_served_meanwhile(client: socket.socket, port: int) -> None:
    """Two hundred who send nothing more do not keep one from its answer."""
    silent = [socket.create_connection(("127.0.0.1", port), timeout=10) for _ in range(200)]
    for each in silent:
        each.sendall(HEAD)
    client.sendall(WHOLE)
    assert client.recv(4096).startswith(b"HTTP/1.1 200 OK\r\n")
    assert [all_of(each)[:12] for each in silent] == [b"HTTP/1.1 408"] * 200
    assert closed.count(REQUEST) == 200


def test_a_connection_that_is_kept_alive_is_let_be(port: int) -> None:
    async def ask() -> list[bytes]:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        found = []
        for _ in range(4):
            writer.write(WHOLE)
            head = await reader.readuntil(b"\r\n\r\n")
            found.append(head[:15] + await reader.readexactly(10))
            await asyncio.sleep(LIMIT * 1.5)  # longer than a request may take; uvicorn's own patience is 5 s
        writer.close()
        return found

    closed.clear()
    assert asyncio.run(ask()) == [b"HTTP/1.1 200 OKaaaaaaaaaa"] * 4
    assert closed == []
