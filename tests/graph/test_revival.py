"""A server that has died is started again, and again where that does not go well at once."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from graph import revival as module
from graph.embedded.join import Connection
from graph.errors import FixSettings
from graph.revival import revival
from graph.settings import Settings

THERE, ELSEWHERE = Connection("bolt://127.0.0.1:1", "", "", 1, 2), Connection("bolt://127.0.0.1:2", "", "", 3, 4)


class Machine:
    """Whether a server lives, and what its starts come to."""

    def __init__(self) -> None:
        self.lives = False
        self.starts: Iterator[Connection | FixSettings] = iter([FixSettings("The disk is full."), THERE, THERE])
        self.others: list[Connection] = []
        """Where other commands have started it."""
        self.moved: list[Connection] = []
        self.told = threading.Event()

    def start(self, _: Settings) -> Connection:
        found = next(self.starts)
        if isinstance(found, FixSettings):
            raise found
        self.lives = True
        return found

    def store(self, settings: Settings) -> Any:
        return SimpleNamespace(settings=settings, uri=THERE.uri, moved=self.moved.append)

    def elsewhere(self, _: Settings, uri: str) -> Connection | None:
        assert uri == THERE.uri
        return self.others.pop() if self.others else None


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    found = Machine()
    monkeypatch.setattr(module, "_TURN", 0.01)
    monkeypatch.setattr(module, "_LONGEST", 0.02)
    monkeypatch.setattr(module, "is_kept", lambda _: found.lives)
    monkeypatch.setattr(module, "rejoined", found.start)
    monkeypatch.setattr(module, "elsewhere", found.elsewhere)
    return found


def test_it_is_tried_until_it_lives_and_each_time_it_dies(machine: Machine) -> None:
    with revival(machine.store(Settings(neo4j_uri=None)), machine.told.set):
        assert machine.told.wait(10)
        assert machine.moved == [THERE]
        machine.told.clear()
        machine.lives = False
        assert machine.told.wait(10)
    assert machine.moved == [THERE, THERE]


def test_where_another_command_has_started_it_it_is_found(machine: Machine) -> None:
    machine.lives, machine.others = True, [ELSEWHERE]
    with revival(machine.store(Settings(neo4j_uri=None)), machine.told.set):
        end = time.monotonic() + 10
        while not machine.moved and time.monotonic() < end:
            time.sleep(0.01)
    assert (machine.moved, machine.told.is_set()) == ([ELSEWHERE], False)


def test_a_server_of_others_is_left_to_them(machine: Machine) -> None:
    with revival(machine.store(Settings(neo4j_uri="bolt://127.0.0.1:1"))):
        assert "revival" not in {thread.name for thread in threading.enumerate()}
