"""That an article names somebody or something."""

from __future__ import annotations

import strawberry

from api.context import Info
from api.types.describe import resolved
from api.types.evidence import Evidence
from api.types.evidence import evidence as evidence_of
from api.types.lazy import LazyArticle, LazyEntity
from graph.reading import nodes
from graph.reading.page import Row


@strawberry.type(description="That an article names or means somebody or something.")
class Mention:
    name: str | None = strawberry.field(description="The fullest name in the article.")
    title: str | None = strawberry.field(description="A title without an institution that the article gives.")
    count: int = strawberry.field(description="How often the article names or means it, pronouns included.")
    evidence: list[Evidence] = strawberry.field(description="The first place.")
    row: strawberry.Private[Row]

    @classmethod
    def of(cls, row: Row) -> Mention:
        link = row["link"]
        return cls(
            name=link["name"],
            title=link["title"],
            count=len(link["starts"] or ()) or 1,
            evidence=evidence_of(link),
            row=row,
        )

    @resolved(description="Who or what is named.")
    async def entity(self) -> LazyEntity:
        from api.types.entities import entity

        return entity(self.row["entity"])

    @resolved(description="The article.")
    async def article(self, info: Info) -> LazyArticle:
        from api.types.article import Article

        row = await info.context.load(nodes.by_ids, self.row["link"]["article"], ("Article",))
        assert row is not None, "a mention belongs to an article"
        return Article.of(row)
