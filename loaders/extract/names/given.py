"""First names that look like other words."""

from __future__ import annotations

from spacy.tokens import Token

from loaders.extract.names import lexicon
from loaders.extract.words import wordset


def is_given(token: Token) -> bool:
    """Whether an article, month or the like is a first name: it stands between a title and a name, with a capital.

    As in "Prosecutor An Holm", "Minister May Brandt"; not "Prosecutor Holm", nor "said a Mr Holm".
    """
    doc, at = token.doc, token.i
    if not token.is_title or token.lower_ == "the" or at == 0 or at + 1 >= len(doc):
        return False
    before, after = doc[at - 1], doc[at + 1]
    led = before.lower_ in lexicon.TITLE_HEADS | lexicon.HONORIFICS
    return led and after.is_title and after.pos_ == "PROPN" and after.lower_ not in lexicon.NO_NAMES


def is_second_half(token: Token) -> bool:
    """Whether a small word behind a hyphen ends a first name: "ho" of "Kim Sung-ho", not "led" of "Brandt-led"."""
    if token.i < 2 or not token.text.islower() or not token.is_alpha or token.tag_ not in ("NN", "NNP", "FW"):
        return False
    hyphen, before = token.nbor(-1), token.nbor(-2)
    joined = hyphen.text == "-" and not (hyphen.whitespace_ or before.whitespace_)
    return joined and token.lower_ not in _MADE_OF and not token.lower_.endswith("ed")


_MADE_OF = wordset("led backed based era style like born owned run held made type size wing")
