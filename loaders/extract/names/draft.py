"""Entities while they are being gathered: mutable, with the tokens of their mentions at hand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from loaders.extract.document import Block, Document
from loaders.extract.reading import EntityType, Mention, Span

Gender = Literal["male", "female", "plural", "neuter"]


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """One mention with where it stands in the parse; `tokens` is None in a dateline."""

    mention: Mention
    block: Block
    tokens: TokenSpan | None


@dataclass(slots=True, eq=False)
class Draft:
    """One entity to be."""

    type: EntityType
    name: str
    places: list[Place]
    named: bool = True
    confidence: float = 0.8
    aliases: tuple[str, ...] = ()
    honorifics: set[str] = field(default_factory=set)
    gender: Gender | None = None
    roles: list[tuple[str, Draft | None, Span, float]] = field(default_factory=list)
    """(title, of whom, evidence, confidence)"""

    @property
    def start(self) -> int:
        return min(p.mention.start for p in self.places)

    @property
    def titles(self) -> set[str]:
        """The last word of each of its titles, small: "spokesman"."""
        return {title.split()[-1].lower() for title, _, _, _ in self.roles if title.split()}


class Index:
    """Which entity a token belongs to, and which mentions went before."""

    def __init__(self, document: Document, drafts: Iterable[Draft]) -> None:
        self.document = document
        self.drafts = list(drafts)
        self._known = {id(draft) for draft in self.drafts}
        self._at: dict[tuple[int, int], tuple[Draft, Place]] = {}
        self._quoted = sorted((q.inner.start, q.inner.end) for q in document.quotations)
        for draft in self.drafts:
            for place in draft.places:
                self._enter(draft, place)
        self._order()
        self.by_head: dict[str, list[Draft]] | None = None
        """Named organisations by the nouns by which they may be called; `bodies` fills it."""
        self.firms: frozenset[int] | None = None
        """Identities of those that are called firms; `bodies` fills it."""

    def _enter(self, draft: Draft, place: Place) -> None:
        if place.tokens is not None:
            for token in place.tokens:
                self._at.setdefault((place.block.index, token.i), (draft, place))

    def _order(self) -> None:
        self.line = sorted(((p.mention.start, d, p) for d in self.drafts for p in d.places), key=lambda row: row[0])
        self._starts = [row[0] for row in self.line]

    def add(self, draft: Draft, place: Place) -> None:
        """A further mention of an entity; a new entity, which has it already, is taken in."""
        if id(draft) not in self._known:
            self._known.add(id(draft))
            self.drafts.append(draft)
        else:
            draft.places.append(place)
        self._enter(draft, place)
        row = (place.mention.start, draft, place)
        at = bisect_right(self._starts, place.mention.start)
        self.line.insert(at, row)
        self._starts.insert(at, place.mention.start)

    def join(self, gone: Draft, into: Draft) -> None:
        """One entity becomes part of another: its mentions and titles go there."""
        into.places.extend(gone.places)
        into.roles.extend(gone.roles)
        self.drafts = [draft for draft in self.drafts if draft is not gone]
        for key, (draft, place) in self._at.items():
            if draft is gone:
                self._at[key] = (into, place)
        self._order()

    def at(self, block: Block, token: Token) -> tuple[Draft, Place] | None:
        """The entity that this token is part of."""
        return self._at.get((block.index, token.i))

    def exactly(self, span: Span) -> Draft | None:
        """The entity with a mention of just these code points, also one inside another's ("Its" of "Its chairman")."""
        for start, draft, place in islice(self.line, bisect_right(self._starts, span.start - 1), None):
            if start > span.start:
                break
            if place.mention.end == span.end:
                return draft
        return None

    def behind(self, offset: int, reach: int) -> Iterable[Draft]:
        """Entities of the next mentions from `offset` on, `reach` of them at most."""
        at = bisect_right(self._starts, offset - 1)
        return (draft for _, draft, _ in self.line[at : at + reach])

    def before(self, offset: int, reach: int = 400) -> Iterable[tuple[Draft, Place]]:
        """Mentions before `offset`, the nearest first, `reach` of them at most."""
        at = bisect_right(self._starts, offset - 1)
        for index in range(at - 1, max(-1, at - 1 - reach), -1):
            yield self.line[index][1], self.line[index][2]

    def quoted(self, offset: int) -> bool:
        """Whether this code point stands inside quotation marks."""
        at = bisect_right(self._quoted, (offset, 1 << 60)) - 1
        return at >= 0 and self._quoted[at][0] <= offset < self._quoted[at][1]
