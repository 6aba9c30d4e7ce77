"""KnowledgeNet: passages in which people marked who belongs to what, and where firms have their seat.

Its gold is told for some properties of each passage only (`exhaustive_properties`): a fact of ours is judged where its
property is one of them.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator

from evaluation.shared import Record, Shared

NAME = "knowledgenet"
BELONGING = frozenset(("EMPLOYEE_OR_MEMBER_OF", "CEO", "FOUNDED_BY", "POLITICAL_AFFILIATION"))
"""Each of these bears out that somebody has an office there, or is a member."""
SEAT = frozenset(("HEADQUARTERS",))


def passages(shared: Shared) -> list[Record]:
    """The passages that are told for a property by which we can be judged."""
    path = shared.folder / "corpora" / "knowledgenet_train.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        every = [json.loads(line) for line in lines]
    return [p for p in every if {"EMPLOYEE_OR_MEMBER_OF", *SEAT} & set(p["exhaustive_properties"])]


def inputs(shared: Shared, corpus: str, split: str, limit: int | None = None) -> list[bytes]:
    """The input lines of `newsgraph extract` for a corpus, the first `limit` of them: of these passages, too, which the
    programs of the evaluation do not know."""
    if corpus != NAME:
        return shared.inputs(corpus, split, limit)
    return [json.dumps({"id": p["id"], "text": p["text"]}).encode() for p in passages(shared)[:limit]]


def roles(gold: Record, found: Record) -> Iterator[tuple[Record, float, bool]]:
    """Every role at an organisation; right where gold says that its holder belongs there."""
    entities = {e["id"]: e for e in found["entities"]}
    if "EMPLOYEE_OR_MEMBER_OF" in gold["exhaustive_properties"]:
        for entity in found["entities"]:
            for role in entity["roles"]:
                body = entities.get(role["of"])
                if body is not None and body["type"] == "Organisation":
                    yield role, role["confidence"], _borne_out(gold, entity, body, BELONGING)


def relations(gold: Record, found: Record) -> Iterator[tuple[Record, float, bool]]:
    """Every membership that is no title, and every seat, that is stated; right where gold has it, too."""
    entities = {e["id"]: e for e in found["entities"]}
    offices = {(e["id"], r["of"], json.dumps(r["evidence"])) for e in found["entities"] for r in e["roles"]}
    asked = {"MEMBER_OF": ("EMPLOYEE_OR_MEMBER_OF", BELONGING), "BASED_IN": ("HEADQUARTERS", SEAT)}
    for relation in found["relations"]:
        told, properties = asked.get(relation["type"], ("", frozenset()))
        one, other = entities.get(relation["from"]), entities.get(relation["to"])
        by_title = (relation["from"], relation["to"], json.dumps(relation["evidence"])) in offices
        if one is None or other is None or by_title or told not in gold["exhaustive_properties"]:
            continue
        if relation["type"] == "MEMBER_OF" or one["type"] == "Organisation":
            yield relation, relation["confidence"], _borne_out(gold, one, other, properties)


def _borne_out(gold: Record, one: Record, other: Record, properties: frozenset[str]) -> bool:
    """Whether gold has a fact of these properties between the two, in either order."""
    for fact in gold["facts"]:
        if fact["property"] in properties:
            ends = fact["subject"], fact["object"]
            if any(_meant(one, a) and _meant(other, b) for a, b in (ends, ends[::-1])):
                return True
    return False


def _meant(entity: Record, span: Record) -> bool:
    return any(m["start"] < span["end"] and span["start"] < m["end"] for m in entity["mentions"])
