"""What `graph/write` takes: the facts of one article, as rows for nodes and relationships of the model.

Made by `loaders/resolve`; pure values. `Facts.check` holds every row against `graph/model.py`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from graph.model import NODE, PROVENANCE, RELATIONSHIP, Article

Value = str | int | float | bool | date | list[str] | list[int] | list[float] | None


@dataclass(frozen=True, slots=True)
class Vector:
    """Where a text stands among texts, by its meaning."""

    of: str
    """A mark of the model and of the text that it was made from: the same mark, the same vector."""
    numbers: tuple[float, ...]
    """384 of them, each of float32, of length 1 together."""

    def properties(self) -> dict[str, Value]:
        """As a node bears it."""
        return {"vector": list(self.numbers), "vector_of": self.of}


@dataclass(frozen=True, slots=True)
class Node:
    """One node: label of the model, our id, properties of the model. Dates are `datetime.date`."""

    label: str
    id: str
    properties: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Link:
    """One relationship between two nodes, given by label and id."""

    type: str
    id: str
    start: tuple[str, str]
    """(label, id)"""
    end: tuple[str, str]
    properties: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Facts:
    """All that one article says, ready to be written in one transaction."""

    article: Article
    language: str
    reader: str
    """Which reader (and version) read the article; empty if it was not read."""
    note: str
    """Why it was not read; empty if it was."""
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    vector: Vector | None = None
    """Of the article: its headline and beginning."""

    def check(self) -> None:
        """Raise ValueError for a row that the model does not know."""
        for node in self.nodes:
            unknown = set(node.properties) - set(NODE[node.label].properties)
            if unknown:
                raise ValueError(f"{node.label} {node.id} bears unknown properties {sorted(unknown)}")
        for link in self.links:
            kind = RELATIONSHIP[link.type]
            allowed = {*kind.properties, *(PROVENANCE if kind.asserted else ())}
            unknown = set(link.properties) - allowed
            if unknown:
                raise ValueError(f"{link.type} {link.id} bears unknown properties {sorted(unknown)}")
            if link.start[0] not in kind.start or link.end[0] not in kind.end:
                raise ValueError(f"{link.type} cannot lead from {link.start[0]} to {link.end[0]}")


def short_id(*parts: object) -> str:
    """16 hexadecimal digits (64 bits) that stay the same for the same parts."""
    return hashlib.blake2b("\x1f".join(map(str, parts)).encode(), digest_size=8).hexdigest()
