"""Whether the article itself states a doing, passes it on, denies it, plans it, or leaves it open.

A walk from the verb up to the top of its sentence: each governor, auxiliary, negation and conjunction on the way may
weaken what stands below it, and nothing strengthens it again. The quotes say who vouches for what stands inside.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Token

from loaders.extract.clauses import adverbial, governors
from loaders.extract.clauses.arguments import REACH, agents, gerund_governor, passive
from loaders.extract.clauses.governors import Force
from loaders.extract.clauses.index import Index
from loaders.extract.reading import Assertion, Status, Time
from loaders.extract.words import wordset

_STATUS: dict[str, Status] = {
    "true": "happened", "attributed": "alleged", "denied": "denied", "planned": "planned", "open": "hypothetical",
}  # fmt: skip


_BESIDE = wordset("after before since while by in on during despite without upon amid when until")
"""Prepositions whose "-ing" clause stands beside its governor and not under it: "said this after meeting Reyes"."""


@dataclass(frozen=True, slots=True)
class Standing:
    """`force`: true, attributed, denied, planned, open. `by`: entity id of who vouches, where not the article."""

    force: str = "true"
    by: str | None = None

    @property
    def assertion(self) -> Assertion:
        """Hearsay without a source is no more than a hypothesis: nobody in the graph would vouch for it."""
        if self.force == "attributed":
            return "attributed" if self.by else "hypothetical"
        return {"true": "asserted", "denied": "negated"}.get(self.force, "hypothetical")  # type: ignore[return-value]  # literals of the table

    @property
    def status(self) -> Status:
        return _STATUS[self.force]

    def under(self, force: Force, by: str | None = None) -> Standing:
        """What remains of this standing under a governor of that force. Denied, planned and open stay as they are."""
        if force in ("said", "accused"):
            if self.force == "true":
                return Standing("attributed", by)
            return self if self.by else replace(self, by=by)
        if force in ("denied", "failed"):
            # What is said not to have been ruled out is open, not true.
            return Standing("open" if self.force in ("denied", "open") else "denied", self.by or by)
        if force == "true" or self.force in ("denied", "open"):
            return self
        return Standing(force, self.by)


def standing(verb: Token, index: Index) -> Standing:
    """How the doing of this verb stands in the article."""
    found = Standing()
    node = verb
    own = True
    told: Standing | None = None
    for _ in range(REACH):
        found = _own(node, found) if own else found
        own = True
        head, label = node.head, node.dep_
        if head is node:
            break
        if told is None and adverbial.mark(node) is not None:
            told = found
        if label == "conj" and head.pos_ in ("VERB", "AUX"):
            shares = node.tag_ in ("VB", "VBG", "VBN") and not any(c.dep_ in ("aux", "nsubj") for c in node.children)
            if shares:
                found = _own(head, found, negation=_joined_by_or(head))
            elif head.tag_ == "VB" and head.dep_ == "ccomp" and head.head.lemma_.lower() in governors.REPORTING:
                head = head.head  # "said it would fight and urged …": urged goes with said
            node, own = head, False
        elif label in ("ccomp", "xcomp", "pcomp", "advcl", "csubj", "csubjpass", "parataxis"):
            governor = head.head if label == "pcomp" and head.pos_ in ("ADP", "SCONJ") else head
            if label == "pcomp" and head.lower_ in governors.MARKS:
                found = found.under(governors.MARKS[head.lower_])
            if label == "pcomp" and head.lower_ in _BESIDE and governor.pos_ in ("VERB", "AUX"):
                node = governor
                continue
            if governor is node or governor.pos_ not in ("VERB", "AUX", "ADJ", "NOUN", "PROPN"):
                break
            found = _governed(node, governor, label, found, index)
            node = governor
        elif label == "acl" and head.pos_ in ("NOUN", "PROPN", "ADJ", "ADV"):
            if node.tag_ in ("VBN", "VBG", "VBD") and not any(c.lower_ == "that" for c in node.children):
                break
            found = found.under(governors.noun_force(head.lemma_.lower(), infinitive=_infinitive(node)))
            break
        elif label == "amod" and (accuser := gerund_governor(node)) is not None:
            found = found.under("accused", _voucher(accuser, index))
            node = accuser
        elif label == "relcl":
            if _infinitive(node):
                found = found.under("open")
            elif node.tag_ in ("VBZ", "VBP") and any(c.lower_ == "when" for c in node.children):
                found = found.under("planned")  # "this week when Marlow visits Oslo"
            elif _content_clause(node):
                found = found.under(governors.noun_force(head.lemma_.lower(), infinitive=False))
            break
        else:
            break
    if told is not None and found.force not in ("true", "attributed"):
        found = told  # what is beside a denied or planned doing is neither
    return in_quote(verb, found, index)


def dated_standing(found: Standing, time: Time | None, index: Index) -> Standing:
    """What lies after the day of publication is planned at best."""
    published = index.document.published
    if time is not None and published is not None and time.low is not None and time.low > published:
        return found.under("planned")
    return found


def _infinitive(verb: Token) -> bool:
    return any(c.lower_ == "to" and c.tag_ == "TO" for c in verb.children) or (
        verb.tag_ == "VB" and not any(c.tag_ == "MD" for c in verb.children)
    )


def _content_clause(verb: Token) -> bool:
    """ "The denial that they attacked Oslo", taken for a relative clause: the "that" is one object too many."""
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    return len(objects) > 1 and any(c.lower_ == "that" for c in objects)


def _joined_by_or(verb: Token) -> bool:
    return any(c.dep_ == "cc" and c.lower_ in ("or", "nor") for c in verb.children)


def _own(verb: Token, found: Standing, *, negation: bool = True) -> Standing:
    """What the verb's own auxiliaries, adverbs, conjunction and negation do to it."""
    for child in verb.children:
        word = child.lower_
        if child.dep_ == "neg" and negation:
            found = found.under("failed")
        elif child.tag_ == "MD" and word in ("can", "could") and verb.lemma_ in ("hear", "see", "feel"):
            continue  # "could be heard" was heard
        elif child.lower_ == "would" and verb.dep_ == "ccomp" and verb.head.lemma_.lower() in governors.REPORTING:
            found = found.under("planned")  # "said she would go": what was to come when it was said
        elif child.tag_ == "MD" and word in governors.MODALS:
            found = found.under(governors.MODALS[word])
            if word == "should" and found.force == "denied" and _inverted(child):
                found = replace(found, force="open")  # "should they fail to sign": if they do not
        elif child.dep_ == "advmod" and word in governors.HEDGES:
            found = found.under(governors.HEDGES[word])
        elif child.dep_ == "mark" and word in governors.MARKS:
            found = found.under(governors.MARKS[word])
            if word in ("if", "unless", "whether") and found.force == "denied":
                found = replace(found, force="open")
        elif (child.dep_ in ("nsubj", "nsubjpass") and (word in ("nobody", "none") or _no(child))) or (
            child.dep_ == "dobj" and verb.lemma_ != "deny" and _no(child)
        ):
            found = found.under("failed")
    if verb.lemma_ == "go" and verb.tag_ == "VBG" and any(c.dep_ == "xcomp" for c in verb.children):
        found = found.under("planned")
    if (
        verb.tag_ in ("VBZ", "VB")
        and verb.dep_ == "ROOT"
        and any(c.dep_ == "aux" and c.lower_ == "do" for c in verb.children)
    ):
        found = found.under("open") if verb.sent[-1].text == "?" else found
    return found


def _inverted(modal: Token) -> bool:
    return any(c.i > modal.i for c in modal.head.children if c.dep_ in ("nsubj", "nsubjpass"))


def _no(noun: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in ("no", "neither") for c in noun.lefts)


def _governed(node: Token, governor: Token, label: str, found: Standing, index: Index) -> Standing:
    infinitive = _infinitive(node)
    lemma = governor.lemma_.lower()
    if label == "advcl":
        return found.under("open") if infinitive else found
    if governor.pos_ in ("NOUN", "PROPN"):
        if label == "pcomp" and lemma not in governors.NOUN_WORDS:
            return found
        return found.under(governors.noun_force(lemma, infinitive=infinitive or label == "pcomp"))
    if governor.pos_ == "ADJ":
        return found.under("planned" if lemma in ("due", "ready", "set", "likely") else "open")
    perfect = any(c.lemma_ == "have" and c.dep_ == "aux" for c in node.children)
    if infinitive and passive(governor) and lemma in governors.REPORTING:
        # "is believed to have left", "is said to be in": hearsay without a source
        return found.under("accused") if perfect or lemma in ("say", "believe", "report") else found.under("planned")
    force = governors.verb_force(lemma, infinitive=infinitive and not perfect)
    if lemma == "be" and infinitive:
        force = "planned"
    if force in ("said", "accused"):
        if any(c.dep_ == "neg" for c in governor.children):
            return found.under("open")
        return found.under(force, _voucher(governor, index))
    return found.under(force, _voucher(governor, index) if force == "denied" else None)


def _voucher(governor: Token, index: Index) -> str | None:
    """Entity id of who says it."""
    for token in agents(governor):
        if (named := index.who(token)) is not None:
            return named[0].id
    return None


def in_quote(token: Token, found: Standing, index: Index, *, known: bool = False) -> Standing:
    """What remains of a standing inside a quote: its speaker vouches for it, or denies it.

    `known`: it is presupposed ("doubted the pledge made at the talks"), so a denial or doubt does not reach it.
    """
    quote = index.quote(token)
    if quote is None:
        return found
    by = quote.speakers[0] if quote.speakers else None
    weak = quote.polarity == "negative" or quote.speech_act in ("denial", "doubt", "question")
    if weak and quote.kind == "indirect" and adverbial.aside(token):
        return found
    if known:
        return found.under("said", by)
    if quote.polarity == "negative" or quote.speech_act == "denial":
        # The content of a denial may already be negated in its own words ("denied it; we did not attack").
        return replace(found, by=found.by or by) if found.force == "denied" else found.under("denied", by)
    if quote.speech_act in ("doubt", "question"):
        return found.under("open")
    return found.under("said", by)
