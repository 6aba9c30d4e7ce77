"""Which files a path stands for, in an order that is the same every time."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.errors import FixInput
from loaders.read.values import Broken

TEXT = frozenset({".txt", ".text", ".md"})
LINES = frozenset({".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz"})
RECORD = frozenset({".json"})
PAGE = frozenset({".html", ".htm", ".xhtml"})

# fmt: off - a list to be read at a glance
_BESIDE = frozenset(
    {
        ".css",
        ".js",
        ".mjs",
        ".map",
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".svg",
        ".webp",
        ".avif",
        ".ico",
        ".woff",
        ".woff2",
        ".ttf",
        ".otf",
        ".mp3",
        ".mp4",
        ".webm",
    }
)
# fmt: on
"""What lies beside saved pages. Passed over in a directory; given by itself it is an unknown type."""


def kind(path: Path) -> str:
    """The ending that says what a file holds: `.txt`, `.jsonl.gz` …, in lower case."""
    endings = [s.lower() for s in path.suffixes[-2:]]
    return "".join(endings) if endings[-1:] == [".gz"] else "".join(endings[-1:])


def files(paths: Sequence[str]) -> Iterator[Path | Broken]:
    """Absolute paths of the files, each once: the paths in their order, a directory's files by name."""
    given = [Path(os.path.abspath(p)) for p in paths]  # noqa: PTH100 - not resolved: a link is where the user put it
    named, seen = set(given), set[Path]()
    for path, words in zip(given, paths, strict=True):
        if not words or not path.exists():
            yield Broken(words, FixInput(f"{words or '(empty path)'}: no such file or directory.", "Check the path."))
            continue
        for file in _inside(path) if path.is_dir() else [path]:
            if isinstance(file, Path):
                if file in seen or _is_sidecar(file, seen) or _is_sidecar(file, named):
                    continue
                seen.add(file)
            yield file


def _inside(directory: Path) -> Iterator[Path | Broken]:
    found = False
    closed: list[OSError] = []
    for folder, inner, names in os.walk(directory, onerror=closed.append):
        here = Path(folder)
        pages = {n.rsplit(".", 1)[0] for n in names if kind(Path(n)) in PAGE}
        # hidden folders, and the folder of parts that a browser saves beside a page
        inner[:] = sorted(n for n in inner if not n.startswith(".") and n.removesuffix("_files") not in pages)
        texts = {here / n for n in names if kind(Path(n)) in TEXT}
        for name in sorted(names):
            file = here / name
            if name.startswith(".") or kind(file) in _BESIDE or _is_sidecar(file, texts):
                continue
            found = True
            yield file
    for error in closed:
        name = str(error.filename)
        yield Broken(name, FixInput(f"{name}: cannot be read ({error.strerror}).", "Check its permissions."))
    if not found and not closed:
        remedy = "Give a directory with text, JSON lines or HTML files."
        yield Broken(str(directory), FixInput(f"{directory}: holds no articles.", remedy))


def _is_sidecar(file: Path, others: set[Path]) -> bool:
    return kind(file) in RECORD and any(file.with_suffix(ending) in others for ending in TEXT)
