"""The messages of graphql-transport-ws, as text, and the codes that a socket is closed with.

https://github.com/graphql/graphql-over-http/blob/main/rfcs/GraphQLOverWebSocket.md
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from api import as_json

SUBPROTOCOL = "graphql-transport-ws"

TOO_LARGE, POLICY, RESTART, AGAIN = 1009, 1008, 1012, 1013
"""WebSocket's own. With the last two a client comes again; with the others it need not."""
BAD_REQUEST, UNAUTHORIZED, NO_SUBPROTOCOL, LATE, DOUBLE, INITIALISED, INTERNAL = (
    4400,
    4401,
    4406,
    4408,
    4409,
    4429,
    4500,
)
LONGEST_REASON = 123
"""Bytes of the reason in a frame that closes."""

ACK = '{"type":"connection_ack"}'


class Ended(Exception):
    """The socket is to be closed with this code and reason."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason.encode()[:LONGEST_REASON].decode(errors="ignore")


@dataclass(frozen=True, slots=True)
class Message:
    """What a client sends. `id` is empty where a type has none."""

    type: str
    id: str = ""
    payload: Any = None


def read(text: str) -> Message:
    """Read a message. Ended for one that is none of the protocol's."""
    try:
        found = as_json.read(text)
    except as_json.NotJson:
        raise _wrong("The message is no JSON.") from None
    if not isinstance(found, dict):
        raise _wrong("The message must be an object.")
    kind, ident, payload = found.get("type"), found.get("id"), found.get("payload")
    if kind in ("connection_init", "ping", "pong"):
        if not isinstance(payload, dict | None):
            raise _wrong(f"`payload` of `{kind}` must be an object.")
        return Message(kind, payload=payload)
    if kind not in ("subscribe", "complete"):
        raise _wrong("`type` must be one that a client sends by graphql-transport-ws.")
    if not isinstance(ident, str) or not ident:
        raise _wrong(f"`id` of `{kind}` must be a text, and not empty.")
    if kind == "subscribe":
        _check(payload)
    return Message(kind, ident, payload)


def _check(payload: object) -> None:
    if not isinstance(payload, dict):
        raise _wrong("`payload` of `subscribe` must be an object.")
    if not isinstance(payload.get("query"), str):
        raise _wrong("`query` must be a text.")
    if not isinstance(payload.get("operationName"), str | None):
        raise _wrong("`operationName` must be a text.")
    for name in ("variables", "extensions"):
        if not isinstance(payload.get(name), dict | None):
            raise _wrong(f"`{name}` must be an object.")


def _wrong(reason: str) -> Ended:
    return Ended(BAD_REQUEST, reason)


def result(ident: str, payload: str) -> str:
    """A result of an operation; `payload` is GraphQL's response as JSON."""
    return f'{{"id":{_json(ident)},"type":"next","payload":{payload}}}'


def errors(ident: str, found: Sequence[dict[str, Any]]) -> str:
    """The operation has failed, and ends."""
    return f'{{"id":{_json(ident)},"type":"error","payload":{_json(found)}}}'


def complete(ident: str) -> str:
    """The operation has ended."""
    return f'{{"id":{_json(ident)},"type":"complete"}}'


def pong(payload: object) -> str:
    """The answer to a ping."""
    return '{"type":"pong"}' if payload is None else f'{{"type":"pong","payload":{_json(payload)}}}'


def _json(value: object) -> str:
    return as_json.write(value).decode()
