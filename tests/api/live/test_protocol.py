"""The messages of graphql-transport-ws, the buckets, and which origins are taken."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from api.live import protocol
from api.live.limits import Bucket, Limits
from api.live.origins import allowed
from api.live.protocol import Ended, Message, read
from api.live.transport import OPTIONS
from graph.settings import Settings

PAGE = Path(__file__).parents[3].joinpath("docs", "live.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"type": "connection_init"}', Message("connection_init")),
        ('{"type": "connection_init", "payload": null}', Message("connection_init")),
        ('{"type": "connection_init", "payload": {"token": "x"}}', Message("connection_init", payload={"token": "x"})),
        ('{"type": "ping", "payload": {"n": 1}}', Message("ping", payload={"n": 1})),
        ('{"type": "pong"}', Message("pong")),
        ('{"type": "complete", "id": "a"}', Message("complete", "a")),
        ('{"id": "a", "type": "subscribe", "payload": {"query": "{x}", "variables": null, "extensions": {}}}',
         Message("subscribe", "a", {"query": "{x}", "variables": None, "extensions": {}})),
    ],
)  # fmt: skip
def test_a_message_is_read(text: str, message: Message) -> None:
    assert read(text) == message


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "The message is no JSON."),
        ("{", "The message is no JSON."),
        ('{"type": "ping"', "The message is no JSON."),
        ("[" * 5_000, "The message is no JSON."),
        ("[]", "The message must be an object."),
        ("null", "The message must be an object."),
        ("{}", "`type` must be one that a client sends by graphql-transport-ws."),
        ('{"type": 1}', "`type` must be one that a client sends by graphql-transport-ws."),
        ('{"type": "start", "id": "a"}', "`type` must be one that a client sends by graphql-transport-ws."),
        ('{"type": "next", "id": "a"}', "`type` must be one that a client sends by graphql-transport-ws."),
        ('{"type": "connection_init", "payload": "x"}', "`payload` of `connection_init` must be an object."),
        ('{"type": "ping", "payload": []}', "`payload` of `ping` must be an object."),
        ('{"type": "complete"}', "`id` of `complete` must be a text, and not empty."),
        ('{"type": "subscribe", "id": "", "payload": {}}', "`id` of `subscribe` must be a text, and not empty."),
        ('{"type": "subscribe", "id": 1, "payload": {}}', "`id` of `subscribe` must be a text, and not empty."),
        ('{"type": "subscribe", "id": "a"}', "`payload` of `subscribe` must be an object."),
        ('{"type": "subscribe", "id": "a", "payload": {}}', "`query` must be a text."),
        ('{"type": "subscribe", "id": "a", "payload": {"query": "", "operationName": 1}}',
         "`operationName` must be a text."),
        ('{"type": "subscribe", "id": "a", "payload": {"query": "", "variables": []}}',
         "`variables` must be an object."),
        ('{"type": "subscribe", "id": "a", "payload": {"query": "", "extensions": 1}}',
         "`extensions` must be an object."),
    ],
)  # fmt: skip
def test_what_is_no_message_ends_the_socket(text: str, reason: str) -> None:
    with pytest.raises(Ended) as ended:
        read(text)
    assert (ended.value.code, ended.value.reason) == (4400, reason)


def test_messages_are_json_whatever_the_id() -> None:
    ident = 'a"\\\n\u2028é'
    assert json.loads(protocol.result(ident, '{"data":null}')) == {
        "id": ident, "type": "next", "payload": {"data": None},
    }  # fmt: skip
    error = {"message": "No."}
    assert json.loads(protocol.errors(ident, [error])) == {"id": ident, "type": "error", "payload": [error]}
    assert json.loads(protocol.complete(ident)) == {"id": ident, "type": "complete"}
    assert json.loads(protocol.pong(None)) == {"type": "pong"}
    assert json.loads(protocol.pong({"n": 1})) == {"type": "pong", "payload": {"n": 1}}


def test_codes_and_limits_are_those_that_are_documented() -> None:
    codes = {value for name, value in vars(protocol).items() if name.isupper() and isinstance(value, int)}
    told = {int(code) for row in re.findall(r"^\| ([\d, ]+) \|", PAGE, re.MULTILINE) for code in row.split(",")}
    # The transport's own; and one for a mistake of ours, which nobody needs to know of.
    assert told == codes - {protocol.LONGEST_REASON, protocol.INTERNAL} | {1006, 1011}
    limits = Limits()
    lines = [
        f"within {limits.send_within:g} seconds", f"{limits.burst} messages at once, or {limits.rate:g} a second",
        f"{limits.message // 1024} KiB", f"within {limits.init_within:g} seconds", f"| {limits.operations} at a time |",
        f"{limits.sockets:,}, {limits.sockets_per_client} from one address",
        f"| {limits.different:,} at a time, {limits.different_per_client} from one address",
        f"for {OPTIONS['ws_ping_interval'] + OPTIONS['ws_ping_timeout']:g} seconds",
    ]  # fmt: skip
    assert [line for line in lines if line not in PAGE] == []
    assert Limits.of(Settings()) == limits


def test_a_reason_fits_into_its_frame() -> None:
    reason = Ended(4409, "é" * 100).reason
    assert reason == "é" * 61


def test_a_bucket_is_emptied_and_fills_again(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr("api.live.limits.time.monotonic", lambda: now)
    bucket = Bucket(3, 2.0)
    assert [bucket.take() for _ in range(4)] == [True, True, True, False]
    now = 101.0
    assert [bucket.take() for _ in range(3)] == [True, True, False]
    now = 200.0
    assert [bucket.take() for _ in range(4)] == [True, True, True, False]


@pytest.mark.parametrize(
    ("origin", "host", "taken"),
    [
        (None, "graph.example", True),
        ("https://graph.example", "graph.example", True),
        ("https://graph.example:443", "graph.example", True),
        ("http://GRAPH.example", "graph.example:80", True),
        ("http://127.0.0.1:8000", "127.0.0.1:8000", True),
        ("http://[::1]:8000", "[::1]:8000", True),
        ("https://app.example", "graph.example", True),
        ("https://evil.example", "graph.example", False),
        ("https://graph.example.evil.example", "graph.example", False),
        ("https://graph.example:8443", "graph.example", False),
        ("http://localhost:8000", "127.0.0.1:8000", False),
        ("null", "graph.example", False),
        ("", "graph.example", False),
        ("file://", "graph.example", False),
        ("https://graph.example@evil.example", "graph.example", False),
        ("https://[", "graph.example", False),
        ("https://graph.example", None, False),
        ("https://graph.example:port", "graph.example", False),
    ],
)
def test_origins(origin: str | None, host: str | None, taken: bool) -> None:
    assert allowed(origin, host, ("https://app.example",)) is taken
