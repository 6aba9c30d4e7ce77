"""The place in an article that says something."""

from __future__ import annotations

import strawberry

from api.context import Info
from api.types.describe import resolved
from api.types.lazy import LazyArticle
from graph.reading import nodes
from graph.reading.page import Row


@strawberry.type(description="The place in an article that states a fact. Offsets count from 0, the end is exclusive.")
class Evidence:
    article_id: strawberry.Private[str]
    start: int = strawberry.field(description="First character, in Unicode code points (as Python and Cypher count).")
    end: int = strawberry.field(description="One past the last character, in code points.")
    sentence: str = strawberry.field(description="The sentence that holds it.")
    confidence: float | None = strawberry.field(description="How sure the reader was, 0 to 1.")

    @resolved(description="The article.")
    async def article(self, info: Info) -> LazyArticle:
        from api.types.article import Article

        row = await info.context.load(nodes.by_ids, self.article_id, ("Article",))
        assert row is not None, "evidence goes together with its article"
        return Article.of(row)

    @resolved(description="The exact characters, from `start` to `end`.")
    async def text(self, info: Info) -> str:
        return await info.context.load(nodes.spans, (self.article_id, self.start, self.end)) or ""

    @resolved(description="First character in UTF-16 units, by which JavaScript slices.")
    async def utf16_start(self, info: Info) -> int:
        return nodes.utf16(await self._text(info), self.start)

    @resolved(description="One past the last character in UTF-16 units.")
    async def utf16_end(self, info: Info) -> int:
        return nodes.utf16(await self._text(info), self.end)

    async def _text(self, info: Info) -> str:
        return await info.context.load(nodes.texts, self.article_id) or ""


def evidence(link: Row) -> list[Evidence]:
    """The evidence that a relationship bears."""
    if link.get("article") is None or link.get("start") is None:
        return []
    return [
        Evidence(
            article_id=link["article"], start=link["start"], end=link["end"], sentence=link["sentence"] or "",
            confidence=link["confidence"],
        )
    ]  # fmt: skip
