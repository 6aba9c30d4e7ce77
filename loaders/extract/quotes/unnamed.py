"""Sources that the article does not name: each becomes a person or group of its own."""

from __future__ import annotations

from typing import Literal

from loaders.extract.quotes.index import Index, key
from loaders.extract.reading import EntityType, Mention, Span


class Unnamed:
    """Remembers by which words they were called."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._by_words: dict[str, str] = {}

    def one(self, kind: str, words: str, span: Span, *, indefinite: bool, plural: bool) -> str:
        """A new unnamed person or group; the same words mean the same one, unless "a" or "one" makes it another."""
        same = key(words)
        known = next((self._by_words[k] for k in (same, " ".join(same.split()[-2:])) if k in self._by_words), None)
        mention = Mention(span.start, span.end, "nominal")
        if not indefinite and known is not None:
            self._index.add_mention(known, mention)
            return known
        made: EntityType = "Person" if kind == "Person" else "Group"
        gender: Literal["plural", "neuter"] | None = None if made == "Person" else "plural" if plural else "neuter"
        entity = self._index.add(made, " ".join(words.split()), mention, gender)
        self._by_words[same] = entity.id
        if len(same.split()) > 2:
            # "the federal finance department" is "the finance department" from then on.
            self._by_words.setdefault(" ".join(same.split()[-2:]), entity.id)
        return entity.id
