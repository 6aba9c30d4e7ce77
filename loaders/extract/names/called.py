"""By which common nouns an article may call an organisation: "the newspaper", "the union", "the central bank".

What its name shows and what the text says beside it. Each rule bears its example; the tests run them.
"""

from __future__ import annotations

from spacy.tokens import Token

from loaders.extract.names import lexicon
from loaders.extract.names.draft import Draft, Place
from loaders.extract.words import wordset

EXAMPLES = {
    "head": "The Union of Harbour Ports met. The union said the ports would stay shut.",
    "shown": "The Harbour Times printed a map. The newspaper said the map was old.",
    "behind": "The Norvik union met. The union said the ports would stay shut.",
    "before": "The newspaper Norvik printed a map. The newspaper said the map was old.",
    "apposition": "Harbour Front, the largest union of the port, met. The union said the ports would stay shut.",
    "workers": "The United Harbour Workers met. The union said the ports would stay shut.",
    "central bank": "The Bank of Portugal met. The central bank said rates would rise.",
}
KINDS = wordset(
    "ministry agency union airline company firm party newspaper paper institute association carrier producer maker "
    "manufacturer lender council commission court committee club retailer broadcaster university school group "
    "organisation organization federation department cartel bloc alliance hospital foundation league board authority "
    "movement confederation society academy museum bank exchange fund charity network station channel watchdog "
    "regulator automaker corporation operator trust brokerage insurer refiner miner utility publisher shipbuilder "
    "think-tank daily weekly magazine militia parliament tribunal bureau observatory orchestra church consortium"
)
"""What an organisation may be called."""
_PAPERS = wordset(
    "times post herald tribune gazette journal chronicle guardian telegraph mail sun mirror star observer examiner "
    "inquirer courier globe dispatch echo standard monitor daily news"
)
_SHOWN: dict[str, frozenset[str]] = {
    "newspaper": _PAPERS,
    "paper": _PAPERS,
    "daily": _PAPERS,
    "airline": wordset("airlines airways air"),
    "carrier": wordset("airlines airways air lines"),
    "automaker": wordset("motor motors automobile automotive"),
    "bank": wordset("bank bancorp bancshares banco banca banque savings"),
    "lender": wordset("bank bancorp bancshares banco banca banque savings"),
    "union": wordset("workers teamsters machinists steelworkers"),
    "broadcaster": wordset("television tv radio broadcasting"),
    "network": wordset("television tv broadcasting"),
    "station": wordset("television tv radio"),
    "insurer": wordset("insurance assurance"),
    "retailer": wordset("stores supermarkets"),
    "brokerage": wordset("securities brokers"),
    "school": wordset("academy college"),
    "university": wordset("college"),
    "refiner": wordset("refining refinery"),
    "publisher": wordset("publishing press"),
}
"""Last words of names by which a body may be called so."""
_CENTRAL = wordset("bundesbank riksbank fed")
_DOT = frozenset({",", "(", "–", "—", "-"})


def kinds(draft: Draft) -> frozenset[str]:
    """All nouns of KINDS by which this organisation may be called."""
    made = set(by_name(draft.name))
    for place in draft.places:
        made |= _beside(place)
    return frozenset(made & KINDS)


def by_name(name: str) -> frozenset[str]:
    """The nouns of KINDS that the name itself shows."""
    words = name.lower().replace("-", " ").split()
    if len(words) > 1 and words[-1] in lexicon.ORGANISATION_ENDS:
        words = words[:-1]
    if not words:
        return frozenset()
    made = {head_noun(" ".join(words))}
    made |= {noun for noun, ends in _SHOWN.items() if len(words) > 1 and words[-1] in ends}
    if words == ["times"]:
        made |= {"newspaper", "paper"}
    if words[-1].endswith("bank"):
        made |= {"bank", "lender"}
    return frozenset(made & KINDS)


def is_central_bank(draft: Draft) -> bool:
    """As in "the Bank of Exampleland", "the Bundesbank", "the Federal Reserve"; not "the Bank of Example Street"."""
    words = draft.name.split()
    if draft.name.lower() in _CENTRAL or "central bank" in draft.name.lower() or words[:2] == ["Federal", "Reserve"]:
        return True
    of = words.index("of") if "of" in words else -1
    rest = " ".join(w for w in words[of + 1 :] if w.lower() != "the")
    return of > 0 and words[of - 1] == "Bank" and (rest in lexicon.countries() or rest == "England")


def head_noun(name: str) -> str:
    """The noun that says what a body is: "union" of "Union of Harbours" and of "Harbour Workers' Union"."""
    words = name.lower().split()
    for at, word in enumerate(words):
        if word in ("of", "for", "on") and at:
            return words[at - 1]
    return words[-1]


def _beside(place: Place) -> set[str]:
    """What the text says beside the name: "the Norvik union", "the newspaper Norvik", "Norvik, a union"."""
    if place.tokens is None or place.mention.kind != "name":
        return set()
    doc, first, last = place.tokens.doc, place.tokens.start, place.tokens.end
    root = place.tokens.root
    made = set()
    if last < len(doc) and root.head.i == last and root.dep_ in ("compound", "nmod", "amod") and _ends(doc[last]):
        made.add(doc[last].lower_)
    if first and doc[first - 1].text[0].islower():
        made.add(doc[first - 1].lower_)
    if last < len(doc) and doc[last].text in _DOT:
        made |= {c.lower_ for c in root.children if c.dep_ == "appos" and c.i > last and c.tag_ == "NN"}
    return made


def _ends(token: Token) -> bool:
    """Whether no further noun follows: "the Norvik union", not "the Norvik union official"."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return token.tag_ == "NN" and (after is None or after.pos_ not in ("NOUN", "PROPN", "PART"))
