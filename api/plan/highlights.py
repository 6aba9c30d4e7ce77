"""Where the words that were searched for stand in a hit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from api.plan.complete import ListOf, Run, Through
from api.plan.planning import Here, Planned
from graph.words import spans, stems

LONGEST = 300
"""Characters of a piece."""
_BEFORE = 60
"""Characters that a piece has before the first word."""


@dataclass(frozen=True, slots=True)
class Highlights:
    """The texts of the hit `<it>` that hold words of the argument `query`, which is the page's."""

    def plan(self, here: Here) -> Planned:
        it = here.names["it"]
        cells = (
            f"['headline', CASE WHEN {it}:Article THEN [{it}.headline] ELSE [] END], "
            f"['text', CASE WHEN {it}:Article OR {it}:Quote THEN [{it}.text] ELSE [] END], "
            f"['name', CASE WHEN {it}:Entity THEN [{it}.name] ELSE [] END], "
            f"['alias', CASE WHEN {it}:Entity THEN coalesce({it}.aliases, []) ELSE [] END], "
            f"['label', CASE WHEN {it}:Event THEN [{it}.label] ELSE [] END]"
        )
        query = here.names["query"]

        def work(found: list[Any], _: Run) -> list[Mapping[str, Any]]:
            query, *texts = found
            wanted = frozenset(stems(str(query)))
            return [made for field, each in texts for text in each if text for made in _piece(field, text, wanted)]

        child = here.plan.made(here.field, {"spans": lambda spans: ListOf(here.plan.made(spans))})
        return f"[{query}, {cells}]", Through(work, ListOf(child))


def _piece(field: str, text: str, wanted: frozenset[str]) -> Iterator[Mapping[str, Any]]:
    """The piece of a text that holds most of the words, the first of several; none where it holds none."""
    found = [(start, end, stem) for start, end, stem in spans(text) if stem in wanted]
    if not found:
        return
    best = max(
        range(len(found)), key=lambda i: len({stem for s, e, stem in found[i:] if e <= found[i][0] + LONGEST - _BEFORE})
    )
    begin = max(found[best][0] - _BEFORE, 0)
    if begin:
        space = text.find(" ", begin, found[best][0])
        begin = space + 1 if space >= 0 else begin
    piece = text[begin : begin + LONGEST]
    marks = [(start - begin, end - begin) for start, end, _ in found if begin <= start and end <= begin + len(piece)]
    yield {
        "field": field, "text": piece,
        "spans": [
            {"start": s, "end": e, "utf16Start": _utf16(piece, s), "utf16End": _utf16(piece, e)} for s, e in marks
        ],
    }  # fmt: skip


def _utf16(text: str, offset: int) -> int:
    return offset + sum(1 for c in text[:offset] if ord(c) > 0xFFFF)
