"""People whom the model does not know for people: they say something, or a role of a person stands beside the name."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from loaders.extract.names import lexicon
from loaders.extract.names.beside import ROLES, apposition_end, role_before
from loaders.extract.names.gender import GIVEN
from loaders.extract.words import wordset

EXAMPLES = {
    "said behind": '"We lost two boats," Ottokar Vlk said.',
    "said before": '"We lost two boats," said Ottokar Vlk.',
    "role behind": "Tuulikki Rask, a fisherman from Vardo, left.",
    "role before": "Police held farmer Zbynek Hrabal.",
    "asked": "The Harbour Post interviewed Tuulikki Rask in May.",
    "role turned": "The mayor of Tarnby, Oddvar Quist, left.",
}
_SAYING = wordset("said says told tells added adds wrote writes explained recalled replied asked insisted joked")
_ASKED = wordset("interviews interviewed interviewing")
_PARTICLES = wordset("de la le du del della der den van von bin al el da di dos ben ibn abu af")
_NOBODY = (
    lexicon.ORGANISATION_WORDS | lexicon.BUSINESS_ENDS | lexicon.ORGANISATION_ENDS | lexicon.PLACE_WORDS
    | lexicon.GENERIC | lexicon.NO_BODY | lexicon.NO_NAMES | lexicon.TITLE_HEADS | lexicon.HONORIFICS
    | lexicon.TITLE_MODIFIERS
)  # fmt: skip
"""A word of these makes a run of capitals no plain name of a person."""
_INSIDE = wordset("the for in at near across outside")
"""Behind one of these stands a house or a place, or a part of a longer name."""
_LOOSE = frozenset({"", "WORK_OF_ART", "PERSON", "PRODUCT", "EVENT", "GPE", "LOC", "FAC", "LANGUAGE"})
"""Labels that "said" outweighs; that a firm said it is as likely as not."""


def people(doc: Doc, is_place: Callable[[str], bool], common: Callable[[str], bool]) -> Iterator[TokenSpan]:
    """Runs of two or three capitalised words that are people. `common(word)`: whether a dictionary has the small word;
    a name that begins with one ("Golden Harvest") is a ship's or firm's as likely as a person's."""
    for run in _runs(doc):
        words = [t.lower_ for t in run if t.lower_ not in _PARTICLES]
        if not 2 <= len(words) <= 3 or any(w in _NOBODY for w in words) or is_place(run.text):
            continue
        given = words[0] in GIVEN
        if (common(words[0]) and not given) or any(t.text in lexicon.nations() for t in run):
            continue
        loose = {t.ent_type_ for t in run} <= _LOOSE and (given or not any(common(w) for w in words))
        if _has_role(run) or (loose and _says(run)):
            yield run


def _runs(doc: Doc) -> Iterator[TokenSpan]:
    """The longest runs of capitalised words, without a role at a sentence's start ("Farmer Ivo Brandt")."""
    index = 0
    while index < len(doc):
        if not _is_name(doc[index]):
            index += 1
            continue
        stop = index + 1
        while stop < len(doc) and not doc[stop].is_sent_start:
            particle = doc[stop].lower_ in _PARTICLES and stop + 1 < len(doc) and _is_name(doc[stop + 1])
            if not particle and not _is_name(doc[stop]):
                break
            stop += 1
        first = index + 1 if doc[index].lower_ in ROLES and stop - index > 2 else index
        joined = (first and doc[first - 1].text in _JOINS and not doc[first - 1].whitespace_) or (
            stop < len(doc) and doc[stop].text in _JOINS and not doc[stop - 1].whitespace_
        )
        if not joined and not _is_part(doc, first, stop):
            yield doc[first:stop]
        index = stop


_JOINS = frozenset({"-", "/", "&", "'s", "’s", "'"})


def _is_part(doc: Doc, first: int, stop: int) -> bool:
    """Whether the model has a longer name of a person here ("B. Ann Example Jr."), or an initial stands before."""
    before = doc[first - 1] if first else None
    if before is not None and len(before) < 4 and before.is_title and before.text.endswith(".") and len(before) > 1:
        return True
    longer = doc[first].ent_iob_ == "I" or (stop < len(doc) and doc[stop].ent_iob_ == "I")
    return longer and all(t.ent_type_ == "PERSON" for t in doc[first:stop])


def _is_name(token: Token) -> bool:
    return token.is_alpha and token.text[0].isupper() and token.text[1:].islower()


def _says(run: TokenSpan) -> bool:
    """As in "Ivo Brandt said" and '," said Ivo Brandt.'"""
    doc, first, stop = run.doc, run.start, run.end
    before, after = doc[first - 1].lower_ if first else "", doc[stop].lower_ if stop < len(doc) else ""
    if before in _INSIDE or before in ("of", "and", "with", "to", "by", "from"):
        return False
    if after in _SAYING:
        return before not in lexicon.ORGANISATION_WORDS
    led = first > 1 and before in _SAYING and (doc[first - 2].is_punct or doc[first - 2].is_quote)
    return led and after in ("", ",", ".", ";", "on", "in", "at", "after", "as", "who")


def _has_role(run: TokenSpan) -> bool:
    doc, first, stop = run.doc, run.start, run.end
    before = doc[first - 1] if first else None
    comma = stop < len(doc) and doc[stop].text == ","
    if before is not None and before.lower_ in _ASKED:
        return True
    if before is not None and before.lower_ == "with" and first > 1 and doc[first - 2].lower_ == "interview":
        return True
    if before is not None and before.lower_ in ROLES and before.tag_ not in ("NNS", "NNPS"):
        return True
    if comma and before is not None and before.text == "," and role_before(doc, first - 1):
        return True
    return comma and (before is None or before.lower_ not in _INSIDE) and apposition_end(doc, stop) is not None
