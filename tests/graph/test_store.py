"""The two doors of a store, and the line for each way in which it can be out of reach."""

from __future__ import annotations

import os
import signal
import socket
from pathlib import Path

import pytest
from pydantic import SecretStr

from graph.embedded.join import running, store_files
from graph.errors import FixSettings, NotARead, RetryLater
from graph.settings import Settings
from graph.store import Store, open_store

pytestmark = pytest.mark.store


def _other(store: Store, **changes: object) -> Settings:
    """Settings of a store that is reached by its address."""
    return Settings.model_validate({"neo4j_uri": store.uri, "neo4j_password": SecretStr("wrong"), **changes})


def test_reading_returns_rows_and_is_counted(newsgraph_graph: Store) -> None:
    assert newsgraph_graph.read("UNWIND $days AS day RETURN day", {"days": ["a", "b"]}) == [{"day": "a"}, {"day": "b"}]
    assert newsgraph_graph.reads == 1
    assert newsgraph_graph.server.startswith("Neo4j/")


def test_writing_goes_through_the_other_door(newsgraph_graph: Store) -> None:
    with pytest.raises(NotARead):
        newsgraph_graph.read("CREATE (:Person)")
    newsgraph_graph.write(lambda transaction: transaction.run("CREATE (:Person {id: 'person/ada'})").consume())
    assert newsgraph_graph.read("MATCH (p:Person) RETURN p.id AS id") == [{"id": "person/ada"}]


def test_work_that_fails_leaves_nothing(newsgraph_graph: Store) -> None:
    def work(transaction: object) -> None:
        transaction.run("CREATE (:Person {id: 'person/ada'})").consume()  # type: ignore[attr-defined] # the driver's
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        newsgraph_graph.write(work)
    assert newsgraph_graph.read("MATCH (p:Person) RETURN p.id AS id") == []


def test_a_wrong_password_is_told(newsgraph_graph: Store) -> None:
    with pytest.raises(FixSettings) as problem, open_store(_other(newsgraph_graph)):
        pass
    assert str(problem.value) == (
        f"Neo4j at {newsgraph_graph.uri} refuses the user or the password. "
        "See to NEWSGRAPH_NEO4J_USER and NEWSGRAPH_NEO4J_PASSWORD."
    )


def test_a_missing_password_is_told(newsgraph_graph: Store) -> None:
    with (
        pytest.raises(FixSettings, match="There is no password for Neo4j"),
        open_store(_other(newsgraph_graph, neo4j_password=None)),
    ):
        pass


def test_an_address_without_a_server_is_told() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = Settings(neo4j_uri=f"bolt://127.0.0.1:{port}", neo4j_password=SecretStr("any"))
    with pytest.raises(RetryLater) as problem, open_store(settings):
        pass
    assert str(problem.value) == (
        f"Neo4j at bolt://127.0.0.1:{port} does not answer. See that it runs and that the address is right."
    )


def test_a_host_that_does_not_exist_is_told() -> None:
    settings = Settings(neo4j_uri="bolt://no-such-host.invalid", neo4j_password=SecretStr("any"))
    with pytest.raises(RetryLater, match=r"no-such-host.invalid does not answer"), open_store(settings):
        pass


def test_an_address_of_another_kind_is_told() -> None:
    settings = Settings(neo4j_uri="http://127.0.0.1:7474", neo4j_password=SecretStr("any"))
    with pytest.raises(FixSettings, match="is not one that newsgraph knows"), open_store(settings):
        pass


def test_a_server_killed_in_the_middle_is_told_and_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, neo4j_uri=None, heap="512m", page_cache="64m")
    with open_store(settings, schema=False) as store:
        store.write(lambda transaction: transaction.run("CREATE (:Person {id: 'person/ada'})").consume())
        server = running(store_files(settings))
        assert server is not None
        os.kill(server.pid, signal.SIGKILL)
        with pytest.raises(RetryLater) as problem:
            store.write(lambda transaction: transaction.run("CREATE (:Person {id: 'person/bo'})").consume())
        assert str(problem.value) == (
            f"The database server at {store.uri} has gone away. "
            "Nothing that was acknowledged is lost; run the command again and it goes on."
        )
        with pytest.raises(RetryLater):
            store.read("RETURN 1")
        with open_store(settings, schema=False) as again:
            assert again.read("MATCH (p:Person) RETURN p.id AS id") == [{"id": "person/ada"}]
            assert store.read("RETURN 1 AS one") == [{"one": 1}], (
                "the address stayed, so the older command goes on, too"
            )


def test_connections_are_told_apart(newsgraph_store: Store) -> None:
    newsgraph_store.read("RETURN 1 AS one")
    idle = newsgraph_store.connections()
    with newsgraph_store.reading() as transaction:
        transaction.run("RETURN 1").consume()
        busy = newsgraph_store.connections()
    assert (idle.in_use, busy.in_use) == (0, 1)
    assert idle.idle == busy.idle + 1 >= 1
