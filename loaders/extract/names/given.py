"""First names that look like other words."""

from __future__ import annotations

from spacy.tokens import Token

from loaders.extract.names import lexicon


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
