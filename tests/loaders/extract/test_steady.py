"""The same text gives the same reading: on every run, in any company, under any hash seed; and memory stays flat."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from itertools import islice

import psutil  # type: ignore[import-untyped]  # it has no types
import pytest

from graph.settings import Settings
from loaders.extract.reader import Reader
from loaders.extract.reading import Reading
from tests.loaders.extract.wire import articles

pytestmark = pytest.mark.long


@cache
def reader() -> Reader:
    return Reader(Settings())


@cache
def alone() -> list[Reading]:
    return [reader().read(article) for article in articles(14, words=90)]


@pytest.mark.parametrize("together", [1, 2, 7, 50])
def test_the_company_of_an_article_changes_nothing(together: int) -> None:
    given = list(articles(14, words=90))
    assert list(reader().read_all(given, ahead=together)) == alone()
    assert list(reader().read_all(reversed(given), ahead=together)) == alone()[::-1]


def test_another_hash_seed_changes_nothing() -> None:
    source = "\n".join(json.dumps({"id": a.id, "text": a.text, "published": a.published}) for a in articles(8, 150))
    made = {_extracted(source, seed) for seed in ("0", "1", "4242")}
    assert len(made) == 1
    assert made.pop().count("\n") == 8


def _extracted(source: str, seed: str) -> str:
    command = [sys.executable, "-m", "newsgraph", "extract"]
    environment = os.environ | {"PYTHONHASHSEED": seed}
    return subprocess.run(command, input=source, env=environment, capture_output=True, text=True, check=True).stdout


def test_memory_does_not_grow_with_the_articles_read() -> None:
    process, readings = psutil.Process(), reader().read_all(articles(280, words=20))
    assert sum(1 for _ in islice(readings, 100)) == 100
    before = process.memory_info().rss
    assert sum(1 for _ in readings) == 180
    assert process.memory_info().rss - before < 8 * 2**20
