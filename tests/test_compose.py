"""The containers' files, as far as they can be tried without a container runtime."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]  # its types are a package of their own, which nothing else needs

from graph.embedded import configuration

ROOT = Path(__file__).parent.parent
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
NEO4J, SERVICE = COMPOSE["services"]["neo4j"], COMPOSE["services"]["newsgraph"]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")


def embedded_version() -> str:
    lock = tomllib.loads((ROOT / "graph/embedded/neo4j.lock.toml").read_text(encoding="utf-8"))
    (version,) = (
        d["version"] for d in lock["dependencies"] if (d["groupId"], d["artifactId"]) == ("org.neo4j", "neo4j")
    )
    return str(version)


def test_neo4j_is_the_version_that_is_embedded_and_may_be_another() -> None:
    assert NEO4J["image"] == f"neo4j:${{NEO4J_VERSION:-{embedded_version()}}}"


def test_there_is_no_default_password() -> None:
    need = "${NEO4J_PASSWORD:?Set NEO4J_PASSWORD to a password of eight characters or more}"
    assert NEO4J["environment"]["NEO4J_AUTH"] == f"neo4j/{need}"
    assert SERVICE["environment"]["NEWSGRAPH_NEO4J_PASSWORD"] == need


def test_the_service_waits_for_a_neo4j_that_answers() -> None:
    assert SERVICE["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert "RETURN 1" in NEO4J["healthcheck"]["test"][1]
    assert SERVICE["environment"]["NEWSGRAPH_NEO4J_URI"] == "bolt://neo4j:7687"


def test_nothing_listens_beyond_this_machine_unless_asked() -> None:
    assert [port.partition(":-")[2].partition("}")[0] for port in NEO4J["ports"] + SERVICE["ports"]] == [
        "127.0.0.1"
    ] * 3


def test_data_and_logs_outlive_the_containers() -> None:
    assert NEO4J["volumes"] == ["neo4j-data:/data", "neo4j-logs:/logs"]
    assert set(COMPOSE["volumes"]) == {"neo4j-data", "neo4j-logs"}


def test_neo4j_is_told_what_the_embedded_server_is_told() -> None:
    """Names in the environment are the settings' with `.` as `_` and `_` as `__` (Neo4j's image)."""
    told = {
        re.sub("__|_", lambda m: "_" if m[0] == "__" else ".", name.removeprefix("NEO4J_")): str(value)
        for name, value in NEO4J["environment"].items()
        if name != "NEO4J_AUTH" and not name.startswith("NEO4J_server_memory")
    }
    lines = re.sub(r"\\\n", "", configuration._FIXED).splitlines()
    embedded = dict(line.split("=", 1) for line in lines if not line.startswith("#"))
    assert told == {name: embedded.get(name) for name in told}
    assert len(told) >= 6


@pytest.mark.parametrize("line", re.findall(r"^FROM .*", DOCKERFILE, re.MULTILINE))
def test_the_base_image_is_pinned_and_slim(line: str) -> None:
    assert re.fullmatch(r"FROM python:3\.\d+\.\d+-slim-\w+( AS build)?", line)


def test_the_image_runs_as_nobody_in_particular_and_tells_its_health() -> None:
    last = DOCKERFILE.rpartition("\nFROM ")[2]
    assert re.search(r"^USER newsgraph$", last, re.MULTILINE)
    assert "HEALTHCHECK" in last
    assert "/healthz" in last
    assert "--require-hashes" in DOCKERFILE


def test_the_image_takes_in_only_what_it_needs() -> None:
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    copied = {line[1:] for line in lines if line.startswith("!")}
    assert lines[0] == "*"
    assert {"api", "cypher", "graph", "loaders", "samples", "newsgraph.py", "pyproject.toml"} <= copied
    assert [name for name in copied if not (ROOT / name).exists()] == []


@pytest.mark.skipif(shutil.which("docker-compose") is None, reason="docker-compose is not installed here")
def test_docker_compose_understands_the_file() -> None:
    def config(**more: str) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": os.environ["PATH"], **more}
        return subprocess.run(
            ["docker-compose", "config"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )

    assert "Set NEO4J_PASSWORD" in config().stderr
    told = config(NEO4J_PASSWORD="long-enough", NEO4J_VERSION="5.26")
    assert told.returncode == 0, told.stderr
    assert yaml.safe_load(told.stdout)["services"]["neo4j"]["image"] == "neo4j:5.26"
