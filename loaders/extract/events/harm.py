"""Whom it befell: the noun or number that a word of harm counts, "killed *14 people*", "left *14* dead"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extract.clauses.arguments import patients, subjects
from loaders.extract.words import wordset

HARM: dict[str, str] = {
    "kill": "killed", "die": "killed", "dead": "killed", "massacre": "killed", "slay": "killed", "drown": "killed",
    "injure": "injured", "wound": "injured", "hurt": "injured", "injured": "injured", "wounded": "injured",
    "missing": "missing", "displace": "displaced", "displaced": "displaced", "homeless": "homeless",
    "arrest": "arrested",
    "detain": "arrested", "trap": "trapped", "trapped": "trapped", "evacuate": "evacuated", "flee": "fled",
    "deport": "deported", "kidnap": "kidnapped", "abduct": "kidnapped", "stranded": "trapped", "strand": "trapped",
}  # fmt: skip
"""Words of harm and the figure they give: "a blast killed 14", "the crash left 14 dead"."""

NOT_PEOPLE = wordset(
    "dog cow cattle sheep animal bird fish pig goat horse chicken house home building job bill tonne ton dollar dlr"
    " percent pct ship tank plane vehicle car hour day week month year time deal acre hectare square"
)


def mixed(token: Token) -> bool | None:
    """ "Killed or wounded 1,500": one number for several kinds of harm. True on its first word, False on the others."""
    if token.dep_ == "conj" and token.head.lemma_.lower() in HARM and mixed(token.head):
        return False
    joined = any(c.dep_ == "conj" and c.lemma_.lower() in {*HARM, "capture"} for c in token.children)
    either = any(c.dep_ == "cc" and c.lower_ == "or" for c in token.children)
    either = either or any(g.lower_ == "or" for c in token.children if c.dep_ == "conj" for g in c.children)
    return True if joined and either else None


def harmed(token: Token) -> Iterator[Token]:
    """Whom it befell: noun heads or bare numbers."""
    numbers = [c for c in token.children if c.dep_ in ("nummod", "quantmod") and c.i < token.i]
    if numbers and token.tag_ not in ("VBD", "VBZ"):
        yield token if token.pos_ != "VERB" else numbers[-1]
        return
    if token.lemma_ in ("die", "flee", "drown") and token.pos_ == "VERB":
        yield from subjects(token)
    elif token.pos_ == "VERB":
        last = [token, *(c for c in token.children if c.dep_ == "conj")]
        if token.dep_ in ("acl", "amod") and any(c.dep_ == "dobj" for v in last for c in v.children):
            yield from (c for v in last for c in v.children if c.dep_ == "dobj")
            return
        yield from patients(token)
        if mixed(token):
            yield from (c for v in last[1:] for c in v.children if c.dep_ == "dobj")
    elif token.dep_ in ("acomp", "oprd", "ccomp", "amod") and token.head.pos_ in ("VERB", "AUX"):
        head = token.head
        yield from (c for c in token.children if c.dep_ == "nsubj")
        if head.lemma_ == "leave":
            yield from (c for c in head.children if c.dep_ == "dobj")
        elif head.lemma_ in ("be", "remain", "go"):
            yield from subjects(head)
    elif token.dep_ in ("acl", "amod", "relcl") and token.i > token.head.i:
        yield token.head
