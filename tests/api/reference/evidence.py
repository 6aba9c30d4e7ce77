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

    def article(self, graph: Graph) -> Node:
        found = graph.node(self.article_id, "Article")
        assert found, "evidence goes together with its article"
        return found

    def text(self, graph: Graph) -> str:
        """The article's text; empty where the article is gone."""
        found = graph.node(self.article_id, "Article")
        return (found.get("text") or "") if found else ""


def evidence(links: Iterable[Link]) -> list[Evidence]:
    """The evidence that relationships bear, of those that bear any."""
    return [
        Evidence(link.get("article"), link.get("start"), link.get("end"), link.get("sentence") or "",
                 link.get("confidence"))
        for link in links
        if link.get("article") is not None and link.get("start") is not None
    ]  # fmt: skip


def utf16(text: str, offset: int) -> int:
    """The same place in UTF-16 units."""
    before = text[:offset]
    return offset + (len(before.encode("utf-16-le")) // 2 - len(before))
