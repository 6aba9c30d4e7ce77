"""The figures as a part of a page of the documentation, between two marks, so that they can be put there anew."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from evaluation.calibration import BANDS, Band
from evaluation.classes import EXAMPLES
from evaluation.rows import CPU
from evaluation.search import HEAD, Found, rows
from evaluation.shared import Broken
from evaluation.table import Figure

BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"
ERRORS = Mapping[tuple[str, str], Counter[str]]
"""By (kind of fact, corpus): how many errors of each class."""


def part(
    reader: str, figures: Sequence[Figure], bands: Sequence[Band], errors: ERRORS, searched: Sequence[Found] = ()
) -> str:
    """The tables that have rows, under headings of the third level. `reader`: which reader read."""
    made = [f"Read by: {reader}."] if reader else []
    if figures:
        measured = [
            (f.row.what, f.row.corpus, f"{f.figure:.2f}" if f.row is CPU else f"{f.figure:.3f}", f"{f.row.aim:g}")
            for f in figures
        ]
        made.append("### Figures\n\n" + _table(("what", "data", "figure", "aim"), measured))
    if searched:
        made.append("### How well topics are found\n\n" + _table(HEAD, rows(searched)))
    if bands:
        rows_ = []
        for (kind, corpora), group in groupby(bands, key=lambda b: (b.kind, b.corpora)):
            some = list(group)
            cells = [f"{b.share_right:.2f} of {b.facts}" if b.share_right is not None else "–" for b in some]
            rows_.append((kind, corpora.replace("+", ", "), f"{some[0].share_of_all:.2f}", *cells))
        names = [f"{low:.1f} to {high:.1f}" if high < 1 else f"{low:.1f} and more" for low, high in BANDS]
        made.append(
            "### What confidence means\n\nHow many of the facts with a confidence are right.\n\n"
            + _table(("fact", "data", "share with 0.9 and more", *names), rows_)
        )
    for kind in EXAMPLES:
        counts = {corpus: counter for (of, corpus), counter in errors.items() if of == kind}
        if counts:
            made.append(f"### Errors: {kind}\n\n" + _errors(kind, counts))
    return "\n\n".join(made)


def _errors(kind: str, counts: Mapping[str, Counter[str]]) -> str:
    """The classes by how often they are, with their example."""
    total = {corpus: sum(counter.values()) or 1 for corpus, counter in counts.items()}
    order = sorted(EXAMPLES[kind], key=lambda name: -sum(c[name] for c in counts.values()))
    rows = [
        (name, *(f"{c[name]} ({c[name] / total[corpus]:.0%})" for corpus, c in counts.items()), EXAMPLES[kind][name])
        for name in order
    ]
    return _table(("class", *counts, "such as"), rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines)


def put(page: Path, text: str) -> None:
    """Put the text between the marks of the page, under each of its headings; what stands there under others stays
    where it is. Broken where the page has no marks."""
    old = page.read_text(encoding="utf-8") if page.exists() else ""
    before, begin, rest = old.partition(BEGIN)
    there, end, after = rest.partition(END)
    if not begin or not end:
        raise Broken(f"{page}: has no {BEGIN} … {END} to put the figures between.")
    new = _parts(text)
    kept = {heading: part for heading, part in _parts(there).items() if heading}
    told = "\n\n".join(filter(None, ({"": ""} | kept | new).values()))
    page.write_text(f"{before}{BEGIN}\n\n{told}\n\n{END}{after}", encoding="utf-8")


def _parts(text: str) -> dict[str, str]:
    """What stands under each heading of the third level, with it; under "" what stands before the first."""
    pieces = re.split(r"(?m)^(?=### )", text.strip())
    return {piece.partition("\n")[0] if piece.startswith("### ") else "": piece.strip() for piece in pieces}
