"""Ways of searching are compared by the same topics, on articles that are made here."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from evaluation.markdown import part
from evaluation.search import Found, measure
from evaluation.topics import TOPICS
from graph.model import Article

pytestmark = pytest.mark.store

TEXTS = {
    "a": ("Coffee growers met in Lima.", {"coffee"}),
    "b": ("Planters of robusta beans fear that their arabica harvest and exports will fall.", {"coffee"}),
    "c": ("The price of gold rose in London.", {"gold"}),
    "d": ("Bullion dealers bought precious metal and ingots.", {"gold"}),
    "e": ("The museum opened a new wing.", set()),
}


def test_ways_of_searching_side_by_side(tmp_path: Path) -> None:
    archive = [(Article(name, text), frozenset(codes)) for name, (text, codes) in TEXTS.items()]
    found = {one.how: one for one in measure(archive, 1, tmp_path)}
    assert found["full-text alone, all words"] == Found("full-text alone, all words", 0.1, 0.5, (0.1, 0.5))
    both = found["both together"]
    assert both.precision > 0.1
    assert both.recall > 0.5
    with np.load(tmp_path / "vectors.npz") as kept:
        assert kept["numbers"].shape == (len(TEXTS), 384)


def test_there_are_words_for_twenty_topics() -> None:
    assert len(TOPICS) == 20
    assert all(words == words.strip() for words in TOPICS.values())


def test_the_page_shows_them() -> None:
    told = part("", [], [], {}, [Found("both together", 0.8, 0.65, (0.75, 0.625))])
    assert "| search | precision at 10 | recall at 100 |" in told
    assert "| both together | 0.800 | 0.650 | 0.750, 0.625 |" in told
