"""Bodies, as a server hands them on: piece by piece."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from starlette.requests import Request

from api.http import body
from api.http.body import LARGEST, Bodies
from api.http.refused import Refused
from graph.errors import Overloaded


def request(pieces: Iterator[bytes | float], **headers: str) -> Request:
    """A number is a pause in seconds."""

    async def receive() -> dict[str, object]:
        piece = next(pieces, None)
        if isinstance(piece, float):
            await asyncio.sleep(piece)
            piece = next(pieces, None)
        return {"type": "http.request", "body": piece or b"", "more_body": piece is not None}

    given = {"content-type": "application/json"} | {n.replace("_", "-"): v for n, v in headers.items()}
    return Request(
        {"type": "http", "headers": [(n.encode(), v.encode()) for n, v in given.items()]}, receive
    )  # fmt: skip


WITHIN = 10.0


def read(bodies: Bodies, asked: Request) -> bytes:
    async def run() -> bytes:
        async with bodies.of(asked) as found:
            assert bodies.held == len(found)
            return found

    try:
        return asyncio.run(run())
    finally:
        assert bodies.held == 0


def test_pieces_are_put_together() -> None:
    assert read(Bodies(WITHIN), request(iter((b"{", b"", b"}")))) == b"{}"


def test_what_says_that_it_is_too_large_is_not_read() -> None:
    def never() -> Iterator[bytes | float]:
        raise AssertionError
        yield b""

    for size in (str(LARGEST + 1), "9" * 5000):
        with pytest.raises(Refused) as refused:
            read(Bodies(WITHIN), request(never(), content_length=size))
        assert (refused.value.status, refused.value.headers["Connection"]) == (413, "close")


def test_what_turns_out_to_be_too_large_is_read_no_further() -> None:
    pieces = iter([b"x" * 65536] * 100)
    with pytest.raises(Refused) as refused:
        read(Bodies(WITHIN), request(pieces))
    assert (refused.value.status, len(list(pieces))) == (413, 83)


def test_what_comes_too_slowly_is_not_waited_for() -> None:
    with pytest.raises(Refused) as refused:
        read(Bodies(within=0.05), request(iter((b"{", 0.03, b'"', 0.03, b"a", 5.0, b"}"))))
    assert (refused.value.status, refused.value.headers["Connection"]) == (408, "close")


def test_no_more_is_held_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(body, "ALTOGETHER", 10)
    with pytest.raises(Overloaded):
        read(Bodies(WITHIN), request(iter((b"12345678", b"90123"))))
