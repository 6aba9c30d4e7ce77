"""`make eval [SHARED=DIRECTORY]`: all figures of reading, as a table and as JSON."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console

from evaluation import passages, search
from evaluation.calibration import Band, bands
from evaluation.errors import Errors
from evaluation.extraction import ROOT, Extraction, fingerprint, written
from evaluation.judge import READ, Judge, Judged
from evaluation.markdown import part, put
from evaluation.rows import CALIBRATION, CPU, ERRORS, GROUPS, ROWS, Row
from evaluation.shared import Shared
from evaluation.table import Figure, as_json, kept_promises, show
from graph.errors import NewsgraphError
from graph.model import RELATIONSHIP

AGENCY = 200
"""Articles on which CPU time is taken."""


def options(words: Sequence[str] | None = None) -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("shared", nargs="?", type=Path, default=Path("../shared"), help="has eval/ and corpora/")
    parser.add_argument("--only", default=",".join(GROUPS), help=f"some of: {', '.join(GROUPS)}")
    parser.add_argument("--limit", type=int, help="so many documents of each corpus")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes that read")
    parser.add_argument("--split", default="dev")
    parser.add_argument("--json", type=Path, default=ROOT / "build" / "eval.json", help="where the figures go")
    parser.add_argument("--docs", type=Path, help="a page whose figures are put anew, such as docs/quality.md")
    parser.add_argument("--extract", default="", help='options for newsgraph extract, such as "--reader rules"')
    chosen = parser.parse_args(words)
    chosen.only = [name.strip() for name in chosen.only.split(",") if name.strip()]
    for name in chosen.only:
        if name not in GROUPS:
            parser.error(f"--only {name}: there are {', '.join(GROUPS)}")
    for name in ("limit", "jobs"):
        if (number := getattr(chosen, name)) is not None and number < 1:
            parser.error(f"--{name} {number}: at least 1")
    return chosen


class Evaluation:
    """Takes figures from one folder, with one state of the code."""

    def __init__(self, chosen: argparse.Namespace, console: Console) -> None:
        self._shared = Shared.at(chosen.shared)
        self._extraction = Extraction(chosen.jobs, chosen.extract.split())
        self._split, self._limit, self._console = chosen.split, chosen.limit, console
        self._jobs = chosen.jobs
        self._said: dict[str, dict[str, dict[str, object]]] = {}

    def figures(self, rows: Sequence[Row]) -> Iterator[Figure]:
        """The rows with what the scorers say; each corpus is read and scored once."""
        scored: dict[tuple[str, str], dict[str, dict[str, float]]] = {}
        for row in rows:
            key = (row.task, row.corpus)
            if key not in scored:
                output = written(self._output(row.corpus))
                try:
                    scored[key] = self._shared.score(row.task, row.corpus, self._split, output, self._limit)
                finally:
                    output.unlink()
            metric = scored[key][row.metric]
            yield Figure(row, metric["F1"] if "F1" in metric else metric["value"])

    def speed(self) -> Figure:
        """CPU time, alone on this process."""
        from bench.reading import pace
        from graph.settings import Settings
        from loaders.extract.reader import Reader

        with self._console.status("taking the time of reading beside bare spaCy"):
            found = pace(Reader(Settings(vectors=False)), self._shared.agency(min(AGENCY, self._limit or AGENCY)))
        return Figure(CPU, found.to_bare)

    def search(self) -> list[search.Found]:
        """How well each way of searching finds topics."""
        with self._console.status("searching by words and by meaning"):
            return search.measure(self._shared.archive(self._limit), self._jobs)

    def calibration(self) -> Iterator[Band]:
        """For each kind of fact, how many of each confidence are right."""
        judge = Judge(self._shared)
        for kind, corpora in CALIBRATION.items():
            judged = {c: list(judge.judge(kind, c, self._split, self._output(c))) for c in corpora}
            pooled = ("+".join(corpora), [fact for facts in judged.values() for fact in facts])
            read = ("news, read", [fact for name, facts in judged.items() if name != passages.NAME for fact in facts])
            marked = [(name, facts) for name, facts in judged.items() if name == passages.NAME]
            parts = [*judged.items()] if kind == "names" else [read, *marked] if kind in READ else [pooled]
            for name, facts in parts:
                for what, some in _sorts(kind, facts):
                    yield from bands(what, name, [(fact.confidence, fact.right) for fact in some])

    def errors(self) -> dict[tuple[str, str], Counter[str]]:
        """By kind of fact and corpus, how many errors of each class."""
        known = Errors(self._shared)
        return {
            (kind, corpus): known.count(kind, corpus, self._split, self._output(corpus))
            for kind, corpora in ERRORS.items()
            for corpus in corpora
        }

    def reader(self) -> str:
        """Which reader read, by its own word; empty where nothing was read."""
        said = (str(record["reader"]) for outputs in self._said.values() for record in outputs.values())
        return next(filter(None, said), "")

    def _output(self, corpus: str) -> dict[str, dict[str, object]]:
        if corpus not in self._said:
            with self._console.status(f"reading {corpus}"):
                self._said[corpus] = self._extraction.of(
                    passages.inputs(self._shared, corpus, self._split, self._limit)
                )
        return self._said[corpus]


def _sorts(kind: str, facts: Sequence[Judged]) -> Iterator[tuple[str, list[Judged]]]:
    """The facts of a kind by what they state, with a name for each sort."""
    if kind == "quotes":
        said = [f for f in facts if f.fact["speakers"] and f.fact["speech_act"] != "attitude"]
        yield "who said what", said
        yield "all attributions", list(facts)
    elif kind == "names":
        for type_, name in (("Person", "people"), ("Organisation", "organisations"), ("Place", "places")):
            yield name, [f for f in facts if f.fact["type"] == type_]
        yield "all names", list(facts)
    elif kind == "relations":
        direct = [f for f in facts if RELATIONSHIP[f.fact["type"]].direct]
        if direct:
            yield "who did what to whom", [f for f in direct if f.fact["assertion"] in ("asserted", "attributed")]
            yield (
                "the same, denied or supposed",
                [f for f in direct if f.fact["assertion"] not in ("asserted", "attributed")],
            )
        yield "members and seats", [f for f in facts if not RELATIONSHIP[f.fact["type"]].direct]
    elif kind == "roles":
        yield "roles at an institution", [f for f in facts if f.fact["of"]]
        if any(not f.fact["of"] for f in facts):
            yield "titles alone", [f for f in facts if not f.fact["of"]]
    else:
        yield _NAMES[kind], list(facts)


_NAMES = {
    "places": "where a place lies", "dates": "values of dates", "events": "events: type, status, day",
    "participants": "who took part in an event", "event_places": "where an event was", "figures": "figures of an event",
    "triggers": "words that tell of any event",
}  # fmt: skip


def main() -> int:
    """Measure, print, write; the exit status."""
    chosen, console = options(), Console()
    try:
        evaluation = Evaluation(chosen, Console(stderr=True))
        figures = list(evaluation.figures([row for row in ROWS if row.group in chosen.only]))
        if CPU.group in chosen.only:
            figures.append(evaluation.speed())
        found = list(evaluation.calibration()) if "calibration" in chosen.only else []
        errors = evaluation.errors() if "errors" in chosen.only else {}
        searched = evaluation.search() if search.GROUP in chosen.only else []
        if chosen.docs:
            put(chosen.docs, part(evaluation.reader(), figures, found, errors, searched))
    except NewsgraphError as error:
        sys.stderr.write(f"evaluation: {error}\n")
        return error.exit_code
    show(figures, found, errors, console)
    if searched:
        search.show(searched, console)
    for kind, corpora, kept in kept_promises(found):
        if not kept:
            console.print(f"Not yet so: {kind} on {corpora}: half at 0.9 and more, nine in ten of them right.")
    made = as_json(
        figures, found, errors, reader=evaluation.reader(), split=chosen.split, limit=chosen.limit,
        extract=chosen.extract, code=fingerprint(chosen.extract.split()),
    ) | {"search": [asdict(one) for one in searched]}  # fmt: skip
    chosen.json.parent.mkdir(parents=True, exist_ok=True)
    chosen.json.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
    console.print(f"Written to {chosen.json}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
