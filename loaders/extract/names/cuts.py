"""Where the model's names are cut wrongly: two in one, one in two, a title's words taken for a name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from loaders.extract.names import lexicon
from loaders.extract.names.given import is_given, is_second_half
from loaders.extract.reading import EntityType

Labelled = tuple[TokenSpan, EntityType, float]


def hyphened(spans: list[Labelled]) -> Iterator[Labelled]:
    """The spans, with the halves of a name joined that the model parted at its hyphen ("Example-Sample Corp")."""
    last: Labelled | None = None
    for span in spans:
        tokens = span[0]
        doc, gap = tokens.doc, tokens.start - 1
        if (
            last is not None
            and not (last[1] == span[1] == "Place")
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


def portfolios(doc: Doc) -> set[int]:
    """The tokens before "Minister" that name a portfolio and no body.

    As in "Danish Harbour Minister Mette Holm": "Danish Harbour" is nobody, "Danish" her country.
    """
    made: set[int] = set()
    for token in (t for t in doc if t.lower_ in _MINISTERS):
        if token.lower_ == "secretary" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ in ("general", "-"):
            continue  # an organisation's
        known = lexicon.nations()
        first = token.i
        while first > 0 and doc[first].text not in known and _in_portfolio(doc[first - 1], doc[first]):
            first -= 1
        words = [t for t in doc[first : token.i] if t.is_alpha]
        led = bool(words) and words[0].text in known
        if led or len(words) == 1 or all(t.lower_ in lexicon.TITLE_MODIFIERS or t.lower_ == "and" for t in words):
            made.update(t.i for t in words if t.text not in known)
    return made


def _in_portfolio(token: Token, after: Token) -> bool:
    if token.lower_ in ("and", "&", ","):
        return after.is_title and token.i > 0 and token.doc[token.i - 1].is_title
    return (
        token.is_title
        and token.pos_ in ("PROPN", "ADJ", "NOUN")
        and token.lower_ not in _NO_PORTFOLIO
        and not (token.text.isupper() and len(token) > 1 and token.text not in lexicon.countries())
        and not token.is_sent_end
        and token.ent_type_ not in ("PERSON", "DATE")
    )


_NO_PORTFOLIO = frozenset({"party", "union", "alliance", "president", "minister"})
_MINISTERS = frozenset({"minister", "ministers", "undersecretary", "secretary"})
_BODIES = frozenset({"ministry", "department", "agency", "authority", "council", "commission"})


def whole(entity: TokenSpan, type_: EntityType) -> TokenSpan:
    """A name with the piece that the model cut off: "An" of "An Holm", "-ho" of "Holm-ho", "A/" of "A/B-Co", "St."
    of "St. Holm", "Ministry" of "Danish Harbour Ministry"."""
    doc, first, last = entity.doc, entity.start, entity.end
    if first and doc[first - 1].text in ("St", "St."):
        first -= 1
    if type_ == "Person":
        if first and is_given(doc[first - 1]):
            first -= 1
        if last + 1 < len(doc) and is_second_half(doc[last + 1]):
            last += 2
        first, last = _with_particles(doc, first, last)
        if last < len(doc) and doc[last].lower_ in lexicon.SUFFIXES and doc[last].text[0].isupper():
            last += 1
    if type_ == "Organisation":
        while (
            first > 1
            and doc[first - 1].text in ("-", "/", "&")
            and not (doc[first - 1].whitespace_ or doc[first - 2].whitespace_)
            and doc[first - 2].text[0].isupper()
            and not doc[first - 2].ent_type_
            and doc[first - 2].text not in lexicon.demonyms()
        ):
            first -= 2
        if first and last - first > 1 and _NUMBERED.fullmatch(doc[first - 1].text) and doc[first].text[0].isupper():
            noun = last < len(doc) and doc[last].pos_ == "NOUN"  # "the 20th Example Party congress"
            first -= not noun
        if goes_on(doc, last):
            last += 2
        if last < len(doc) and doc[last].lower_ in _BODIES and doc[last].is_title and doc[last - 1].tag_ != "POS":
            last += 1
    return doc[first:last]


_NUMBERED = re.compile(r"\d+(?:st|nd|rd|th)")
_PARTICLES = ("van der", "van den", "van de", "von der", "de la", "van", "von", "den", "der", "ter", "ten")


def _with_particles(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """A person's name with the half that the model left beyond a particle: "Joop" or "Brandt" of "Joop van Brandt"."""
    for particles in _PARTICLES:
        words = particles.split()
        many = len(words)
        if last + many < len(doc) and [t.text for t in doc[last : last + many]] == words and _is_half(doc[last + many]):
            last += many + 1
            break
        before = doc[max(0, first - many) : first]
        if first > many and [t.text for t in before] == words and _is_half(doc[first - many - 1]):
            first -= many + 1
            break
    return first, last


def _is_half(token: Token) -> bool:
    return token.is_title and token.is_alpha and token.lower_ not in lexicon.TITLE_HEADS | lexicon.HONORIFICS


def goes_on(doc: Doc, stop: int) -> bool:
    """Whether a name that has come to an apostrophe goes on behind it: "Miners' Union", but not "Miners' strike"."""
    return (
        0 < stop < len(doc) - 1
        and doc[stop].text in ("'", "’")
        and doc[stop - 1].lower_.endswith("s")
        and doc[stop + 1].is_title
        and doc[stop + 1].lower_ in lexicon.ORGANISATION_WORDS
    )


def is_country_and_thing(entity: TokenSpan, small: set[str]) -> bool:
    """As in "U.S. Stocks" where the article speaks of stocks, too: no body, but a country and a word."""
    if len(entity) != 2 or entity[0].text not in lexicon.countries():
        return False
    word = entity[1].lower_
    return word in small and word not in lexicon.ORGANISATION_WORDS and entity[1].text not in lexicon.METONYMS


_MARKED = re.compile(r"<([A-Z][^<>]*[a-z][^<>]*)>")


def marked(doc: Doc) -> Iterator[TokenSpan]:
    """Firms in angle brackets, as wires mark those that are not traded: "<Example Sample Ltd>"."""
    for match in _MARKED.finditer(doc.text):
        span = doc.char_span(match.start(1), match.end(1), alignment_mode="contract")
        if span is not None and len(match[1]) <= 60:
            yield span


def parts(entity: TokenSpan, type_: EntityType, apart: Callable[[str], bool]) -> Iterator[TokenSpan]:
    """As in "Fischer and Blum", taken for one person, are two; so are two places. An organisation may have an "and"."""
    if " ".join(entity.text.split()).removeprefix("the ") in lexicon.countries():
        yield entity
        return
    if entity.end < len(entity.doc) and entity.doc[entity.end].text == "<":
        yield entity  # a ticker follows: one firm
        return
    if type_ == "Organisation":
        parts = [p.strip().removeprefix("the ") for p in re.split(r"\s(?:and|or|to)\s|,\s|/", entity.text)]
        if len(parts) == 1 or not all(p and (apart(p) or _is_firm(p)) for p in parts):
            yield entity
            return
    if (
        type_ == "Person"
        and entity.end - entity.start == 3
        and entity[1].lower_ == "of"
        and _is_plain(entity[0].lower_)
    ):
        yield entity.doc[entity.start : entity.start + 1]  # "Brandt of Example"
        return
    first = entity.start
    for index in range(entity.start + 1, entity.end - 1):
        if (
            entity.doc[index].lower_ in ("and", "or", ",", "/", "vs", "at", "to", "-", "--", "v")
            and (entity.doc[index].text != "-" or entity.doc[index - 1].whitespace_)
            and entity.doc[index + 1].text[0].isupper()
        ):
            yield entity.doc[first:index]
            first = index + 1
    yield entity.doc[first : entity.end]


def _is_plain(word: str) -> bool:
    return (
        word
        not in lexicon.TITLE_HEADS | lexicon.HONORIFICS | lexicon.ORGANISATION_WORDS | lexicon.MALE | lexicon.FEMALE
    )


def _is_firm(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and words[-1].lower() in lexicon.ORGANISATION_ENDS
