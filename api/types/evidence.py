"""The place in an article that says something."""

from __future__ import annotations

import strawberry

from api.plan.fields import read
from api.plan.readers import EvidenceArticle, EvidenceText, Property
from api.types.lazy import LazyArticle

_BEFORE = "CASE WHEN <a> IS NULL THEN null ELSE <{end}> + size([p IN coalesce(<a>.astral, []) WHERE p < <{end}>]) END"


@strawberry.type(description="The place in an article that states a fact. Offsets count from 0, the end is exclusive.")
class Evidence:
    start: int = read(Property("<start>"), "First character, in Unicode code points (as Python and Cypher count).")
    end: int = read(Property("<end>"), "One past the last character, in code points.")
    sentence: str = read(Property("coalesce(<sentence>, '')"), "The sentence that holds it.")
    confidence: float | None = read(Property("<confidence>"), "How sure the reader was, 0 to 1.")
    article: LazyArticle = read(EvidenceArticle(), "The article.")
    text: str = read(
        EvidenceText("substring(<a>.text, <start>, <end> - <start>)"), "The exact characters, from `start` to `end`."
    )
    utf16_start: int = read(
        EvidenceText(_BEFORE.format(end="start")), "First character in UTF-16 units, by which JavaScript slices."
    )
    utf16_end: int = read(EvidenceText(_BEFORE.format(end="end")), "One past the last character in UTF-16 units.")
