"""What a write has changed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """Counts of what is different afterwards. Properties count on nodes and links that were there before."""

    nodes_created: int = 0
    nodes_deleted: int = 0
    links_created: int = 0
    links_deleted: int = 0
    properties_set: int = 0

    @property
    def total(self) -> int:
        return self.nodes_created + self.nodes_deleted + self.links_created + self.links_deleted + self.properties_set

    def __add__(self, other: Changes) -> Changes:
        return Changes(
            self.nodes_created + other.nodes_created,
            self.nodes_deleted + other.nodes_deleted,
            self.links_created + other.links_created,
            self.links_deleted + other.links_deleted,
            self.properties_set + other.properties_set,
        )

    def __str__(self) -> str:
        """`0 changes`, `1 change (1 property set)`, `12 changes (7 nodes and 5 relationships created)`."""
        parts = [
            _part(self.nodes_created, "node", "created"),
            _part(self.links_created, "relationship", "created"),
            _part(self.properties_set, "property", "set"),
            _part(self.nodes_deleted, "node", "deleted"),
            _part(self.links_deleted, "relationship", "deleted"),
        ]
        told = ", ".join(part for part in parts if part)
        return f"{self.total} change{'' if self.total == 1 else 's'}" + (f" ({told})" if told else "")


def _part(count: int, noun: str, verb: str) -> str:
    if not count:
        return ""
    plural = noun if count == 1 else {"property": "properties"}.get(noun, noun + "s")
    return f"{count} {plural} {verb}"
