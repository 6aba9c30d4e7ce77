"""Spans of names: what the model found, cleaned; what it missed, from runs of proper nouns; and datelines."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from loaders.extract.document import Block, Document
from loaders.extract.names import lexicon
from loaders.extract.names.clean import made_name
from loaders.extract.names.cuts import (
    Labelled,
    goes_on,
    hyphened,
    is_country_and_thing,
    marked,
    parts,
    portfolios,
    whole,
)
from loaders.extract.names.dateline import dateline
from loaders.extract.names.found import Found
from loaders.extract.names.given import is_given
from loaders.extract.names.labels import label
from loaders.extract.names.nobody import is_arm, is_prize, left_out, slug, works
from loaders.extract.names.placespan import datelined, joined
from loaders.extract.names.speaking import people
from loaders.extract.reading import EntityType
from loaders.extract.words import wordset

_TYPES: dict[str, EntityType] = {
    "PERSON": "Person",
    "ORG": "Organisation",
    "GPE": "Place",
    "LOC": "Place",
    "FAC": "Place",
    "NORP": "Group",
    "PRODUCT": "Organisation",
}
_NEVER = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE", "LAW"})
_PARTICLES = wordset("of for the de la le du del della der den van von bin al el da di dos and & y e")


def found(
    document: Document,
    apart: Callable[[str], bool],
    is_place: Callable[[str], bool] = lambda _: False,
    common: Callable[[str], bool] = lambda _: False,
) -> list[Found]:
    """All names in the order of the text; none overlaps another. `apart(name)`: whether a name stands on its own, so
    that two of them with an "and" are two. `common(word)`: whether a dictionary has the small word."""
    made: list[Found] = []
    small = {t.lower_ for b in document.blocks if b.doc is not None for t in b.doc if t.is_lower}
    for block in document.blocks:
        if block.kind == "dateline":
            names = list(dateline(document, block))
            made.extend(() if _is_slug(names, is_place, common) else names)
        elif block.kind == "speaker":
            made.extend(label(document, block))
        elif block.doc is not None:
            towns = [*datelined(block.doc, is_place), *joined(block.doc, is_place)]
            speaking = list(people(block.doc, is_place, common))
            made.extend(_block(block, block.doc, apart, small, speaking, towns, slug(document, block)))
    return left_out(made, works(document))


def _is_slug(names: list[Found], is_place: Callable[[str], bool], common: Callable[[str], bool]) -> bool:
    """Whether what stands like a town before a text is but words of the dictionary: "NOTE -", "PRESS DIGEST -"."""
    return len(names) == 1 and not is_place(names[0].name) and all(common(word.lower()) for word in names[0].words)


def _block(
    block: Block,
    doc: Doc,
    apart: Callable[[str], bool],
    small: set[str],
    speaking: list[TokenSpan],
    towns: list[TokenSpan],
    begin: int,
) -> Iterator[Found]:
    """The names from the token `begin` on."""
    spans: list[Labelled] = []
    offices = portfolios(doc)
    taken = {*offices, *range(begin)}
    for town in towns:
        taken.update(range(town.start, town.end))
        spans.append((town, "Place", 5.0))
    for firm in marked(doc):
        taken.update(range(firm.start, firm.end))
        spans.append((firm, "Organisation", 5.0))
    for person in speaking:
        if not any(t.i in taken for t in person):
            taken.update(range(person.start, person.end))
            spans.append((person, "Person", 1.0))
    for entity in doc.ents:
        if entity.label_ in _NEVER:
            if not _may_hold_name(entity):
                taken.update(range(entity.start, entity.end))
            continue
        type_ = _TYPES.get(entity.label_)
        if type_ is None:
            taken.update(range(entity.start, entity.end))
            continue
        if entity.start < begin < entity.end:
            entity = doc[begin : entity.end]
        last = max((t.i for t in entity if t.i in offices), default=None)
        if last is not None:
            taken.update(range(entity.start, entity.end))
            spans.extend((doc[t.i : t.i + 1], "Group", 1.0) for t in entity if t.text in lexicon.nations())
            if entity.end <= last + 2:
                continue
            entity = doc[last + 2 : entity.end]  # behind "Harbour Minister"
        if any(t.i in taken for t in entity):
            continue
        entity = whole(entity, type_)
        if type_ == "Organisation" and is_country_and_thing(entity, small):
            entity, type_ = entity[:1], "Place"
        taken.update(range(entity.start, entity.end))
        spans.extend((part, type_, 1.0) for part in parts(entity, type_, apart))
    spans.extend((run, "Group", 0.0) for run in _runs(doc, taken))
    for tokens, type_, weight in hyphened(sorted(spans, key=lambda s: s[0].start)):
        if _is_ticker(tokens):
            continue
        made = made_name(block, tokens, type_, weight)
        if made is not None and not is_prize(made) and not is_arm(made):
            yield made


def _is_ticker(tokens: TokenSpan) -> bool:
    """As in "<EXA.L>": the letters under which a firm is traded."""
    doc = tokens.doc
    text = tokens.text.strip("<>")
    marked = tokens.text.startswith("<") or (tokens.start > 0 and doc[tokens.start - 1].text == "<")
    return marked and text.upper() == text and len(text) <= 8


def _may_hold_name(entity: TokenSpan) -> bool:
    return entity.label_ in ("CARDINAL", "ORDINAL", "QUANTITY") and any(t.pos_ == "PROPN" for t in entity)


def _runs(doc: Doc, taken: set[int]) -> Iterator[TokenSpan]:
    """Runs of proper nouns that the model left alone."""
    index = 0
    while index < len(doc):
        if not _is_proper(doc[index]) or index in taken:
            index += 1
            continue
        stop = index + 1
        while stop < len(doc) and stop not in taken:
            if _is_proper(doc[stop]):
                stop += 1
            elif (
                doc[stop].lower_ in _PARTICLES
                and stop + 1 < len(doc)
                and _is_proper(doc[stop + 1])
                and (stop + 1 not in taken and doc[stop].lower_ not in ("and", "&", "y", "e"))
            ) or goes_on(doc, stop):
                stop += 2
            else:
                break
        # "Prosecutor An Holm": the title is no part of it.
        yield doc[index + 1 if index + 1 < stop and is_given(doc[index + 1]) else index : stop]
        index = stop


def _is_proper(token: Token) -> bool:
    if not token.text[0].isupper() or (token.lower_ in lexicon.NO_NAMES and not is_given(token)):
        return False
    return token.pos_ == "PROPN" or token.tag_ in ("NNP", "NNPS") or (token.text in lexicon.demonyms())
