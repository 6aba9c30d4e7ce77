"""Whether the article itself states a doing, passes it on, denies it, plans it, or leaves it open.

A walk from the verb up to the top of its sentence: each governor, auxiliary, negation and conjunction on the way may
weaken what stands below it, and nothing strengthens it again. The quotes say who vouches for what stands inside.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from loaders.extract.clauses import adverbial, governors
from loaders.extract.clauses.arguments import REACH, gerund_governor
from loaders.extract.clauses.index import Index
from loaders.extract.clauses.stand import Standing
from loaders.extract.clauses.weakening import content_clause, governed, infinitive, joined_by_or, own, voucher
from loaders.extract.reading import Time
from loaders.extract.words import wordset

_BESIDE = wordset("after before since while by in on during despite without upon amid when until")
"""Prepositions whose "-ing" clause stands beside its governor and not under it: "said this after meeting Reyes"."""
_NOT_QUITE = frozenset(("short", "clear", "shy"))
"""Words whose "of" keeps away from a doing: "stopped short of attacking", "steered clear of criticising"."""


def _plans(governor: Token) -> bool:
    """ "Making his first trip to Lima, Marlow is due to arrive on Friday": what stands beside a plan is planned."""
    for word in (governor, *(c for c in governor.children if c.dep_ == "acomp")):
        force = governors.verb_force(word.lemma_.lower(), infinitive=True)
        if force == "planned" and any(c.dep_ == "xcomp" and infinitive(c) for c in word.children):
            return True
    return False


def standing(verb: Token, index: Index) -> Standing:
    """How the doing of this verb stands in the article."""
    found = Standing()
    node = verb
    unread = True
    told: Standing | None = None
    for _ in range(REACH):
        found = own(node, found) if unread else found
        unread = True
        head, label = node.head, node.dep_
        if head is node:
            break
        if told is None and adverbial.mark(node) is not None:
            told = found
        if label == "conj" and head.pos_ in ("VERB", "AUX"):
            shares = node.tag_ in ("VB", "VBG", "VBN") and not any(c.dep_ in ("aux", "nsubj") for c in node.children)
            if shares:
                found = own(head, found, negation=joined_by_or(head))
            elif head.tag_ == "VB" and head.dep_ == "ccomp" and head.head.lemma_.lower() in governors.REPORTING:
                head = head.head  # "said it would fight and urged …": urged goes with said
            node, unread = head, False
        elif label in ("ccomp", "xcomp", "pcomp", "advcl", "csubj", "csubjpass", "parataxis"):
            governor = head.head if label == "pcomp" and head.pos_ in ("ADP", "SCONJ") else head
            if label == "pcomp" and head.lower_ in governors.MARKS:
                found = found.under(governors.MARKS[head.lower_])
            if label == "pcomp" and head.lower_ == "of" and head.head.lower_ in _NOT_QUITE:
                found = found.under("failed")
            if label == "advcl" and node.tag_ == "VBG" and _plans(head):
                found = found.under("planned")
            if label == "pcomp" and head.lower_ in _BESIDE and governor.pos_ in ("VERB", "AUX"):
                node = governor
                continue
            if governor is node or governor.pos_ not in ("VERB", "AUX", "ADJ", "NOUN", "PROPN"):
                break
            found = governed(node, governor, label, found, index)
            node = governor
        elif label == "acl" and head.pos_ in ("NOUN", "PROPN", "ADJ", "ADV"):
            if node.tag_ in ("VBN", "VBG", "VBD") and not any(c.lower_ == "that" for c in node.children):
                break
            found = found.under(governors.noun_force(head.lemma_.lower(), infinitive=infinitive(node)))
            break
        elif label == "amod" and (accuser := gerund_governor(node)) is not None:
            found = found.under("accused", voucher(accuser, index))
            node = accuser
        elif label == "relcl":
            if infinitive(node):
                found = found.under("open")
            elif node.tag_ in ("VBZ", "VBP") and any(c.lower_ == "when" for c in node.children):
                found = found.under("planned")  # "this week when Marlow visits Oslo"
            elif content_clause(node):
                found = found.under(governors.noun_force(head.lemma_.lower(), infinitive=False))
            break
        else:
            break
    if told is not None and found.force not in ("true", "attributed"):
        found = told  # what is beside a denied or planned doing is neither
    return in_quote(verb, found, index)


def dated_standing(found: Standing, time: Time | None, index: Index, verb: Token | None = None) -> Standing:
    """What lies after the day of publication is planned at best, and so is what is told of that day in the present
    tense: "The board is meeting on Tuesday" in Tuesday's paper. `verb` is the one that tells it."""
    published = index.document.published
    if time is None or published is None or time.low is None:
        return found
    to_come = time.low > published
    if verb is not None and time.low == published == time.high and adverbial.present(verb):
        to_come = True
    if not to_come and time.high is not None and time.high > published:  # "later this week" has begun, but is to come
        to_come = "later" in index.document.text[max(0, time.start - len("later ")) : time.end].lower()
    return found.under("planned") if to_come else found


def _beside_cue(verb: Token, index: Index) -> bool:
    """Whether the verb is coordinated with one outside of the quote, so that it is no part of what was said: "She
    discussed the treaty and criticised Reyes"."""
    head = verb.head
    return (
        verb.dep_ == "conj"
        and verb.pos_ == "VERB"
        and head.pos_ == "VERB"
        and verb.tag_ == head.tag_
        and index.quote(verb) is not index.quote(head)
        and not any(c.dep_ in ("nsubj", "nsubjpass", "mark") for c in verb.children)
    )


_PRESUPPOSING = frozenset(("criticism", "praise", "demand", "attitude", "question"))
"""Speech acts that take what they name for granted."""


_DISPUTING = frozenset(("accusation", "denial", "doubt", "question"))
"""Speech acts whose words are about whether something is so."""


def in_quote(token: Token, found: Standing, index: Index, *, known: bool = False, granted: bool = False) -> Standing:
    """What remains of a standing inside a quote: its speaker vouches for it, or denies it.

    `known`: it is presupposed ("doubted the pledge made at the talks"), so a denial or doubt does not reach it.
    `granted`: what is presupposed in reported speech is the article's own word, since the words are: "Marlow said that
    he was shaken by the death of Reyes".
    """
    quote = index.quote(token)
    if quote is None or _beside_cue(token, index):
        return found
    by = quote.speakers[0] if quote.speakers else None
    weak = quote.polarity == "negative" or quote.speech_act in ("denial", "doubt", "question")
    if weak and quote.kind == "indirect" and adverbial.aside(token):
        return found
    if known and quote.kind == "indirect" and quote.speech_act in _PRESUPPOSING:
        return found  # "Norland deplored the attack": that it happened is the article's own word
    if known and granted and quote.kind == "indirect" and not weak and quote.speech_act not in _DISPUTING:
        return found
    if known:
        return found.under("said", by)
    if quote.polarity == "negative" or quote.speech_act == "denial":
        # The content of a denial may already be negated in its own words ("denied it; we did not attack").
        return replace(found, by=found.by or by) if found.force == "denied" else found.under("denied", by)
    if quote.speech_act in ("doubt", "question"):
        return found.under("open")
    return found.under("said", by)
