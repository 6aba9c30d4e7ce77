"""A name found in the text, before names are gathered into entities."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from spacy.tokens import Span as TokenSpan

from loaders.extract.document import Block
from loaders.extract.reading import EntityType, MentionKind, Span


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """`tokens` is None in a dateline, which is not parsed. `weight`: how much its type counts (model 1, proof 5)."""

    block: Block
    start: int
    end: int
    name: str
    """The surface with single spaces, in its usual case."""
    type: EntityType
    tokens: TokenSpan | None = None
    kind: MentionKind = "name"
    weight: float = 1.0
    honorific: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(self.name.split())

    def as_type(self, type_: EntityType) -> Found:
        return replace(self, type=type_)


@dataclass(slots=True, eq=False)
class Cluster:
    """The names that mean one entity."""

    type: EntityType
    found: list[Found] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The fullest: most words, then longest, then first."""
        return max(self.found, key=lambda f: (f.kind == "name", len(f.words), len(f.name), -f.start)).name
