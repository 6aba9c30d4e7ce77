"""The database is killed, or stands still, under load: clear errors in time, then right answers again, by itself."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.api.faults.conftest import AWAY, Answer, Service, until

pytestmark = [pytest.mark.store, pytest.mark.long]

CLIENTS = 8
LONGEST = 15.0
"""Seconds after which each has an answer: the client of a database that says nothing gives it up after ten."""


class Load:
    """Clients that ask the same again and again."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._over = threading.Event()
        self.answers: list[Answer] = []

    @contextmanager
    def on(self) -> Iterator[None]:
        threads = [threading.Thread(target=self._ask) for _ in range(CLIENTS)]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            self._over.set()
            for thread in threads:
                thread.join(60)
        assert not any(thread.is_alive() for thread in threads)

    def _ask(self) -> None:
        while not self._over.is_set():
            self.answers.append(self._service.ask())
            time.sleep(0.05)

    def good(self, data: object) -> bool:
        """Whether the last answers were right."""
        return len(self.answers) > CLIENTS * 2 and all(a.body.get("data") == data for a in self.answers[-CLIENTS * 2 :])


def test_killed_and_started_again_under_load(service: Service) -> None:
    service.ready()
    right = service.ask()
    assert right.body == {"data": right.body["data"]}
    load = Load(service)
    with load.on():
        until(lambda: load.good(right.body["data"]), 30)
        threads, revived = service.threads(), service.counted("newsgraph_store_revived_total")
        os.kill(service.database().pid, signal.SIGKILL)
        until(lambda: load.answers[-1].code == AWAY, 30)
        service.ready(503)
        health = service.request("GET", "/healthz")
        assert (health.status, health.body) == (200, {"status": "alive"})
        assert health.seconds < 2
        service.ready()
        after = len(load.answers)
        until(lambda: len(load.answers) > after + CLIENTS * 4 and load.good(right.body["data"]), 30)
    assert {a.status for a in load.answers} == {200}
    assert {a.code for a in load.answers} == {"", AWAY}
    assert all(a.body == right.body for a in load.answers if not a.code)
    assert all(a.body["data"] is None for a in load.answers if a.code)
    assert max(a.seconds for a in load.answers) < LONGEST
    assert service.counted("newsgraph_store_revived_total") == revived + 1
    assert service.threads() <= threads + 4  # of the pools, which grow to their limits and no further


def test_a_database_that_stands_still_is_given_up_in_time(service: Service) -> None:
    service.ready()
    right = service.ask()
    load = Load(service)
    there = service.database()
    with load.on():
        until(lambda: load.good(right.body["data"]), 30)
        threads = service.threads()
        os.kill(there.pid, signal.SIGSTOP)
        try:
            began = time.monotonic()
            red = service.request("GET", "/readyz")
            assert (red.status, red.body["code"], red.seconds < 5) == (503, AWAY, True)
            while time.monotonic() - began < 11:
                health = service.request("GET", "/healthz")
                assert (health.status, health.seconds < 2) == (200, True)
                assert service.counted("newsgraph_operations_working") <= CLIENTS
                time.sleep(0.5)
            until(lambda: load.answers[-1].code == AWAY, 5)
        finally:
            os.kill(there.pid, signal.SIGCONT)
        service.ready()
        after = len(load.answers)
        until(lambda: len(load.answers) > after + CLIENTS * 4 and load.good(right.body["data"]), 30)
    assert {a.code for a in load.answers} == {"", AWAY}
    assert all(a.body == right.body for a in load.answers if not a.code)
    assert max(a.seconds for a in load.answers) < LONGEST
    assert service.threads() <= threads + 4
