"""The service as a process: it takes in articles, answers, and leaves nothing behind."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen

import psutil  # type: ignore[import-untyped]  # its types are a package of their own
import pytest

from api.serve import bound, welcome
from graph.errors import FixSettings
from graph.settings import Settings

pytestmark = pytest.mark.long

TEXT = 'OSLO (Fjord News) - "The bridge is safe," Signe Aas, the mayor of Oslo, said on Monday.\n'


def test_a_port_that_is_taken_is_said_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(FixSettings) as told:
            bound("127.0.0.1", port)
    assert str(told.value) == (
        f"Nothing can be served on 127.0.0.1:{port} (Address already in use). "
        "Give another by --port (or PORT=) or --host."
    )


def test_a_host_that_does_not_exist_is_said() -> None:
    with pytest.raises(FixSettings, match=r"Nothing can be served on nowhere\.invalid:8000"):
        bound("nowhere.invalid", 8000)


def test_a_newcomer_is_told_three_things_to_try(tmp_path: Path) -> None:
    lines = welcome(Settings(data=tmp_path), "http://127.0.0.1:8000", "http://127.0.0.1:7474/browser/")
    assert lines[1].startswith("newsgraph serves http://127.0.0.1:8000/graphql")
    assert [line.split()[0] for line in lines if line.startswith("  ")] == ["1.", "2.", "3."]
    assert f'--data {tmp_path} ask "everything Peskov said about talks"' in lines[5]


@pytest.fixture
def service(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The service with one article, on a store of its own, and its address."""
    article = tmp_path / "bridge.txt"
    article.write_text(f"---\npublished: 2025-04-07\n---\n{TEXT}", encoding="utf-8")
    environment = {k: v for k, v in os.environ.items() if not k.startswith("NEWSGRAPH_")} | {"NEWSGRAPH_HEAP": "512m"}
    command = [sys.executable, "-m", "newsgraph", "--data", str(tmp_path / "data")]
    with (tmp_path / "log").open("w") as log, subprocess.Popen(
        [*command, "serve", "--port", "0", "--load", str(article)],
        stdout=subprocess.PIPE, stderr=log, text=True, env=environment,
    ) as running:  # fmt: skip
        assert running.stdout is not None
        for line in running.stdout:
            if line.startswith("newsgraph serves "):
                yield running, line.split()[2]
                break
        running.kill()


@pytest.mark.store
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_it_answers_and_ends_with_all_that_it_started(
    service: tuple[subprocess.Popen[str], str], tmp_path: Path, end: signal.Signals
) -> None:
    running, address = service
    query = '{ quotes(speaker: "Aas") { edges { node { text saidOn } } } }'
    asked = Request(address, json.dumps({"query": query}).encode(), {"Content-Type": "application/json"})  # noqa: S310 - ours
    with urlopen(asked, timeout=60) as answer:  # noqa: S310 - ours
        quotes = json.loads(answer.read())["data"]["quotes"]["edges"]
    assert quotes == [{"node": {"text": "The bridge is safe,", "saidOn": "2025-04-07"}}]

    assert servers(tmp_path)
    running.send_signal(end)
    running.send_signal(end)  # as people do
    assert running.wait(20) == 0
    assert (tmp_path / "log").read_text(encoding="utf-8").count("Traceback") == 0
    limit = time.monotonic() + 20
    while servers(tmp_path) and time.monotonic() < limit:
        time.sleep(0.2)
    assert servers(tmp_path) == []


def servers(data: Path) -> list[int]:
    """Processes that were started for this directory, the service itself apart."""
    found = []
    for process in psutil.process_iter():
        try:
            line = process.cmdline()
        except psutil.Error:
            continue
        if any(str(data) in word for word in line) and "serve" not in line and process.pid != os.getpid():
            found.append(process.pid)
    return found
