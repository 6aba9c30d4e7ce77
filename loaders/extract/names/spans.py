"""Spans of names: what the model found, cleaned; what it missed, from runs of proper nouns; and datelines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from loaders.extract.document import Block, Document
from loaders.extract.names import lexicon
from loaders.extract.names.dateline import dateline
from loaders.extract.names.found import Found
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
_PERSONAL = wordset("de la le du del della der den van von bin al el da di dos ben ibn abu")
_Labelled = tuple[TokenSpan, EntityType, float]
_STOPPED = wordset("inc. corp. co. ltd. jr. sr. bros. s.a. u.s. calif.")
_MARKS = frozenset("\"'`()[]{}<>,;:.!?-–—_/*•")


def found(document: Document, apart: Callable[[str], bool]) -> list[Found]:
    """All names in the order of the text; none overlaps another. `apart(name)`: whether a name stands on its own, so
    that two of them with an "and" are two."""
    made: list[Found] = []
    for block in document.blocks:
        if block.kind == "dateline":
            made.extend(dateline(document, block))
        elif block.doc is not None:
            made.extend(_block(block, block.doc, apart))
    # Names in the title of a work ("The Long Road to Example") are no actors here.
    titles = [q.inner for q in document.quotations if q.use == "title"]
    starts = [inner.start for inner in titles]
    return [
        item for item in made if (at := bisect_right(starts, item.start)) == 0 or not titles[at - 1].holds(item.span)
    ]


def make(block: Block, tokens: TokenSpan, type_: EntityType, weight: float = 1.0) -> Found | None:
    """A name of these tokens, cleaned; None if nothing of a name is left."""
    tokens, honorific = clean(tokens, type_)
    if not len(tokens) or not any(c.isupper() for c in tokens.text) or _is_nothing(tokens):
        return None
    before = tokens.doc[tokens.start - 1].lower_ if tokens.start else ""
    if not honorific and before in lexicon.HONORIFICS:
        honorific = before
    span = block.span(tokens)
    name = " ".join(tokens.text.split())
    if name.split()[-1].lower() in lexicon.ORGANISATION_ENDS:
        name = name.rstrip(".")  # "Inc." and "Inc" are one
    return Found(block, span.start, span.end, name, type_, tokens, "name", 5.0 if honorific else weight, honorific)


def _is_nothing(tokens: TokenSpan) -> bool:
    words = [t.lower_ for t in tokens if not t.is_space and not t.is_punct]
    if not words:
        return True
    if len(words) == 1:
        word = words[0].removesuffix(".")
        plain = word in lexicon.NO_NAMES or word in lexicon.TITLE_HEADS or word in lexicon.GENERIC
        return plain or len(word) == 1 or not any(c.isalpha() for c in word)
    numbered = words[0] in ("chapter", "article", "section", "phase", "resolution", "title") and words[-1][0].isdigit()
    if numbered or words[-1] in lexicon.NO_BODY or all(w in lexicon.ORGANISATION_ENDS for w in words):
        return True
    titles = lexicon.NO_NAMES | lexicon.TITLE_HEADS | lexicon.TITLE_MODIFIERS
    return all(t.lower_ in titles or t.text in lexicon.demonyms() for t in tokens if t.is_alpha) and (
        words[-1] in lexicon.NO_NAMES | lexicon.TITLE_HEADS
    )


def clean(tokens: TokenSpan, type_: EntityType) -> tuple[TokenSpan, str]:
    """Without articles, marks, possessive endings and titles; and the honorific that stood before the name."""
    doc, first, last = tokens.doc, tokens.start, tokens.end
    honorific = ""
    while first < last:
        token, low = doc[first], doc[first].lower_
        if (
            token.is_space
            or low == "the"
            or low in ("a", "an", "this", "that", "his", "her", "its", "their")
            or token.text in _MARKS
            or (token.is_punct and len(token.text) == 1)
        ):
            first += 1
        elif low in lexicon.HONORIFICS and type_ == "Person":
            honorific = low
            first += 1
        elif token.text[0].islower() and low not in _PERSONAL and not _inner_capital(token.text) and type_ != "Place":
            first += 1
        else:
            break
    while last > first:
        token = doc[last - 1]
        if (
            token.is_space
            or token.lower_ in ("'s", "'", "s'", "and", "or", "of", "the", "in", "said", "says", "told")
            or token.text in _MARKS
            or (type_ == "Person" and any(c.isdigit() for c in token.text))
            or (type_ == "Organisation" and _trails(token) and last - first > 1)
            or (token.text[0].islower() and not token.text.endswith(".") and type_ == "Person")
        ):
            last -= 1
        else:
            break
    if type_ == "Person":
        cut = _after_title(doc, first, last)
        if cut > first:
            honorific = honorific or doc[cut - 1].lower_
            first = cut
    ends = last > first and last < len(doc) and doc[last].text == "." and doc[last - 1].lower_ + "." in _STOPPED
    if (
        type_ == "Organisation"
        and last + 1 < len(doc)
        and doc[last].lower_ in ("and", "&")
        and (doc[last + 1].text in ("Co", "Co.", "Sons", "Bros", "Partners"))
    ):
        last += 2  # "Example and Co"
    if ends and last + 1 < len(doc) and not doc[last + 1].is_title:
        last += 1
    return doc[first:last], honorific


def _trails(token: Token) -> bool:
    """As in "Exampletass news agency": a small word behind a name is no part of it."""
    return token.text[0].islower() and token.is_alpha and token.lower_ not in lexicon.ORGANISATION_ENDS


def _inner_capital(word: str) -> bool:
    return any(c.isupper() for c in word[1:])


def _after_title(doc: Doc, first: int, last: int) -> int:
    """The token after the last title of "Kremlin spokesman Dmitry X"; `first` where there is none."""
    cut = first
    for index in range(first, last - 1):
        low = doc[index].lower_
        if low in lexicon.TITLE_HEADS or low in lexicon.HONORIFICS:
            cut = index + 1
    while cut < last - 1 and doc[cut].lower_ in lexicon.HONORIFICS:
        cut += 1
    # "General Electric", "Major League": a title alone proves nothing; the rest must look like a person's name.
    return cut if all(t.text[0].isupper() or t.lower_ in _PERSONAL for t in doc[cut:last]) else first


def _block(block: Block, doc: Doc, apart: Callable[[str], bool]) -> Iterator[Found]:
    spans: list[_Labelled] = []
    taken: set[int] = set()
    for entity in doc.ents:
        if entity.label_ in _NEVER:
            if not _may_hold_name(entity):
                taken.update(range(entity.start, entity.end))
            continue
        type_ = _TYPES.get(entity.label_)
        if type_ is None:
            taken.update(range(entity.start, entity.end))
            continue
        taken.update(range(entity.start, entity.end))
        spans.extend((part, type_, 1.0) for part in _parts(entity, type_, apart))
    spans.extend((run, "Group", 0.0) for run in _runs(doc, taken))
    for tokens, type_, weight in _hyphened(sorted(spans, key=lambda s: s[0].start)):
        if _is_ticker(tokens):
            continue
        made = make(block, tokens, type_, weight)
        if made is not None:
            yield made


def _hyphened(spans: list[_Labelled]) -> Iterator[_Labelled]:
    """The spans, with the halves of a name joined that the model parted at its hyphen ("Example-Sample Corp")."""
    last: _Labelled | None = None
    for span in spans:
        tokens = span[0]
        doc, gap = tokens.doc, tokens.start - 1
        if (
            last is not None
            and last[0].end == gap
            and doc[gap].text == "-"
            and not (doc[gap].whitespace_ or doc[gap - 1].whitespace_)
        ):
            last = (doc[last[0].start : tokens.end], span[1] if span[2] else last[1], max(span[2], last[2]))
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


def _is_ticker(tokens: TokenSpan) -> bool:
    """As in "<EXA.L>": the letters under which a firm is traded."""
    doc = tokens.doc
    text = tokens.text.strip("<>")
    marked = tokens.text.startswith("<") or (tokens.start > 0 and doc[tokens.start - 1].text == "<")
    return marked and text.upper() == text and len(text) <= 8


def _may_hold_name(entity: TokenSpan) -> bool:
    return entity.label_ in ("CARDINAL", "ORDINAL", "QUANTITY") and any(t.pos_ == "PROPN" for t in entity)


def _parts(entity: TokenSpan, type_: EntityType, apart: Callable[[str], bool]) -> Iterator[TokenSpan]:
    """As in "Fischer and Blum", taken for one person, are two; so are two places. An organisation may have an "and"."""
    if " ".join(entity.text.split()).removeprefix("the ") in lexicon.countries():
        yield entity
        return
    if entity.end < len(entity.doc) and entity.doc[entity.end].text == "<":
        yield entity  # a ticker follows: one firm
        return
    if type_ == "Organisation":
        parts = [p.strip().removeprefix("the ") for p in re.split(r"\s(?:and|or)\s|,\s|/", entity.text)]
        if len(parts) == 1 or not all(p and (apart(p) or _is_firm(p)) for p in parts):
            yield entity
            return
    first = entity.start
    for index in range(entity.start + 1, entity.end - 1):
        if (
            entity.doc[index].lower_ in ("and", "or", ",", "/", "vs", "at", "-", "--", "v")
            and (entity.doc[index].text != "-" or entity.doc[index - 1].whitespace_)
            and entity.doc[index + 1].text[0].isupper()
        ):
            yield entity.doc[first:index]
            first = index + 1
    yield entity.doc[first : entity.end]


def _is_firm(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and words[-1].lower() in lexicon.ORGANISATION_ENDS


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
            ):
                stop += 2
            else:
                break
        yield doc[index:stop]
        index = stop


def _is_proper(token: Token) -> bool:
    if not token.text[0].isupper() or token.lower_ in lexicon.NO_NAMES:
        return False
    return token.pos_ == "PROPN" or token.tag_ in ("NNP", "NNPS") or (token.text in lexicon.demonyms())
