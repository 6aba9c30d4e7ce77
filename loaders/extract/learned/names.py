"""Names from the network's labels: the best sequence of labels, in which what other readers say has a voice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from loaders.extract.learned.encoder import Tagged
from loaders.extract.learned.labels import NAME_LABELS
from loaders.extract.reading import Span

VOICE = 1.5
"""What another reader's label adds to a logarithm of a probability (chosen on development data)."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name: where it stands, PER, ORG or LOC, and how sure the network is of all of it."""

    span: Span
    kind: str
    confidence: float


def names(read: Iterable[Tagged], others: Sequence[tuple[Span, str]] = ()) -> Iterator[Name]:
    """The names in the order of the text. `others`: names that another reader sees, each of a kind."""
    begins = {span.start: (span.end, kind) for span, kind in others}
    for tagged in read:
        scores = tagged.names.copy()
        end, kind = -1, ""
        for at, word in enumerate(tagged.window.words):
            if word.start in begins:
                end, kind = begins[word.start]
                scores[at, NAME_LABELS.index(f"B-{kind}")] += VOICE
            elif word.start < end:
                scores[at, NAME_LABELS.index(f"I-{kind}")] += VOICE
        for paragraph in tagged.window.paragraphs:
            yield from _spans(tagged, scores, paragraph)


def _spans(tagged: Tagged, scores: NDArray[np.float32], paragraph: tuple[int, int]) -> Iterator[Name]:
    begin, end = paragraph
    labels = best(scores[begin:end])
    at = 0
    while at < len(labels):
        stop = at + 1
        label = NAME_LABELS[labels[at]]
        if label != "O":
            while stop < len(labels) and NAME_LABELS[labels[stop]][2:] == label[2:]:
                stop += 1  # two names of a kind with nothing between them are one
            words = tagged.window.words[begin + at : begin + stop]
            sure = min(float(np.exp(tagged.names[begin + i, labels[i]])) for i in range(at, stop))
            yield Name(Span(words[0].start, words[-1].end), label[2:], sure)
        at = stop


def _follows() -> NDArray[np.float32]:
    """0 where a label (column) may follow another (row), else as good as never: I-PER follows B-PER and I-PER only."""
    made = np.zeros((len(NAME_LABELS), len(NAME_LABELS)), np.float32)
    for row, before in enumerate(NAME_LABELS):
        for column, label in enumerate(NAME_LABELS):
            if label.startswith("I-") and before[2:] != label[2:]:
                made[row, column] = -1e4
    return made


_FOLLOWS = _follows()


def best(scores: NDArray[np.float32]) -> list[int]:
    """The best sequence of labels (Viterbi) for words × labels of scores."""
    if not len(scores):
        return []
    total = scores[0] + _FOLLOWS[0]
    back = np.zeros(scores.shape, np.int64)
    for at in range(1, len(scores)):
        every = total[:, None] + _FOLLOWS
        back[at] = every.argmax(0)
        total = every.max(0) + scores[at]
    made = [int(total.argmax())]
    for at in range(len(scores) - 1, 0, -1):
        made.append(int(back[at, made[-1]]))
    return made[::-1]
