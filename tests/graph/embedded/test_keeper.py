"""The keeper and the commands that share its server, whatever kills them. After each, no Java of ours is left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import psutil  # type: ignore[import-untyped] # it has none
import pytest

from graph.embedded.join import running
from graph.embedded.store_files import StoreFiles

pytestmark = [pytest.mark.store, pytest.mark.long]

T = TypeVar("T")

COMMAND = """
import os, signal, sys
from pathlib import Path
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs are deaf to Ctrl-C
from graph.embedded.join import joined
from graph.settings import Settings
cache = {"cache": Path(sys.argv[2])} if len(sys.argv) > 2 else {"quick_start": False}
with joined(Settings(data=Path(sys.argv[1]), neo4j_uri=None, heap="512m", page_cache="64m", **cache)) as there:
    print(there.uri, there.pid, there.keeper, flush=True)
    for line in sys.stdin:
        if line.strip() == "fork" and os.fork() == 0:
            while True:
                os.read(0, 0) or __import__("time").sleep(1)
"""


class Command:
    """A process that uses the server until its input is closed."""

    def __init__(self, data: Path, cache: Path | None = None) -> None:
        arguments = [str(data), *([str(cache)] if cache else [])]
        self.process = subprocess.Popen(
            [sys.executable, "-c", COMMAND, *arguments],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True,
        )  # fmt: skip

    def server(self) -> tuple[str, int, int]:
        """Address, Java's process and the keeper's, once the command has them."""
        assert self.process.stdout is not None
        uri, java, keeper = self.process.stdout.readline().split()
        return uri, int(java), int(keeper)

    def say(self, word: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(word + "\n")
        self.process.stdin.flush()

    def end(self) -> None:
        if self.process.stdin is not None and not self.process.stdin.closed:
            self.process.stdin.close()
        self.process.wait(60)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("keeper")


@pytest.fixture
def start(data: Path) -> Iterator[Callable[..., Command]]:
    """Starts commands; ends those that are left."""
    started: list[Command] = []

    def begin(where: Path = data, cache: Path | None = None) -> Command:
        started.append(Command(where, cache))
        return started[-1]

    yield begin
    for command in started:
        command.kill()
        for pipe in (command.process.stdin, command.process.stdout):
            if pipe is not None and not pipe.closed:
                pipe.close()


def test_two_commands_started_at_the_same_moment_share_a_server(data: Path, start: Callable[..., Command]) -> None:
    first, second = start(), start()
    server = first.server()
    assert second.server() == server
    first.end()
    assert psutil.pid_exists(server[1])
    third = start()
    assert third.server() == server
    second.end()
    third.end()
    assert_nothing_left(data)


def test_a_command_that_comes_while_the_first_stops_gets_a_server(data: Path, start: Callable[..., Command]) -> None:
    first = start()
    server = first.server()
    first.end()
    second = start()
    joined = second.server()
    assert joined[0] == server[0], "the address stays what it was"
    assert joined[1] != server[1]
    assert psutil.pid_exists(joined[1])
    second.end()
    assert_nothing_left(data)


def test_kill_9_of_the_only_command_stops_the_server(data: Path, start: Callable[..., Command]) -> None:
    command = start()
    command.server()
    command.say("fork")  # a worker that outlives its parent must not keep the server
    time.sleep(0.3)
    workers = [
        child
        for child in psutil.Process(command.process.pid).children()
        if "graph.embedded.keeper" not in child.cmdline()
    ]
    assert len(workers) == 1
    command.kill()
    try:
        assert_nothing_left(data)
        assert workers[0].is_running()
    finally:
        for worker in workers:
            worker.kill()


def test_kill_9_of_a_command_that_waits_for_the_start_leaves_nothing(data: Path, start: Callable[..., Command]) -> None:
    command = start()
    assert wait_for(lambda: java_of(data))
    command.kill()
    assert_nothing_left(data)


def test_kill_9_of_the_keeper_ends_java_and_the_next_command_starts_anew(
    data: Path, start: Callable[..., Command]
) -> None:
    first = start()
    _, _, keeper = first.server()
    os.kill(keeper, signal.SIGKILL)
    assert_nothing_left(data)
    assert StoreFiles(data).connection.exists(), "a stale file is left behind, and the free lock shows it"
    assert running(StoreFiles(data)) is None
    second = start()
    assert psutil.pid_exists(second.server()[1])
    second.end()
    first.end()
    assert_nothing_left(data)


def test_kill_9_of_java_is_seen_and_the_next_command_starts_anew(data: Path, start: Callable[..., Command]) -> None:
    first = start()
    _, java, keeper = first.server()
    os.kill(java, signal.SIGKILL)
    second = start()
    _, new_java, new_keeper = second.server()
    assert (new_java, new_keeper) != (java, keeper)
    second.end()
    first.end()
    assert_nothing_left(data)
    assert not StoreFiles(data).connection.exists()


def test_a_second_data_directory_has_its_own_server(data: Path, tmp_path: Path, start: Callable[..., Command]) -> None:
    first, second = start(), start(tmp_path)
    assert first.server()[0] != second.server()[0]
    first.end()
    assert_nothing_left(data)
    assert java_of(tmp_path)
    second.end()
    assert_nothing_left(tmp_path)


def test_the_terminals_ctrl_c_reaches_the_commands_not_the_server(data: Path, start: Callable[..., Command]) -> None:
    first, second = start(), start()
    server = first.server()
    second.server()
    os.killpg(first.process.pid, signal.SIGINT)
    first.process.wait(60)
    assert psutil.pid_exists(server[1])
    second.end()
    assert_nothing_left(data)
    assert not StoreFiles(data).connection.exists()


@pytest.mark.parametrize("ends", [signal.SIGINT, signal.SIGKILL])
def test_the_making_of_javas_cache_ends_with_the_command(
    data: Path, tmp_path: Path, start: Callable[..., Command], ends: signal.Signals
) -> None:
    command = start(cache=tmp_path / "cache")
    training = wait_for(lambda: [each for each in our_javas() if "newsgraph-train-" in each], 30)
    assert training
    command.process.send_signal(ends)
    command.process.wait(60)
    assert wait_for(lambda: not any(each in our_javas() for each in training))
    assert_nothing_left(data)
    assert list((tmp_path / "cache" / "java").glob("*.aot")) == []


def test_the_second_start_finds_javas_cache(data: Path, tmp_path: Path, start: Callable[..., Command]) -> None:
    first = start(cache=tmp_path / "cache")
    first.server()
    (cache,) = (tmp_path / "cache" / "java").glob("*.aot")
    first.end()
    assert_nothing_left(data)
    second = start(cache=tmp_path / "cache")
    second.server()
    assert any(f"-XX:AOTCache={cache}" in line for line in java_of(data))
    second.end()
    assert_nothing_left(data)


def our_javas() -> list[str]:
    """Command lines of the Neo4j servers that run on this machine."""
    found = []
    for process in psutil.process_iter(["cmdline"]):
        line = " ".join(process.info["cmdline"] or ())
        if "org.neo4j" in line and "--home-dir" in line:
            found.append(line)
    return found


def java_of(data: Path) -> list[str]:
    return [line for line in our_javas() if f"--home-dir={data}" in line]


def wait_for(true: Callable[[], T], seconds: float = 5.0) -> T:
    """What `true` returns once it is, or at last."""
    end = time.monotonic() + seconds
    while not (result := true()) and time.monotonic() < end:
        time.sleep(0.05)
    return result


def assert_nothing_left(data: Path) -> None:
    wait_for(lambda: not java_of(data))
    assert java_of(data) == []
