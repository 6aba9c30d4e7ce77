"""When an event happened: only what modifies the event itself dates it, never the day of the statement about it.

"Marlow said on Wednesday that a depot was shelled" leaves the shelling without a date.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extract.clauses.adverbial import same_time
from loaders.extract.clauses.arguments import own_subject
from loaders.extract.clauses.governors import REPORTING
from loaders.extract.clauses.index import Index
from loaders.extract.events.lexicon import triggers
from loaders.extract.events.who import holder
from loaders.extract.reading import Time

ON = frozenset(("on", "in", "at", "during", "over", "this", "last", "from", "late", "early", "within"))
"""Prepositions that date; "by", "until", "before", "after", "since" do not: they give a bound."""
_SET = frozenset(("plan", "schedule", "set", "slate", "arrange", "due", "expect", "call", "announce"))
"""Verbs whose "for" dates: "a walkout is planned for March 10"."""
_REASONS = frozenset(("over", "for", "in", "about", "after", "following", "with"))
"""Prepositions by which a clause names another event as its reason: "in connection with the bombings"."""
_UNITS = frozenset(("week", "month", "quarter", "year", "decade", "century"))
_POINTS = frozenset(("open", "begin", "start", "end", "close", "conclude", "resume", "erupt", "break", "happen"))
"""Verbs that happen at one moment."""
_SPOKEN = REPORTING | {"deny", "reject", "dismiss", "accuse"}


def dated(token: Token, index: Index, *, verbal: bool) -> Time | None:
    """The time expression of the event that this token names; None where its own clause has none."""
    hosts = [token]
    if verbal:
        node = token
        while node.dep_ in ("xcomp", "conj") and node.head.pos_ in ("VERB", "AUX") and len(hosts) < 4:
            node = node.head
            if node.lemma_.lower() in REPORTING or (hosts[-1].dep_ == "conj" and own_subject(hosts[-1])):
                break
            hosts.append(node)
        if token.dep_ == "pcomp":
            hosts = [token]
    elif (verb := holder(token)) is not None:
        hosts.append(verb)
    for host in hosts:
        for child in _modifiers(host, verbal=host.pos_ in ("VERB", "AUX")):
            time = index.time(child)
            if time is None or time.type not in ("DATE", "TIME") or _of_duration(time, index):
                continue
            if verbal and _of_another(child, host, time):
                continue
            if not _of_the_statement(child, host) and index.quote(child) is index.quote(token):
                return time
    if (time := _meanwhile(token, index, verbal=verbal)) is not None:
        return time
    if not verbal:
        for child in token.children:  # "a visit starting on Monday", "the trip, which starts on Monday"
            if child.dep_ in ("acl", "relcl") and child.lemma_ in ("start", "begin", "schedule", "set", "hold", "plan"):
                for inner in _modifiers(child, verbal=True):
                    if (time := index.time(inner)) is not None and time.type in ("DATE", "TIME"):
                        return time
    if verbal:
        for child in token.children:  # "attacked Oslo on Monday", where the day hangs on the object
            if child.dep_ in ("dobj", "nsubjpass") or (child.dep_ == "prep" and index.time(child) is None):
                for inner in [child, *[c for c in child.children if c.dep_ == "pobj"]]:
                    for late in _modifiers(inner, verbal=False):
                        time = index.time(late)
                        if (
                            time is not None
                            and late.i > token.i
                            and time.type in ("DATE", "TIME")
                            and late.dep_ != "poss"
                        ):
                            return time if not _of_duration(time, index) else None
    return None


def _meanwhile(token: Token, index: Index, *, verbal: bool) -> Time | None:
    """The day of the clause beside which this one stands: "denied it on Tuesday, as his trial opened". What only goes
    on then ("as talks went into their second day") has no day by that."""
    verb = token if verbal else holder(token)
    if verb is None or not (verbal or verb.lemma_ in _POINTS):
        return None
    governor = same_time(verb, _SPOKEN)
    for child in _modifiers(governor, verbal=True) if governor is not None else ():
        time = index.time(child)
        if (
            time is not None
            and time.type in ("DATE", "TIME")
            and not _of_duration(time, index)
            and time.low == time.high
        ):
            return time
    return None


def _of_the_statement(time: Token, verb: Token) -> bool:
    """ "Marlow said on Monday rebels shelled Oslo": what stands between "said" and its clause may date either, so
    neither."""
    said = verb.head
    if verb.dep_ != "ccomp" or said.i > time.i or said.lemma_.lower() not in REPORTING:
        return False
    return any(c.dep_ in ("nsubj", "nsubjpass") and time.i < c.i for c in verb.children)


def _of_duration(time: Time, index: Index) -> bool:
    """Whether it names no day, month or year but a stretch up to now: "for two years", "over the past month"."""
    words = index.document.text[time.start : time.end].lower().split()
    return time.value.startswith(("P", "PRESENT", "PAST", "FUTURE")) or (
        len(words) == 3 and words[0] == "the" and words[1] in ("past", "last") and words[2] in _UNITS
    )


def _of_another(time: Token, verb: Token, said: Time) -> bool:
    """ "Arrested over the bombings in Lima last year": a month or year right behind another event is that one's."""
    if said.low == said.high or time.i < verb.i:
        return False
    first = time.left_edge.i
    reasons = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in _REASONS and c.right_edge.i + 1 == first)
    return any(t.lemma_.lower() in triggers(noun=True) for reason in reasons for t in reason.subtree)


def _modifiers(host: Token, *, verbal: bool) -> Iterator[Token]:
    """Tokens that may be the head of a time expression on this host."""
    labels = ("npadvmod", "advmod", "tmod") if verbal else ("npadvmod", "poss", "compound", "nmod", "amod", "appos")
    for child in host.children:
        if child.dep_ in labels:
            yield child
        elif child.dep_ == "prep" and (child.lower_ in ON or (child.lower_ == "for" and host.lemma_ in _SET)):
            objects = [c for c in child.children if c.dep_ in ("pobj", "pcomp")]
            # "On Monday rebels shelled Oslo": the parser takes Monday for a part of the rebels.
            yield from objects or (child.doc[child.i + 1 : child.i + 2] if child.dep_ == "prep" else ())
        elif child.dep_ == "prep" and not verbal:  # "talks in Lima on Monday", where the day hangs on Lima
            for place in child.children:
                if place.dep_ == "pobj" and place.lemma_.lower() not in triggers(noun=True):
                    for inner in place.children:
                        if inner.dep_ == "prep" and inner.lower_ == "on":
                            yield from (c for c in inner.children if c.dep_ == "pobj")
                        elif inner.dep_ == "npadvmod":
                            yield inner
