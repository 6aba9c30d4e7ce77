"""A run of tokens made a name: without articles, marks, titles and what else is no part of it."""

from __future__ import annotations

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from loaders.extract.document import Block
from loaders.extract.names import lexicon
from loaders.extract.names.found import Found
from loaders.extract.names.given import is_given, is_second_half
from loaders.extract.names.placespan import county, whole_place
from loaders.extract.reading import EntityType
from loaders.extract.words import wordset

_PERSONAL = wordset("de la le du del della der den van von bin al el da di dos ben ibn abu")
_STOPPED = wordset("inc. corp. co. ltd. jr. sr. bros. s.a. u.s. calif.")
_MARKS = frozenset("\"'`()[]{}<>,;:.!?-–—_/*•")


def made_name(block: Block, tokens: TokenSpan, type_: EntityType, weight: float = 1.0) -> Found | None:
    """A name of these tokens, cleaned; None if nothing of a name is left."""
    tokens, type_ = county(tokens, type_)
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
    made = Found(block, span.start, span.end, name, type_, tokens, "name", 5.0 if honorific else weight, honorific)
    return whole_place(made)


def _is_nothing(tokens: TokenSpan) -> bool:
    words = [t.lower_ for t in tokens if not t.is_space and not t.is_punct]
    if not words:
        return True
    if all(word in lexicon.SUFFIXES for word in words) or (len(words) == 1 and words[0] in ("st", "st.")):
        return True
    if len(words) == 1:
        word = words[0].removesuffix(".")
        plain = word in lexicon.NO_NAMES or word in lexicon.TITLE_HEADS or word in lexicon.GENERIC
        plain = plain or ("." in words[0] and words[0] in lexicon.HONORIFICS)
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
            or (low in ("a", "an", "this", "that", "his", "her", "its", "their") and not is_given(token))
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
            or not token.text.strip("-–—")
            or (type_ == "Person" and any(c.isdigit() for c in token.text))
            or (type_ == "Organisation" and _trails(token) and last - first > 1)
            or (
                type_ == "Person"
                and token.text[0].islower()
                and not token.text.endswith(".")
                and not is_second_half(token)
            )
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
        if (low in lexicon.TITLE_HEADS or low in lexicon.HONORIFICS) and doc[index + 1].lower_ not in lexicon.SUFFIXES:
            cut = index + 1
    while cut < last - 1 and doc[cut].lower_ in lexicon.HONORIFICS:
        cut += 1
    # "General Electric", "Major League": a title alone proves nothing; the rest must look like a person's name.
    return cut if all(t.text[0].isupper() or t.lower_ in _PERSONAL for t in doc[cut:last]) else first
