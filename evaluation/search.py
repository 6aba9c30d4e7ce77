"""How well topics are found: full-text alone beside full-text and meaning together, on a news archive with topics.

The articles are put into a store of their own as they are, with their vectors; nothing is read from them.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import fmean

import numpy as np
from rich.console import Console
from rich.table import Table

from evaluation.extraction import KEPT
from evaluation.shared import Broken
from evaluation.topics import TOPICS
from graph.facts import Facts, Vector
from graph.model import Article
from graph.reading.meaning import Asked, By
from graph.reading.meaning import ranked as hits
from graph.settings import Settings
from graph.store import Store, open_store
from graph.write import write_all
from loaders.embed import embedder, question
from loaders.embed.reading import beginning, vector_of

GROUP = "search"
FIRST, DEEP = 10, 100
"""Hits whose precision, and whose recall, is taken."""
HEAD = ("search", f"precision at {FIRST}", f"recall at {DEEP}", "the same on unseen topics")
_TOGETHER = 500

Ranked = Callable[[Store, str], list[str]]


@dataclass(frozen=True, slots=True)
class Found:
    """One way of searching: shares of 1, the mean over the topics."""

    how: str
    precision: float
    """How many of the first 10 hits have the topic."""
    recall: float
    """How many of all that have the topic are among the first 100 hits. At most 100 of many: 1 cannot be reached."""
    unseen: tuple[float, float]
    """The same two over the topics that were not looked at while the search was tuned."""


def measure(archive: Sequence[tuple[Article, frozenset[str]]], jobs: int, kept: Path = KEPT) -> list[Found]:
    """The figures of each way of searching on articles with their topics' codes. `kept`: where vectors are kept."""
    vectors = _vectors([article for article, _ in archive], jobs, kept)
    relevant = {code: {article.id for article, codes in archive if code in codes} for code in TOPICS}
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data=Path(folder), neo4j_uri=None, quick_start=False, read_timeout=60.0)
        with open_store(settings) as store:
            for first in range(0, len(archive), _TOGETHER):
                part = [article for article, _ in archive[first : first + _TOGETHER]]
                write_all(store, [Facts(a, "en", "evaluation", "", (), (), vectors[a.id]) for a in part])
            return [_found(store, how, ranked, relevant) for how, ranked in WAYS.items()]


def _found(store: Store, how: str, ranked: Ranked, relevant: Mapping[str, set[str]]) -> Found:
    shares: list[tuple[float, float, bool]] = []
    for at, (code, words) in enumerate(TOPICS.items()):
        if relevant[code]:
            hits = ranked(store, words)
            first = len(relevant[code].intersection(hits[:FIRST])) / FIRST
            deep = len(relevant[code].intersection(hits[:DEEP])) / len(relevant[code])
            shares.append((first, deep, at % 2 == 1))
    if not shares:
        raise Broken("None of the articles has one of the topics: nothing to search for.")
    unseen = [share for share in shares if share[2]] or shares
    precision, recall, *_ = (fmean(column) for column in zip(*shares, strict=True))
    return Found(how, precision, recall, (fmean(s[0] for s in unseen), fmean(s[1] for s in unseen)))


def _by(by: By) -> Ranked:
    def ranked(store: Store, words: str) -> list[str]:
        asked = Asked(words, () if by == "words" else question(words), ("Article",), by)
        return [hit.id for hit in hits(store, asked, DEEP)]

    return ranked


def _any_word(store: Store, words: str) -> list[str]:
    """Full-text search as Lucene does it unasked: what holds any of the words, ranked by BM25."""
    text = "CALL db.index.fulltext.queryNodes('article_text', $words, {limit: $limit}) YIELD node RETURN node.id AS id"
    return [str(row["id"]) for row in store.read(text, {"words": words, "limit": DEEP})]


WAYS: Mapping[str, Ranked] = {
    "full-text alone, all words": _by("words"),
    "full-text alone, any word": _any_word,
    "meaning alone": _by("meaning"),
    "both together": _by("both"),
}


def _vectors(articles: Sequence[Article], jobs: int, kept: Path) -> dict[str, Vector]:
    """The vector of each article by its id; computed once for each text and model."""
    place = kept / "vectors.npz"
    known: dict[str, tuple[float, ...]] = {}
    if place.exists():
        with np.load(place) as there:
            known = {
                str(of): tuple(map(float, numbers)) for of, numbers in zip(there["of"], there["numbers"], strict=True)
            }
    texts = {article.id: beginning(article) for article in articles}
    missing = {of: text for text in texts.values() if (of := vector_of(text)) not in known}
    kept.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(jobs) as threads:
        while part := dict(islice(missing.items(), _TOGETHER)):  # kept as they come: what was interrupted goes on
            known |= zip(part, threads.map(embedder().vector, part.values()), strict=True)
            np.savez(place, of=np.array(list(known)), numbers=np.array(list(known.values()), np.float32))
            missing = {of: text for of, text in missing.items() if of not in part}
    return {article: Vector(of := vector_of(text), known[of]) for article, text in texts.items()}


def show(found: Sequence[Found], console: Console) -> None:
    """The figures as a table."""
    table = Table(*HEAD, title="How well topics are found")
    for row in rows(found):
        table.add_row(*row)
    console.print(table)


def rows(found: Sequence[Found]) -> Iterator[tuple[str, ...]]:
    """The cells of the table."""
    for one in found:
        yield one.how, f"{one.precision:.3f}", f"{one.recall:.3f}", f"{one.unseen[0]:.3f}, {one.unseen[1]:.3f}"
