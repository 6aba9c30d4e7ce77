"""Reporting clauses beside a quotation: which verb speaks, and who is its speaker."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Token

from loaders.extract.document import Block, Quotation
from loaders.extract.quotes import cues
from loaders.extract.quotes.draft import Draft
from loaders.extract.quotes.grammar import agent, cue_range, is_passive, is_verb, lemma, phrase, subject
from loaders.extract.reading import Span

STOPS = frozenset({".", "!", "?", ";"})
_FRAME = 40
"""Tokens of a reporting clause that are looked at."""
_NEAR = 16
"""Words after a quotation among which any verb of saying is its own; a later one is only as that of the sentence."""
_PHASES = frozenset({"begin", "start", "go", "continue", "open", "close", "finish", "read", "offer", "put"})
"""Verbs that lead on to a quotation only as the verb of a clause: "she began: …", and not "beginning on Monday, …"."""


def _clause(tokens: list[Token], *, last: bool) -> list[Token]:
    """The part of a gap that belongs to the quotation: its first sentence, or (`last`) its last one."""
    cuts = [i for i, t in enumerate(tokens) if t.text in STOPS]
    if last:
        begin = next((i + 1 for i in reversed(cuts) if i < len(tokens) - 1), 0)
        return tokens[begin:][-_FRAME:]
    end = cuts[0] + 1 if cuts else len(tokens)
    return tokens[:end][:_FRAME]


def said_after(block: Block, quotation: Quotation, gap: list[Token]) -> Draft | None:
    frame = _clause(gap, last=False)
    assert block.doc is not None
    ends = block.doc.text[quotation.inner.end - 1 - block.offset]
    if not frame:
        return None
    led_on = ends in ",?!-–—…" or frame[0].text in (",", "-", "--", "–", "—")
    if not led_on and not (ends in ".\"'" and (frame[0].is_lower or cues.speech(lemma(frame[0])) is not None)):
        return None
    words = [t for t in frame if not t.is_punct]
    if not words:
        return None
    if words[0].lower_ == "according":
        return _by_phrase(block, quotation, words, frame)
    for at, token in enumerate(words):
        if is_speech(token, words) and (at < _NEAR or token.dep_ == "ROOT"):
            if token.tag_ == "VBG" and token != words[0] and any(is_speech(t, words) for t in words if t.i > token.i):
                continue
            if token.dep_ == "relcl" and any(t.dep_ == "ROOT" and is_speech(t, words) for t in words if t.i > token.i):
                continue  # "Ann Example, who speaks for the port, said"
            return _draft(block, quotation, token, frame)
    return None


def said_before(block: Block, quotation: Quotation, gap: list[Token]) -> Draft | None:
    frame = _clause(gap, last=True)
    if not frame or frame[-1].text in STOPS:
        return None
    colon = frame[-1].text == ":"
    for token in reversed(frame):
        if is_speech(token, frame) and token.i < frame[-1].i + 1:
            return _draft(block, quotation, token, frame)
    return _colon(block, quotation, frame) if colon else None


def is_speech(token: Token, frame: list[Token]) -> bool:
    if not is_verb(token) and not token.tag_.startswith("VB"):
        return False
    word = lemma(token)
    own = any(c.dep_ == "nsubj" for c in token.children)
    if word in _PHASES and not (own and token.tag_ in ("VBD", "VBZ", "VBP")):
        return False
    if (
        cues.speech(word) is None
        or word in ("make", "sum")
        or (token.tag_ == "VB" and any(c.lower_ == "to" for c in token.children))
    ):
        return False
    return not (
        token.dep_ == "relcl"
        and token.i > frame[0].i
        and len(frame) > 12
        and any(t.i < token.i and is_verb(t) and cues.speech(lemma(t)) for t in frame)
    )


def _draft(block: Block, quotation: Quotation, verb: Token, frame: list[Token]) -> Draft:
    assert block.doc is not None
    cue_class = cues.speech(lemma(verb))
    assert cue_class is not None
    head, relative = _speaker(verb, frame)
    source: list[Span] = []
    if head is not None:
        first, last = phrase(head, [verb, *(t for t in frame if t.text in (":",))])
        if head.i >= frame[0].i:
            first, last = max(first, frame[0].i), min(last, frame[-1].i + 1)
        elif verb.i > head.i:
            last = min(last, verb.i)
        source.append(block.span(block.doc[first : max(last, head.i + 1)]))
    if relative is not None:
        source.append(block.span(relative))
    first, last = cue_range(verb)
    return Draft(
        block,
        [quotation.outer],
        block.span(block.doc[first:last]),
        verb,
        cue_class,
        lemma(verb),
        source,
        head,
        0.97 if head is not None else 0.6,
        direct=True,
        beside=frame,
    )


def _speaker(verb: Token, frame: list[Token]) -> tuple[Token | None, Token | None]:
    """By the parse, if what it gives stands in the reporting clause; else the noun next to the verb."""
    inside = {t.i for t in frame}
    if is_passive(verb):
        by = agent(verb)
        if by is not None:
            return by, None
    head, relative = subject(verb)
    if (
        head is not None
        and (head.i in inside or (relative is not None and relative.i in inside))
        and head.pos_ != "VERB"
    ):
        if not (head.lower_ in ("it", "that", "this", "what", "which", "there") and verb.i + 1 in inside):
            return head, relative
        return head, relative
    if verb.tag_ == "VBG":
        # ', adding, "…"': who said the clause before says this one.
        for token in reversed(verb.doc[verb.sent.start : verb.i]):
            if is_verb(token) and token.tag_ != "VBG" and cues.speech(lemma(token)) is not None:
                sharing, pronoun = subject(token)
                if sharing is not None:
                    return sharing, pronoun
    left = [t for t in frame if t.i < verb.i]
    right = [t for t in frame if t.i > verb.i]
    for tokens in (right, left) if not left else (left, right):
        for token in tokens if tokens is right else reversed(tokens):
            if token.pos_ in ("PROPN", "NOUN", "PRON") and token.dep_ not in ("npadvmod", "pobj", "compound", "poss"):
                return token, None
            if tokens is right and token.text in (",", ":"):
                break
    for token in right if not left else reversed(left):
        if token.pos_ in ("PROPN", "NOUN", "PRON") and token.ent_type_ not in ("DATE", "TIME"):
            while token.dep_ == "compound" and token.head.i in inside and token.head.pos_ in ("PROPN", "NOUN"):
                token = token.head
            return token, None
    return None, None


def _by_phrase(block: Block, quotation: Quotation, words: list[Token], frame: list[Token]) -> Draft | None:
    assert block.doc is not None
    if len(words) < 3 or words[1].lower_ != "to":
        return None
    head = next((t for t in words[2:] if t.dep_ == "pobj"), words[2])
    first, last = phrase(head, [words[1]])
    cue = block.span(block.doc[words[0].i : words[1].i + 1])
    source = block.span(block.doc[max(first, words[1].i + 1) : min(last, frame[-1].i + 1)])
    return Draft(
        block, [quotation.outer], cue, words[0], None, "according", [source], head, 0.92, direct=True, beside=frame
    )


def _colon(block: Block, quotation: Quotation, frame: list[Token]) -> Draft | None:
    """ "Berg on the new ferry: "…"" and "His answer: "…"": the subject, or the first name, of the words before."""
    assert block.doc is not None
    root = next((t for t in frame if t.head.i == t.i or t.head.i not in {f.i for f in frame}), frame[0])
    head = subject(root)[0] if root.pos_ in ("VERB", "AUX") else root
    named = next((t for t, after in pairwise(frame) if after.text == ","), None)
    if named is not None and all(t.pos_ == "PROPN" for t in frame if t.i <= named.i):
        head = named  # "Ann Example, teacher:"
    elif root.pos_ == "NOUN":
        head = next((c for c in root.children if c.dep_ == "poss"), root)
    if head is None or head.pos_ not in ("PROPN", "NOUN", "PRON"):
        return None
    first, last = phrase(head)
    source = (
        block.span(block.doc[max(first, frame[0].i) : min(last, frame[-1].i)]) if last > first else block.span(head)
    )
    cue = block.span(frame[-1])
    return Draft(block, [quotation.outer], cue, frame[-1], None, ":", [source], head, 0.75, direct=True, beside=frame)


def introduced(earlier: Block, quotation: Quotation) -> Draft | None:
    """A quotation in a paragraph of its own after one that ends with a colon: "Berg went on:"."""
    if earlier.doc is None or not earlier.doc.text.rstrip().endswith(":"):
        return None
    return said_before(earlier, quotation, [t for t in earlier.doc if not t.is_space])
