"""What hangs on a node by one kind of relationship: speakers, places, roles …"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graph.reading.block import Block

MOST = 100
"""Links of one kind that are shown of one node. One more is read, so that it is known that there are more."""


@dataclass(frozen=True, slots=True)
class Links:
    """One kind of relationship as seen from a node: `<r>` the relationship, `<it>` the far node."""

    type: str
    outgoing: bool
    order: tuple[str, ...] = ()
    """Expressions to sort by; none where there is one such relationship at most."""
    once: bool = False
    """Whether a far node is shown once, by its first relationship, however many lead to it."""
    few: bool = False
    """Whether one node has so few, by what it is, that all may be read to be sorted by `ranked`."""

    def pattern(self, near: str, far: str, r: str = "") -> str:
        """The relationship as a pattern."""
        return f"({near})-[{r}:{self.type}]->({far})" if self.outgoing else f"({near})<-[{r}:{self.type}]-({far})"

    def rows(self, block: Block, near: str) -> tuple[str, str]:
        """Lines that bind relationship and far node in order, one row too many at most. The two variables."""
        r, m = block.fresh("r"), block.fresh("m")
        order = ", ".join(self.order).replace("<r>", r).replace("<it>", m)
        block.add(f"MATCH {self.pattern(near, m, r)}")
        if not self.order:
            return r, m
        if self.once:
            block.add(f"WITH {r}, {m} ORDER BY {order}\nWITH {m}, head(collect({r})) AS {r}")
        block.add(f"WITH {r}, {m} ORDER BY {order} LIMIT {MOST + 1}")
        return r, m

    def far_once(self, block: Block, near: str) -> str:
        """Lines that bind the far nodes, each once, in the order of their first relationship. The variable."""
        r, m, first = block.names.fresh("r"), block.fresh("m"), block.names.fresh("first")
        keys = [key.replace("<r>", r) for key in self.order if "<r>" in key]
        rest = ", ".join(key.replace("<it>", m) for key in self.order if "<r>" not in key)
        key = keys[0] if len(keys) == 1 else f"[{', '.join(keys)}]"
        block.add(
            f"MATCH {self.pattern(near, m, r)}\nWITH {m}, min({key}) AS {first}\n"
            f"ORDER BY {first}, {rest} LIMIT {MOST + 1}"
        )
        return m

    def plain(self, near: str, far: str, r: str, row: str, rows: str) -> str:
        """An expression for a list of what `row` says of each relationship, where that is an expression, too.

        `rows` binds them in order. Where there is one at most, as mostly, the database is spared sorting and a row of
        its own for each: of three levels of nesting that was a fifth of the time. Where there are more, but few by what
        they are, the expression gives what `ranked` sorts, as a subquery for each near node takes longer.
        """
        short = f"[{self.pattern(near, far, r if r in row else '')} | {row}]"
        if not self.order:
            return short
        if self.few:
            keys = ", ".join(key.removesuffix(_DOWN) for key in self.order).replace("<r>", r).replace("<it>", far)
            rest = f"[{self.pattern(near, far, r)} | [{keys}, {row}]]"
        else:
            rest = f"COLLECT {{\n{rows}\nRETURN {row}\n}}"
        return f"CASE WHEN COUNT {{ {self.pattern(near, '')} }} < 2 THEN {short} ELSE {rest} END"

    def ranked(self, found: Sequence[Sequence[Any]]) -> list[Any]:
        """What `row` said of those that are few, in order; of a far node that is shown once the first.

        One alone is as it is. Of two and more each is led by what `order` names, the far node's id last, and sorted as
        the database would: null is the greatest.
        """
        if len(found) < 2:
            return list(found)
        down = [key.endswith(_DOWN) for key in self.order]

        def rank(one: Sequence[Any]) -> list[tuple[bool, Any]]:
            return [
                (key is not None, 0 if key is None else -key) if falls else (key is None, "" if key is None else key)
                for key, falls in zip(one, down, strict=False)
            ]

        in_order = sorted(found, key=rank)
        if not self.once:
            return [one[-1] for one in in_order]
        first: dict[str, Any] = {}
        for one in in_order:
            first.setdefault(one[-2], one[-1])
        return list(first.values())


_DOWN = " DESC"
_STANDING = ("<r>.on DESC", "<r>.start", "<it>.id")

SPEAKERS = Links(
    "SAID",
    False,
    (
        "<r>.start",
        "<it>.id",
    ),
    once=True,
    few=True,
)
ADDRESSED_TO = Links("ADDRESSED_TO", True, ("<it>.id",), once=True, few=True)
ABOUT = Links(
    "ABOUT",
    True,
    (
        "<r>.score DESC",
        "<it>.id",
    ),
    once=True,
    few=True,
)
QUOTE_IN = Links("IN", True)
CLAIM_IN = Links("IN", True)
PARTICIPANTS = Links(
    "TOOK_PART_IN",
    False,
    (
        "<r>.article",
        "<r>.start",
        "<it>.id",
    ),
)
TOOK_PLACE_IN = Links(
    "TOOK_PLACE_IN",
    True,
    (
        "<r>.article",
        "<r>.start",
        "<it>.id",
    ),
    once=True,
)
REPORTED_IN = Links(
    "REPORTED_IN",
    True,
    (
        "<it>.day",
        "<it>.id",
        "<r>.start",
    ),
)
PART_OF = Links("PART_OF", True, ("<it>.id",))
PARTS = Links(
    "PART_OF",
    False,
    (
        "<it>.day",
        "<it>.id",
    ),
    once=True,
)
FIGURES = Links(
    "HAS_FIGURE",
    True,
    (
        "<r>.article",
        "<r>.start",
    ),
)
FIGURE_OF = Links("HAS_FIGURE", False)
ACCORDING_TO = Links("ACCORDING_TO", True, ("<it>.id",))
HOLDS_ROLE = Links("HOLDS_ROLE", True, _STANDING)
ROLE_HOLDERS = Links("HOLDS_ROLE", False, _STANDING)
SPEAKS_FOR = Links("SPEAKS_FOR", True, _STANDING)
MEMBER_OF = Links("MEMBER_OF", True, _STANDING)
MEMBERS = Links("MEMBER_OF", False, _STANDING)
BASED_IN = Links("BASED_IN", True, _STANDING)
CORRECTS = Links("CORRECTS", True, ("<it>.id",))
CORRECTED_BY = Links("CORRECTS", False, ("<it>.id",))
COPY_OF = Links("COPY_OF", True, ("<it>.id",))
SUBJECT = Links("SUBJECT", True, ("<it>.id",), few=True)
OBJECT = Links("OBJECT", True, ("<it>.id",), few=True)
MADE_BY = Links("MADE_BY", True, ("<it>.id",), few=True)


def within(block: Block, place: str) -> str:
    """Lines that bind the places in which a place lies, the nearest first, up to the country. The variable."""
    m = block.fresh("m")
    block.add(
        f"MATCH p = ({place})-[:LOCATED_IN*1..8]->({m}:Place)\nWITH {m}, min(length(p)) AS steps ORDER BY steps, {m}.id"
    )
    return m
