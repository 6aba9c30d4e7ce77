"""Which organisation a common noun means: "the union", "the port union", "union spokesman", "the company"."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from loaders.extract.names import lexicon
from loaders.extract.names.called import KINDS, head_noun, is_central_bank, kinds
from loaders.extract.names.draft import Draft, Index, Place
from loaders.extract.words import wordset

COMPANIES = wordset("company firm carrier airline automaker bank manufacturer corporation retailer maker operator")
BODIES = KINDS - COMPANIES
_FIRM_WORDS = lexicon.ORGANISATION_ENDS | lexicon.BUSINESS_ENDS | wordset(
    "group holdings holding bank industries airlines airways motors lines shipping steel systems technologies "
    "technology software telecom oil gas petroleum energy electric railways railway stores foods mines mining "
    "insurance securities corporation company enterprises products pharmaceuticals chemicals laboratories partners"
)  # fmt: skip
_ANY_FIRM = wordset("company firm corporation operator manufacturer maker")
"""Words for any firm; an airline or a bank must show that it is one."""
PASSING = wordset("giant troubled ailing struggling embattled big listed state-owned state-run private cash-strapped")
"""Adjectives that only describe: "the new company", "the same bank" mean another."""
_STATES = frozenset({"european union", "african union"})
"""Unions of states, which nobody calls "the union"."""


def meant(index: Index, token: Token, before: int | None = None) -> Draft | None:
    """The one organisation of the article that may be called by this noun and holds the words that stand before it.

    As in "the port union" for a Union of Harbour Ports. `before`: only those named before that code point.
    """
    noun = token.lemma_.lower()
    if noun not in BODIES:
        return None
    own = [t for t in token.lefts if t.dep_ in ("compound", "amod", "nmod", "poss")]
    fitting = [
        d
        for d in called(index, noun)
        if d.name.lower() not in _STATES and _holds(d.name, own) and (before is None or d.start < before)
    ]  # fmt: skip
    return fitting[0] if len(fitting) == 1 else None


def called(index: Index, noun: str) -> list[Draft]:
    """Named organisations that may be called by this noun."""
    if index.by_head is None:
        index.by_head = {}
        for draft in index.drafts:
            if draft.type == "Organisation" and draft.named:
                for kind in kinds(draft):
                    index.by_head.setdefault(kind, []).append(draft)
    return index.by_head.get(noun, [])


def central_bank(seen: Iterable[tuple[Draft, Place]]) -> Draft | None:
    """The only central bank so far."""
    banks = {id(d): d for d, _ in seen if d.type == "Organisation" and d.named and is_central_bank(d)}
    return next(iter(banks.values())) if len(banks) == 1 else None


def company(index: Index, offset: int, recent: Iterable[tuple[Draft, Place]], lemma: str) -> Draft | None:
    """The firm that "the company" means: the only one in the article so far, or of the last few the one that acts.

    As in "Example Lines sold two ferries. … The company said".
    """
    if lemma not in _ANY_FIRM:
        every = {id(d): d for d in called(index, lemma) if d.start < offset}
        return _latest(every, recent)
    seen = {id(d): d for d, _ in index.before(offset, 1000)}
    firms = {key: d for key, d in seen.items() if _is_firm(index, d)}
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


def _is_firm(index: Index, draft: Draft) -> bool:
    """Whether the name ends as those of firms do, or the article calls it a firm ("the shipping company Example")."""
    if draft.type != "Organisation" or not draft.named or not _may_trade(draft):
        return False
    words = draft.name.lower().split()
    return (len(words) > 1 and words[-1] in _FIRM_WORDS) or id(draft) in _called_firms(index)


def _called_firms(index: Index) -> frozenset[int]:
    if index.firms is None:
        index.firms = frozenset(id(draft) for noun in COMPANIES for draft in called(index, noun))
    return index.firms


def _may_trade(draft: Draft) -> bool:
    if draft.name in lexicon.METONYMS or is_central_bank(draft):
        return False
    return head_noun(draft.name) not in (BODIES | {"government"}) - {"group"}


def _latest(every: dict[int, Draft], recent: Iterable[tuple[Draft, Place]]) -> Draft | None:
    """The only one, or the only one of late."""
    if len(every) > 1:
        every = {id(d): d for d, _ in recent if id(d) in every}
    return next(iter(every.values())) if len(every) == 1 else None


def only_describes(token: Token) -> bool:
    """Whether what stands before a noun leaves it as it is: "the giant automaker", not "the new company"."""
    own = [t for t in token.lefts if t.dep_ in ("compound", "amod", "nmod", "poss", "nummod")]
    return all(t.lower_ in PASSING for t in own)


def _holds(name: str, own: list[Token]) -> bool:
    stems = {_stem(word) for word in name.replace("-", " ").split()}
    return all(_stem(t.text) in stems for t in own)


def _stem(word: str) -> str:
    return word.lower().rstrip("'’").removesuffix("'s").removesuffix("s")
