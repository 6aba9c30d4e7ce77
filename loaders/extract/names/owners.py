"""Whose a title is, where the article says it by a pronoun or a common noun. Runs when both are linked.

Each rule bears its example; the tests run them.
"""

from __future__ import annotations

from spacy.tokens import Token

from loaders.extract.names import bodies
from loaders.extract.names.draft import Draft, Index
from loaders.extract.names.titles import is_title
from loaders.extract.reading import Span

EXAMPLES = {
    "pronoun": "The Harbour Union rejected the offer. Its spokeswoman, Mette Holm, said so.",
    "possessive": "The Union of Harbour Ports met. Ivo Brandt, the port union's spokesman, said so.",
    "compound": "The Union of Harbour Ports met. Union spokesman Ivo Brandt said so.",
    "of": "The Harbour Union met. Ivo Brandt, the president of the union, said so.",
}


def give(index: Index) -> None:
    """Complete the titles that have no owner yet, of named and unnamed people."""
    for draft in index.drafts:
        if draft.type == "Person":
            draft.roles = list(dict.fromkeys(_completed(index, draft, role) for role in draft.roles))


_Role = tuple[str, Draft | None, Span, float]


def _completed(index: Index, draft: Draft, role: _Role) -> _Role:
    title, of, evidence, confidence = role
    block = next((p.block for p in draft.places if p.block.start <= evidence.start < p.block.end), None)
    tokens = block.tokens(evidence) if block is not None else None
    if of is not None or block is None or tokens is None:
        return role
    words = title.split()
    stop = next((n for n, word in enumerate(words) if word in ("of", "for", "at")), len(words))
    head = next((t for t in tokens if stop and t.text == words[stop - 1] and is_title(t)), None)
    if head is None:
        return role

    def owner(token: Token) -> Draft | None:
        found = index.at(block, token)
        known = index.exactly(block.span(token)) or (found[0] if found is not None else None)
        if known is not None and known is not draft:
            return known if known.type == "Organisation" else None
        return bodies.meant(index, token)

    for child in head.children:
        if child.dep_ == "poss" and (body := owner(child)) is not None:
            return _from(title, child, head), body, evidence, confidence
        if child.dep_ in ("compound", "nmod") and child.i < head.i and (body := bodies.meant(index, child)) is not None:
            return _from(title, child, head), body, evidence, confidence
        if child.dep_ == "prep" and child.i > head.i and child.lower_ in ("of", "for", "at"):
            for thing in child.children:
                definite = any(t.lower_ == "the" for t in thing.lefts)
                if thing.dep_ == "pobj" and definite and (body := owner(thing)) is not None:
                    short = " ".join(words[: words.index(child.text)]) if child.text in words else title
                    return short, body, evidence, confidence
    return role


def _from(title: str, behind: Token, head: Token) -> str:
    """The title's own words: those behind its owner."""
    first = behind.i + 1
    while first < head.i and (head.doc[first].tag_ == "POS" or head.doc[first].is_punct):
        first += 1
    kept = " ".join(head.doc[first : head.i + 1].text.split())
    return kept if kept in title else title
