"""A network of arrays: what it says of a text is written down, and not computed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from loaders.extract.learned.encoder import Encoder, Numbers, Tagged
from loaders.extract.learned.labels import CUE_LABELS, NAME_LABELS, ROLES
from loaders.extract.learned.words import Window, windows, words
from loaders.extract.reading import Span

REST = 0.01
"""Probability of each label but the one that is written down."""


def window(*paragraphs: str) -> tuple[str, Window]:
    """The paragraphs as one text, and the one window that they fill."""
    text, spans, at = "\n".join(paragraphs), [], 0
    for paragraph in paragraphs:
        spans.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + 1
    (made,) = windows([words(text, span) for span in spans])
    return text, made


def rows(labels: Sequence[str], known: Sequence[str], sure: Sequence[float] | None = None) -> Numbers:
    """Words × labels: each word's own label with what is left by the others, or with the probability in `sure`."""
    made = np.full((len(labels), len(known)), REST, np.float32)
    for at, label in enumerate(labels):
        own = 1 - REST * (len(known) - 1) if sure is None else sure[at]
        made[at] = (1 - own) / (len(known) - 1)
        made[at, known.index(label)] = own
    return made


class Fake(Encoder):
    """Knows the roles beforehand: of each cue, by its place among those of the paragraph."""

    def __init__(self, roles: Sequence[Numbers] = ()) -> None:
        self._roles = roles

    def roles(
        self, vectors: Numbers, cues: Numbers, is_cue: Sequence[Sequence[int]], distance: Sequence[Sequence[int]]
    ) -> Numbers:
        assert vectors.shape[1] == cues.shape[1]
        assert len(is_cue) == len(distance) == len(self._roles)
        return np.stack(list(self._roles))


def tagged(of: Window, names: Numbers | None = None, cues: Numbers | None = None, *roles: Numbers) -> Tagged:
    """`names` and `cues` are probabilities; nothing is a name and nothing a cue where they are not given."""
    nothing = ["O"] * len(of.words)
    names = rows(nothing, NAME_LABELS) if names is None else names
    cues = rows(nothing, CUE_LABELS) if cues is None else cues
    return Tagged(of, np.log(names), cues, np.zeros((len(of.words), 2), np.float32), Fake(roles))


def told(line: str) -> list[str]:
    """Labels from a line: one character a word, "." for none. Of cues `B`, `I`; of roles `s`, `c`."""
    short = {".": "O", "B": "B", "I": "I"}
    return [short[c] for c in line.split()]


def roles(line: str, sure: Sequence[float] | None = None) -> Numbers:
    """Roles from a line such as `s . c c`."""
    short = {".": "none", "s": "source", "c": "content"}
    return rows([short[c] for c in line.split()], ROLES, sure)
