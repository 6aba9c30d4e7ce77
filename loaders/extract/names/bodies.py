"""Which organisation a common noun means: "the union", "the port union", "union spokesman", "the company"."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from loaders.extract.names import lexicon
from loaders.extract.names.draft import Draft, Index, Place
from loaders.extract.words import wordset

BODIES = wordset(
    "ministry agency union party university club school council committee commission court group organisation "
    "organization association federation institute department paper newspaper cartel bloc alliance hospital "
    "foundation league board authority movement confederation society academy museum"
)
COMPANIES = wordset("company firm carrier airline automaker bank manufacturer corporation retailer maker operator")
_FIRM_WORDS = lexicon.ORGANISATION_ENDS | lexicon.BUSINESS_ENDS | wordset(
    "group holdings holding bank industries airlines airways motors lines shipping steel systems technologies "
    "technology software telecom oil gas petroleum energy electric railways railway stores foods mines mining "
    "insurance securities corporation company enterprises products pharmaceuticals chemicals laboratories partners"
)  # fmt: skip
_STATES = frozenset({"european union", "african union"})
"""Unions of states, which nobody calls "the union"."""


def meant(index: Index, token: Token, before: int | None = None) -> Draft | None:
    """The one organisation of the article whose name is headed by this noun and holds the words that stand before it.

    As in "the port union" for a Union of Harbour Ports. `before`: only those named before that code point.
    """
    noun = token.lemma_.lower()
    if noun not in BODIES:
        return None
    own = [t for t in token.lefts if t.dep_ in ("compound", "amod", "nmod", "poss")]
    fitting = [
        d
        for d in _headed(index, noun)
        if d.name.lower() not in _STATES and _holds(d.name, own) and (before is None or d.start < before)
    ]  # fmt: skip
    return fitting[0] if len(fitting) == 1 else None


def _headed(index: Index, noun: str) -> list[Draft]:
    if index.by_head is None:
        index.by_head = {}
        for draft in index.drafts:
            if draft.type == "Organisation" and draft.named:
                index.by_head.setdefault(head_noun(draft.name), []).append(draft)
    return index.by_head.get(noun, [])


def company(seen: Iterable[tuple[Draft, Place]], recent: Iterable[tuple[Draft, Place]], lemma: str) -> Draft | None:
    """The firm that "the company" means: the only one in the article so far, or of the last few the one that acts.

    As in "Example Lines sold two ferries. … The company said".
    """
    firms = {key: d for key, d in {id(d): d for d, _ in seen}.items() if is_firm(d)}
    if lemma not in ("company", "firm", "corporation", "operator"):
        firms = {key: d for key, d in firms.items() if lemma in d.name.lower() or lemma != "bank"}
    near = list(recent)
    if len(firms) > 1:
        firms = {id(d): d for d, _ in near if id(d) in firms}
    if len(firms) > 1:
        # "Example Inc said … Sample Corp …. The company said": the one that did something.
        acting = {id(d) for d, p in near if p.tokens is not None and p.tokens.root.dep_ == "nsubj"}
        firms = {key: d for key, d in firms.items() if key in acting}
    if firms:
        return next(iter(firms.values())) if len(firms) == 1 else None
    bodies = {id(d): d for d, _ in near if d.type == "Organisation" and d.named and _may_trade(d)}
    return next(iter(bodies.values())) if len(bodies) == 1 else None


def is_firm(draft: Draft) -> bool:
    """Whether the name ends as those of firms do, or the article calls it a firm ("the shipping company Example")."""
    if draft.type != "Organisation" or not draft.named:
        return False
    words = draft.name.lower().split()
    return (len(words) > 1 and words[-1] in _FIRM_WORDS) or any(_called_firm(p) for p in draft.places)


def _called_firm(place: Place) -> bool:
    if place.tokens is None or place.mention.kind != "name" or not place.tokens.start:
        return False
    return place.tokens.doc[place.tokens.start - 1].lower_ in COMPANIES


def _may_trade(draft: Draft) -> bool:
    return draft.name not in lexicon.METONYMS and head_noun(draft.name) not in BODIES - {"group"}


def head_noun(name: str) -> str:
    """The noun that says what a body is: "union" of "Union of Harbours" and of "Harbour Workers' Union"."""
    words = name.lower().split()
    for at, word in enumerate(words):
        if word in ("of", "for", "on") and at:
            return words[at - 1]
    return words[-1]


def _holds(name: str, own: list[Token]) -> bool:
    stems = {_stem(word) for word in name.replace("-", " ").split()}
    return all(_stem(t.text) in stems for t in own)


def _stem(word: str) -> str:
    return word.lower().rstrip("'’").removesuffix("'s").removesuffix("s")
