"""How an event stands: happened, alleged, denied, planned or hypothetical.

A verb stands as its clause does. A noun is taken as real where the reader is expected to know it ("the talks"), unless
what is said of it is whether it comes about ("cancelled the talks"); else it stands as its clause does.
"""

from __future__ import annotations

from spacy.tokens import Token

from loaders.extract.clauses import governors
from loaders.extract.clauses.adverbial import lost_verb, past
from loaders.extract.clauses.index import Index
from loaders.extract.clauses.stand import Standing
from loaders.extract.clauses.standing import dated_standing, in_quote, standing
from loaders.extract.events import frames
from loaders.extract.events.who import holder
from loaders.extract.reading import Time
from loaders.extract.words import wordset

_WEAK = {"true": 0, "attributed": 1, "planned": 2, "open": 3, "denied": 4}
_KNOWN = frozenset(("the", "this", "that", "these", "those"))


def definite(noun: Token) -> bool:
    """Whether the noun is presented as known: an article, a demonstrative, an owner before it."""
    return any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in _KNOWN) for c in noun.lefts)


def stands(noun: Token, index: Index, time: Time | None, *, granted: bool = False) -> Standing:
    """The standing of the event that a noun names; `time` is what dates it, `granted` as in `in_quote`."""
    verb = holder(noun)
    found = dated_standing(_stands(noun, index, dated=time is not None, granted=granted), time, index, verb)
    if time is None and verb is None and noun.lemma_.lower() not in _LASTING and _ahead(noun, index):
        return found.under("planned")
    return found


def _ahead(noun: Token, index: Index) -> bool:
    """Whether a day yet to come stands in the noun's phrase, also where the parse hangs it higher: "the trip to Lima
    next week by Marlow"."""
    published = index.document.published
    for token in noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + _PHRASE)]:
        if token.pos_ in ("VERB", "AUX", "SCONJ", "CCONJ") or token.lower_ in _BOUND or token.text in ',;:()"':
            return False
        time = index.time(token)
        if time is not None and time.low is not None and published is not None:
            return time.low > published
    return False


def _looks_back(noun: Token) -> bool:
    """Whether the noun's clause is in the past tense: "the next talks were held in June" have been."""
    for token in noun.ancestors:
        if token.pos_ in ("VERB", "AUX"):
            return past(token)
    return False


def _stands(noun: Token, index: Index, *, dated: bool, granted: bool = False) -> Standing:
    found = Standing()
    for child in noun.lefts:
        if child.dep_ in ("amod", "det", "compound", "nmod") and (force := governors.ADJECTIVES.get(child.lower_)):
            if child.lower_ == "any" or (child.lower_ == "next" and dated and _looks_back(noun)):
                continue
            found = found.under(force)
    known = definite(noun)
    token = noun
    head = noun.head
    verb = holder(noun)
    if noun.dep_ == "conj" and head.pos_ == "NOUN":
        noun, head = head, head.head
    if (lost := lost_verb(noun)) is not None:
        found = weaker(found, standing(lost, index))
    elif noun.dep_ == "pobj":
        found = _under_preposition(noun, found, index, known=known or dated)
    elif head.pos_ in ("VERB", "AUX") and noun.dep_ in ("dobj", "nsubj", "nsubjpass", "attr"):
        lemma = head.lemma_.lower()
        over = frames.OVER_NOUN.get(lemma)
        if over and noun.dep_ in ("dobj", "nsubjpass") and lemma not in frames.ONLY_FOR:
            found = weaker(found.under(over), standing(head, index))  # type: ignore[arg-type]  # forces, as a table
        elif noun.dep_ == "nsubj" and head.lemma_ == "be" and _undecided(head):
            found = found.under("open")
        elif (verb is not None and lemma not in _ENDING) or not known or (lemma in _CAUSING and noun.dep_ == "dobj"):
            found = weaker(found, standing(head, index))
        elif noun.dep_ in ("nsubj", "nsubjpass") and any(c.lower_ in _COMING for c in head.children):
            found = found.under("planned")  # "his talks will include trade"
    return in_quote(token, found, index, known=known or dated, granted=granted)


def _under_preposition(noun: Token, found: Standing, index: Index, *, known: bool) -> Standing:
    preposition, governor = noun.head, noun.head.head
    if preposition.lower_ == "without":
        return found.under("failed")
    if governor.pos_ in ("NOUN", "PROPN"):
        lemma = governor.lemma_.lower()
        force = governors.noun_force(lemma, infinitive=True) if lemma in _OPENING else None
        if (
            lemma
            in (
                "round",
                "series",
                "wave",
                "day",
                "start",
                "end",
                "number",
                "spate",
                "string",
                "resumption",
                "launch",
                "holding",
            )
            and not known
        ):
            return weaker(found, _stands(governor, index, dated=True))
        return found.under(force) if force and preposition.lower_ in ("of", "for", "over", "about", "on") else found
    if governor.pos_ in ("VERB", "AUX"):
        if governor.lemma_.lower() in _CAUSING and preposition.lower_ in ("in", "to"):
            if governor.dep_ == "acl" and governor.head.lemma_.lower() == "information":
                return found.under("open")  # a reward "for information leading to his arrest"
            return weaker(found, standing(governor, index))
        over = frames.OVER_NOUN.get(governor.lemma_.lower())
        if over and preposition.lower_ in ("for", "against", "on"):
            return weaker(found.under(over), standing(governor, index))  # type: ignore[arg-type]  # forces, as a table
        if preposition.lower_ in (
            ("at", "during", "in", "before", "by") if known else ("at", "during", "in", "on", "by")
        ) and governor.lemma_ not in (
            "say",
            "tell",
        ):
            above = standing(governor, index)
            return found if above.force == "denied" or (known and above.force != "planned") else weaker(found, above)
    return found


_CAUSING = wordset("result lead cause trigger spark provoke bring")
"""Verbs by which something comes about, so that it does no more than they do: "could result in the deaths of many"."""
_OPENING = wordset(
    "agreement deal case fear threat risk possibility hope demand call bid effort attempt proposal idea chance"
    " plan offer prospect warning danger preparation pressure appeal campaign timetable date"
    " schedule venue speculation rumour rumor"
)
"""Nouns whose "of" or "for" leaves the event open: "calls for talks", "the threat of a strike"."""


def _undecided(verb: Token) -> bool:
    """ "A visit is possible", "is under consideration"."""
    return any(
        (c.dep_ == "acomp" and c.lower_ in ("possible", "likely", "unlikely", "imminent", "inevitable", "probable"))
        or (c.dep_ == "prep" and c.lower_ in ("under", "on") and any(g.lower_ in _PENDING for g in c.children))
        for c in verb.children
    )


_PHRASE = 12
_BOUND = frozenset(("before", "after", "until", "since", "ahead", "for", "about", "over"))
"""Words after which a day belongs to something else: "the talks before the election next week"."""
_LASTING = wordset("agreement accord treaty pact deal ceasefire truce sanction embargo boycott")
"""Nouns of what reaches into the future although it is there: "the deal on prices next year"."""
_PENDING = frozenset(("consideration", "discussion", "review", "agenda", "negotiation"))
_COMING = frozenset(("will", "would", "'ll", "shall", "wo"))
_ENDING = wordset("end stop halt finish conclude close complete")
"""To hope that something known ends says that it goes on."""


def weaker(one: Standing, other: Standing) -> Standing:
    """The less certain of two."""
    kept = one if _WEAK[one.force] >= _WEAK[other.force] else other
    return Standing(kept.force, kept.by or one.by or other.by)
