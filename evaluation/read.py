"""`python -m evaluation.read KIND [SHARED]`: facts that nobody judged yet, against their sentences, one after another.

KIND is `events` (type, status and day), `participants`, `event_places`, `figures`, `relations` or `roles`. Facts are
drawn by chance (`--seed`) from all news of the calibration; their confidence is not shown. Answer `r` (right: all of
it), `w` (wrong: any of it), `s` (skip) or `q` (quit); the answers go to `verdicts.tsv` without any text. Of an event
that is none of its type, whatever else is told is wrong, too.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from evaluation.extraction import Extraction
from evaluation.judge import READ
from evaluation.rows import MORE, NEWS
from evaluation.shared import Record, Shared
from evaluation.verdicts import FILE, PARTS, Key, Verdicts, digest, stated
from graph.errors import NewsgraphError

AROUND = 250
"""Code points on both sides that are shown."""


def unread(kind: str, corpus: str, outputs: dict[str, Record], verdicts: Verdicts) -> Iterator[tuple[Key, Record]]:
    """The facts of a kind that have no verdict, each by its key."""
    for document, output in outputs.items():
        for fact, said in stated(kind, output):
            key = (kind, corpus, document, digest(said))
            if key not in verdicts.found:
                yield key, fact


def shown(kind: str, fact: Record, output: Record, text: str) -> str:
    """A fact in one line, and its surroundings with the place marked."""
    names = {e["id"]: e["name"] for e in output["entities"]} | {v["id"]: v["label"] for v in output["events"]}
    if kind in PARTS:
        event = next(e for e in output["events"] if any(fact is part for part in e[PARTS[kind]]))
        at, line = event["trigger"], f"{event['type']} | {_part(kind, fact, names)}"
    elif kind == "events":
        at = fact["trigger"]
        days = " to ".join(day for day in (fact["date"], fact["date_end"]) if day)
        line = f"{fact['type']}, {fact['status']} | {days or 'no day'}"
    elif kind == "relations":
        at = fact["evidence"]
        by = f", by {names[fact['attributed_to']]}" if fact["attributed_to"] else ""
        line = f"{names[fact['from']]} {fact['type']} {names[fact['to']]} ({fact['assertion']}{by})"
    else:
        at = fact["evidence"]
        holder = next(e["name"] for e in output["entities"] if fact in e["roles"])
        line = f"{holder}: {fact['title']} | {names.get(fact['of'], 'no institution')}"
    start, end = at["start"], at["end"]
    context = f"{text[max(0, start - AROUND) : start]}[[{text[start:end]}]]{text[end : end + AROUND]}"
    return f"{line}\n  (published {output['published']}) … {' '.join(context.split())} …"


def _part(kind: str, part: Record, names: Mapping[str, str]) -> str:
    """What else is told of an event, in words."""
    if kind == "participants":
        return f"{names[part['entity']]} ({part['role']})"
    return f"at {names[part['place']]}" if kind == "event_places" else f"{part['what']} {part['low']}-{part['high']}"


def main() -> int:
    """Ask, and take the answers down; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.read", description=__doc__)
    parser.add_argument("kind", choices=READ)
    parser.add_argument("shared", nargs="?", type=Path, default=Path("../shared"))
    parser.add_argument("--split", default="dev", help="of corpora that have others, such as train, to learn from")
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    chosen = parser.parse_args()
    verdicts = Verdicts.load()
    try:
        shared, extraction = Shared.at(chosen.shared), Extraction(chosen.jobs)
        waiting: list[tuple[Key, Record, Record, str]] = []
        for corpus in NEWS if chosen.split == "dev" else MORE:
            lines = shared.inputs(corpus, chosen.split)
            texts = {record["id"]: record["text"] for record in map(json.loads, lines)}
            outputs = extraction.of(lines)
            waiting += [(k, f, outputs[k[2]], texts[k[2]]) for k, f in unread(chosen.kind, corpus, outputs, verdicts)]
    except NewsgraphError as error:
        sys.stderr.write(f"evaluation: {error}\n")
        return error.exit_code
    drawn = random.Random(chosen.seed).sample(waiting, min(chosen.count, len(waiting)))  # noqa: S311 - a sample
    for key, fact, output, text in drawn:
        sys.stdout.write(shown(chosen.kind, fact, output, text) + "\n")
        answer = input("right, wrong, skip, quit? ").strip()[:1]
        if answer == "q":
            break
        if answer in ("r", "w"):
            verdicts.found[key] = answer == "r"
            verdicts.save(FILE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
