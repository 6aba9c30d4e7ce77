"""What `newsgraph extract` says, kept document by document until the code that reads changes."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from evaluation.shared import Broken, Record
from graph.settings import Settings

ROOT = Path(__file__).parent.parent
KEPT = ROOT / "build" / "eval"
READS = ("loaders", "graph/model.py", "newsgraph.py")
"""What may change what is read."""
OLD = 4
"""So many states of the code are remembered."""


def fingerprint(options: Sequence[str] = ()) -> str:
    """The same for the same code, data files, pipeline and options."""
    made = hashlib.blake2b(
        repr((Settings().model_dump(include={"spacy_model", "reader"}), *options)).encode(), digest_size=8
    )
    for name in READS:
        place = ROOT / name
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if path.is_file() and "__pycache__" not in path.parts:
                made.update(f"{path.relative_to(ROOT)}\0".encode())
                made.update(path.read_bytes())
    return made.hexdigest()


class Extraction:
    """Runs the extraction in `jobs` processes on what is not kept already."""

    def __init__(self, jobs: int, options: Sequence[str] = (), kept: Path = KEPT) -> None:
        self._jobs, self._options = jobs, tuple(options)
        self._folder = kept / fingerprint(options)
        self._folder.mkdir(parents=True, exist_ok=True)
        self._folder.touch()
        states = sorted((p for p in kept.iterdir() if p.is_dir()), key=lambda p: p.stat().st_mtime)
        for state in states[:-OLD]:
            shutil.rmtree(state)

    def of(self, lines: Sequence[bytes]) -> dict[str, Record]:
        """The output of each document, by its id."""
        wanted = [line for line in lines if not self._place(line).exists()]
        if wanted:
            longest = sorted(wanted, key=len, reverse=True)
            shares = [share for n in range(self._jobs) if (share := longest[n :: self._jobs])]
            with ThreadPoolExecutor(len(shares)) as threads:
                list(threads.map(self._run, shares))
        records = [json.loads(self._place(line).read_bytes()) for line in lines]
        return {record["id"]: record for record in records}

    def _place(self, line: bytes) -> Path:
        return self._folder / f"{hashlib.blake2b(line, digest_size=16).hexdigest()}.json"

    def _run(self, lines: Sequence[bytes]) -> None:
        words = [sys.executable, "-m", "newsgraph", "extract", *self._options]
        ran = subprocess.run(words, input=b"\n".join(lines), cwd=ROOT, capture_output=True)
        made = ran.stdout.splitlines()
        if ran.returncode or len(made) != len(lines):
            told = ran.stderr.decode(errors="replace").strip().splitlines() or [
                f"{len(made)} of {len(lines)} were read"
            ]
            raise Broken(f"newsgraph extract failed: {told[-1]}")
        for line, record in zip(lines, made, strict=True):
            place = self._place(line)
            part = place.with_suffix(".part")
            part.write_bytes(record)
            part.replace(place)


def written(records: dict[str, Record]) -> Path:
    """The output as one file, for a scorer; the caller takes it away."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", delete=False, encoding="utf-8") as file:
        file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records.values())
    return Path(file.name)
