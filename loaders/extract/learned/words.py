"""Text as the encoder sees it: words with their shapes, whether they stand in quotation marks, and their pieces.

The encoder is uncased, so that a word's shape tells it what the letters no longer do. Offsets are code points.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from importlib.resources import files
from unicodedata import combining, normalize

from graph.errors import FixSettings
from loaders.extract.reading import Span

WORD = re.compile(r"\w+|[^\w\s]")
_LONGEST = 60
"""Characters of a word beyond which it is taken for unknown."""
_MANY_CAPITALS = 0.6
"""Share of the longer words of a line that begin with a capital, from which on it is read as a headline."""


class Shape(IntEnum):
    """What letters a word has."""

    BREAK = 0
    LOWER = 1
    INITIAL = 2
    CAPITALS = 3
    LETTER = 4
    MIXED = 5
    NUMBER = 6
    MARK = 7
    CAPITALS_LINE = 8
    TITLE_LINE = 9
    SENTENCE_START = 10


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark. `quoted`: inside double quotation marks."""

    start: int
    end: int
    shape: Shape
    quoted: bool
    pieces: tuple[int, ...]


def words(text: str, paragraph: Span) -> list[Word]:
    """The words of one paragraph of the text."""
    found = list(WORD.finditer(text, paragraph.start, paragraph.end))
    line = _line([m[0] for m in found])
    made: list[Word] = []
    quoted, fresh = False, True
    for match in found:
        word = match[0]
        if word in '"“”':
            quoted = word != "”" and (word == "“" or not quoted)
        shape = line if line is not None and word[0].isalpha() and not word.islower() else _shape(word, fresh)
        made.append(Word(match.start(), match.end(), shape, quoted, pieces(word)))
        fresh = word in ".!?:" or (word in "\"“”‘'(" and fresh)
    return made


def _line(texts: Sequence[str]) -> Shape | None:
    """What a whole line of capitals or of capitalised words is."""
    long = [t for t in texts if len(t) > 3 and t[0].isalpha()]
    if len(long) < 3:
        return None
    if all(t.isupper() for t in long):
        return Shape.CAPITALS_LINE
    closed = bool(texts) and texts[-1] in '.!?"”'
    if not closed and sum(t[0].isupper() for t in long) >= _MANY_CAPITALS * len(long):
        return Shape.TITLE_LINE
    return None


def _shape(word: str, fresh: bool) -> Shape:
    if word[0].isdigit():
        return Shape.NUMBER
    if not word[0].isalpha():
        return Shape.MARK
    if word.islower():
        return Shape.LOWER
    if word.isupper():
        return Shape.LETTER if len(word) == 1 else Shape.CAPITALS
    if word[0].isupper() and word[1:].islower():
        return Shape.SENTENCE_START if fresh else Shape.INITIAL
    return Shape.MIXED


@lru_cache(maxsize=50_000)
def pieces(word: str) -> tuple[int, ...]:
    """The ids of a word's pieces, the longest first, as BERT's uncased vocabulary cuts words."""
    known = vocabulary()
    plain = "".join(c for c in normalize("NFD", word.lower()) if not combining(c))
    if not plain or len(plain) > _LONGEST:
        return (known["[UNK]"],)
    made: list[int] = []
    at = 0
    while at < len(plain):
        end = len(plain)
        while end > at and (("##" if at else "") + plain[at:end]) not in known:
            end -= 1
        if end == at:
            return (known["[UNK]"],)
        made.append(known[("##" if at else "") + plain[at:end]])
        at = end
    return tuple(made)


@lru_cache(maxsize=1)
def vocabulary() -> dict[str, int]:
    """The pieces and their ids: BERT's uncased English vocabulary (Apache-2.0). Raises FixSettings without its file."""
    try:
        lines = files("loaders.extract.learned").joinpath("weights/vocabulary.txt").read_text(encoding="utf-8")
    except (OSError, ValueError) as problem:
        raise FixSettings(
            f"The vocabulary of the learned weights cannot be loaded: {str(problem).splitlines()[0]}",
            "Install newsgraph anew, or read with the rules alone: NEWSGRAPH_READER=rules.",
        ) from problem
    return {piece: number for number, piece in enumerate(lines.splitlines())}


@dataclass(frozen=True, slots=True)
class Window:
    """As much text as the encoder takes at once: whole paragraphs where they fit."""

    words: tuple[Word, ...]
    paragraphs: tuple[tuple[int, int], ...]
    """First word and the word after the last, of each paragraph or part of one."""
    pieces: tuple[int, ...]
    shapes: tuple[int, ...]
    quoted: tuple[int, ...]
    first: tuple[int, ...]
    """For each word, where its first piece stands in `pieces`."""


PIECES = 254
"""Pieces of a window, its two ends not counted."""


def windows(paragraphs: Iterable[Sequence[Word]]) -> list[Window]:
    """The paragraphs packed into windows, in order; a paragraph too long for one is cut at the end of a sentence."""
    made: list[Window] = []
    held: list[Sequence[Word]] = []
    size = 0
    for paragraph in paragraphs:
        for part in _parts(paragraph):
            length = sum(len(w.pieces) for w in part) + 1
            if held and size + length > PIECES:
                made.append(_window(held))
                held, size = [], 0
            held.append(part)
            size += length
    if held:
        made.append(_window(held))
    return made


@lru_cache(maxsize=1)
def _stops() -> frozenset[tuple[int, ...]]:
    return frozenset(pieces(mark) for mark in ".!?")


def _parts(paragraph: Sequence[Word]) -> list[Sequence[Word]]:
    parts: list[Sequence[Word]] = []
    begin = size = 0
    stop = 0
    for at, word in enumerate(paragraph):
        size += len(word.pieces)
        if size > PIECES - 1:
            cut = stop if stop > begin else at
            parts.append(paragraph[begin:cut])
            begin, stop = cut, 0
            size = sum(len(w.pieces) for w in paragraph[begin : at + 1])
        if word.pieces in _stops() and not word.quoted and _ends(paragraph, at):
            stop = at + 1
    if begin < len(paragraph):
        parts.append(paragraph[begin:])
    return parts


def _ends(paragraph: Sequence[Word], at: int) -> bool:
    following = paragraph[at + 1] if at + 1 < len(paragraph) else None
    return following is None or following.shape in (Shape.SENTENCE_START, Shape.MARK)


def _window(paragraphs: Sequence[Sequence[Word]]) -> Window:
    known = vocabulary()
    ids, shapes, quoted, first = [known["[CLS]"]], [int(Shape.BREAK)], [0], []
    spans: list[tuple[int, int]] = []
    every: list[Word] = []
    for paragraph in paragraphs:
        spans.append((len(every), len(every) + len(paragraph)))
        for word in paragraph:
            first.append(len(ids))
            ids += word.pieces
            shapes += [int(word.shape)] * len(word.pieces)
            quoted += [int(word.quoted)] * len(word.pieces)
        every += paragraph
        ids.append(known["[SEP]"])
        shapes.append(int(Shape.BREAK))
        quoted.append(0)
    return Window(tuple(every), tuple(spans), tuple(ids), tuple(shapes), tuple(quoted), tuple(first))
