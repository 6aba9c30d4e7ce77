"""What else the reporting clause says: the kind of saying, the day, to whom, through what."""

from __future__ import annotations

import re
from bisect import bisect_left

from spacy.tokens import Token

from loaders.extract.document import Document
from loaders.extract.quotes import cues
from loaders.extract.quotes.draft import Draft
from loaders.extract.reading import Span, SpeechAct, Time

_HIS = r"(?:a|an|the|his|her|its|their) (?:\w+ ){0,2}"
MEDIUM = re.compile(
    r"\b(?:on (?:social media|Twitter|Facebook|Telegram|Instagram|X|television|state television|TV|radio|the radio|"
    r"his blog|her blog)"
    rf"|in {_HIS}(?:statement|interview|letter|speech|tweet|post|report|email|e-mail|memo|video|note|message|filing|"
    r"article|communique|broadcast|address|column|essay|editorial|book)"
    rf"|at {_HIS}(?:news conference|press conference|briefing|rally|hearing|meeting|debate|event)"
    r"|by (?:telephone|phone|email|e-mail))\b"
)
"""Words that name the channel, after the cue or before it: "in a statement", "on social media"."""

_ADDRESSING_WORDS = """
tell inform notify assure reassure remind brief ask urge warn advise beg implore exhort order instruct
"""
_ADDRESSING = frozenset(_ADDRESSING_WORDS.split())
_BOUNDARIES = frozenset({"relcl", "acl", "ccomp", "advcl", "pcomp"})
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PAST = frozenset({"VBD"})


def speech_act(draft: Draft, text: str) -> SpeechAct:
    """By the cue; a direct quote under a neutral cue that ends in a question mark is a question."""
    act: SpeechAct = draft.cue_class.act if draft.cue_class is not None else "statement"
    if draft.direct and act == "statement":
        special = [
            c.act
            for c in cues.verbs(draft.lemma)
            if "clause" in c.complements and c.act not in ("statement", "attitude")
        ]
        act = special[0] if special else act
        if act == "statement" and text.rstrip(" ,.\"'”’").endswith("?"):
            act = "question"
    return act


def is_negative(draft: Draft) -> bool:
    """Said not to have been said, or denied by the cue itself."""
    token = draft.token
    negated = token is not None and (
        any(c.dep_ == "neg" or c.lower_ == "never" for c in token.children)
        or (token.dep_ == "xcomp" and token.head.lemma_.lower() in ("decline", "refuse"))
    )
    if draft.head is not None:
        nobody = draft.head.lower_ in ("nobody", "none", "neither") or any(
            c.lower_ in ("no", "neither") and c.i < draft.head.i for c in draft.head.children
        )
        negated = negated != nobody
    return negated != (draft.cue_class is not None and draft.cue_class.negative)


def clause(draft: Draft) -> list[Token]:
    """The words of the reporting clause: those of the sentence of the cue that are not content."""
    if draft.token is None:
        return []
    tokens = draft.beside or list(draft.token.sent)
    return [t for t in tokens if not any(c.overlaps(draft.block.span(t)) for c in draft.content)]


def addressee(draft: Draft, words: list[Token]) -> Token | None:
    """The noun that was spoken to: the object of "told", or what follows "to" ("said to the crew")."""
    if draft.token is None:
        return None
    if draft.lemma in _ADDRESSING:
        for child in draft.token.children:
            if child.dep_ in ("dobj", "dative") and child.pos_ in ("PROPN", "NOUN", "PRON"):
                return child
    if draft.lemma in ("say", "add", "explain", "reply", "write"):
        for child in draft.token.children:
            if child.dep_ in ("prep", "dative") and child.lower_ == "to" and child in words:
                return next((c for c in child.children if c.dep_ == "pobj" and c.pos_ in ("PROPN", "NOUN")), None)
    return None


def medium(document: Document, draft: Draft, words: list[Token]) -> str | None:
    """The words that name the channel, or None."""
    if not words:
        return None
    first, last = draft.block.span(words[0]), draft.block.span(words[-1])
    match = MEDIUM.search(document.text, first.start, last.end)
    if match is None or any(c.overlaps(Span(match.start(), match.end())) for c in draft.content):
        return None
    return " ".join(match[0].split())


class Days:
    """On which day a thing was said, by the time expressions beside the cue."""

    def __init__(self, times: tuple[Time, ...]) -> None:
        self._times = sorted((t for t in times if t.type in ("DATE", "TIME")), key=lambda t: t.start)
        self._starts = [t.start for t in self._times]

    def beside(self, draft: Draft, words: list[Token]) -> str | None:
        """The day that the reporting clause gives: a time expression that depends on the cue, or stands next to it."""
        if draft.token is None or draft.cue is None:
            return None
        near: list[tuple[int, str]] = []
        for token in words:
            span = draft.block.span(token)
            at = bisect_left(self._starts, span.start)
            if at == len(self._times) or not span.start <= self._starts[at] < span.end:
                continue
            day = _day(self._times[at])
            if day is not None and _depends(token, draft.token):
                near.append((abs(span.start - draft.cue.start), day))
        return min(near)[1] if near else None


def _day(time: Time) -> str | None:
    if time.value.endswith("_REF"):
        return None  # "now", "currently": no day of its own
    if time.low is not None and time.low == time.high:
        return time.low
    return time.value[:10] if _DAY.match(time.value) else None


def _depends(token: Token, cue: Token) -> bool:
    """Whether a time expression is said of the cue, and not of a clause beside it."""
    heads = {cue.i}
    at = cue
    while at.dep_ in ("conj", "xcomp") and at.head != at and not any(c.dep_ == "nsubj" for c in at.children):
        at = at.head
        heads.add(at.i)
    at = token
    for _ in range(12):
        if at.i in heads:
            return True
        if at.dep_ in _BOUNDARIES or at.head == at or (at.dep_ == "conj" and at.pos_ in ("VERB", "AUX")):
            break
        at = at.head
    # Parses of sentences with quotations go astray; a day right beside the cue is the cue's.
    return abs(token.i - cue.i) <= 2 and not any(t.is_punct for t in cue.doc[min(token.i, cue.i) : max(token.i, cue.i)])
