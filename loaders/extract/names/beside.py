"""What a person is, said beside the name: ", the mayor of Example,"; the words by which a name is a person's."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from loaders.extract.names import lexicon
from loaders.extract.words import wordset

_FIRMS_TOO = wordset(
    "owner founder leader partner dealer broker trader producer developer trainer champion banker manager host "
    "presenter candidate guard striker forward winger judge chief chair speaker counsel coordinator pilot captain "
    "rebel author publisher director general marshal senior executive principal controller defender regent delegate"
)
"""Titles that firms, ships, horses or groups have, too, or that are parts of names: they prove no person."""
_PLAIN = wordset(
    "villager resident architect diver sailor miner worker tenant tourist hiker cyclist neighbour neighbor witness "
    "survivor widow widower grandmother grandfather mother retiree refugee migrant commuter passenger volunteer "
    "protester rescuer janitor cleaner waiter waitress seamstress plumber welder electrician gardener lecturer "
    "tutor columnist biographer translator interpreter treasurer anthropologist astronomer mathematician musician "
    "violinist pianist painter sculptor photographer nun midwife optician dentist psychiatrist physician veterinarian"
)
"""What people are that is no title."""
ROLES = (lexicon.TITLE_HEADS | _PLAIN) - _FIRMS_TOO
_DETERMINERS = wordset("a an the its his her their our my")
_FAR = 14
"""Tokens of an apposition at most."""


def apposition_end(doc: Doc, comma: int) -> int | None:
    """The token that closes the role of a person behind `comma`: the next comma or stop; None where there is none.

    As in "Ivo Brandt, the mayor of Example," or "Ivo Brandt, a fisherman from Example."; neither "…, the mayor left"
    nor "…, spokesman Ivo Brandt", nor plurals.
    """
    at = comma + 1
    if at < len(doc) and doc[at].like_num and at + 1 < len(doc) and doc[at + 1].text == ",":
        at += 2  # ", 42,"
    if at < len(doc) and doc[at].lower_ in _DETERMINERS:
        at += 1
    head: Token | None = None
    for index in range(at, min(len(doc), comma + _FAR)):
        token = doc[index]
        closes = token.text in (",", ".", ";", ")") or (token.is_sent_start and index > at)
        if head is None:
            if token.pos_ in ("ADP", "CCONJ") or closes or token.lower_ in ("of", "for"):
                before = doc[index - 1]
                if index == at or before.lower_ not in ROLES or before.tag_ in ("NNS", "NNPS"):
                    return None
                head = before
            elif token.pos_ not in ("ADJ", "NOUN", "PROPN", "PART", "ADV", "PUNCT") and token.tag_ not in _PARTICIPLES:
                return None
        if closes:
            return index
        if token.tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return None
    return None


_PARTICIPLES = frozenset({"VBN", "VBG"})


def role_before(doc: Doc, comma: int) -> bool:
    """Whether the phrase that ends at `comma` is the role of one person: "the mayor of Example"."""
    for index in range(comma - 1, max(-1, comma - 9), -1):
        token = doc[index]
        if token.is_punct or token.tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return False
        if token.lower_ in ROLES and token.tag_ == "NN" and (index + 1 == comma or doc[index + 1].pos_ == "ADP"):
            return any(t.lower_ in _DETERMINERS for t in doc[max(0, index - 3) : index])
    return False
