"""Whose a statement or report is that speaks for itself: "A union statement said", then "the statement added"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from loaders.extract.document import Document
from loaders.extract.quotes.draft import Draft
from loaders.extract.quotes.index import Index

_ISSUED = frozenset(
    ["statement", "communique", "report", "document", "letter", "memo", "release", "declaration", "filing", "message"]
)
"""Documents that speak for whoever issues them; a poll or a chart does not."""
_IN = re.compile(rf"\bin (?:an?|its|his|her|their) (?:[\w-]+ ){{0,2}}({'|'.join(sorted(_ISSUED))})\b")


class Issued:
    """The documents of which one article has spoken so far, in the order of the text."""

    def __init__(self, document: Document, index: Index) -> None:
        self._document = document
        self._index = index
        self._last: dict[str, str] = {}

    def note(self, draft: Draft, speaker: str) -> None:
        """As in "the union said in a statement": whose the next one of its kind is."""
        for words in (draft.cue, *draft.source):
            sentence = self._document.sentence_at(words.start) if words is not None else None
            found = _IN.search(self._document.surface(sentence.span)) if sentence is not None else None
            if found is not None:
                self._last[found[1].lower()] = speaker
                return

    def of(self, draft: Draft, head: Token) -> str | None:
        """Who issued it: "a union statement", "the mill's letter", "a statement by the mill", "the statement"."""
        lemma = head.lemma_.lower()
        if lemma not in _ISSUED:
            return None
        for child in head.children:
            by = child.dep_ == "prep" and child.lower_ in ("by", "from")
            word = next((c for c in child.children if c.dep_ == "pobj"), child) if by else child
            if by or child.dep_ in ("poss", "compound"):
                entity = self._index.at(draft.block.span(word))[0]
                if entity is not None and self._index[entity].type in ("Organisation", "Person"):
                    self._last[lemma] = entity
                    return entity
        if head.left_edge.lower_ != "the" or any(c.dep_ in ("poss", "compound", "prep", "amod") for c in head.children):
            self._last.pop(lemma, None)
        return self._last.get(lemma)
