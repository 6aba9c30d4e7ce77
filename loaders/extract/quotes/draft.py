"""A quote while it is being found, and the quotation marks around it."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from loaders.extract.document import Block, Document, Quotation
from loaders.extract.quotes.cue_class import CueClass
from loaders.extract.reading import Span


@dataclass(slots=True, eq=False)
class Draft:
    """What a finder knows of a quote. Offsets are code points of the article."""

    block: Block
    content: list[Span]
    """With the quotation marks that belong to it; the marks go when the draft becomes a quote."""
    cue: Span | None
    token: Token | None
    """The cue verb or noun."""
    cue_class: CueClass | None
    lemma: str
    source: list[Span]
    head: Token | None
    """The noun or pronoun that means the speaker."""
    confidence: float
    direct: bool = False
    """Found from the quotation marks, not from the parse."""
    last_block: int = -1
    """Index of the paragraph in which a direct quote ends: it may run over several."""
    beside: list[Token] = field(default_factory=list)
    """The words of the reporting clause, where the marks bound it."""
    heard: float | None = None
    """How sure the network is."""
    label: Span | None = None
    """Of a turn in a conversation: the words that tell who speaks."""
    first_block: int = -1
    """Index of the paragraph in which a direct quote begins, where its speaker is named in a later one."""

    @property
    def start(self) -> int:
        return self.content[0].start

    @property
    def end(self) -> int:
        return self.content[-1].end

    def covers(self, span: Span) -> bool:
        return any(c.start <= span.start and span.end <= c.end for c in self.content)


class Marks:
    """Which characters stand inside quotation marks, block by block."""

    def __init__(self, document: Document) -> None:
        self._by_block: dict[int, list[Quotation]] = {}
        blocks = [b for b in document.blocks if b.doc is not None]
        at = 0
        for quotation in document.quotations:
            while at < len(blocks) and blocks[at].end <= quotation.outer.start:
                at += 1
            if at < len(blocks) and quotation.use != "crosshead":
                self._by_block.setdefault(blocks[at].index, []).append(quotation)

    def of(self, block: Block) -> list[Quotation]:
        return self._by_block.get(block.index, [])

    def around(self, block: Block, token: Token) -> Quotation | None:
        """The quotation that the token stands in."""
        at = block.offset + token.idx
        return next((q for q in self.of(block) if q.outer.start <= at < q.outer.end), None)
