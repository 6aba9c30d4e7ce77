"""Who gives a figure, and whether it could be checked."""

from __future__ import annotations

from spacy.tokens import Token

from loaders.extract.clauses.arguments import agents
from loaders.extract.clauses.governors import REPORTING
from loaders.extract.clauses.index import Index

_CHECK = ("verified", "verify", "confirmed", "confirm", "checked", "check")
_UNABLE = (
    "could not",
    "cannot",
    "can not",
    "couldn't",
    "not been",
    "unable to",
    "impossible to",
    "not immediately",
)  # fmt: skip
_RESUMING = ("the toll", "the death toll", "the figure", "the number", "that figure", "that number", "this figure",
             "these figures", "those figures", "neither figure", "the casualty")  # fmt: skip


def source(token: Token, at: Token, index: Index) -> str | None:
    """Entity id of who gives the figure at `at` by the word of harm `token`; None where the article does."""
    quote = index.quote(at)
    if quote is not None and quote.speakers:
        return quote.speakers[0]
    return _according(token, index)


def _according(token: Token, index: Index) -> str | None:
    node = token
    for _ in range(6):
        for child in node.children:
            if child.lower_ == "according":
                for inner in child.children:
                    for who in inner.children if inner.dep_ == "prep" else ():
                        if (named := index.who(who)) is not None:
                            return named[0].id
        if node.dep_ == "ccomp" and node.head.lemma_.lower() in REPORTING:
            return next((named[0].id for t in agents(node.head) if (named := index.who(t)) is not None), None)
        if node.head is node:
            return None
        node = node.head
    return None


def verified(token: Token) -> bool | None:
    """False where its sentence, or the next one about "the toll", says that it could not be checked."""
    sentence = token.sent
    if _unchecked(sentence.text.lower()):
        return False
    if sentence.end < len(token.doc):
        following = token.doc[sentence.end].sent.text.lower()
        if following.startswith(_RESUMING) and _unchecked(following):
            return False
    return None


def _unchecked(text: str) -> bool:
    return any(w in text for w in _CHECK) and any(u in text for u in _UNABLE)
