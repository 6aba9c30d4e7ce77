"""Readiness asks once at a time, does not wait long, and is red from the beginning of the end on."""

from __future__ import annotations

import asyncio
import threading
from typing import Any, cast

import pytest

from api.server.stopping import Stopping
from api.watch import readiness as module
from api.watch.metrics import Metrics
from api.watch.readiness import Readiness
from graph.errors import RetryLater
from graph.store import Store
from tests.api.watch.test_metrics import counted


class Slow:
    """A store that answers when it is let; then as it is told."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.asked = 0
        self.error: RetryLater | None = None

    def one(self, *_: object, **__: object) -> object:
        self.asked += 1
        self.go.wait(10)
        if self.error:
            raise self.error
        return 1


@pytest.fixture
def readiness(monkeypatch: pytest.MonkeyPatch) -> Readiness:
    monkeypatch.setattr(module, "WITHIN", 0.2)
    return Readiness(Stopping(), Metrics())


def said(problem: object) -> str:
    return problem.message if isinstance(problem, RetryLater) else str(problem)


def test_many_who_ask_are_one_question(readiness: Readiness) -> None:
    store = Slow()

    async def ask() -> list[Any]:
        found = await asyncio.gather(*(readiness.problem(cast(Store, store)) for _ in range(50)))
        found.append(await readiness.problem(cast(Store, store)))
        store.go.set()
        return [*found, await readiness.problem(cast(Store, store))]

    found = asyncio.run(ask())
    assert [said(each) for each in found] == ["The store does not answer in time."] * 51 + ["None"]
    assert store.asked == 1


def test_red_and_green_again_are_counted_and_logged_once(
    readiness: Readiness, capsys: pytest.CaptureFixture[str]
) -> None:
    store = Slow()
    store.go.set()

    async def ask() -> list[str]:
        found = []
        for error in (None, RetryLater("It is away."), RetryLater("It is away."), None):
            store.error = error
            found.append(said(await readiness.problem(cast(Store, store))))
            up = counted(readiness._metrics, "newsgraph_store_up")
            assert up == {(): 0.0 if error else 1.0}
        return found

    assert asyncio.run(ask()) == ["None", "It is away.", "It is away.", "None"]
    log = capsys.readouterr()
    text = log.out + log.err
    assert (text.count("the store does not answer"), text.count("the store answers again")) == (1, 1)


def test_the_end_is_red(readiness: Readiness) -> None:
    readiness._stopping.begin()
    problem = asyncio.run(readiness.problem(cast(Store, Slow())))
    assert problem is not None
    assert (problem.code, problem.message) == ("STOPPING", "The service is stopping.")
