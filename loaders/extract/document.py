"""The text with its structure: what every later stage of the extraction looks at.

The text is cut into blocks (paragraphs, crossheads, dateline, desk signature). Each paragraph is parsed by spaCy on its
own, so a token's place in the article is `block.offset + token.idx`. Characters are normalised one for one before the
parse (curly quotation marks, line breaks inside a paragraph), so offsets stay those of the exact text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from loaders.extract.reading import Span

BlockKind = Literal[
    "paragraph", "crosshead", "headline", "byline", "dateline", "desk", "note", "stamp", "speaker", "asker", "foreign"
]


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A piece of the text. Paragraphs, crossheads and headlines are parsed; `doc` is None elsewhere.

    A note is what the desk says of the text ("(Corrects the day in the first paragraph.)"), and no part of the story. A
    stamp is the time of an entry. A speaker ("HOLM:", "A:") opens a turn in a conversation, as does an asker ("Q:").
    What is foreign is a paragraph in another language.
    """

    kind: BlockKind
    start: int
    end: int
    doc: Doc | None
    offset: int
    """Code point of the article at which `doc` begins."""
    index: int
    begins: tuple[int, ...]
    """Code point of `doc` at which each of its tokens begins."""
    length: int
    """Code points of `doc`."""

    def span(self, piece: Token | TokenSpan) -> Span:
        """The characters of a token or of a run of tokens."""
        if isinstance(piece, Token):
            return Span(self.offset + piece.idx, self.offset + piece.idx + len(piece))
        return Span(self.offset + piece.start_char, self.offset + piece.end_char)

    def tokens(self, span: Span) -> TokenSpan | None:
        """The tokens that lie in `span`, widened to whole tokens; None if it touches none of this block."""
        if self.doc is None or span.end <= self.offset or span.start >= self.end:
            return None
        first, last = max(0, span.start - self.offset), span.end - self.offset
        if first >= min(last, self.length):
            return None
        # not `Doc.char_span`, which makes the whole text of the paragraph anew for each span
        begin = bisect_right(self.begins, first) - 1
        if first >= self.begins[begin] + len(self.doc[begin]):
            begin += 1  # the space after a token
        return self.doc[begin : bisect_left(self.begins, last)]


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence of a paragraph, in the order of the text."""

    span: Span
    tokens: TokenSpan
    block: Block
    index: int
    """Among all sentences of the article."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A run of text inside quotation marks, read from the marks and not from the parse.

    `outer` holds the marks, `inner` does not. A quotation that runs on over paragraphs is one `Quotation` per
    paragraph with `continues` on all but the first. `use` is what the marks are for.
    """

    outer: Span
    inner: Span
    use: Literal["speech", "scare", "title", "crosshead"]
    continues: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """An article, parsed."""

    id: str
    text: str
    headline: str
    published: str | None
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]

    def paragraphs(self) -> Iterator[Block]:
        return (b for b in self.blocks if b.kind == "paragraph")

    def surface(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds this code point (bisected)."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].span.end <= offset:
                low = middle + 1
            else:
                high = middle
        found = low < len(self.sentences) and self.sentences[low].span.start <= offset
        return self.sentences[low] if found else None
