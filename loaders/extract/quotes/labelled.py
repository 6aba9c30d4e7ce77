"""Whom the label of a turn means: by its name, or as the one who is interviewed."""

from __future__ import annotations

from loaders.extract.document import Document
from loaders.extract.quotes.index import Index
from loaders.extract.reading import Span
from loaders.extract.words import wordset

_OWN = wordset("i me my mine myself")


class Turns:
    """The speakers of one document's turns."""

    def __init__(self, document: Document, index: Index) -> None:
        self._document = document
        self._index = index
        first = next((b.start for b in document.blocks if b.kind in ("speaker", "asker")), 0)
        self._head = Span(0, first) if first else None

    def of(self, label: Span, said: list[Span]) -> tuple[str, ...]:
        """The one who speaks; nobody where an "A:" may be anybody's."""
        named = self._index.at(label)[0]
        if named is not None:
            return (named,)
        words = self._document.surface(label).casefold()
        if len(words) > len("answer") or words in ("you", "your", "yours"):
            return ()
        return tuple(self._as_i(said) or self._introduced())[:1]

    def _as_i(self, said: list[Span]) -> list[str]:
        """Whom "I" means in what is said."""
        return [
            entity
            for span in said
            for entity, mention in self._index.mentions(span)
            if mention.kind == "pronoun" and self._document.surface(mention.span).casefold() in _OWN
        ]

    def _introduced(self) -> list[str]:
        """The one person of whom the text speaks before the first question."""
        if self._head is None:
            return []
        named = [e for e in self._index.within(self._head) if self._index[e].type == "Person" and self._index[e].named]
        return named if len(named) == 1 else []
