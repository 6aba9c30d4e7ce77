"""When: the time expressions of an article, with their TIMEX3 values and the days they cover."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from loaders.extract.dates.patterns import patterns
from loaders.extract.dates.setting import Read, Setting
from loaders.extract.dates.tense import tense
from loaders.extract.document import Document
from loaders.extract.reading import Time

_SILENT = ("byline", "desk", "note", "stamp", "speaker", "asker", "foreign")
"""Blocks whose figures are no dates of the story."""


def find(document: Document) -> tuple[Time, ...]:
    """All time expressions in the order of the text; none overlap.

    Relative ones count from the article's publication day. Without it they stay unresolved: their values keep `X` for
    what is not known (`XXXX-WXX-2` for a Tuesday), and they have no days.
    """
    published = date.fromisoformat(document.published) if document.published else None
    setting = Setting(document.text, published, lambda start, end: tense(document, start, end))
    for block in document.blocks:
        if block.kind not in _SILENT:
            read_block(setting, block.start, block.end)
    return tuple(setting.before)


def read_block(at: Setting, start: int, end: int) -> None:
    """Read the expressions of one block, from the left, the longest first, and add them to those before."""
    taken = start
    for match, read in sorted(_matches(at.text, start, end), key=lambda found: (found[0].start(), -found[0].end())):
        if match.start() >= taken and (times := read(match, at)):
            at.before.extend(times)
            taken = times[-1].end


def _matches(text: str, start: int, end: int) -> Iterator[tuple[re.Match[str], Read]]:
    for pattern in patterns():
        for match in pattern.regex.finditer(text, start, end):
            yield match, pattern.read
