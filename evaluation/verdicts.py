"""Facts of kinds that no gold judges, read against their sentences and kept as right or wrong.

`verdicts.tsv` has one line a fact: kind, corpus, document, a digest of all that the fact says, `right` or `wrong`. It
holds no text. A fact that is stated otherwise after a change has another digest, so it counts as unread: neither right
nor wrong. `python -m evaluation.read` shows unread facts and takes down what they are found to be.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.shared import Record

KINDS = ("events", "participants", "event_places", "figures", "roles", "relations")
"""Of an event, what it says itself (type, status, day) is one fact; who took part, where, and each figure, others."""
FILE = Path(__file__).parent / "verdicts.tsv"
Key = tuple[str, str, str, str]
"""Kind, corpus, document, digest."""


@dataclass(slots=True)
class Verdicts:
    """Which facts were found to be right."""

    found: dict[Key, bool] = field(default_factory=dict)

    @classmethod
    def load(cls, file: Path = FILE) -> Verdicts:
        """Those of a file; none where there is no file. ValueError for a line of another form."""
        made: dict[Key, bool] = {}
        for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
            kind, corpus, document, digest_, verdict = line.split("\t")
            made[kind, corpus, document, digest_] = {"right": True, "wrong": False}[verdict]
        return cls(made)

    def save(self, file: Path = FILE) -> None:
        """In the order of their keys."""
        lines = ("\t".join((*key, "right" if right else "wrong")) for key, right in sorted(self.found.items()))
        file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")

    def documents(self, kind: str, corpus: str) -> frozenset[str]:
        """Those of a corpus in which facts of this kind were read."""
        return frozenset(key[2] for key in self.found if key[:2] == (kind, corpus))

    def of(self, kind: str, corpus: str, output: Record) -> Iterator[tuple[Record, bool | None]]:
        """Each fact of a kind that the output states with its verdict; None for one that nobody read."""
        for fact, said in stated(kind, output):
            yield fact, self.found.get((kind, corpus, output["id"], digest(said)))


def stated(kind: str, output: Record) -> Iterator[tuple[Record, Sequence[object]]]:
    """Each fact of a kind, and all that it says, without ids that hold within one output only."""
    names = {e["id"]: e["name"] for e in output["entities"]} | {v["id"]: v["label"] for v in output["events"]}
    if kind == "events":
        for event in output["events"]:
            at = _at(event["trigger"])
            yield event, (event["type"], event["status"], at, event["date"], event["date_end"])
    elif kind in PARTS:
        for event in output["events"]:
            for part in event[PARTS[kind]]:
                yield part, (event["type"], _at(event["trigger"]), *_told(kind, part, names))
    elif kind == "relations":
        for relation in output["relations"]:
            if relation["type"] != "HOLDS_ROLE" and not relation["title"]:
                yield relation, (
                    relation["type"], names[relation["from"]], names[relation["to"]], _at(relation["evidence"]),
                    relation["assertion"], names.get(relation["attributed_to"]),
                )  # fmt: skip
    else:
        for entity in output["entities"]:
            for role in entity["roles"]:
                yield role, (entity["name"], role["title"], names.get(role["of"]), _at(role["evidence"]))


PARTS = {"participants": "participants", "event_places": "place_links", "figures": "numbers"}
"""Where an event of the output holds what else is told of it."""


def _told(kind: str, part: Record, names: Mapping[str, str]) -> tuple[object, ...]:
    if kind == "participants":
        return names[part["entity"]], part["role"]
    return (names[part["place"]],) if kind == "event_places" else (part["what"], str(part["low"]), str(part["high"]))


def _at(span: Record) -> tuple[int, int]:
    return span["start"], span["end"]


def digest(said: Sequence[object]) -> str:
    """The same for the same saying."""
    return hashlib.blake2b(json.dumps(said, ensure_ascii=False).encode(), digest_size=6).hexdigest()
