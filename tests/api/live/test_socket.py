"""One socket: handshake, the protocol to the letter, limits, and what ends it."""

from __future__ import annotations

import asyncio
import base64
import os
import socket as plain
import struct
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from websockets.exceptions import InvalidStatus

from api.live.limits import Limits
from graph.settings import Settings
from graph.store import Store
from tests.api.live.serving import Serving, client, serving

pytestmark = pytest.mark.store

LIMITS = Limits(message=4_000, operations=3, burst=30, rate=10.0, behind=0.2)
FOLLOW = "subscription { quoteSaid { cursor } }"


@pytest.fixture(scope="module")
def service(newsroom: Store) -> Iterator[Serving]:
    settings = Settings(live_every=0.05, cors_origins=("https://app.example",))
    with serving(newsroom, LIMITS, settings) as found:
        yield found


@pytest.fixture(autouse=True)
def quiet(service: Serving, capfd: pytest.CaptureFixture[str]) -> Iterator[None]:
    """Whatever a client sends, there is no traceback, and none of it in the log."""
    yield
    said = capfd.readouterr().err
    assert "Traceback" not in said
    assert "secret" not in said


def refused(address: str, **more: Any) -> tuple[int, str | None, bytes]:
    """Status, Retry-After and body where a handshake is refused."""

    async def ask() -> tuple[int, str | None, bytes]:
        with pytest.raises(InvalidStatus) as answer:
            async with client(address, **more):
                pass
        response = answer.value.response
        return response.status_code, response.headers.get("retry-after"), bytes(response.body or b"")

    return asyncio.run(ask())


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1"])
def test_a_page_of_another_origin_is_refused(service: Serving, origin: str) -> None:
    assert refused(service.address, origin=origin) == (
        403, None,
        b'{"errors":[{"message":"Pages of this origin may not open a socket here.",'
        b'"extensions":{"code":"ORIGIN_NOT_ALLOWED"}}]}',
    )  # fmt: skip


def test_pages_of_its_own_and_those_that_the_settings_name_are_taken(service: Serving) -> None:
    async def ask() -> None:
        for origin in (f"http://127.0.0.1:{service.port}", "https://app.example"):
            async with client(service.address, origin=origin) as one:
                assert one.socket.subprotocol == "graphql-transport-ws"

    asyncio.run(ask())


def test_sockets_are_counted(service: Serving) -> None:
    async def ask() -> None:
        async with client(service.address), client(service.address):
            assert await asyncio.to_thread(refused, service.address) == (503, "5", TOO_MANY)
        while service.live.sockets:
            await asyncio.sleep(0.01)
        async with client(service.address):
            pass

    async def from_one() -> None:
        async with client(service.address), client(service.address):
            assert (await asyncio.to_thread(refused, service.address))[:2] == (429, "5")

    try:
        service.live.limits = replace(LIMITS, sockets=2)
        asyncio.run(ask())
        service.live.limits = replace(LIMITS, sockets_per_client=2)
        asyncio.run(from_one())
    finally:
        service.live.limits = LIMITS


TOO_MANY = b'{"errors":[{"message":"There are too many sockets at the moment.","extensions":{"code":"OVERLOADED"}}]}'


@pytest.mark.parametrize("protocol", ["", "graphql-ws"])
def test_another_subprotocol_is_not_taken(service: Serving, protocol: str) -> None:
    async def ask() -> tuple[int, str]:
        async with client(service.address, init=False, protocol=protocol) as one:
            return await one.closed()

    assert asyncio.run(ask()) == (4406, "Subprotocol not acceptable")


INIT = {"type": "connection_init"}


def subscribe(ident: str = "1", query: str = FOLLOW) -> dict[str, Any]:
    return {"id": ident, "type": "subscribe", "payload": {"query": query}}


@pytest.mark.parametrize(
    ("messages", "code", "reason"),
    [
        ([{"type": "secret"}], 4400, "`type` must be one that a client sends by graphql-transport-ws."),
        ([INIT, {"type": "subscribe", "id": "secret"}], 4400, "`payload` of `subscribe` must be an object."),
        ([subscribe()], 4401, "Unauthorized"),
        ([INIT, INIT], 4429, "Too many initialisation requests"),
        ([INIT, subscribe(), subscribe()], 4409, "Subscriber for 1 already exists"),
        ([{"type": "ping"}] * 31, 1008, "Too many messages"),
    ],
)  # fmt: skip
def test_what_breaks_the_protocol_ends_the_socket(
    service: Serving, messages: list[dict[str, Any]], code: int, reason: str
) -> None:
    async def ask() -> tuple[int, str]:
        async with client(service.address, init=False) as one:
            for message in messages:
                await one.send(**message)
            return await one.closed()

    assert asyncio.run(ask()) == (code, reason)


@pytest.mark.parametrize(
    ("frame", "code"),
    [(b"{}", 4400), ("secret", 4400), ("x" * 4_001, 1009), ("é" * 2_001, 1009)],
)
def test_what_is_no_message_ends_the_socket(service: Serving, frame: str | bytes, code: int) -> None:
    async def ask() -> int:
        async with client(service.address) as one:
            await one.socket.send(frame)
            return (await one.closed())[0]

    assert asyncio.run(ask()) == code


def test_the_transport_takes_nothing_larger(service: Serving) -> None:
    async def ask() -> int:
        async with client(service.address) as one:
            await one.socket.send("x" * (Limits().message + 1))
            return (await one.closed())[0]

    assert asyncio.run(ask()) == 1009


def handshake(port: int) -> plain.socket:
    """A socket by hand, which answers nothing that it is not told to answer."""
    made = plain.create_connection(("127.0.0.1", port))
    key = base64.b64encode(os.urandom(16)).decode()
    made.sendall(
        f"GET /graphql HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n".encode()
    )
    assert made.recv(4_096).startswith(b"HTTP/1.1 101 ")
    return made


def frame(opcode: int, content: bytes) -> bytes:
    """A frame as a client sends it, masked with zeros."""
    assert len(content) < 126
    return struct.pack("!BB", 0x80 | opcode, 0x80 | len(content)) + bytes(4) + content


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        (frame(1, b'{"type": "\xff"}'), 1007),
        (b"\x81\x05hello", 1002),  # not masked
        (b"\xf1\x80" + bytes(4), 1002),  # reserved bits
        (frame(3, b""), 1002),  # no such opcode
        (os.urandom(1) + b"\xff" * 64, 1002),
    ],
    ids=["encoding", "unmasked", "reserved", "opcode", "garbage"],
)
def test_broken_frames_end_the_socket(service: Serving, sent: bytes, code: int) -> None:
    with handshake(service.port) as made:
        made.settimeout(20)
        made.sendall(sent)
        answer = made.recv(4_096)
        assert answer[0] == 0x88, "it is a frame that closes"
        assert struct.unpack("!H", answer[2:4])[0] in (code, 1009)


def test_who_does_not_begin_is_not_waited_for(service: Serving) -> None:
    async def ask() -> tuple[int, str]:
        async with client(service.address, init=False) as one:
            await one.send(type="ping")
            assert await one.get() == {"type": "pong"}
            return await one.closed()

    try:
        service.live.limits = replace(LIMITS, init_within=0.3)
        assert asyncio.run(ask()) == (4408, "Connection initialisation timeout")
    finally:
        service.live.limits = LIMITS


def test_pings_are_answered_and_pongs_taken(service: Serving) -> None:
    async def ask() -> None:
        async with client(service.address) as one:
            await one.send(type="pong", payload={"n": 0})
            await one.send(type="ping", payload={"n": 1})
            await one.send(type="ping")
            assert [await one.get(), await one.get()] == [{"type": "pong", "payload": {"n": 1}}, {"type": "pong"}]

    asyncio.run(ask())


def test_queries_are_answered_too(service: Serving) -> None:
    query = "query Q($name: String!) { people(name: $name) { nodes { name } } }"

    async def ask() -> None:
        async with client(service.address) as one:
            for _ in range(2):  # the id is free again
                await one.subscribe(query, name="Oleg Peskov")
                assert await one.next() == {"people": {"nodes": [{"name": "Oleg Peskov"}]}}
                assert await one.get() == {"id": "1", "type": "complete"}
            await one.subscribe("{ people(first: -1) { nodes { name } } }")
            message = await one.get()
            assert (message["type"], message["payload"]["data"]) == ("next", None)
            assert message["payload"]["errors"][0]["extensions"]["code"] == "BAD_INPUT"
            assert await one.get() == {"id": "1", "type": "complete"}

    asyncio.run(ask())


@pytest.mark.parametrize(
    ("query", "variables", "code", "message"),
    [
        ("subscription {", {}, "BAD_REQUEST", "Syntax Error: Expected Name, found <EOF>."),
        ("{ sung }", {}, "BAD_REQUEST", "Cannot query field 'sung' on type 'Query'."),
        ("subscription ($after: String) { quoteSaid(after: $after) { cursor } }", {"after": "secret"}, "BAD_INPUT",
         "The cursor cannot be read. Give one that an earlier message brought."),
        ("subscription { quoteSaid(after: \"WyJuZXdlc3QiLCIyIiwicSJd\") { cursor } }", {}, "BAD_INPUT",
         "The cursor is none of a subscription. Give one that an earlier message brought."),
        ("subscription { quoteSaid(after: \"WyJhcnJpdmVkIiwieCIsMV0\") { cursor } }", {}, "BAD_INPUT",
         "The cursor is of another graph, or of a later state of this one than is there now. "
         "Begin anew without `after`, and ask for what is there by a query."),
    ],
)  # fmt: skip
def test_an_operation_that_fails_says_so_and_ends(
    service: Serving, query: str, variables: dict[str, Any], code: str, message: str
) -> None:
    async def ask() -> None:
        async with client(service.address) as one:
            for _ in range(2):
                await one.subscribe(query, **variables)
                found = await one.get()
                assert (found["id"], found["type"]) == ("1", "error")
                (error,) = found["payload"]
                assert (error["message"], error["extensions"]["code"]) == (message, code)

    asyncio.run(ask())


def test_operations_are_counted(service: Serving) -> None:
    async def ask() -> None:
        async with client(service.address) as one:
            for ident in "abcd":
                await one.subscribe(FOLLOW, ident)
            found = await one.get()
            assert (found["id"], found["type"]) == ("d", "error")
            assert found["payload"][0]["extensions"]["code"] == "LIMIT_EXCEEDED"
            await wait_for(service, 3)
            await one.send(id="a", type="complete")
            await one.send(id="none of these", type="complete")
            await wait_for(service, 2)
            await one.subscribe(FOLLOW, "a")
            await wait_for(service, 3)
        await wait_for(service, 0)

    asyncio.run(ask())


@pytest.mark.parametrize(
    ("limits", "line"),
    [
        (Limits(different=2), "There are too many different subscriptions at the moment. Try again later."),
        (Limits(different_per_client=2),
         "There are too many different subscriptions from your address. End some of them first."),
    ],
    ids=["of all", "of one"],
)  # fmt: skip
def test_subscriptions_that_differ_are_counted(newsroom: Store, limits: Limits, line: str) -> None:
    other, third = f"{FOLLOW} # other", f"{FOLLOW} # third"

    async def ask(service: Serving) -> None:
        async with client(service.address) as one:
            for ident, query in (("a", FOLLOW), ("b", FOLLOW), ("c", other)):
                await one.subscribe(query, ident)
            await wait_for(service, 3)
            await one.subscribe(third, "d")
            found = await one.get()
            assert (found["id"], found["type"]) == ("d", "error")
            (error,) = found["payload"]
            assert (error["message"], error["extensions"]["code"]) == (line, "LIMIT_EXCEEDED")
            await one.send(id="c", type="complete")
            await wait_for(service, 2)
            await one.subscribe(third, "d")
            await wait_for(service, 3)

    with serving(newsroom, limits) as few:
        asyncio.run(ask(few))


async def wait_for(service: Serving, subscribers: int) -> None:
    async with asyncio.timeout(20):
        while service.live.subscribers != subscribers:
            await asyncio.sleep(0.01)


def test_a_client_that_answers_no_ping_is_cut_off(newsroom: Store) -> None:
    with serving(newsroom, ws_ping_interval=0.3, ws_ping_timeout=0.3) as service, handshake(service.port) as dead:
        dead.sendall(frame(1, b'{"type":"connection_init"}'))

        async def other() -> None:
            async with client(service.address) as one:
                async with asyncio.timeout(20):
                    while service.live.sockets > 1:
                        await asyncio.sleep(0.05)
                await one.send(type="ping")
                assert await one.get() == {"type": "pong"}

        asyncio.run(other())
        dead.settimeout(20)
        received = b""
        while more := dead.recv(4_096):
            received += more
        assert struct.pack("!H", 1011) in received


def test_a_socket_is_a_line_in_the_log(service: Serving, capfd: pytest.CaptureFixture[str]) -> None:
    async def ask() -> None:
        async with client(service.address) as one:
            await one.subscribe("{ __typename }")
            await one.next()

    asyncio.run(ask())
    while service.live.sockets:
        time.sleep(0.01)
    (line,) = [each for each in capfd.readouterr().err.splitlines() if '"socket"' in each]
    assert '"operations": 1' in line
