"""What is denied, doubted or hypothetical, and so is no relationship."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

import strawberry

from api.context import Info
from api.linked import linked
from api.types.base import Day, Node
from api.types.describe import resolved, value
from api.types.evidence import Evidence
from api.types.evidence import evidence as evidence_of
from api.types.lazy import LazyArticle, LazyEntity
from api.types.quote import Polarity
from graph.model import DIRECT, RELATIONSHIP
from graph.reading import claims
from graph.reading.links import Links
from graph.reading.page import Row

_STANDING = tuple(RELATIONSHIP[name] for name in ("HOLDS_ROLE", "MEMBER_OF", "SPEAKS_FOR", "BASED_IN"))

if TYPE_CHECKING:
    ClaimType: TypeAlias = Enum  # its members come from the model, which the type checker cannot see
else:
    ClaimType = strawberry.enum(
        Enum("ClaimType", {r.name: value(r.name, f"{r.meaning.capitalize()}.") for r in (*DIRECT, *_STANDING)}),
        description="What a claim is of: a closed list.",
    )


@strawberry.enum(description="In which way the article speaks of a doing that it does not state.")
class Modality(Enum):
    negated = value("negated", description="It is denied, or said not to have been done.")
    hypothetical = value("hypothetical", description="It might be, is feared, planned, asked for, or doubted.")
    attributed = value("attributed", description="It stands on somebody's word alone.")


@strawberry.type(
    description="What an article does not state: a doing or standing that is denied, hypothetical, or on the word of "
    "somebody alone, at one place of one article."
)
class Claim(Node):
    type: ClaimType = strawberry.field(description="What would have been done, or what one would be.")
    verb: str | None = strawberry.field(description="The article's own word.")
    polarity: Polarity | None = strawberry.field(description="Negative where it is denied.")
    modality: Modality | None = strawberry.field(description="Denied, hypothetical …")

    @classmethod
    def of(cls, row: Row) -> Claim:
        return cls(
            id=row["id"], type=ClaimType(row["type"]), verb=row["verb"],
            polarity=Polarity(row["polarity"]) if row["polarity"] else None,
            modality=Modality(row["modality"]) if row["modality"] else None,
        )  # fmt: skip

    @resolved(description="Who would have done it.")
    async def subject(self, info: Info) -> LazyEntity | None:
        return await _entity(info, self, claims.SUBJECT)

    @resolved(description="To whom, or at which event.")
    async def object(self, info: Info) -> Node | None:
        from api.types.any import node_of

        found = await linked(info, str(self.id), claims.OBJECT)
        return node_of(found[0]["node"]) if found else None

    @resolved(description="Who claims or denies it; null where the article does itself.")
    async def made_by(self, info: Info) -> LazyEntity | None:
        return await _entity(info, self, claims.MADE_BY)

    @resolved(description="The day, where it is known.")
    async def on(self, info: Info) -> Day | None:
        found = await linked(info, str(self.id), claims.CLAIM_IN)
        return found[0]["link"]["on"] if found else None

    @resolved(description="The article that it stands in.")
    async def article(self, info: Info) -> LazyArticle:
        from api.types.article import Article

        found = await linked(info, str(self.id), claims.CLAIM_IN)
        assert found, "a claim belongs to an article"
        return Article.of(found[0]["node"])

    @resolved(description="The place in the article.")
    async def evidence(self, info: Info) -> list[Evidence]:
        found = await linked(info, str(self.id), claims.CLAIM_IN)
        return [each for item in found for each in evidence_of(item["link"])]


async def _entity(info: Info, claim: Claim, kind: Links) -> LazyEntity | None:
    from api.types.entities import entity

    found = await linked(info, str(claim.id), kind)
    return entity(found[0]["node"]) if found else None
