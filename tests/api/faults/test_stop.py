"""The service is told to stop while a slow answer is on its way."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

import pytest

from graph.settings import Settings
from tests.api.faults.conftest import Answer, started, until

pytestmark = pytest.mark.store


def test_an_answer_on_its_way_comes_and_then_it_is_over(graph_settings: Settings, tmp_path: Path) -> None:
    with started(graph_settings, tmp_path / "log") as service:
        right = service.ask()
        assert right.code == ""
        there = service.database()
        answers: list[Answer] = []
        asking = threading.Thread(target=lambda: answers.append(service.ask()))
        os.kill(there.pid, signal.SIGSTOP)  # so that it is slow
        try:
            asking.start()
            until(lambda: service.counted("newsgraph_operations_working") == 1, 10)
            service.process.send_signal(signal.SIGTERM)
            time.sleep(0.5)
            with pytest.raises(ConnectionRefusedError):
                service.ask()
            assert service.process.poll() is None
            assert service.counted("newsgraph_stopping") == 1
        finally:
            os.kill(there.pid, signal.SIGCONT)
        asking.join(20)
        assert [answer.body for answer in answers] == [right.body]
        assert service.process.wait(20) == 0
        assert "Traceback" not in service.log.read_text(encoding="utf-8")


@pytest.mark.parametrize("signals", [1, 2])
def test_nobody_is_waited_for_longer_than_is_set_nor_after_a_second_signal(
    graph_settings: Settings, tmp_path: Path, signals: int
) -> None:
    within = "1.5" if signals == 1 else "60"
    with started(graph_settings, tmp_path / "log", NEWSGRAPH_STOP_WITHIN=within) as service:
        service.ask()
        there = service.database()
        answers: list[Answer] = []
        asking = threading.Thread(target=lambda: answers.append(service.ask()))
        os.kill(there.pid, signal.SIGSTOP)
        try:
            asking.start()
            until(lambda: service.counted("newsgraph_operations_working") == 1, 10)
            began = time.monotonic()
            for _ in range(signals):
                service.process.send_signal(signal.SIGTERM)
                time.sleep(0.3)
            assert service.process.wait(20) == 0
            took = time.monotonic() - began
        finally:
            os.kill(there.pid, signal.SIGCONT)
        asking.join(20)
        log = service.log.read_text(encoding="utf-8")
    assert [(answer.status, answer.code) for answer in answers] == [(503, "STOPPING")]
    assert took < 6
    assert '"answers were cut off by the end"' in log
    assert f'"asked_twice": {"true" if signals == 2 else "false"}' in log
    assert "Traceback" not in log
