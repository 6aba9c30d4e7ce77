"""Pages with keyset cursors: order, sort key and id of a row. No page is ever counted off."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from graph.errors import FixInput

Row = dict[str, Any]
Order = Literal["newest", "oldest", "name", "score"]

DEFAULT = 20
LIMIT = 100
"""Rows that one page may have."""

DESCENDING: dict[Order, bool] = {"newest": True, "oldest": False, "name": False, "score": True}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands in an order: its sort key (day, name or score), then its id."""

    key: str | float
    id: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A row with the cursor that leads to it."""

    cursor: str
    row: Row


@dataclass(frozen=True, slots=True)
class Page:
    """Edges in the order asked for, and whether there is more on either side."""

    edges: tuple[Edge, ...]
    has_next: bool
    has_previous: bool


EMPTY = Page((), False, False)


@dataclass(frozen=True, slots=True)
class Window:
    """Which rows of an order are wanted: `limit` rows after and/or before a place, from the front or from the back."""

    order: Order
    limit: int = DEFAULT
    after: Place | None = None
    before: Place | None = None
    backward: bool = False

    @property
    def descending(self) -> bool:
        """Direction in which the database walks; a page from the back is walked the other way, then turned round."""
        return DESCENDING[self.order] != self.backward

    @property
    def direction(self) -> str:
        return "DESC" if self.descending else "ASC"

    def within(self, key: str, ident: str) -> str:
        """A condition for the rows between `after` and `before`, starting with AND; empty without cursors."""
        down = DESCENDING[self.order]
        parts = []
        if self.after:
            parts.append(_beyond(key, ident, "<" if down else ">", "after"))
        if self.before:
            parts.append(_beyond(key, ident, ">" if down else "<", "before"))
        return " ".join(parts)

    def parameters(self) -> dict[str, object]:
        """Parameters for `within`, and `limit`: one row more than wanted, to know whether there is more."""
        values: dict[str, object] = {"limit": self.limit + 1}
        for name, place in (("after", self.after), ("before", self.before)):
            if place:
                values |= {f"{name}_key": place.key, f"{name}_id": place.id}
        return values

    def page(self, rows: Sequence[Row], key: str) -> Page:
        """Cut the walked rows (at most one too many) to a page. `key`: name of the sort key in a row."""
        more = len(rows) > self.limit
        kept = list(rows[: self.limit])
        if self.backward:
            kept.reverse()
        edges = tuple(Edge(cursor(self.order, row[key], row["id"]), row) for row in kept)
        if self.backward:
            return Page(edges, self.before is not None, more)
        return Page(edges, more, self.after is not None)


def _beyond(key: str, ident: str, sign: str, name: str) -> str:
    # The first half is a range that the index can seek, the second settles rows with the same key.
    return f"AND {key} {sign}= ${name}_key AND ({key} {sign} ${name}_key OR {ident} {sign} ${name}_id)"


def window(
    order: Order,
    first: int | None = None,
    after: str | None = None,
    last: int | None = None,
    before: str | None = None,
) -> Window:
    """Read a page's arguments as Relay defines them. FixInput for a size or cursor that cannot be used."""
    if first is not None and last is not None:
        raise FixInput("A page is asked for with first and last at once.", "Give one of them.")
    for name, size in (("first", first), ("last", last)):
        if size is not None and not 0 <= size <= LIMIT:
            raise FixInput(f"{name}: {size} is no size for a page.", f"Give a number from 0 to {LIMIT}.")
    size = first if first is not None else last if last is not None else DEFAULT
    return Window(order, size, place(after, order), place(before, order), backward=last is not None)


def cursor(order: Order, key: str | float, ident: str) -> str:
    """The opaque text of a place in an order."""
    plain = json.dumps([order, key, ident], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(plain.encode()).decode().rstrip("=")


def place(text: str | None, order: Order) -> Place | None:
    """Read a cursor back. FixInput for one that is not ours or belongs to another order."""
    if text is None:
        return None
    try:
        padded = text + "=" * (-len(text) % 4)
        kind, key, ident = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (binascii.Error, ValueError, TypeError):
        raise FixInput("The cursor cannot be read.", "Give one that an earlier page returned.") from None
    wanted = (int, float) if order == "score" else (str,)
    if kind != order or not isinstance(key, wanted) or isinstance(key, bool) or not isinstance(ident, str):
        raise FixInput(
            "The cursor belongs to a page in another order.", "Keep the arguments of a connection while turning pages."
        )
    return Place(key, ident)
