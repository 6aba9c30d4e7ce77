"""Files for tests, and what is read from them."""

from __future__ import annotations

from pathlib import Path

from graph.model import Article
from loaders.read import Broken, Options, articles


def put(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def read(*paths: Path, **options: object) -> list[Article | Broken]:
    return list(articles([str(p) for p in paths], Options(**options)))  # type: ignore[arg-type]  # of several types


def one(path: Path, **options: object) -> Article:
    (item,) = read(path, **options)
    assert isinstance(item, Article), item
    return item


def line(path: Path, **options: object) -> str:
    (item,) = read(path, **options)
    assert isinstance(item, Broken), item
    return str(item.error)
