"""Pages of anything but quotes: how rows are reached, what they are sorted by, and which variables make a row.

`<it>` is the object of a row, `<r>` the relationship through which it was reached, `<n>` the node that the page hangs
on (none at the root); what else is bound is in `binds`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.model import DIRECT
from graph.reading.block import Block, fill
from graph.reading.page import Window

TYPES = tuple(r.name for r in DIRECT)
SYMMETRIC = frozenset(r.name for r in DIRECT if r.symmetric)


@dataclass(frozen=True, slots=True)
class Walk:
    """How the rows of a page are reached."""

    match: str
    """Cypher that binds the variables; it ends before its WHERE."""
    binds: tuple[str, ...]
    """The variables that make a row, without doubles."""
    key: str
    """The expression sorted by first; text, never null."""
    ident: str
    """The expression sorted by second: an id."""
    where: str = ""
    """Conditions that belong to the walk, each starting with AND."""


def bind(block: Block, walk: Walk, given: dict[str, str]) -> dict[str, str]:
    """Fresh names for the walk's variables, beside those given."""
    return {**given, **{name: block.names.fresh(name) for name in walk.binds if name not in given}}


def rows(block: Block, walk: Walk, names: dict[str, str], conditions: str, window: Window | None) -> None:
    """Lines that bind the rows of a page in its order, or all of them without order where there is no window."""
    key, ident = fill(walk.key, names), fill(walk.ident, names)
    carried = ", ".join(names[name] for name in walk.binds)
    block.add(fill(walk.match, names))
    block.visible += [names[name] for name in walk.binds]
    if window is None:
        block.add(f"WHERE true {fill(walk.where, names)} {conditions}\nWITH DISTINCT {carried}")
        return
    down = window.direction
    block.add(
        f"WHERE {key} IS NOT NULL AND {ident} IS NOT NULL {fill(walk.where, names)} {conditions} "
        f"{window.within(key, ident)}\n"
        f"WITH DISTINCT {carried} ORDER BY {key} {down}, {ident} {down} LIMIT {window.limit}"
    )


def _events(match: str) -> Walk:
    return Walk(match, ("it",), "<it>.day", "<it>.id")


ALL_EVENTS = _events("MATCH (<it>:Event)")
EVENTS_OF = _events("MATCH (<n>)-[:TOOK_PART_IN]->(<it>:Event)")
EVENTS_OF_ANY = _events("UNWIND <nodes> AS n MATCH (n)-[:TOOK_PART_IN]->(<it>:Event)")
_INSIDE = "-[:LOCATED_IN*0..8]-(p:Place) WITH DISTINCT p MATCH (p)<-[:TOOK_PLACE_IN]-(<it>:Event)"
EVENTS_IN = _events(f"MATCH (<n>)<{_INSIDE}")
EVENTS_IN_ANY = _events(f"UNWIND <nodes> AS n MATCH (n)<{_INSIDE}")
EVENTS_REPORTED = _events("MATCH (<n>)<-[:REPORTED_IN]-(<it>:Event)")

CHANGES = Walk("MATCH (<it>:_Change)", ("it",), "<it>.at", "<it>.id")
ARTICLES = Walk("MATCH (<it>:Article)", ("it",), "<it>.day", "<it>.id")
ARTICLES_NAMING = Walk("UNWIND <nodes> AS n MATCH (n)<-[:MENTIONS]-(<it>:Article)", ("it",), "<it>.day", "<it>.id")
NAMES_ANY = "EXISTS { MATCH (<it>)-[:MENTIONS]->(named) WHERE named IN <nodes> }"
ARTICLES_ABOUT = Walk(
    "CALL (<nodes>) {\nUNWIND <nodes> AS n MATCH (n)<-[:MENTIONS]-(a:Article) RETURN a\nUNION\n"
    "UNWIND CASE WHEN <query> = '' THEN [] ELSE [<query>] END AS query\n"
    "CALL db.index.fulltext.queryNodes('article_text', query) YIELD node RETURN node AS a\n}\nWITH a AS <it>",
    ("it",), "<it>.day", "<it>.id",
)  # fmt: skip
"""Articles that name somebody whom some words may mean, or hold all of the words."""

MENTIONS_OF = Walk("MATCH (<n>)<-[<r>:MENTIONS]-(<a>:Article)", ("r", "a"), "<a>.day", "<r>.id")
MENTIONS_IN = Walk("MATCH (<a>)-[<r>:MENTIONS]->(<n>:Entity)", ("r", "n"), "<n>.name", "<r>.id")

_IN = "(<it>:Claim)-[<r>:IN]->(<a>:Article)"
_DAY = "coalesce(toString(<r>.on), '')"
ALL_CLAIMS = Walk(f"MATCH {_IN}", ("it", "r", "a"), _DAY, "<it>.id")
CLAIMS_IN = Walk("MATCH (<a>)<-[<r>:IN]-(<it>:Claim)", ("it", "r"), _DAY, "<it>.id")
CLAIMS_OF = Walk(
    f"MATCH (<n>)<-[:SUBJECT|OBJECT|MADE_BY]-(<it>:Claim) WITH DISTINCT <it> MATCH {_IN}",
    ("it", "r", "a"), _DAY, "<it>.id",
)  # fmt: skip
"""Claims that an entity makes, or is the doer or the done-to of."""


def named(label: str) -> Walk:
    """All nodes of a label by name."""
    return Walk(f"MATCH (<it>:{label})", ("it",), "<it>.name", "<it>.id")


_ENDS = ("r", "subject", "object")


def relationships(types: Sequence[str]) -> Walk:
    """All direct relationships of these types, all types where none is given."""
    return Walk(f"MATCH (<subject>)-[<r>:{'|'.join(types or TYPES)}]->(<object>)", _ENDS, _DAY, "<r>.id")


def relationships_of(types: Sequence[str], *, nodes: bool) -> Walk:
    """Those of the node `<n>`, or of any of the list `<nodes>` (bound one by one as `anchor`)."""
    pattern = f"[<r>:{'|'.join(types or TYPES)}]"
    start = "UNWIND <nodes> AS anchor MATCH (anchor)" if nodes else "MATCH (<n>)"
    kept = "anchor, " if nodes else ""
    match = (
        f"{start}-{pattern}-() WITH {kept}<r>, startNode(<r>) AS <subject>, endNode(<r>) AS <object>"
    )  # fmt: skip
    return Walk(match, _ENDS, _DAY, "<r>.id")


def leads(anchor: str, way: str) -> str:
    """A condition on a relationship: it leads from (`out`) or to (`in`) the anchor. Symmetric types lead both ways."""
    if way == "both":
        return ""
    end = "<subject>" if way == "out" else "<object>"
    symmetric = ", ".join(f"'{name}'" for name in sorted(SYMMETRIC))
    return f"AND ({end} = {anchor} OR type(<r>) IN [{symmetric}])"
