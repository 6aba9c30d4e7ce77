"""What the doctor finds in a store that is well, ailing, and out of reach."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import SecretStr

from graph.doctor import Finding, examine
from graph.embedded.files import write_json
from graph.embedded.store_files import StoreFiles
from graph.schema import ours
from graph.settings import Settings
from graph.store import Store

pytestmark = pytest.mark.store


def test_a_store_that_is_well(newsgraph_graph: Store) -> None:
    found = examine(newsgraph_graph.settings)
    assert [finding for finding in found if not finding.ok] == []
    assert found[-3:] == [
        Finding(True, f"Connected to {newsgraph_graph.server} at {newsgraph_graph.uri}, database neo4j."),
        Finding(True, f"The schema is version {ours().number}."),
        Finding(True, "All indexes answer."),
    ]


def test_a_missing_index_is_made_again(newsgraph_graph: Store) -> None:
    newsgraph_graph.write(lambda transaction: transaction.run("DROP INDEX said_page").consume())
    made = Finding(True, "Indexes were missing and have been made again: said_page.")
    assert made in examine(newsgraph_graph.settings)
    assert made not in examine(newsgraph_graph.settings)


def test_a_store_out_of_reach() -> None:
    settings = Settings(neo4j_uri="bolt://127.0.0.1:9", neo4j_password=SecretStr("any"))
    assert examine(settings) == [
        Finding(
            False, "Neo4j at bolt://127.0.0.1:9 does not answer.", "See that it runs and that the address is right."
        )
    ]


def test_a_store_of_a_newer_format(tmp_path: Path) -> None:
    write_json(StoreFiles(tmp_path).marker, {"format": 99, "neo4j": "2026.09.0"})
    assert examine(Settings(data=tmp_path, neo4j_uri=None))[-1] == Finding(
        False,
        f"The store in {tmp_path} was written by a newer newsgraph (format 99, Neo4j 2026.09.0).",
        "Update newsgraph, or load into another directory with NEWSGRAPH_DATA.",
    )


def test_archives_that_are_not_fetched_are_told_and_not_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("M2_REPO", str(tmp_path / "empty"))
    assert examine(Settings(data=tmp_path / "store", neo4j_uri=None))[-1] == Finding(
        True, "242 archives of the embedded Neo4j are not fetched yet; the first command that needs them does."
    )
    assert not (tmp_path / "empty").exists()
