"""What the words around a name say of its type."""

from __future__ import annotations

from spacy.tokens import Token

from loaders.extract.names import lexicon
from loaders.extract.names.found import Found
from loaders.extract.reading import EntityType
from loaders.extract.words import wordset

_PERSON_BEFORE = lexicon.TITLE_HEADS | lexicon.HONORIFICS
_PLACE_BEFORE = wordset("in near at from to around outside across into towards toward inside of for")
_PLACE_KIND = wordset(
    "town city village suburb capital port province district region island state county river lake mount "
    "mountain resort neighbourhood neighborhood"
)
_BODY_KIND = wordset(
    "newsletter newspaper magazine daily weekly agency company firm group bank party union broadcaster publisher "
    "airline retailer automaker carmaker drugmaker chipmaker steelmaker carrier charity subsidiary unit maker "
    "manufacturer association federation organisation organization movement museum institute foundation network "
    "channel station supplier insurer conglomerate cooperative shipbuilder shipyard start-up startup think-tank "
    "university consultancy brokerage"
)
_HOUSES = wordset(
    "brokers stockbrokers bankers publishers accountants auditors solicitors consultants builders retailers"
)
"""Plurals that stand before the name of one firm."""
_SPEAKING = wordset("say add tell explain recall joke admit think believe write laugh smile die")
_OF_FIRMS = wordset("share stock profit sale unit subsidiary earnings revenue plant shareholder board debt")


def _says_it(clause: Token) -> bool:
    """As in "Exampleco said it will close": whoever is "it" is no person."""
    return clause.dep_ == "ccomp" and any(
        c.dep_ in ("nsubj", "nsubjpass") and c.lower_ == "it" for c in clause.children
    )


def has_article(item: Found) -> bool:
    """Whether a "the" belongs to the name itself: "the Danube", but not "the Example government"."""
    if item.tokens is None or not item.tokens.start:
        return False
    doc, first, last = item.tokens.doc, item.tokens.start, item.tokens.end
    if doc[first - 1].lower_ != "the" or doc[first - 1].head.i != item.tokens.root.i:
        return False
    inside = last < len(doc) and (doc[last].pos_ in ("NOUN", "PROPN") or doc[last].tag_ in ("VBG", "POS"))
    return not inside and item.tokens.root.dep_ not in _INSIDE


_INSIDE = frozenset({"compound", "poss", "amod", "nmod"})


def around_name(item: Found) -> list[tuple[EntityType, float]]:
    """What the words before and behind one occurrence say."""
    if item.tokens is None:
        return []
    made: list[tuple[EntityType, float]] = []
    doc, first, last = item.tokens.doc, item.tokens.start, item.tokens.end
    before = doc[first - 1] if first else None
    after = doc[last] if last < len(doc) else None
    root = item.tokens.root
    if before is not None:
        low = before.lower_
        if low in ("of", "at", "with") and first > 1 and doc[first - 2].ent_type_ == "PERSON" and item.type == "Person":
            # "analyst Ann Example of A.B. Sample"
            made.append(("Organisation", 2.5))
        if low in _PERSON_BEFORE and (before.text[0].islower() or item.type == "Person"):
            made.append(("Person", 3.0))
        elif low in _HOUSES:
            made.append(("Organisation", 4.5))  # "brokers James Example"
        elif low in _BODY_KIND and before.text[0].islower():
            made.append(("Organisation", 3.0))
        elif low in _PLACE_KIND or (low == "of" and first > 1 and doc[first - 2].lower_ in _PLACE_KIND):
            made.append(("Place", 3.0))
        elif low in _PLACE_BEFORE and len(item.words) < 3:
            made.append(("Place", 0.4 if low in ("of", "for", "to", "from") else 0.8))
        elif low == "the" and len(item.words) == 1 and item.type != "Place":
            made.append(("Organisation", 0.6))
    if any(c.dep_ == "appos" and c.lower_ in lexicon.TITLE_HEADS for c in root.children):
        made.append(("Person", 2.5))
    elif (
        root.dep_ == "appos"
        and root.head.text in lexicon.TITLE_HEADS
        and root.head.i < first
        and before is not None
        and before.text == ","
    ):
        made.append(("Person", 2.5))  # "Its spokeswoman, Ann Example"
    elif root.dep_ == "nsubj" and root.head.lemma_ == "be":
        # "Ann Example is the chairman": a firm is no chairman.
        made.extend(("Person", 2.5) for c in root.head.children if c.dep_ == "attr" and c.lower_ in lexicon.TITLE_HEADS)
    if after is not None and after.text == "<":
        made.append(("Organisation", 3.0))  # a ticker follows
    if after is not None:
        if after.text == "," and last + 1 < len(doc) and doc[last + 1].like_num and len(doc[last + 1]) == 2:
            made.append(("Person", 2.0))
        elif after.lower_ in _PLACE_KIND and item.type != "Person":
            made.append(("Place", 2.0))
        elif after.text == "," and last + 1 < len(doc) and doc[last + 1].lower_ == "who":
            made.append(("Person", 1.5))
    if root.dep_ in ("poss", "compound", "nmod") and root.head.lemma_ in _OF_FIRMS:
        made.append(("Organisation", 1.0))
    elif root.dep_ == "nsubj" and any(_says_it(child) for child in root.head.children):
        made.append(("Organisation", 2.0))
    elif root.dep_ == "nsubj" and root.head.lemma_ in _SPEAKING and item.type != "Place":
        made.append(("Person", 0.7))
    return made
