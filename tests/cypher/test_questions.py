"""Each question of the library, asked with its examples on the samples, gives the rows that were read by eye.

The rows are in `expected/`, one file a question. After a change that should change them:
`python -m tests.cypher.test_questions` writes them anew; read the difference before it is committed.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.questions import questions, run
from graph.store import Store

EXPECTED = Path(__file__).parent / "expected"


def rows(store: Store, name: str) -> list[dict[str, object]]:
    """The answer to a question as plain JSON."""
    (asked,) = (q for q in questions() if q.name == name)
    table = run(store, asked)
    found: list[dict[str, object]] = json.loads(
        json.dumps([dict(zip(table.columns, row, strict=True)) for row in table.rows], default=str)
    )
    return found


@pytest.mark.store
@pytest.mark.parametrize("name", [q.name for q in questions()])
def test_rows(name: str, samples_graph: Store) -> None:
    assert rows(samples_graph, name) == json.loads((EXPECTED / f"{name}.json").read_text())


def test_there_are_enough() -> None:
    assert len(questions()) >= 15
    assert {p.stem for p in EXPECTED.glob("*.json")} == {q.name for q in questions()}


def _write() -> None:
    import tempfile

    from graph.settings import Settings
    from graph.store import open_store
    from loaders.extract.reader import Reader
    from loaders.load import load
    from loaders.read.articles import articles

    EXPECTED.mkdir(exist_ok=True)
    samples = Path(__file__).parent.parent.parent / "samples"
    with tempfile.TemporaryDirectory() as folder, open_store(Settings(data=Path(folder), neo4j_uri=None)) as store:
        load(store, Reader(Settings()), articles([str(samples)]))
        for question in questions():
            text = json.dumps(rows(store, question.name), indent=1, ensure_ascii=False)
            (EXPECTED / f"{question.name}.json").write_text(text + "\n")


if __name__ == "__main__":
    _write()
