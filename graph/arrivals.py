"""The order in which quotes and reports came into the graph, and the cursors of places in it.

Numbers are given out by writers in their turns (`cypher/write/take_numbers.cypher`), so that a higher number is never
committed before a lower one. Who has read up to the newest number has missed nothing.
"""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.cypher import statement
from graph.errors import BeginAnew, FixInput, RepairStore

if TYPE_CHECKING:
    from graph.store import Seen, Store

PATIENCE = 5.0
"""Seconds for asking for the newest number."""


@dataclass(frozen=True, slots=True)
class Newest:
    """Up to which number anything has arrived."""

    number: int
    graph: str
    """A mark of the graph; empty while nothing has been numbered in it."""
    seen: Seen = None
    """What a reader is given that must see all of it."""


def newest(store: Store) -> Newest:
    """The newest number. RetryLater where the store is away."""
    found, seen = store.seen(statement("lookup/newest.cypher"), {}, timeout=PATIENCE)
    if not (isinstance(found, list) and len(found) == 2 and isinstance(found[0], int) and isinstance(found[1], str)):
        raise RepairStore("The store's count of arrivals is no number.", "Run `newsgraph doctor`.")
    return Newest(found[0], found[1], seen)


def cursor(graph: str, number: int) -> str:
    """The opaque text of a place in the order.

    >>> cursor("4f0c", 7)
    'WyJhcnJpdmVkIiwiNGYwYyIsN10'
    """
    plain = json.dumps(["arrived", graph, number], separators=(",", ":"))
    return base64.urlsafe_b64encode(plain.encode()).decode().rstrip("=")


def position(text: str, there: Newest) -> int:
    """Read a cursor back. FixInput for one that is not ours; BeginAnew for one that the graph does not reach."""
    try:
        kind, graph, number = json.loads(base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True))
    except (binascii.Error, ValueError, TypeError, RecursionError):
        raise FixInput("The cursor cannot be read.", "Give one that an earlier message brought.") from None
    if kind != "arrived" or not isinstance(graph, str) or type(number) is not int or number < 0:
        raise FixInput("The cursor is none of a subscription.", "Give one that an earlier message brought.")
    if graph != there.graph or number > there.number:
        raise BeginAnew(
            "The cursor is of another graph, or of a later state of this one than is there now.",
            "Begin anew without `after`, and ask for what is there by a query.",
        )
    return number
