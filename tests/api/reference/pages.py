"""Pages: their arguments, cursors, and what a connection shows."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from graph.errors import FixInput

DESCENDING = {"newest": True, "oldest": False, "name": False, "score": True, "ascending": False, "descending": True}
"""Whether an order of the schema begins with what is greatest."""

Key = tuple[Any, str]
"""What a row is ordered by: its day, name or score, then its id."""


@dataclass
class Asked:
    """A page's arguments, looked at before anything else is done."""

    order: str
    size: int
    backward: bool
    after: Key | None
    before: Key | None

    @property
    def turned(self) -> bool:
        return bool(self.after or self.before)


def asked(args: dict[str, Any], order: str, most: int, cursors: str | None = None) -> Asked:
    """`most`: rows that a page may have. `cursors`: how cursors name the order, where not by its name."""
    first, last = args.get("first"), args.get("last")
    if first is not None and last is not None:
        raise FixInput("A page is asked for with first and last at once.", "Give one of them.")
    for name, size in (("first", first), ("last", last)):
        if size is not None and (size < 0 or size > most):
            raise FixInput(f"{name}: {size} is no size for a page.", f"Give a number from 0 to {most}.")
    size = next((given for given in (first, last) if given is not None), 20)
    kind = cursors or order
    after, before = (opened(args.get(name), kind) for name in ("after", "before"))
    return Asked(order, size, last is not None, after, before)


def cursor(order: str, key: Key) -> str:
    plain = json.dumps([order, *key], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(plain.encode()).decode().rstrip("=")


def opened(text: str | None, order: str) -> Key | None:
    """The key that a cursor holds."""
    if text is None:
        return None
    try:
        bits = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        kind, key, ident = json.loads(bits)
    except (ValueError, TypeError):
        raise FixInput("The cursor cannot be read.", "Give one that an earlier page returned.") from None
    number = isinstance(key, int | float) and not isinstance(key, bool)
    fits = number if order == "score" else isinstance(key, str)
    if kind != order or not fits or not isinstance(ident, str):
        raise FixInput(
            "The cursor belongs to a page in another order.", "Keep the arguments of a connection while turning pages."
        )
    return key, ident


@dataclass
class Page:
    """A connection. `rows`: all that fit, each with its key; `reason`: why the page is empty, if it is."""

    asked: Asked
    rows: list[tuple[Key, Any]]
    reason: Callable[[], dict[str, Any]]
    cursors: str = ""
    edges: list[dict[str, Any]] = field(default_factory=list)
    info: dict[str, Any] = field(default_factory=dict)
    empty: bool = False
    """Whether there is nothing to show; a page of no rows (first: 0) is empty for no other reason."""

    def __post_init__(self) -> None:
        down = DESCENDING[self.asked.order]
        self.rows = sorted(self.rows, key=lambda row: row[0], reverse=down)
        shown = self.rows
        for limit, later in ((self.asked.after, True), (self.asked.before, False)):
            if limit is not None:
                shown = [row for row in shown if row[0] != limit and (row[0] > limit) == (later != down)]
        self.empty = not shown
        more = len(shown) > self.asked.size
        if self.asked.backward:
            shown = shown[len(shown) - self.asked.size :] if more else shown
        else:
            shown = shown[: self.asked.size]
        name = self.cursors or self.asked.order
        self.edges = [{"cursor": cursor(name, key), "node": item, "key": key} for key, item in shown]
        backward = self.asked.backward
        self.info = {
            "hasNextPage": self.asked.before is not None if backward else more,
            "hasPreviousPage": more if backward else self.asked.after is not None,
            "startCursor": self.edges[0]["cursor"] if self.edges else None,
            "endCursor": self.edges[-1]["cursor"] if self.edges else None,
        }


def page(
    asked: Asked, items: Iterable[Any], key: Callable[[Any], Key], reason: Callable[[], dict[str, Any]] | None = None,
    cursors: str = "",
) -> Page:  # fmt: skip
    """The page of these items."""
    return Page(asked, [(key(item), item) for item in items], reason or (lambda: nothing(turned=asked.turned)), cursors)


def why(code: str, message: str, suggestions: Iterable[str] = ()) -> dict[str, Any]:
    return {"code": code, "message": message, "suggestions": list(suggestions)}


def nothing(*, turned: bool) -> dict[str, Any]:
    """The reason of a page within an object."""
    if turned:
        return why("END", "There is nothing on that side of the cursor.")
    return why("NOTHING_FOUND", "Nothing fits all that was asked for.")
