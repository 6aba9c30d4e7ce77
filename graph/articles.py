"""Articles as the graph keeps them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graph.cypher import statement
from graph.model import Article
from graph.published import metadata
from graph.store import Store
from graph.turn import plain


def known(store: Store, ids: Sequence[str]) -> dict[str, Mapping[str, Any]]:
    """What is kept of these articles, without their text, by id. One statement."""
    rows = store.read(statement("lookup/articles.cypher"), {"ids": list(ids)})
    found = [plain(row["properties"]) for row in rows]
    return {properties["id"]: properties for properties in found}


def is_unchanged(article: Article, there: Mapping[str, Any] | None, reader: str) -> bool:
    """Whether the graph has this article with the same text and metadata, read by the same reader."""
    if there is None or there.get("reader") != reader:
        return False
    return all(there.get(name) == value for name, value in metadata(article).items() if name != "text")


def unsettled(store: Store, persons: Sequence[str], organisations: Sequence[str], limit: int) -> list[Article]:
    """Articles that name somebody by less than a full name, by the beginnings of the ids of such nodes."""
    if not persons and not organisations:
        return []
    rows = store.read(
        statement("lookup/unsettled.cypher"),
        {"persons": list(persons), "organisations": list(organisations), "limit": limit},
    )
    return [article(plain(row["properties"])) for row in rows]


def article(properties: Mapping[str, Any]) -> Article:
    """An article as it was loaded, from the node's properties."""
    day = properties.get("published")

    def text(name: str) -> str:
        return str(properties.get(name) or "")

    return Article(
        properties["id"],
        properties["text"],
        text("headline"),
        day.isoformat() if day else None,
        text("url"),
        text("source"),
        text("path"),
        text("byline"),
        text("language"),
        text("corrects"),
        text("published_at"),
    )
