"""What stands at a token: the entity it names, the time expression it belongs to, the quote it is inside of."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from loaders.extract.document import Block, Document
from loaders.extract.reading import Entity, Mention, Quote, Span, Time
from loaders.extract.words import wordset

TokenKey = tuple[int, int]

ARMS = wordset(
    "force troop army military navy soldier aircraft warplane plane jet helicopter artillery tank"
    " gunner fighter rebel government regime authority state leadership side missile rocket drone"
    " police airforce militia"
)
"""Heads whose doings are their country's or organisation's: "Ruritanian troops entered" is a doing of Ruritania."""
PLACE_HEADS = wordset(
    "city town village port capital region province district state suburb island area county"
    " municipality settlement republic enclave outskirt"
)
"""Heads that only announce a name: "the port of Zara", "the outskirts of Zara"."""
PREMISES = wordset("facility office headquarters building compound warehouse depot plant convoy clinic")
"""Heads that stand for the organisation before them: "a Red Crescent clinic was hit"."""
RELATIVE = frozenset(("who", "which", "that", "whom"))


class Index:
    """Looks up tokens of a document; built once per article, in linear time."""

    def __init__(
        self, document: Document, entities: Sequence[Entity], times: Sequence[Time], quotes: Sequence[Quote]
    ) -> None:
        self.document = document
        self._blocks: dict[int, Block] = {id(b.doc): b for b in document.blocks if b.doc is not None}
        parsed = [b for b in document.blocks if b.doc is not None]
        self._parsed, self._starts = parsed, [b.offset for b in parsed]
        self.quotes = tuple(quotes)
        self.by_id = {e.id: e for e in entities}
        self._heads: dict[TokenKey, tuple[Entity, Mention]] = {}
        self._names: set[TokenKey] = set()
        self._times: dict[TokenKey, Time] = {}
        self._place_mentions(entities)
        self._place_times(times)
        self._inside = array("i", [-1]) * (len(document.text) + 1)
        self._paint(quotes)

    def _block_at(self, offset: int) -> Block | None:
        at = bisect_right(self._starts, offset) - 1
        return self._parsed[at] if at >= 0 else None

    def _place_mentions(self, entities: Sequence[Entity]) -> None:
        found: list[tuple[int, TokenKey, Entity, Mention]] = []
        for entity in entities:
            for mention in entity.mentions:
                block = self._block_at(mention.start)
                tokens = block.tokens(mention.span) if block is not None else None
                if block is None or tokens is None or len(tokens) == 0:
                    continue
                key = (block.index, tokens.root.i)
                found.append((mention.end - mention.start, key, entity, mention))
                if mention.kind == "name":
                    self._names.update((block.index, t.i) for t in tokens)
        # Of two mentions with one head the longer wins: "Ruritanian forces" before a stray "forces".
        for _, key, entity, mention in sorted(found, key=lambda f: f[0]):
            self._heads[key] = (entity, mention)

    def _place_times(self, times: Sequence[Time]) -> None:
        for time in times:
            block = self._block_at(time.start)
            for token in (block.tokens(time.span) if block is not None else None) or ():
                self._times[(block.index if block else 0, token.i)] = time

    def _paint(self, quotes: Sequence[Quote]) -> None:
        pieces = [(p.end - p.start, p, n) for n, q in enumerate(quotes) for p in q.content]
        for length, piece, number in sorted(pieces, key=lambda p: -p[0]):
            self._inside[piece.start : piece.end] = array("i", [number]) * length

    def block(self, token: Token) -> Block:
        return self._blocks[id(token.doc)]

    def _key(self, token: Token) -> TokenKey:
        return (self.block(token).index, token.i)

    def span(self, token: Token) -> Span:
        return self.block(token).span(token)

    def stretch(self, doc: Doc, first: int, last: int) -> Span:
        """Characters from the token with index `first` to the one with index `last`, both included."""
        return self._blocks[id(doc)].span(doc[first : last + 1])

    def mention(self, token: Token) -> tuple[Entity, Mention] | None:
        """The mention whose head is this very token."""
        return self._heads.get(self._key(token))

    def in_name(self, token: Token) -> bool:
        return self._key(token) in self._names

    def time(self, token: Token) -> Time | None:
        return self._times.get(self._key(token))

    def quote(self, token: Token) -> Quote | None:
        """The innermost quote whose content holds this token."""
        number = self._inside[self.span(token).start]
        return self.quotes[number] if number >= 0 else None

    def who(self, token: Token, depth: int = 3) -> tuple[Entity, Mention] | None:
        """Whom or what a noun phrase means, by its head token.

        The mention on the head; else through a relative pronoun, a country's arm, or an announcing place noun.
        """
        if (found := self.mention(token)) is not None:
            return found
        if depth == 0:
            return None
        if token.lower_ in RELATIVE and token.tag_ in ("WP", "WDT"):
            clause = token.head
            while clause.dep_ in ("conj", "xcomp", "aux", "prep") and clause.head is not clause:
                clause = clause.head
            return self.who(clause.head, depth - 1) if clause.dep_ == "relcl" else None
        lemma = token.lemma_.lower()
        if lemma in PREMISES:
            return self._tenant(token)
        if lemma in ARMS:
            return self._owner(token)
        if lemma in PLACE_HEADS:
            return self._announced(token)
        return None

    def _owner(self, token: Token) -> tuple[Entity, Mention] | None:
        for child in token.children:
            if child.dep_ in ("amod", "poss", "compound", "nmod") and (found := self.mention(child)) is not None:
                if found[0].type in ("Place", "Organisation"):
                    return found
            elif child.dep_ == "prep" and child.lower_ in ("of", "from"):
                for inner in child.children:
                    if inner.dep_ == "pobj" and (found := self.mention(inner)) and found[0].type == "Place":
                        return found
        return None

    def _tenant(self, token: Token) -> tuple[Entity, Mention] | None:
        for child in token.children:
            if child.dep_ in ("compound", "poss", "nmod") and (found := self.mention(child)) is not None:
                return found if found[0].type == "Organisation" else None
        return None

    def _announced(self, token: Token) -> tuple[Entity, Mention] | None:
        for child in token.children:
            if (
                child.dep_ in ("appos", "compound", "amod", "poss")
                and (found := self.mention(child))
                and found[0].type == "Place"
            ):
                return found
            if child.dep_ == "prep" and child.lower_ == "of":
                for inner in child.children:
                    if inner.dep_ == "pobj" and (found := self.mention(inner)) and found[0].type == "Place":
                        return found
        return None
