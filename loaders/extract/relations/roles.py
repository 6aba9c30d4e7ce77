"""Who holds which role, speaks for whom, belongs where: from the titles that the article gives, and a few phrases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from loaders.extract.clauses.arguments import prepositional, subjects
from loaders.extract.clauses.index import Index
from loaders.extract.clauses.standing import standing
from loaders.extract.document import Sentence
from loaders.extract.reading import Entity, Relation

SPEAKERS = frozenset(["spokesman", "spokeswoman", "spokesperson", "spokespeople", "negotiator", "envoy", "mouthpiece"])
"""Titles whose holder speaks for somebody: "a spokesman for the Union of Ports"."""
MEMBERS = frozenset(
    ["member", "senator", "lawmaker", "legislator", "deputy", "parliamentarian", "congressman", "congresswoman", "mp"]
)
"""Titles whose holder belongs to the institution: "a member of the Labour Party"."""


def roles(entities: Sequence[Entity]) -> Iterator[Relation]:
    """HOLDS_ROLE of every role with an institution, and SPEAKS_FOR or MEMBER_OF where the title says so."""
    types = {entity.id: entity.type for entity in entities}
    for entity in entities:
        for role in entity.roles:
            if role.of is None or role.of == entity.id:
                continue
            common = (entity.id, role.of, role.evidence)
            head = (role.title.lower().split(" of ")[0].split() or [""])[-1]
            yield Relation("HOLDS_ROLE", *common, head, "asserted", role.confidence, on=role.on, title=role.title)
            if head in SPEAKERS:
                yield Relation("SPEAKS_FOR", *common, head, "asserted", role.confidence, on=role.on, title=role.title)
            if head in MEMBERS and types.get(role.of) == "Organisation":  # a senator is no member of a state
                yield Relation("MEMBER_OF", *common, head, "asserted", role.confidence, on=role.on)


def belongings(index: Index) -> Iterator[Relation]:
    """BASED_IN and MEMBER_OF from phrases: "Oslo-based Acme Holdings", "is a member of the Port League"."""
    for sentence in index.document.sentences:
        if sentence.block.kind == "paragraph":
            for token in sentence.tokens:
                lemma = token.lemma_.lower()
                if token.lower_ in ("based", "headquartered"):
                    yield from _based(token, sentence, index)
                elif lemma == "member" and token.dep_ in ("attr", "appos"):
                    yield from _member(token, sentence, index)


def _based(token: Token, sentence: Sentence, index: Index) -> Iterator[Relation]:
    places = [
        index.who(c) for c in token.children if c.dep_ in ("npadvmod", "compound", "nmod", "amod", "nsubj", "advmod")
    ]
    places += [index.who(t) for t in prepositional(token, ("in", "at"))]
    if token.dep_ == "amod":
        holders: tuple[Token, ...] = (token.head,)
    elif token.dep_ in ("acl", "relcl"):
        holders = (token.head,)
    elif token.dep_ in ("ROOT", "conj", "ccomp"):
        holders = subjects(token)
    else:
        return
    for holder in holders:
        found = index.who(holder)
        for place in places:
            if found and place and place[0].type == "Place" and found[0].type in ("Organisation", "Person", "Group"):
                stand = standing(token, index) if token.dep_ not in ("amod", "acl") else None
                assertion = stand.assertion if stand is not None else "asserted"
                yield Relation(
                    "BASED_IN", found[0].id, place[0].id, sentence.span, "base", assertion, 0.85,
                    stand.by if stand is not None else None,
                )  # fmt: skip


def _member(token: Token, sentence: Sentence, index: Index) -> Iterator[Relation]:
    groups = [index.who(t) for t in prepositional(token, ("of",))]
    holders = subjects(token.head) if token.dep_ == "attr" else (token.head,)
    stand = standing(token.head, index) if token.dep_ == "attr" else None
    for holder in holders:
        found = index.who(holder)
        for group in groups:
            if found and group and group[0].type == "Organisation" and found[0].id != group[0].id:
                assertion = stand.assertion if stand is not None else "asserted"
                by = stand.by if stand is not None else None
                yield Relation("MEMBER_OF", found[0].id, group[0].id, sentence.span, "member", assertion, 0.85, by)
