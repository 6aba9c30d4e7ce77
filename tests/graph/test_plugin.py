"""The plug-in as another project uses it: installed, nothing imported, one test that asks for the fixture."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from graph.store import Store

PAGE = Path(__file__).parents[2] / "docs" / "testing.md"
EXAMPLE = re.findall(r"^```python\n(.*?)^```", PAGE.read_text(), re.MULTILINE | re.DOTALL)[0]
"""The documentation's own."""


def _pytest(directory: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments],
        cwd=directory,
        env={**{k: v for k, v in os.environ.items() if not k.startswith("PYTEST_XDIST")}, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.store
def test_the_example_runs_in_a_project_of_its_own(newsgraph_store: Store, tmp_path: Path) -> None:
    """On the store of this session, so that no second server is started."""
    from graph.embedded.join import running, store_files

    (tmp_path / "test_example.py").write_text(EXAMPLE)
    settings = newsgraph_store.settings
    there = running(store_files(settings)) if settings.embedded else None
    password = there.password if there else os.environ.get("NEWSGRAPH_TEST_NEO4J_PASSWORD", "")
    ran = _pytest(
        tmp_path,
        NEWSGRAPH_TEST_NEO4J_URI=newsgraph_store.uri,
        NEWSGRAPH_TEST_NEO4J_PASSWORD=password,
    )
    assert "1 passed" in ran.stdout, ran.stdout


def test_a_project_that_does_not_use_it_pays_nothing(tmp_path: Path) -> None:
    (tmp_path / "test_plain.py").write_text(
        "import sys\n\ndef test_nothing_is_imported():\n"
        "    assert not {'neo4j', 'graph.store', 'pydantic', 'spacy'} & set(sys.modules)\n"
    )
    ran = _pytest(tmp_path)
    assert "1 passed" in ran.stdout, ran.stdout


def test_one_store_for_several_workers_is_refused(tmp_path: Path) -> None:
    (tmp_path / "test_example.py").write_text(EXAMPLE)
    ran = _pytest(
        tmp_path,
        NEWSGRAPH_TEST_NEO4J_URI="bolt://127.0.0.1:9",
        PYTEST_XDIST_WORKER_COUNT="2",
    )
    assert "its tests cannot run side by side" in ran.stdout
