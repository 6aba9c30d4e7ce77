"""Pages with keyset cursors: order, sort key and id of a row. No page is ever counted off."""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import dataclass
from typing import Literal, TypeVar

from graph.errors import FixInput

T = TypeVar("T")
Order = Literal["newest", "oldest", "ascending", "descending", "score"]

DEFAULT = 20
LIMIT = 1_000
"""Rows that one page may have."""

DESCENDING: dict[Order, bool] = {
    "newest": True, "oldest": False, "ascending": False, "descending": True, "score": True,
}  # fmt: skip
KEYS: dict[Order, str] = {"ascending": "name", "descending": "name-descending"}
"""What a cursor calls an order, where it is not called by its own name."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands in an order: its sort key (day, name or score), then its id."""

    key: str | float
    id: str


@dataclass(frozen=True, slots=True)
class Window:
    """Which rows of an order a statement reads: expressions for how many, and for the places that they lie between.

    Where somebody asks whether there is more, one row more than the page has is read.
    """

    order: Order
    limit: str
    after: str | None = None
    """An expression for a map with `key` and `id`."""
    before: str | None = None
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
            parts.append(_beyond(key, ident, "<" if down else ">", self.after))
        if self.before:
            parts.append(_beyond(key, ident, ">" if down else "<", self.before))
        return " ".join(parts)


def _beyond(key: str, ident: str, sign: str, place: str) -> str:
    # The first half is a range that the index can seek, the second settles rows with the same key. Were that a range,
    # too, the planner might read all rows beyond by one index, all with a later id by another, and sort them.
    return f"AND {key} {sign}= {place}.key AND ({key} <> {place}.key OR {ident} {sign} {place}.id)"


def size(first: int | None, last: int | None) -> int:
    """How many rows a page has. FixInput for a size that is none."""
    if first is not None and last is not None:
        raise FixInput("A page is asked for with first and last at once.", "Give one of them.")
    for name, wanted in (("first", first), ("last", last)):
        if wanted is not None and not 0 <= wanted <= LIMIT:
            raise FixInput(f"{name}: {wanted} is no size for a page.", f"Give a number from 0 to {LIMIT}.")
    return first if first is not None else last if last is not None else DEFAULT


def cut(rows: list[T], limit: int, *, backward: bool, after: bool, before: bool) -> tuple[list[T], bool, bool]:
    """The rows of a page, in the order asked for, and whether there is more after and before it.

    `rows` are as they were walked, at most one too many; `after`, `before`: whether there was such a cursor.
    """
    more = len(rows) > limit
    kept = rows[:limit]
    if backward:
        kept.reverse()
        return kept, before, more
    return kept, more, after


def cursor(order: Order, key: str | float, ident: str) -> str:
    """The opaque text of a place in an order."""
    plain = json.dumps([KEYS.get(order, order), key, ident], ensure_ascii=False, separators=(",", ":"))
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
    named = KEYS.get(order, order)
    if kind != named or not isinstance(key, wanted) or isinstance(key, bool) or not isinstance(ident, str):
        raise FixInput(
            "The cursor belongs to a page in another order.", "Keep the arguments of a connection while turning pages."
        )
    return Place(key, ident)
