"""Statements that take long: ended in the database when their time is over, and when nobody waits any more."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import Any

import httpx
import pytest

from graph.errors import TooMuch
from graph.store import Store
from tests.api.test_page import served

pytestmark = pytest.mark.store

LONG = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a * b = -1 RETURN count(*) AS n"
SHOWN = "SHOW TRANSACTIONS YIELD currentQuery, metaData WHERE currentQuery CONTAINS 'a * b = -1' RETURN metaData AS m"
ASKED = json.dumps({"query": "{ quotes { totalCount } }"}).encode()
HEAD = "POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n"
REQUEST = HEAD.format(len(ASKED)).encode() + ASKED


class Slow:
    """The store, in which what operations ask takes long for as long as that is wanted."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.is_slow = True

    def one(self, statement: str, parameters: Mapping[str, object], *, request: str = "", **more: Any) -> object:
        text = LONG if self.is_slow and request else statement
        return self._store.one(text, parameters, request=request, **more)

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)


def running(store: Store) -> list[dict[str, str]]:
    """Metadata of the long statements, this one that asks for them apart."""
    found = store.read(SHOWN.replace("-1", "-' + '1"))
    return [dict(row["m"]) for row in found]  # type: ignore[call-overload]  # a map


def until(store: Store, count: int, seconds: float = 15) -> list[dict[str, str]]:
    """Waits until so many run."""
    limit = time.monotonic() + seconds
    while len(found := running(store)) != count and time.monotonic() < limit:
        time.sleep(0.1)
    assert len(found) == count
    return found


def test_a_statement_that_runs_over_its_time_is_ended_in_the_database(newsroom: Store) -> None:
    began = time.monotonic()
    with pytest.raises(TooMuch, match="took longer than is allowed"):
        newsroom.one(LONG, {}, timeout=1.0)
    assert time.monotonic() - began < 15
    until(newsroom, 0)


@pytest.fixture(scope="module")
def slow(newsroom: Store) -> Slow:
    return Slow(newsroom)


@pytest.fixture(scope="module")
def address(slow: Slow) -> Iterator[str]:
    with served(slow, at_work=2, waiting=1, patience=1.0) as address:  # type: ignore[arg-type]  # it does all that one does
        yield address


def connected(address: str) -> socket.socket:
    host, _, port = address.removeprefix("http://").partition(":")
    return socket.create_connection((host, int(port)), timeout=10)


def test_a_client_that_goes_away_takes_its_statement_with_it(
    newsroom: Store, slow: Slow, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    slow.is_slow = True
    with closing(connected(address)) as client:
        client.sendall(REQUEST)
        (named,) = until(newsroom, 1)
        assert len(named["request"]) == 32
    until(newsroom, 0)
    slow.is_slow = False
    answer = httpx.post(f"{address}/graphql", content=ASKED, headers={"content-type": "application/json"})
    assert answer.json() == {"data": {"quotes": {"totalCount": 4}}}
    logged = [json.loads(line) for line in capsys.readouterr().err.splitlines() if named["request"] in line]
    assert [(line["event"], line["status"]) for line in logged] == [("request", 499)]


def test_what_cannot_be_done_now_is_told_at_once_and_health_all_the_same(
    newsroom: Store, slow: Slow, address: str
) -> None:
    slow.is_slow = True
    clients = [connected(address) for _ in range(2)]
    for client in clients:
        client.sendall(REQUEST)
    until(newsroom, 2)
    waits = connected(address)
    began = time.monotonic()
    waits.sendall(REQUEST)
    time.sleep(0.3)
    told = httpx.post(f"{address}/graphql", content=ASKED, headers={"content-type": "application/json"})
    assert time.monotonic() - began < 1.0
    assert (told.status_code, told.headers["retry-after"]) == (503, "1")
    assert told.json()["errors"] == [{
        "message": "The service has as much to do as it takes on. Ask again in a moment.",
        "extensions": {"code": "OVERLOADED", "remedy": "Ask again in a moment."},
    }]  # fmt: skip
    assert httpx.get(f"{address}/healthz").status_code == 200
    assert httpx.get(f"{address}/readyz", timeout=10).json() == {"status": "ready"}
    assert waits.recv(100).startswith(b"HTTP/1.1 503")  # it has waited long enough
    for client in (*clients, waits):
        client.close()
    until(newsroom, 0)
    slow.is_slow = False
    answer = httpx.post(f"{address}/graphql", content=ASKED, headers={"content-type": "application/json"})
    assert answer.status_code == 200


def test_who_waits_for_a_statement_that_an_operator_ends_is_told(newsroom: Store) -> None:
    with ThreadPoolExecutor(1) as threads:
        waits = threads.submit(newsroom.one, LONG, {}, request="asked by ada")
        assert until(newsroom, 1) == [{"request": "asked by ada"}]
        newsroom.end("asked by ada")
        with pytest.raises(TooMuch, match="was ended in the database before it was answered"):
            waits.result(15)
    until(newsroom, 0)


def test_ending_what_does_not_run_is_no_error(newsroom: Store) -> None:
    newsroom.end("nobody")
