"""Evidence: a place in an article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tests.api.reference.model import Graph, Link, Node


@dataclass
class Evidence:
    article_id: str
    start: int
    end: int
    sentence: str
    confidence: float | None

    def article(self, graph: Graph) -> Node | None:
        """None where it is gone."""
        return graph.node(self.article_id, "Article")


def evidence(links: Iterable[Link]) -> list[Evidence]:
    """The evidence that relationships bear, of those that bear any."""
    return [
        Evidence(link.get("article"), link.get("start"), link.get("end"), link.get("sentence") or "",
                 link.get("confidence"))
        for link in links
        if link.get("article") is not None and link.get("start") is not None
    ]  # fmt: skip


def utf16(article: Node | None, offset: int | None) -> int | None:
    """The same place in UTF-16 units; None where the article is gone."""
    if article is None or offset is None:
        return None
    before = (article.get("text") or "")[:offset]
    return offset + (len(before.encode("utf-16-le")) // 2 - len(before))
