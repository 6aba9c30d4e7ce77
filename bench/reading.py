"""How quickly articles are read, beside bare spaCy on the same texts in the same run."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import spacy

from graph.model import Article
from graph.settings import Settings
from loaders.extract.reader import Reader


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds of reading the same texts, the best of several rounds each. CPU time counts all threads."""

    articles: int
    wall: float
    cpu: float
    bare_cpu: float

    @property
    def to_bare(self) -> float:
        """Our CPU time to that of spaCy's pipeline alone."""
        return self.cpu / self.bare_cpu


def pace(reader: Reader, articles: Sequence[Article], rounds: int = 3) -> Pace:
    """Read the articles `rounds` times each way, in turns, so that both see the same machine."""
    pipeline = spacy.load(Settings().spacy_model)
    bare, ours = [], []
    for _ in range(rounds):
        bare.append(_spent(lambda: list(pipeline.pipe(a.text for a in articles))))
        ours.append(_spent(lambda: list(reader.read_all(iter(articles)))))
    return Pace(len(articles), min(w for w, _ in ours), min(c for _, c in ours), min(c for _, c in bare))


def _spent(work: Callable[[], object]) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - cpu
