"""Who says what, from the network: each cue with its source and content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from loaders.extract.learned.encoder import Numbers, Tagged
from loaders.extract.learned.labels import CUE_LABELS, ROLES
from loaders.extract.learned.words import Word
from loaders.extract.reading import Span

CUE = 0.5
"""Probability from which on words are a cue."""
_NOBODY = 0.7
"""How sure it is that nobody is named: less than of a name."""
_HOLE = 4
"""Words that may be missing inside a content."""
_SCRAP = 3
"""Words that a piece of a content has at least, if it is not the longest."""
_BEGIN, _SOURCE, _CONTENT = CUE_LABELS.index("B"), ROLES.index("source"), ROLES.index("content")


@dataclass(frozen=True, slots=True)
class Saying:
    """A cue with what it attributes to whom. `confidence`: that it is a cue, and of its content word by word."""

    cue: Span
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float
    sure: float
    """The same, and of its source word by word."""


def sayings(read: Iterable[Tagged], least: float = CUE) -> Iterator[Saying]:
    """All that the network finds, in the order of the cues; a word is content of its surest cue alone."""
    for tagged in read:
        for paragraph in tagged.window.paragraphs:
            cues = list(_cues(tagged, paragraph, least))
            if cues:
                yield from _sayings(tagged, paragraph, cues, tagged.roles(paragraph, cues))


def _cues(tagged: Tagged, paragraph: tuple[int, int], least: float) -> Iterator[list[int]]:
    at = paragraph[0]
    while at < paragraph[1]:
        cue: list[int] = []
        while at < paragraph[1] and 1 - tagged.cues[at, 0] >= least:
            if cue and tagged.cues[at].argmax() == _BEGIN:
                break
            cue.append(at)
            at += 1
        if cue:
            yield cue
        else:
            at += 1


def _sayings(
    tagged: Tagged, paragraph: tuple[int, int], cues: Sequence[Sequence[int]], roles: Numbers
) -> Iterator[Saying]:
    begin, words = paragraph[0], tagged.window.words
    sure = [max(1 - float(tagged.cues[at, 0]) for at in cue) for cue in cues]
    chosen = roles.argmax(-1)
    owner = [
        max(
            (k for k in range(len(cues)) if chosen[k, at] == _CONTENT),
            key=lambda k: float(roles[k, at, _CONTENT]) * sure[k],
            default=-1,
        )
        for at in range(paragraph[1] - begin)
    ]
    for number, cue in enumerate(cues):
        content = _smooth(begin, [begin + at for at, k in enumerate(owner) if k == number], cue, chosen[number], owner)
        if not content:
            continue
        source = [begin + at for at, role in enumerate(chosen[number]) if role == _SOURCE]
        mean = sum(float(roles[number, at - begin, _CONTENT]) for at in content) / len(content)
        whom = sum(float(roles[number, at - begin, _SOURCE]) for at in source) / len(source) if source else _NOBODY
        yield Saying(
            Span(words[cue[0]].start, words[cue[-1]].end),
            tuple(_spans(words, source)),
            tuple(_spans(words, content)),
            sure[number] * mean,
            sure[number] * mean * whom,
        )


def _smooth(begin: int, content: Sequence[int], cue: Sequence[int], roles: Numbers, owner: Sequence[int]) -> list[int]:
    """Without holes that nobody else fills, and without scraps beside the longest piece: it is one clause mostly."""
    filled: list[int] = []
    for at in content:
        hole = range(filled[-1] + 1, at) if filled else range(0)
        free = all(i not in cue and roles[i - begin] != _SOURCE and owner[i - begin] < 0 for i in hole)
        if len(hole) <= _HOLE and free:
            filled += hole
        filled.append(at)
    pieces: list[list[int]] = []
    for at in filled:
        if pieces and pieces[-1][-1] == at - 1:
            pieces[-1].append(at)
        else:
            pieces.append([at])
    longest = max(map(len, pieces), default=0)
    return [at for piece in pieces if len(piece) >= min(_SCRAP, longest) for at in piece]


def _spans(words: Sequence[Word], those: Sequence[int]) -> Iterator[Span]:
    begin = before = -1
    for at in those:
        if at != before + 1 or begin < 0:
            if begin >= 0:
                yield Span(words[begin].start, words[before].end)
            begin = at
        before = at
    if begin >= 0:
        yield Span(words[begin].start, words[before].end)
