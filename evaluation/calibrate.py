"""`python -m evaluation.calibrate [SHARED] [--write]`: the weights of confidence, fitted anew.

Run it after what is read has changed: each kind of fact is read with the stages' own scores, held against gold, and its
evidence weighed. With `--write` the weights go where the product takes them from; else they are printed. The table that
comes with them counts, for each fact, only weights that were fitted without its document.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

from evaluation import passages
from evaluation.calibration import SURE, bands
from evaluation.fit import Known, fit, held, promised, ridge_of, surer
from evaluation.judge import READ, Judge
from evaluation.rows import MORE, NEWS
from evaluation.shared import Record, Shared
from evaluation.verdicts import PARTS, Verdicts
from graph.errors import NewsgraphError
from graph.model import Article
from graph.settings import Settings
from loaders.extract import confidence
from loaders.extract.confidence import doings, events, evidence, parts
from loaders.extract.confidence.evidence import Grounds
from loaders.extract.confidence.scale import MOST, Weights, borne
from loaders.extract.contract import record
from loaders.extract.reader import Reader
from loaders.extract.reading import Reading

FITTED = {
    "quotes": ("polnear",),
    "names": (
        "ieer",
    ),  # the terms of CoNLL++ forbid to learn from it; its names show whether the weights hold elsewhere
    "places": ("lgl", "trnews", "gwn", "geovirus"),
    "dates": ("tbaq",),
    **dict.fromkeys(READ, NEWS),
}

Sides = list[Grounds | None]
"""The grounds of the facts of a kind, in the order of `items`."""


def read(lines: Sequence[bytes], name: str) -> list[tuple[Record, dict[str, Sides]]]:
    """The output for these input lines, before confidence is settled, and what speaks for each of its facts. `name`:
    which reader reads."""
    reader = Reader(Settings().model_copy(update={"reader": name, "vectors": False}), settle=lambda _, reading: reading)
    given = [json.loads(line) for line in lines]
    articles = [Article(d["id"], d["text"], d.get("title") or "", d.get("published")) for d in given]
    return [(record(r), sides(a.text, r)) for a, r in zip(articles, reader.read_all(articles), strict=True)]


def wanted(kind: str, corpus: str, lines: Sequence[bytes]) -> list[bytes]:
    """The input lines by which this kind can be judged: where facts were read, those of their documents."""
    if kind not in READ or corpus == passages.NAME:
        return list(lines)
    documents = Verdicts.load().documents(kind, corpus)
    return [line for line in lines if json.loads(line)["id"] in documents]


def sides(text: str, reading: Reading) -> dict[str, Sides]:
    """By kind of fact: the grounds of each."""
    return {
        "quotes": list(evidence.quotes(text, reading)),
        "names": list(evidence.names(text, reading)),
        "places": [evidence.place(e, e.location) if e.location else None for e in reading.entities],
        "dates": [evidence.time(text, t) for t in reading.times],
        "events": list(events.events(text, reading)),
        "participants": [grounds for each in parts.participants(text, reading) for grounds in each],
        "event_places": [grounds for each in parts.places(text, reading) for grounds in each],
        "figures": [grounds for each in parts.figures(text, reading) for grounds in each],
        "relations": list(doings.relations(text, reading)),
        "roles": [grounds for each in doings.roles(text, reading) for grounds in each],
    }


def items(kind: str, output: Record) -> list[Record]:
    """The facts of a kind that an output states, in the order of the reading."""
    if kind == "roles":
        return [role for entity in output["entities"] for role in entity["roles"]]
    if kind in PARTS:
        return [part for event in output["events"] for part in event[PARTS[kind]]]
    name = {"names": "entities", "places": "entities", "dates": "times"}.get(kind, kind)
    facts: list[Record] = output[name]
    return facts


def known(
    shared: Shared,
    kind: str,
    corpus: str,
    split: str,
    read_: Sequence[tuple[Record, dict[str, Sides]]],
    promised: bool = True,
) -> list[Known]:
    """The judged facts of a kind with their grounds. `promised`: whether the promise is given on this part."""
    grounds: dict[int, Grounds] = {}
    for output, of in read_:
        grounds |= {id(item): g for item, g in zip(items(kind, output), of[kind], strict=True) if g is not None}
    outputs = {output["id"]: output for output, _ in read_}
    return [
        Known(f"{corpus} {fact.document}", grounds[id(fact.fact)], fact.right, promised)
        for fact in Judge(shared).judge(kind, corpus, split, outputs)
        if id(fact.fact) in grounds
    ]


def as_toml(found: Mapping[str, Weights]) -> str:
    """The scale as the file that the product reads."""
    lines = ["# Weights of what speaks for (above 0) and against (below 0) a fact: see confidence/scale.py.",
             "# Written by `python -m evaluation.calibrate --write`."]  # fmt: skip
    for kind, weights in found.items():
        lines += ["", f"[{kind}]", f"fitted = {json.dumps(weights.fitted)}", f"base = {weights.base}"]
        lines += [f"most = {weights.most}"] * (weights.most < MOST)
        lines += [f"sure = {weights.sure}"] * (weights.sure < SURE)
        lines += [f"raw = {weights.raw}", f"[{kind}.evidence]"]
        lines += [f"{json.dumps(name)} = {weight}" for name, weight in sorted(weights.evidence.items())]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Fit, print or write; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.calibrate", description=__doc__)
    parser.add_argument("shared", nargs="?", type=Path, default=Path("../shared"))
    parser.add_argument("--only", default=",".join(FITTED), help=f"some of: {', '.join(FITTED)}")
    parser.add_argument("--scale", default="rules", help="the reader that it is for: learned or rules")
    parser.add_argument("--split", default="dev")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--write", action="store_true", help="put the weights where the product reads them")
    chosen = parser.parse_args()
    file = Path(confidence.__file__).parent / f"{chosen.scale}.toml"
    found = dict(confidence.scale(chosen.scale).kinds)
    try:
        shared = Shared.at(chosen.shared)
        with ProcessPoolExecutor(chosen.jobs) as pool:
            for kind in chosen.only.split(","):
                facts = list(_facts(pool, shared, kind, chosen))
                found[kind] = weighed(kind, facts)
                sys.stderr.write(f"{kind}: {found[kind].fitted}\n")
    except NewsgraphError as error:
        sys.stderr.write(f"evaluation: {error}\n")
        return error.exit_code
    text = as_toml(found)
    if chosen.write:
        file.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    return 0


def _facts(pool: Executor, shared: Shared, kind: str, chosen: argparse.Namespace) -> Iterator[Known]:
    """The judged facts of a kind, read in as many processes as were asked for."""
    for corpus in FITTED[kind]:
        for split in (chosen.split, *(MORE.get(corpus, ()) if kind in READ else ())):
            lines = wanted(kind, corpus, passages.inputs(shared, corpus, split))
            given = [chunk for n in range(chosen.jobs) if (chunk := lines[n :: chosen.jobs])]
            said = [one for part in pool.map(read, given, [chosen.scale] * len(given)) for one in part]
            yield from known(shared, kind, corpus, split, said, promised=split == chosen.split)


def weighed(kind: str, facts: Sequence[Known]) -> Weights:
    """The weights of a kind, with a note on how they hold in documents that were left out."""
    ridge = ridge_of(facts)
    weights = surer(held(fit(facts, ridge), facts, ridge), facts, ridge)
    borne_ = ((borne(share, weights), right) for share, right in promised(facts, ridge))
    sure = next(b for b in bands(kind, "", borne_) if b.low == SURE)
    right = sum(fact.right for fact in facts) / max(1, len(facts))
    return replace(weights, fitted=(
        f"{len(facts)} facts, {right:.2f} of them right; in documents left out of the fit {sure.share_of_all:.2f} "
        f"bear 0.9 or more, and {sure.share_right or 0:.2f} of those are right. Data: {', '.join(FITTED[kind])}."
    ))  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
