"""The register of resolvers: one for each field of an object type or interface that is no plain property."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.api.reference.model import Graph, Link, Node, far

MOST_LINKS = 100


@dataclass
class Run:
    """One operation: the graph, how many rows a page may have, and the lists that were cut."""

    graph: Graph
    most: int
    path: list[str | int] = field(default_factory=list)
    """Of the field that is being resolved."""
    cut: list[dict[str, Any]] = field(default_factory=list)

    def linked(
        self, node: Node, type_: str, order: Callable[[Link, Node], Any], *, outgoing: bool, whole: bool = True
    ) -> list[tuple[Link, Node]]:
        """The links of a type with their other ends, in order; cut after 100, which is told where a list is shown."""
        found = sorted(far(node, type_, outgoing=outgoing), key=lambda pair: order(*pair))
        if whole and len(found) > MOST_LINKS:
            self.cut.append({"path": self.path, "links": MOST_LINKS})
        return found[:MOST_LINKS]


Resolver = Callable[[Any, Run, dict[str, Any]], Any]
"""Of the object, the operation, and the arguments."""
RESOLVERS: dict[str, Resolver] = {}
"""By `Type.field`; a field of an interface stands for those of all its types."""
PROPERTIES: dict[str, frozenset[str]] = {}
"""Fields that are plain properties, by type."""
UNCOMPARED = {
    # What is marked in a hit, and which piece of a text shows it, is the search's own to say.
    "Hit.highlights", "Highlight.field", "Highlight.text", "Highlight.spans",
    "Span.start", "Span.end", "Span.utf16Start", "Span.utf16End",
    "Query.audit",
    "Step.type", "Step.from", "Step.to", "Step.forward", "Step.evidence",
}  # fmt: skip
"""Fields that the reference does not answer, and that no operation is made of."""
UNASKED = {
    "Mutation", "LoadPayload", "ForgetPayload", "EntityPayload", "ChangeCounts", "AuditEntry",
    "Subscription", "QuoteSaid", "EventReported",
}  # fmt: skip
"""Types that no query leads to without a token, or at all."""


def resolves(*names: str) -> Callable[[Resolver], Resolver]:
    def register(resolver: Resolver) -> Resolver:
        for name in names:
            assert name not in RESOLVERS
            RESOLVERS[name] = resolver
        return resolver

    return register


def properties(type_: str, *names: str) -> None:
    PROPERTIES[type_] = frozenset(names)


def down(value: Any) -> tuple[bool, Any]:
    """A key for what sorts the greatest first, and what has no value before all (as the database sorts)."""
    if value is None:
        return (False, 0)
    return (True, -value if isinstance(value, int | float) else tuple(-ord(c) for c in value))


def up(value: Any) -> tuple[bool, Any]:
    """A key for what sorts the least first, and what has no value last."""
    return (value is None, value if value is not None else 0)


def once(pairs: list[tuple[Link, Node]]) -> list[tuple[Link, Node]]:
    """The first link to each node."""
    kept: dict[str, tuple[Link, Node]] = {}
    for link, node in pairs:
        kept.setdefault(node.id, (link, node))
    return list(kept.values())
