"""The folder beside the repository that holds gold (`corpora/`) and the programs that score (`eval/`).

Nothing of it is copied: the scorers run as programs of their own, or are asked for one fact at a time (`judge`).
"""

from __future__ import annotations

import gzip
import importlib
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any

from graph.errors import NewsgraphError
from graph.model import Article

Record = dict[str, Any]
ABSENT = 3
"""Exit status where the folder is not there."""


class Absent(NewsgraphError):
    """There is nothing to measure on."""

    exit_code = ABSENT


class Broken(NewsgraphError):
    """A program of the evaluation failed."""


@dataclass(frozen=True, slots=True)
class Shared:
    """`folder` has `eval/` and `corpora/`; Absent from `at` where it has not."""

    folder: Path

    @classmethod
    def at(cls, folder: Path) -> Shared:
        for part in ("eval/newseval", "corpora"):
            if not (folder / part).is_dir():
                raise Absent(f"{folder / part} is not there: nothing to measure on.", "make eval SHARED=DIRECTORY")
        return cls(folder.resolve())

    @property
    def programs(self) -> Path:
        """What goes onto PYTHONPATH."""
        return self.folder / "eval"

    def inputs(self, corpus: str, split: str, limit: int | None = None) -> list[bytes]:
        """The input lines of `newsgraph extract` for a corpus, the first `limit` of them."""
        return self._run("inputs", corpus, split).splitlines()[:limit]

    def gold(self, corpus: str, split: str) -> list[Record]:
        """The gold records of a corpus."""
        records: list[Record] = self.module("corpora").load(corpus, split)
        return records

    def score(self, task: str, corpus: str, split: str, output: Path, limit: int | None = None) -> dict[str, Record]:
        """The scorer's metrics by name, on the first `limit` documents of the corpus."""
        with tempfile.TemporaryDirectory() as folder:
            gold = corpus
            if limit is not None:  # the scorer counts a document without output as missed
                file = Path(folder) / self.module("corpora").CORPORA[corpus].file
                lines = [json.dumps(record) for record in self.gold(corpus, split)[:limit]]
                file.write_text("\n".join(lines), encoding="utf-8")
                gold = str(file)
            said = self._run("score", task, gold, str(output), "--split", split, "--json")
        metrics: dict[str, Record] = json.loads(said)["metrics"]
        return metrics

    def module(self, name: str) -> ModuleType:
        """A module of the scorers, to ask it for one fact at a time."""
        if str(self.programs) not in sys.path:
            sys.path.insert(0, str(self.programs))
        return importlib.import_module(f"newseval.{name}")

    def agency(self, limit: int) -> list[Article]:
        """The first articles of the corpus that is there for load and speed."""
        return [article for article, _ in self.archive(limit)]

    def archive(self, limit: int | None = None) -> list[tuple[Article, frozenset[str]]]:
        """The same with their topics, by the corpus's codes."""
        path = self.folder / "corpora" / "load_reuters21578.jsonl.gz"
        if not path.exists():
            raise Absent(f"{path} is not there: no speed and no search to measure.")
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            records = [json.loads(line) for line in islice(lines, limit)]
        return [
            (Article(r["id"], r["text"], r.get("title") or "", r.get("published")), frozenset(r.get("topics") or ()))
            for r in records
        ]

    def _run(self, *words: str) -> bytes:
        environment = {**os.environ, "PYTHONPATH": str(self.programs)}
        ran = subprocess.run(
            [sys.executable, "-m", "newseval", *words], cwd=self.programs, env=environment, capture_output=True
        )
        if ran.returncode:
            told = (ran.stderr or ran.stdout).decode(errors="replace").strip().splitlines() or ["it said nothing"]
            raise Broken(f"newseval {' '.join(words[:3])} failed: {told[-1]}")
        return ran.stdout
