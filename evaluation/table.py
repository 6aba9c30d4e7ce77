"""The figures as tables for a person, and as JSON for a program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from rich.console import Console
from rich.table import Table

from evaluation.calibration import BEARING, RIGHT, SURE, Band
from evaluation.rows import CPU, Row


@dataclass(frozen=True, slots=True)
class Figure:
    """A row with what was measured."""

    row: Row
    figure: float

    @property
    def level(self) -> str:
        """`aim`, `must` or `below`: what is reached."""
        low = self.row is CPU
        for name, wanted in (("aim", self.row.aim), ("must", self.row.must)):
            if self.figure <= wanted if low else self.figure >= wanted:
                return name
        return "below"


def show(
    figures: Sequence[Figure], bands: Sequence[Band], errors: Mapping[tuple[str, str], Counter[str]], console: Console
) -> None:
    """The tables, those that have rows. `errors`: by kind of fact and corpus, how many of each class."""
    if figures:
        table = Table("what", "data", "figure", "must", "aim", "reached", title="How well articles are read")
        for each in figures:
            row = each.row
            table.add_row(row.what, row.corpus, f"{each.figure:.3f}", f"{row.must:g}", f"{row.aim:g}", each.level)
        console.print(table)
    if bands:
        table = Table("fact", "data", "confidence", "facts", "of all", "right", title="What confidence means")
        last = None
        for band in bands:
            if last is not None and (band.kind, band.corpora) != last:
                table.add_section()
            last = (band.kind, band.corpora)
            right = "" if band.share_right is None else f"{band.share_right:.3f}"
            words = f"{band.low:.1f} to {band.high:.1f}" if band.high < 1 else f"{band.low:.1f} and more"
            table.add_row(band.kind, band.corpora, words, str(band.facts), f"{band.share_of_all:.2f}", right)
        console.print(table)

    if errors:
        table = Table("fact", "data", "errors, the most frequent first", title="What goes wrong")
        for (kind, corpus), classes in errors.items():
            told = (f"{name} {count}" for name, count in classes.most_common() if count)
            table.add_row(kind, corpus, "; ".join(told))
        console.print(table)


def kept_promises(bands: Sequence[Band]) -> list[tuple[str, str, bool]]:
    """(kind, corpora, whether nine in ten of its sure facts are right and half of its facts are sure)."""
    return [
        (b.kind, b.corpora, (b.share_right or 0.0) >= RIGHT and b.share_of_all >= BEARING)
        for b in bands
        if b.low == SURE
    ]


def as_json(
    figures: Sequence[Figure], bands: Sequence[Band], errors: Mapping[tuple[str, str], Counter[str]], **made: object
) -> dict[str, object]:
    """`made`: how the figures came about."""
    return {
        "made": made,
        "rows": [{**asdict(f.row), "figure": round(f.figure, 4), "reached": f.level} for f in figures],
        "calibration": [
            {**asdict(b), "share_right": b.share_right and round(b.share_right, 4),
             "share_of_all": round(b.share_of_all, 4)}
            for b in bands
        ],
        "errors": [{"kind": k, "corpus": c, "classes": dict(n.most_common())} for (k, c), n in errors.items()],
        "promises": [{"kind": k, "corpora": c, "kept": kept} for k, c, kept in kept_promises(bands)],
    }  # fmt: skip
