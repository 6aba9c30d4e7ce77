"""Who did what to whom, and who held which role."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

import strawberry

from api.context import Info
from api.types.base import Day, Node
from api.types.describe import resolved, value
from api.types.evidence import Evidence
from api.types.evidence import evidence as evidence_of
from api.types.lazy import LazyEntity, LazyQuote
from graph.model import DIRECT
from graph.reading import nodes
from graph.reading.page import Row
from graph.reading.rows import ENTITIES

if TYPE_CHECKING:
    RelationshipType: TypeAlias = Enum  # its members come from the model, which the type checker cannot see
else:
    RelationshipType = strawberry.enum(
        Enum("RelationshipType", {r.name: value(r.name, description=f"{r.meaning.capitalize()}.") for r in DIRECT}),
        description="What somebody did to somebody: a closed list.",
    )


@strawberry.enum(description="Which way a relationship leads.")
class Direction(Enum):
    out = value("out", description="From this one to another.")
    into = value("in", description="From another to this one.")
    both = value("both", description="Either way.")


@strawberry.type(
    description="Who did what to whom, as one article states it at one place. What is denied or doubted is none."
)
class Relationship:
    id: strawberry.ID = strawberry.field(description="Stays the same when the article is read again.")
    type: RelationshipType = strawberry.field(description="What was done.")
    subject: Node = strawberry.field(description="Who did it; of those that go both ways, the one named first.")
    object: Node = strawberry.field(description="To whom, or at which event.")
    verb: str | None = strawberry.field(description="The article's own word.")
    on: Day | None = strawberry.field(description="The day, where it is known.")
    confidence: float | None = strawberry.field(description="How sure the reader was, 0 to 1.")
    evidence: list[Evidence] = strawberry.field(description="The place in the article that states it.")
    link: strawberry.Private[Row]

    @classmethod
    def of(cls, row: Row) -> Relationship:
        from api.types.any import node_of

        link = row["link"]
        return cls(
            id=row["id"], type=RelationshipType(link["type"]), subject=node_of(row["subject"]),
            object=node_of(row["object"]), verb=link["verb"], on=link["on"], confidence=link["confidence"],
            evidence=evidence_of(link), link=link,
        )  # fmt: skip

    @resolved(description="On whose word the article reports it; null where it states it itself.")
    async def according_to(self, info: Info) -> LazyEntity | None:
        from api.types.entities import entity

        who = self.link["according_to"]
        row = await info.context.load(nodes.by_ids, who, ENTITIES) if who else None
        return entity(row) if row else None

    @resolved(description="The quote that it was said in; null where there is none.")
    async def quote(self, info: Info) -> LazyQuote | None:
        from api.types.quote import Quote

        which = self.link["quote"]
        row = await info.context.load(nodes.by_ids, which, ("Quote",)) if which else None
        return Quote.of(row) if row else None


@strawberry.type(description="A role, or standing in a similar relation, as articles state it.")
class Role:
    title: str | None = strawberry.field(description="The title, such as spokesman.")
    on: Day | None = strawberry.field(description="The latest day for which an article states it.")
    since: Day | None = strawberry.field(description="The earliest day for which an article states it.")
    evidence: list[Evidence] = strawberry.field(description="The places in articles that state it, the newest first.")
    holder_row: strawberry.Private[Row | None]
    of_row: strawberry.Private[Row | None]

    @resolved(description="Who holds it.")
    async def holder(self) -> LazyEntity | None:
        from api.types.entities import entity

        return entity(self.holder_row) if self.holder_row else None

    @resolved(description="Of which organisation, place or person.")
    async def of(self) -> LazyEntity | None:
        from api.types.entities import entity

        return entity(self.of_row) if self.of_row else None


def roles(found: list[Row], near: Row, *, outgoing: bool) -> list[Role]:
    """One role for each title and far end, with the evidence of every article that states it; the newest first."""
    groups: dict[tuple[str, str], list[Row]] = {}
    for item in found:
        groups.setdefault(((item["link"].get("title") or "").casefold(), item["node"]["id"]), []).append(item)
    made = [_role(items, near, outgoing) for items in groups.values()]
    return sorted(made, key=lambda role: role.on or "", reverse=True)


def _role(items: list[Row], near: Row, outgoing: bool) -> Role:
    days = sorted(item["link"]["on"] for item in items if item["link"]["on"])
    far = items[0]["node"]
    newest = sorted(items, key=lambda item: item["link"]["on"] or "", reverse=True)
    return Role(
        title=items[0]["link"].get("title") or None, on=days[-1] if days else None, since=days[0] if days else None,
        evidence=[e for item in newest for e in evidence_of(item["link"])],
        holder_row=near if outgoing else far, of_row=far if outgoing else near,
    )  # fmt: skip
