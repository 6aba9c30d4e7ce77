"""From labels to names, with small arrays for a network."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extract.learned.labels import NAME_LABELS
from loaders.extract.learned.names import best, names
from loaders.extract.reading import Span
from tests.loaders.extract.learned.fakes import rows, tagged, window

TEXT = "Ann Lind left Tarnby today"


def found(
    labels: list[str], *others: tuple[str, str], text: str = TEXT, sure: list[float] | None = None
) -> list[tuple[str, str]]:
    whole, made = window(*text.split("\n"))
    heard = [(Span(whole.index(w), whole.index(w) + len(w)), kind) for w, kind in others]
    return [
        (whole[n.span.start : n.span.end], n.kind)
        for n in names([tagged(made, rows(labels, NAME_LABELS, sure))], heard)
    ]


def test_labels_become_names() -> None:
    assert found(["B-PER", "I-PER", "O", "B-LOC", "O"]) == [("Ann Lind", "PER"), ("Tarnby", "LOC")]


def _follows(before: str, label: str) -> bool:
    return not label.startswith("I-") or before[2:] == label[2:]


scores = st.lists(st.lists(st.sampled_from([-9.0, -3.0, -1.0, -0.1]), min_size=7, max_size=7), min_size=1, max_size=3)


@given(scores)
def test_the_best_sequence_is_the_best_of_those_in_which_no_name_goes_on_that_has_not_begun(
    given_scores: list[list[float]],
) -> None:
    made = best(np.array(given_scores, np.float32))
    allowed = [
        line
        for line in product(range(len(NAME_LABELS)), repeat=len(given_scores))
        if all(_follows(NAME_LABELS[a], NAME_LABELS[b]) for a, b in pairwise([0, *line]))
    ]
    assert tuple(made) in allowed
    total = max(sum(row[label] for row, label in zip(given_scores, line, strict=True)) for line in allowed)
    assert sum(row[label] for row, label in zip(given_scores, made, strict=True)) == pytest.approx(total)


def test_the_best_sequence_is_the_likeliest_as_a_whole() -> None:
    scores = np.full((2, len(NAME_LABELS)), -9.0, np.float32)
    scores[0, NAME_LABELS.index("B-PER")], scores[0, NAME_LABELS.index("B-ORG")] = -0.5, -0.7
    scores[1, NAME_LABELS.index("I-PER")], scores[1, NAME_LABELS.index("I-ORG")] = -1.5, -0.2
    assert [NAME_LABELS[label] for label in best(scores)] == ["B-ORG", "I-ORG"]
    assert best(scores[:0]) == []


def test_another_reader_decides_a_close_call() -> None:
    close = [0.35, 0.35, 0.9, 0.35, 0.9]  # Tarnby may be anything
    labels = ["B-PER", "I-PER", "O", "O", "O"]
    assert found(labels, sure=close) == [("Ann Lind", "PER")]
    assert found(labels, ("Tarnby", "LOC"), sure=close) == [("Ann Lind", "PER"), ("Tarnby", "LOC")]
    assert found(labels, ("Ann Lind", "ORG"), sure=close)[0] == ("Ann Lind", "ORG")


def test_another_reader_does_not_decide_a_clear_one() -> None:
    sure = [0.99, 0.99, 0.99, 0.99, 0.99]
    labels = ["B-PER", "I-PER", "O", "O", "O"]
    assert found(labels, ("Ann Lind", "ORG"), ("Tarnby", "LOC"), sure=sure) == [("Ann Lind", "PER")]


def test_two_names_of_a_kind_side_by_side_are_one() -> None:
    assert found(["B-PER", "B-PER", "O", "O", "O"]) == [("Ann Lind", "PER")]
    assert found(["B-PER", "B-LOC", "O", "O", "O"]) == [("Ann", "PER"), ("Lind", "LOC")]


def test_a_name_ends_with_its_paragraph() -> None:
    labels = ["O", "O", "B-PER", "B-PER", "O"]
    assert found(labels, text="They saw Ann\nLind today") == [("Ann", "PER"), ("Lind", "PER")]


def test_a_name_is_as_sure_as_its_least_sure_word() -> None:
    whole, made = window(TEXT)
    sure = [0.9, 0.6, 0.9, 0.9, 0.9]
    (name,) = names([tagged(made, rows(["B-PER", "I-PER", "O", "O", "O"], NAME_LABELS, sure))])
    assert whole[name.span.start : name.span.end] == "Ann Lind"
    assert name.confidence == pytest.approx(0.6)
