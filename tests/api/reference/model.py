"""The whole graph in memory: two statements for what is in it, and one for each question to a full-text index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from graph.store import Store

ENTITIES = ("Person", "Organisation", "Place", "Unnamed")
LABELS = (*ENTITIES, "Article", "Event", "Quote", "Claim", "Figure")
DIRECT = (
    "ACCUSED", "MET", "TALKED_WITH", "VISITED", "URGED", "PROMISED", "THREATENED", "REJECTED", "SUPPORTED",
    "CRITICISED", "AGREED_WITH", "AIDED", "SANCTIONED", "ATTACKED", "CONTROLS", "RETREATED_FROM", "DETAINED",
    "DEPORTED", "PROTESTED_AGAINST", "APPOINTED", "ABSTAINED_FROM", "TRADED_WITH",
)  # fmt: skip
BOTH_WAYS = ("MET", "TALKED_WITH", "AGREED_WITH")
"""What goes both ways. Trading, which may be buying, has a direction."""

_ALL = 1_000_000
_NODES = "MATCH (n) WHERE n.id IS NOT NULL RETURN labels(n) AS labels, properties(n) AS properties"
_LINKS = "MATCH (s)-[r]->(e) RETURN type(r) AS type, s.id AS start, e.id AS end, properties(r) AS properties"
_WORDS = "CALL db.index.fulltext.queryNodes($index, $query) YIELD node, score RETURN node.id AS id, score"


@dataclass(eq=False)
class Node:
    """A node with its links, by type, in both directions."""

    label: str
    values: Mapping[str, Any]
    out: dict[str, list[Link]] = field(default_factory=lambda: defaultdict(list))
    into: dict[str, list[Link]] = field(default_factory=lambda: defaultdict(list))

    @property
    def id(self) -> str:
        return str(self.values["id"])

    @property
    def names(self) -> list[str]:
        return [self.values.get("name") or "", *(self.values.get("aliases") or ())]

    def get(self, name: str) -> Any:
        return self.values.get(name)


@dataclass(eq=False)
class Link:
    """A relationship between two nodes."""

    type: str
    start: Node
    end: Node
    values: Mapping[str, Any]

    def get(self, name: str) -> Any:
        return self.values.get(name)


@dataclass
class Graph:
    """All nodes by id, and the words that the store's full-text indexes find."""

    store: Store
    nodes: dict[str, Node]
    links: list[Link]
    _by_label: dict[tuple[str, ...], list[Node]] = field(default_factory=dict)
    _asked: dict[tuple[str, str], list[tuple[Node, float]]] = field(default_factory=dict)

    @classmethod
    def read(cls, store: Store) -> Graph:
        nodes: dict[str, Node] = {}
        for row in store.read(_NODES, rows=_ALL):
            (label,) = (each for each in _list(row["labels"]) if each != "Entity")
            if label in LABELS:
                node = Node(label, _plain(row["properties"]))
                nodes[node.id] = node
        links = []
        for row in store.read(_LINKS, rows=_ALL):
            start, end = nodes[str(row["start"])], nodes[str(row["end"])]
            link = Link(str(row["type"]), start, end, _plain(row["properties"]))
            links.append(link)
            start.out[link.type].append(link)
            end.into[link.type].append(link)
        return cls(store, nodes, links)

    @cached_property
    def direct(self) -> list[Link]:
        """The direct relationships."""
        return [link for link in self.links if link.type in DIRECT]

    def all(self, *labels: str) -> list[Node]:
        if labels not in self._by_label:
            self._by_label[labels] = [node for node in self.nodes.values() if node.label in labels]
        return self._by_label[labels]

    def node(self, ident: object, *labels: str) -> Node | None:
        """The node with this id, if it has one of the labels (any where none is given)."""
        found = self.nodes.get(str(ident))
        return found if found and (not labels or found.label in labels) else None

    def find_words(self, index: str, query: str) -> list[tuple[Node, float]]:
        """What a full-text index of the store finds, with scores, the best first. Nothing for no query."""
        if not query:
            return []
        if (index, query) not in self._asked:
            found = self.store.read(_WORDS, {"index": index, "query": query}, rows=_ALL)
            self._asked[index, query] = [(self.nodes[str(r["id"])], float(str(r["score"]))) for r in found]
        return self._asked[index, query]


def far(node: Node, type_: str, *, outgoing: bool) -> Iterable[tuple[Link, Node]]:
    """The links of a type in one direction, each with its other end."""
    if outgoing:
        return [(link, link.end) for link in node.out[type_]]
    return [(link, link.start) for link in node.into[type_]]


def _plain(values: object) -> dict[str, Any]:
    """Properties without the driver's types: days and times as ISO text."""
    assert isinstance(values, Mapping)
    return {str(k): v.iso_format() if hasattr(v, "iso_format") else v for k, v in values.items()}


def _list(value: object) -> list[Any]:
    assert isinstance(value, list)
    return value
