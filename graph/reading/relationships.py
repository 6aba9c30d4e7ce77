"""Who did what to whom: pages of direct relationships, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from graph.errors import FixInput
from graph.model import DIRECT
from graph.reading import rows
from graph.reading.walk import NONE, Conditions, Walk, seek

TYPES = tuple(r.name for r in DIRECT)
SYMMETRIC = frozenset(r.name for r in DIRECT if r.symmetric)
Direction = Literal["out", "in", "both"]

_DAY = "coalesce(toString(r.on), '')"
_ENDS = (*rows.ENTITIES, "Event")
_ROW = (
    f"{{id: r.id, day: {_DAY}, link: {rows.link('r', *TYPES)}, "
    f"subject: {rows.node('subject', *_ENDS)}, object: {rows.node('object', *_ENDS)}}}"
)


def walk(types: Sequence[str] = (), anchored: bool = True) -> Walk:
    """A walk over direct relationships of these types (all where none is given).

    Anchored: those of the entities `parent.ids`, bound as `n`. FixInput for a type that is none.
    """
    wanted = tuple(dict.fromkeys(types)) or TYPES
    for name in wanted:
        if name not in TYPES:
            raise FixInput(f"{name} is no direct relationship.", f"There are: {', '.join(TYPES)}.")
    pattern = f"[r:{'|'.join(wanted)}]"
    if not anchored:
        return Walk(f"MATCH (subject)-{pattern}->(object)", "r, subject, object", _DAY, "r.id", _ROW, "day")
    match = (
        f"UNWIND parent.ids AS id {seek('n', 'id', *_ENDS)} MATCH (n)-{pattern}-() "
        "WITH n, r, startNode(r) AS subject, endNode(r) AS object"
    )
    return Walk(match, "r, subject, object", _DAY, "r.id", _ROW, "day")


def conditions(direction: Direction, others: Sequence[str] | None = None, where: Conditions = NONE) -> Conditions:
    """For an anchored walk: only relationships that lead from (`out`) or to (`in`) the anchor, and whose other end is
    one of `others` (None: whoever). Symmetric types lead both ways."""
    if direction != "both":
        end = "subject" if direction == "out" else "object"
        where = where.and_if(f"({end} = n OR type(r) IN $symmetric)", "symmetric", tuple(sorted(SYMMETRIC)))
    if others is not None:
        text = "CASE WHEN subject = n THEN object.id ELSE subject.id END IN $others"
        where = Conditions((*where.texts, text), (*where.parameters, ("others", tuple(others))))
    return where
