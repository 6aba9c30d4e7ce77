"""What hangs on a node by one kind of relationship, for many nodes in one statement: speakers, places, evidence …"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.model import RELATIONSHIP
from graph.reading import rows
from graph.reading.page import Row
from graph.store import Store

MOST = 100
"""Links of one kind that are shown of one node. One more is read, so that it is known that there are more."""


@dataclass(frozen=True, slots=True)
class Links:
    """One kind of relationship as seen from nodes of one label."""

    near: str
    type: str
    outgoing: bool
    order: str
    """Expression to sort by; `r` the relationship, `m` the far node."""

    def statement(self) -> str:
        """Rows `id` and `found`: a list of maps `link` and `node`."""
        kind = RELATIONSHIP[self.type]
        far = kind.end if self.outgoing else kind.start
        arrow = f"-[r:{self.type}]->" if self.outgoing else f"<-[r:{self.type}]-"
        return f"""UNWIND $ids AS id
CALL (id) {{
  MATCH (:{self.near} {{id: id}}){arrow}(m)
  WITH r, m ORDER BY {self.order} LIMIT $most
  RETURN collect({{link: {rows.link("r", self.type)}, node: {rows.node("m", *far)}}}) AS found
}}
RETURN id, found"""


SPEAKERS = Links("Quote", "SAID", False, "r.start, m.id")
ABOUT = Links("Quote", "ABOUT", True, "r.score DESC, m.id")
ADDRESSED_TO = Links("Quote", "ADDRESSED_TO", True, "m.id")
QUOTE_IN = Links("Quote", "IN", True, "m.id")
PARTICIPANTS = Links("Event", "TOOK_PART_IN", False, "r.article, r.start, m.id")
TOOK_PLACE_IN = Links("Event", "TOOK_PLACE_IN", True, "r.article, r.start, m.id")
REPORTED_IN = Links("Event", "REPORTED_IN", True, "m.day, m.id, r.start")
PART_OF = Links("Event", "PART_OF", True, "m.id")
PARTS = Links("Event", "PART_OF", False, "m.day, m.id")
FIGURES = Links("Event", "HAS_FIGURE", True, "r.article, r.start")
FIGURE_OF = Links("Figure", "HAS_FIGURE", False, "m.id")
ACCORDING_TO = Links("Figure", "ACCORDING_TO", True, "m.id")
HOLDS_ROLE = {near: Links(near, "HOLDS_ROLE", True, "r.on DESC, r.start, m.id") for near in ("Person", "Unnamed")}
ROLE_HOLDERS = {
    near: Links(near, "HOLDS_ROLE", False, "r.on DESC, r.start, m.id") for near in ("Organisation", "Place")
}
SPEAKS_FOR = {near: Links(near, "SPEAKS_FOR", True, "r.on DESC, r.start, m.id") for near in ("Person", "Unnamed")}
MEMBER_OF = {near: Links(near, "MEMBER_OF", True, "r.on DESC, r.start, m.id") for near in rows.ENTITIES}
MEMBERS = {near: Links(near, "MEMBER_OF", False, "r.on DESC, r.start, m.id") for near in ("Organisation", "Place")}
BASED_IN = {
    near: Links(near, "BASED_IN", True, "r.on DESC, r.start, m.id") for near in ("Organisation", "Person", "Unnamed")
}
LOCATED_IN = Links("Place", "LOCATED_IN", True, "m.id")
CORRECTS = Links("Article", "CORRECTS", True, "m.id")
CORRECTED_BY = Links("Article", "CORRECTS", False, "m.id")
COPY_OF = Links("Article", "COPY_OF", True, "m.id")


def of(store: Store, ids: Iterable[str], links: Links, most: int = MOST + 1) -> dict[str, list[Row]]:
    """For each id a list of `{link, node}`, empty where nothing hangs on it; `most` of each; in one statement."""
    wanted = list(dict.fromkeys(ids))
    found = {str(r["id"]): r["found"] for r in store.read(links.statement(), {"ids": wanted, "most": most})}
    return {ident: found.get(ident, []) for ident in wanted}  # type: ignore[misc]  # collect() gives a list


_CHAIN = f"""UNWIND $ids AS id
CALL (id) {{
  MATCH p = (:Place {{id: id}})-[:LOCATED_IN*1..8]->(m:Place)
  WITH m, min(length(p)) AS steps ORDER BY steps, m.id
  RETURN collect({rows.node("m", "Place")}) AS found
}}
RETURN id, found"""


def within(store: Store, ids: Iterable[str]) -> dict[str, list[Row]]:
    """For each place the places in which it lies, the nearest first, up to the country."""
    return {str(r["id"]): r["found"] for r in store.read(_CHAIN, {"ids": list(dict.fromkeys(ids))})}  # type: ignore[misc]  # collect() gives a list
