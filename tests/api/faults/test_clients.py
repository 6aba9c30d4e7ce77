"""Clients that go away, that send half a request, that never read: others are served, and nothing is left behind."""

from __future__ import annotations

import json
import socket
import struct
import time

import pytest

from tests.api.faults.conftest import CLIENT_TIMEOUT, QUERY, Service

pytestmark = pytest.mark.store

WHOLE_SCHEMA = "{ __schema { types { name description fields { name description args { name description } } } } }"

_SAME = " ".join(f"d{n}: description" for n in range(12))
_TYPE = "type { kind name description ofType { kind name description ofType { kind name description } } }"
SEVERAL_MEGABYTES = (
    "{ " + " ".join(f"a{n}: __schema {{ ...S }}" for n in range(10)) + " } fragment S on __Schema {"
    f" types {{ {_SAME} fields {{ {_SAME} {_TYPE} args {{ name description {_TYPE} }} }} }} }}"
)
"""More than fits on the way to a client that does not read."""


def request(query: str) -> bytes:
    body = json.dumps({"query": query}).encode()
    headers = ("Host: localhost", "Content-Type: application/json", f"Content-Length: {len(body)}")
    return "\r\n".join(("POST /graphql HTTP/1.1", *headers, "", "")).encode() + body


def is_well(service: Service) -> None:
    """It answers, and nothing is at work any more."""
    right = service.ask()
    assert (right.status, right.code, right.body["data"]["quotes"]["totalCount"]) == (200, "", 4)
    end = time.monotonic() + 20
    left = ("newsgraph_operations_working", "newsgraph_operations_waiting")
    while any(map(service.counted, left)) and time.monotonic() < end:
        time.sleep(0.1)
    assert [service.counted(each) for each in left] == [0, 0]


def test_clients_that_go_away_in_mid_answer(service: Service) -> None:
    is_well(service)
    for n in range(100):
        with socket.create_connection(service.place) as client:
            client.sendall(request(WHOLE_SCHEMA if n % 2 else QUERY))
            if n % 3:
                client.recv(1)
            if n % 5:  # not a good-bye, but a reset
                client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    is_well(service)
    log = service.log.read_text(encoding="utf-8")
    assert "Traceback" not in log
    assert '"level": "error"' not in log


def test_half_open_connections_are_closed_and_others_served(service: Service) -> None:
    silent = [socket.create_connection(service.place, timeout=10) for _ in range(60)]
    before = service.counted("newsgraph_connections_closed_total")
    whole = request(QUERY)
    for n, each in enumerate(silent):
        each.sendall(whole[: (0, 10, len(whole) - 1)[n % 3]])
    began = time.monotonic()
    is_well(service)
    assert time.monotonic() - began < CLIENT_TIMEOUT * 4
    assert {each.recv(12) for each in silent} == {b"HTTP/1.1 408"}
    for each in silent:
        each.close()
    assert service.counted("newsgraph_connections_closed_total") == before + 40  # the others had become requests
    is_well(service)


def test_a_client_that_never_reads_is_closed(service: Service) -> None:
    before = service.counted("newsgraph_connections_closed_total")
    with socket.socket() as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.connect(service.place)
        client.settimeout(10)
        client.sendall(request(SEVERAL_MEGABYTES))
        end = time.monotonic() + 20
        while service.counted("newsgraph_connections_closed_total") == before and time.monotonic() < end:
            is_well(service)
            time.sleep(0.2)
    assert service.counted("newsgraph_connections_closed_total") == before + 1
    is_well(service)
