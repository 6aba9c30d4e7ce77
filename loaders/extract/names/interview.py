"""Interviews printed as questions and answers: who "I" and "you" are where no quotation marks say so.

An article is one only where it is labelled as one, or says so (`asked`) and is full of questions and of "I".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extract.document import Block, Sentence
from loaders.extract.names.asked import asked, is_called_one, reports
from loaders.extract.names.draft import Draft, Index, Place
from loaders.extract.reading import Mention
from loaders.extract.words import wordset

_I = wordset("i me my mine myself")
_WE = wordset("we us our ours ourselves")
_YOU = wordset("you your yours yourself")
_ENOUGH = 4
"""Words such as "I" and "we" that an interview has at least, and half as many questions."""
_PASSAGE = 10
"""Sentences after which "you" in an answer no longer means those whom it meant before."""
_ANSWER = wordset("a answer")


def link(index: Index) -> None:
    """Add "I" and "you" as mentions of the one who is asked, "we" and the "you" of an answer as groups of their own."""
    sentences = index.document.sentences
    labels = {b.index: _label(index, b) for b in index.document.blocks if b.kind in ("speaker", "asker")}
    if labels:
        _by_labels(index, labels, asked(index))
        return
    asking = [s for s in sentences if s.tokens[-1].text == "?" and any(t.lower_ in _YOU for t in s.tokens)]
    spoken = sum(t.lower_ in _I | _WE for s in sentences for t in s.tokens if not _quoted(index, s, t))
    if len(asking) * 2 < _ENOUGH or spoken < _ENOUGH:
        return
    who = asked(index)
    if who is not None or is_called_one(index):
        _by_questions(index, who)


def _label(index: Index, block: Block) -> str:
    """The words of a label without colon and description; "" for who asks."""
    text = index.document.text[block.start : block.end]
    return "" if block.kind == "asker" else re.split(r"[,(:]", text)[0].strip(" .")


def _quoted(index: Index, sentence: Sentence, token: Token) -> bool:
    return index.quoted(sentence.block.offset + token.idx)


def _by_questions(index: Index, who: Draft | None) -> None:
    """Without labels: a paragraph that asks "you" is a question, and all others with "I" are answers.

    Where several answer, "you" are all of them, and whose an "I" is cannot be told.
    """
    blocks = {s.block.index: s.tokens[-1].text == "?" for s in index.document.sentences}
    used: dict[int, set[str]] = {}
    for sentence, words in _open(index):
        used.setdefault(sentence.block.index, set()).update(t.lower_ for t in words)
    began = False
    group: Draft | None = None
    anyone: dict[int, Draft] = {}
    for sentence, words in _open(index):
        low, asks = used[sentence.block.index], blocks[sentence.block.index]
        question = asks and bool(low & _YOU) and not low & _I
        began = began or asks or bool(low & _I)
        if not began or (asks and low & _I and low & _YOU):
            continue
        for token in words:
            if who is not None and token.lower_ in (_YOU if question else _I):
                _add(index, sentence, token, who)
            elif (token.lower_ in _WE and not asks) or (question and who is None and token.lower_ in _YOU):
                group = _together(index, sentence, token, group)
            elif token.lower_ in _YOU and not asks:
                _anyone(index, sentence, token, anyone)


def _by_labels(index: Index, labels: dict[int, str], who: Draft | None) -> None:
    """As in "Q: …", "A: …", "HOLM: …": a label holds until the next."""
    groups: dict[int, Draft] = {}
    anyone: dict[int, Draft] = {}
    speaker: Draft | None = None
    asks = False
    seen = min(labels) - 1
    for sentence, words in _open(index):
        for number in range(seen + 1, sentence.block.index + 1):
            if number in labels:
                asks, speaker = not labels[number], _labelled(index, labels[number], who)
        if sentence.block.index < min(labels):
            continue
        seen = sentence.block.index
        for token in words:
            if speaker is not None and token.lower_ in _I:
                _add(index, sentence, token, speaker)
            elif speaker is not None and token.lower_ in _WE:
                groups[id(speaker)] = _together(index, sentence, token, groups.get(id(speaker)))
            elif asks and who is not None and token.lower_ in _YOU:
                _add(index, sentence, token, who)
            elif not asks and speaker is not None and token.lower_ in _YOU:
                _anyone(index, sentence, token, anyone)


def _labelled(index: Index, label: str, who: Draft | None) -> Draft | None:
    """Whose turn a label opens; None for who asks and for one that cannot be told."""
    low = label.casefold()
    if not low:
        return None
    if low in _ANSWER:
        return who
    found = [
        d
        for d in index.drafts
        if d.type == "Person"
        and d.named
        and (
            low in {d.name.casefold(), d.name.casefold().split()[-1], d.name.casefold().split()[0]}
            or _initials(d, label)
        )
    ]
    return found[0] if len(found) == 1 and not reports(found[0]) else None


def _initials(draft: Draft, label: str) -> bool:
    return len(label) > 1 and label.replace(".", "") == "".join(w[0] for w in draft.name.split() if w[0].isupper())


def _open(index: Index) -> Iterator[tuple[Sentence, list[Token]]]:
    """Each sentence with its words of the first and second person that stand outside quotation marks."""
    every = _I | _WE | _YOU
    for sentence in index.document.sentences:
        if sentence.block.kind == "headline":
            continue
        yield (
            sentence,
            [t for t in sentence.tokens if t.lower_ in every and not _quoted(index, sentence, t) and t.text != "US"],
        )


def _place(sentence: Sentence, token: Token) -> Place:
    span = sentence.block.span(token)
    return Place(Mention(span.start, span.end, "pronoun"), sentence.block, token.doc[token.i : token.i + 1])


def _add(index: Index, sentence: Sentence, token: Token, who: Draft) -> None:
    if index.at(sentence.block, token) is None:
        index.add(who, _place(sentence, token))


def _anyone(index: Index, sentence: Sentence, token: Token, last: dict[int, Draft]) -> None:
    """The "you" of who answers: anybody, as in "When you dive, you hold your breath"; a group for each passage."""
    number = sentence.index
    near = next((last[n] for n in range(number, number - _PASSAGE, -1) if n in last), None)
    last[number] = _together(index, sentence, token, near)


def _together(index: Index, sentence: Sentence, token: Token, group: Draft | None) -> Draft:
    if group is not None:
        index.add(group, _place(sentence, token))
        return group
    made = Draft("Group", token.lower_, [_place(sentence, token)], named=False, confidence=0.5, gender="plural")
    index.add(made, made.places[0])
    return made
