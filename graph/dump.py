"""The whole graph as lines, for comparison."""

from __future__ import annotations

import json

from graph.cypher import statement
from graph.model import NODE
from graph.store import Store
from graph.turn import plain

_ALL = 10_000_000
_LONG = 600.0


def dump(store: Store) -> list[str]:
    """Every node and relationship with all its properties, sorted. Equal graphs give equal lines."""
    nodes = store.read(statement("dump/nodes.cypher"), {"labels": list(NODE)}, rows=_ALL, timeout=_LONG)
    links = store.read(statement("dump/links.cypher"), rows=_ALL, timeout=_LONG)
    return sorted(json.dumps(plain(row), sort_keys=True, ensure_ascii=False, default=str) for row in (*nodes, *links))
