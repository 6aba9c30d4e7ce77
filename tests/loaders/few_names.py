"""A reader that knows a few names and "president", so that tests of loading are about loading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.errors import RetryLater
from graph.model import Article
from loaders.extract.reading import Entity, Mention, Reading, Role, Span
from tests.factories import R

NAMES = {
    "Vera Lindholm": "Person", "Ole Lindholm": "Person", "Lindholm": "Person", "Per Ostby": "Person",
    "Dockers' League": "Organisation", "Norrland Lines": "Organisation", "Union of Northern Ports": "Organisation",
    "UNP": "Organisation",
}  # fmt: skip


class Names:
    """Reads names. The words crash, stop and away do what they say."""

    version = "names 1"

    def __init__(self) -> None:
        self.read_texts: list[str] = []

    def read(self, article: Article) -> Reading:
        self.read_texts.append(article.id)
        if "crash" in article.text:
            raise RuntimeError("no such luck")
        if "stop" in article.text:
            raise KeyboardInterrupt
        if "away" in article.text:
            raise RetryLater("The database server has gone away.")
        found: list[Entity] = []
        rest = article.text
        for name, kind in NAMES.items():
            if (at := rest.find(name)) >= 0:
                rest = rest.replace(name, "_" * len(name))
                found.append(Entity(f"e{len(found)}", kind, name, (Mention(at, at + len(name), "name"),), 0.9))  # type: ignore[arg-type] # its literal
        at = article.text.find("president")
        if at >= 0:
            holder = next(e for e in found if e.type == "Person")
            of = next(e.id for e in found if e.type == "Organisation")
            role = Role("president", of, article.published, Span(at, at + 9), 0.8)
            found[found.index(holder)] = replace(holder, roles=(role,))
        return replace(R(article, *found), reader=self.version)

    def read_all(self, articles: Iterable[Article]) -> Iterator[Reading]:
        return (self.read(article) for article in articles)
