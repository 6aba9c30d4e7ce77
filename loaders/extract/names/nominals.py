"""Noun phrases that mean somebody without naming them: "the minister", "the city", "aid groups", "a senior official".

A definite one is linked to a named entity where only one fits; the others become unnamed people (singular) or groups.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from loaders.extract.document import Block
from loaders.extract.names import later
from loaders.extract.names.definite import meant, recent_mentions
from loaders.extract.names.draft import Draft, Index, Place
from loaders.extract.names.titles import is_title
from loaders.extract.reading import Mention, Span
from loaders.extract.words import wordset

PEOPLE = wordset(
    "official resident civilian worker witness source diplomat analyst expert critic supporter protester "
    "demonstrator activist refugee survivor victim passenger villager rebel militant insurgent gunman soldier "
    "fighter policeman politician leader lawmaker voter farmer miner student teacher doctor nurse patient "
    "parent relative neighbour neighbor prisoner detainee hostage suspect investigator rescuer firefighter "
    "medic volunteer migrant tourist customer consumer investor shareholder employee dealer trader economist "
    "banker broker producer exporter importer manufacturer ally opponent observer monitor journalist reporter "
    "scientist researcher lawyer man woman boy girl child person spokesperson delegate negotiator striker "
    "hunter fisherman sailor pilot priest monk colleague"
)
GROUPS = wordset(
    "people police troop force authority service group side family crew team staff community power ally rescuer "
    "opposition military army navy government administration delegation mediator"
)
"""Collective nouns: groups in the singular, too, where the article does not name them."""
_GROUP_SINGULAR = wordset("police opposition military delegation crew staff")
_SAYING = wordset("say tell warn report estimate believe add call accuse demand urge deny announce")


def link(index: Index) -> None:
    """Add nominal mentions to named entities, and unnamed entities with theirs, in the order of the text."""
    unnamed: dict[str, Draft] = {}
    for block in index.document.blocks:
        if block.doc is None or block.kind == "headline":
            continue
        for token in block.doc:
            if token.pos_ not in ("NOUN", "PROPN") or index.at(block, token) is not None:
                continue
            span = block.span(token)
            if index.quoted(span.start):
                continue
            _one(index, block, token, unnamed)
    later.join(index)


def _one(index: Index, block: Block, token: Token, unnamed: dict[str, Draft]) -> None:
    lemma = token.lemma_.lower()
    if not _heads_phrase(token):
        return
    first = _first(index, block, token)
    definite = token.doc[first].lower_ in ("the", "this", "that") or token.doc[first].tag_ == "PRP$"
    plural = token.tag_ in ("NNS", "NNPS")
    place = _place(block, token.doc, first, token.i)
    for other in token.children:
        named = index.at(block, other) if other.dep_ == "appos" and not plural else None
        shown = any(t.text == ":" for t in token.doc[token.i : other.i])  # "Image: Ann Example"
        if named is not None and named[0].type == "Person" and not shown:
            # "The Danish foreign minister, Ann Example, …"
            index.add(named[0], place)
            return
    owned = definite or any(t.dep_ == "poss" for t in token.lefts)
    if owned and not plural and is_title(token) and (holder := _named_behind(index, place)) is not None:
        index.add(holder, place)
        return
    if definite and not plural and token.doc[first].lower_ == "the":
        home = meant(index, block, token, lemma, place.mention.start)
        if home is not None:
            index.add(home, place)
            return
    if lemma in PEOPLE or is_title(token) or lemma in GROUPS:
        _unnamed(index, block, token, first, place, unnamed)


def _named_behind(index: Index, place: Place) -> Draft | None:
    """The person whose title this is by what is said of them here: "the manager of the yard, Ivo Brandt"."""
    at = place.mention
    for draft in index.behind(at.end, 3):
        if draft.named and any(e.start < at.end and at.end < e.end for _, _, e, _ in draft.roles):
            return draft
    return None


def _is_office(token: Token) -> bool:
    """As in "the Vardo sheriff's office said so", where nobody is spoken of but the office."""
    return token.dep_ == "poss" and is_title(token) and token.head.lemma_.lower() in _OFFICES


_OFFICES = wordset("office department bureau")


def _heads_phrase(token: Token) -> bool:
    return token.dep_ in (
        "nsubj", "nsubjpass", "dobj", "pobj", "agent", "attr", "conj", "poss", "ROOT", "appos", "dative", "oprd"
    )  # fmt: skip


def _first(index: Index, block: Block, token: Token) -> int:
    """The first token of the phrase: determiner and modifiers that stand directly before the head."""
    doc, first = token.doc, token.i
    while first > 0:
        before = doc[first - 1]
        near = first - 1 <= before.head.i <= token.i or before.dep_ == "case" or before.pos_ in ("ADJ", "NOUN")
        if not near or before.dep_ not in _MODIFIERS or before.tag_ == "VBG" or before.pos_ in ("ADV", "VERB"):
            break
        if before.dep_ == "punct" and before.text != "-":
            break
        first -= 1
    owner = index.at(block, doc[first - 1]) if first else None
    if owner is not None and owner[0].type == "Organisation" and owner[1].tokens is not None:
        # "Ministry of Finance officials"
        first = owner[1].tokens.start
    return first


_MODIFIERS = wordset("det amod compound nummod poss case nmod predet advmod quantmod punct conj")


def _place(block: Block, doc: Doc, first: int, last: int) -> Place:
    tokens = doc[first : last + 1]
    span = block.span(tokens)
    return Place(Mention(span.start, span.end, "nominal"), block, tokens)


def _unnamed(index: Index, block: Block, token: Token, first: int, place: Place, unnamed: dict[str, Draft]) -> None:
    doc = token.doc
    begin = first
    while begin < token.i and (
        doc[begin].pos_ in ("DET", "NUM") or doc[begin].lower_ in ("one", "a", "an", "the", "'s")
    ):
        begin += 1
    if _is_office(token):
        return
    if any(t.tag_ == "PRP$" or (t.dep_ == "poss" and index.at(block, t) is None) for t in doc[first : token.i]):
        return
    named_inside = [found for t in doc[begin : token.i] if (found := index.at(block, t)) is not None]
    if any(found[0].type == "Person" for found in named_inside):
        return
    name = " ".join(doc[begin : token.i + 1].text.split())
    plural = token.tag_ in ("NNS", "NNPS") or token.lemma_.lower() in _GROUP_SINGULAR or token.lower_ == "people"
    lemma = token.lemma_.lower()
    if not plural and lemma in GROUPS and lemma not in PEOPLE and not is_title(token):
        return
    said_of = token.head if token.dep_ == "conj" else token
    if not plural and (
        said_of.dep_ in ("attr", "appos", "oprd") or (said_of.dep_ == "pobj" and said_of.head.lower_ == "as")
    ):
        # "He is a farmer", "Ann Example, a farmer": said of somebody who is there already.
        return
    counted = any(t.like_num and t.lower_ not in ("one", "two", "three") for t in doc[first : token.i])
    bare = begin == token.i and lemma in GROUPS - {"police", "people", "authority"}
    acting = token.dep_ in ("nsubj", "nsubjpass", "agent") or (
        token.dep_ == "pobj" and token.head.lower_ in ("by", "to")
    )
    following = doc[token.i + 1] if token.i + 1 < len(doc) else None
    acting = acting or (following is not None and following.pos_ == "VERB" and following.lemma_ in _SAYING)
    if plural and name.casefold() not in unnamed and (counted or bare or not (acting or named_inside)):
        return
    indefinite = doc[first].lower_ in ("a", "an", "one", "another", "some") or first == begin
    known = unnamed.get(name.casefold())
    if known is None and not plural and doc[first].lower_ == "the":
        known = next(
            (
                d
                for d, p in recent_mentions(index, block, place.mention.start)
                if not d.named and d.type == "Person" and d.name.lower().split()[-1] == token.lower_
            ),
            None,
        )
    if known is not None and not (indefinite and not plural):
        index.add(known, place)
        return
    draft = Draft("Group" if plural else "Person", name, [place], named=False, confidence=0.6)
    if plural:
        draft.gender = "plural"
    index.add(draft, place)
    unnamed[name.casefold()] = draft
    if is_title(token) and not plural:
        _office(index, block, token, named_inside, draft, place)


def _office(
    index: Index, block: Block, token: Token, inside: list[tuple[Draft, Place]], draft: Draft, place: Place
) -> None:
    """As in "a Harbour Union official", "a spokesman for the Harbour Union"."""
    owner = next((d for d, _ in reversed(inside) if d.type in ("Organisation", "Place")), None)
    end = place.mention.end
    if owner is None:
        for link_word in token.rights:
            if link_word.dep_ == "prep" and link_word.lower_ in ("for", "of", "at", "with"):
                for thing in link_word.children:
                    found = index.at(block, thing)
                    if found is not None and found[0].type in ("Organisation", "Place"):
                        owner, end = found[0], found[1].mention.end
    words = (
        [t for t in token.doc[place.tokens.start : token.i + 1] if index.at(block, t) in (None, (draft, place))]
        if (place.tokens is not None)
        else []
    )
    title = " ".join(t.text for t in words if t.pos_ not in ("DET", "NUM", "PART"))
    title = title or token.text
    draft.roles.append((title, owner, Span(place.mention.start, end), 0.8))
