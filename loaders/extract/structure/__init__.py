"""From the exact text to a parsed document: blocks, quotations, sentences.

`prepare` needs no parser, `assemble` takes the parser's output; `parse` does both for one article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from graph.model import Article
from loaders.extract.document import Block, Document, Sentence
from loaders.extract.structure.blocks import Piece, blocks
from loaders.extract.structure.case import Casing, is_capitals
from loaders.extract.structure.characters import plain
from loaders.extract.structure.marks import quotations

PARSED = frozenset({"paragraph", "crosshead", "headline"})
_CLOSING = frozenset("\"'”’)]}.,!?…-–—")


@dataclass(frozen=True, slots=True)
class Draft:
    """An article cut into pieces, with the text that the parser is to see for each piece that it sees."""

    article: Article
    pieces: tuple[Piece, ...]
    texts: tuple[str, ...]


def parse(article: Article, nlp: Language) -> Document:
    """The article as a document. Offsets are code points of `article.text`."""
    draft = prepare(article, dictionary(nlp))
    return assemble(draft, list(nlp.pipe(draft.texts, batch_size=32)))


def prepare(article: Article, common: Callable[[str], bool]) -> Draft:
    """Cut and normalise; `common(word)` says whether a dictionary has the small word."""
    pieces = tuple(blocks(article.text, article.headline))
    seen = [(p, article.text[p.start : p.end]) for p in pieces if p.kind in PARSED]
    capitals = [is_capitals(text) for _, text in seen]
    casing = Casing((text for (_, text), big in zip(seen, capitals, strict=True) if not big), common)
    texts = [plain(casing.restore(text) if big else text) for (_, text), big in zip(seen, capitals, strict=True)]
    return Draft(article, pieces, tuple(texts))


def assemble(draft: Draft, docs: Sequence[Doc]) -> Document:
    """The document of a draft whose texts have been parsed, in their order."""
    parsed = iter(docs)
    made: list[Block] = []
    sentences: list[Sentence] = []
    for index, piece in enumerate(draft.pieces):
        doc = next(parsed) if piece.kind in PARSED else None
        begins = tuple(token.idx for token in doc) if doc is not None else ()
        length = len(doc.text) if doc is not None else 0
        block = Block(piece.kind, piece.start, piece.end, doc, piece.start, index, begins, length)
        made.append(block)
        for run in _sentences(doc) if doc is not None else ():
            sentences.append(Sentence(block.span(run), run, block, len(sentences)))
    article = draft.article
    return Document(
        article.id,
        article.text,
        article.headline,
        article.published,
        tuple(made),
        tuple(sentences),
        quotations(article.text, draft.pieces),
    )


def _sentences(doc: Doc) -> Iterator[TokenSpan]:
    """The parser's sentences without outer space; one that is marks alone belongs to the one before it."""
    bounds: list[list[int]] = []
    for run in doc.sents:
        first, last = run.start, run.end
        while first < last and doc[first].is_space:
            first += 1
        while last > first and doc[last - 1].is_space:
            last -= 1
        if first == last:
            continue
        marks_only = all(t.text in _CLOSING or t.is_punct or t.is_space for t in doc[first:last])
        small = doc[first].text[0].islower() and bool(bounds) and doc[bounds[-1][1] - 1].text not in ".!?:;"
        if bounds and (marks_only or small):
            bounds[-1][1] = last
        else:
            bounds.append([first, last])
    return (doc[first:last] for first, last in bounds)


def dictionary(nlp: Language) -> Callable[[str], bool]:
    """Whether the pipeline's own word lists have a small word: WordNet's, which the rule lemmatiser carries."""
    words: set[str] = set()
    if "lemmatizer" in nlp.pipe_names:
        lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
        for name in ("lemma_index", "lemma_exc"):
            table = lookups.get_table(name) if lookups is not None and lookups.has_table(name) else {}
            for entries in table.values():
                words.update(entries)

    @cache
    def common(word: str) -> bool:
        if word in words:
            return True
        ends = (("s", ""), ("es", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ies", "y"), ("ly", ""))
        return any(word.endswith(end) and word[: -len(end)] + put in words for end, put in ends)

    return common
