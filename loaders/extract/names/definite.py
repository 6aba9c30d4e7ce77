"""Whom a definite noun phrase means: "the minister", "the city", "the company", "the port union"."""

from __future__ import annotations

from spacy.tokens import Token

from loaders.extract.document import Block
from loaders.extract.names import bodies, lexicon
from loaders.extract.names.draft import Draft, Index, Place
from loaders.extract.names.titles import is_title, title_heads
from loaders.extract.words import wordset

_TOWNS = wordset("city town village port suburb capital settlement")
_ONLY_CALLED = _TOWNS - {"city", "town"}
"""Nouns that mean a place only where the text calls it so: "the port" is not just any town."""
_COUNTRIES = wordset("country nation kingdom republic")
_REACH = 3
"""Blocks back in which the one that is meant must have been mentioned."""


def recent_mentions(index: Index, block: Block, offset: int) -> list[tuple[Draft, Place]]:
    return [(d, p) for d, p in index.before(offset) if block.index - p.block.index <= _REACH]


def meant(index: Index, block: Block, token: Token, lemma: str, offset: int) -> Draft | None:
    """The named entity that a definite noun phrase means, if one alone fits or the last one clearly does."""
    recent = recent_mentions(index, block, offset)
    if any(c.dep_ == "prep" and c.lower_ in ("of", "for", "at") for c in token.rights):
        return None
    if lemma == "bank" and [t.lower_ for t in token.lefts] == ["the", "central"]:
        return bodies.central_bank(index.before(offset, 1000))
    if lemma in bodies.BODIES:
        return bodies.meant(index, token, offset) or _near_body(index, recent, token, lemma)
    if lemma in _TOWNS:
        towns = (d for d, p in recent if d.type == "Place" and d.named and _is_town(d))
        return next((d for d in towns if lemma not in _ONLY_CALLED or _is_called(d, lemma)), None)
    if is_title(token):
        return _office_holder(index, recent, block, token, offset)
    if any(c.dep_ in ("compound", "poss", "nmod") or c.text in lexicon.demonyms() for c in token.lefts):
        return None
    if lemma in _COUNTRIES:
        found = {id(d): d for d, _ in recent if d.type == "Place" and d.name in lexicon.countries()}
        return next(iter(found.values())) if len(found) == 1 else None
    if lemma in bodies.COMPANIES and bodies.only_describes(token):
        return bodies.company(index, offset, recent, lemma)
    return None


def _office_holder(
    index: Index, recent: list[tuple[Draft, Place]], block: Block, token: Token, offset: int
) -> Draft | None:
    """The only person with that title, of late or in all the article so far: "the minister", "the Danish minister",
    "the panel's head"."""
    own = [c for c in token.lefts if c.dep_ in ("compound", "amod", "nmod", "poss")]
    for seen in (recent, index.before(offset, 1000)):
        fitting = {id(d): d for d, _ in seen if d.type == "Person" and _bears(index, d, block, token, own)}
        if fitting:
            return next(iter(fitting.values())) if len(fitting) == 1 else None
    return None


_TOP = wordset("head chief boss leader")
"""Words for whoever leads a house, where the house is named beside them: "the board's chief" for its chairman."""
_LEADS = _TOP | wordset("chairman chairwoman president director governor")


def _bears(index: Index, draft: Draft, block: Block, token: Token, own: list[Token]) -> bool:
    return any(_is_his(index, title, of, block, token, own) for title, of, _, _ in draft.roles)


def _is_his(index: Index, title: str, of: Draft | None, block: Block, token: Token, own: list[Token]) -> bool:
    heads = title_heads(title)
    leads = token.lower_ in _TOP and bool(heads & _LEADS) and bool(own)
    if token.lower_ not in heads and not leads:
        return False
    words = {*title.lower().split(), *(of.name.lower().split() if of is not None else ())}
    for word in own:
        found = index.at(block, word)
        if found is not None:
            if found[0] is not of:
                return False
        elif word.lower_ not in words and lexicon.demonyms().get(word.text, "-") != (of.name if of is not None else ""):
            return False
    return True


def _near_body(index: Index, recent: list[tuple[Draft, Place]], token: Token, lemma: str) -> Draft | None:
    """Of several bodies of that kind the one that was spoken of last."""
    if not bodies.only_describes(token):
        return None
    fitting = {id(d) for d in bodies.called(index, lemma)}
    named = {id(d): d for d, _ in recent if id(d) in fitting}
    return next(iter(named.values())) if len(named) == 1 else None


def _is_called(draft: Draft, lemma: str) -> bool:
    """As in "the port of Example", "the port city of Example", "the village Example", "Example, a port"."""
    if lemma == "capital" and draft.name in lexicon.capitals():
        return True
    for place in draft.places:
        if place.tokens is not None:
            doc, first, last = place.tokens.doc, place.tokens.start, place.tokens.end
            before = [t.lower_ for t in doc[max(0, first - 3) : first]]
            if lemma in before and not any(t in before for t in (",", ".", "in", "to", "from", "and")):
                return True
            if doc[last : last + 1].text == "," and lemma in (t.lower_ for t in doc[last + 1 : last + 4]):
                return True
    return False


def _is_town(draft: Draft) -> bool:
    return draft.name not in lexicon.countries() and any(p.mention.kind == "name" for p in draft.places)
