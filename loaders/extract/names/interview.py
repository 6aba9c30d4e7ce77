"""Interviews printed as questions and answers: who "I" and "you" are where no quotation marks say so.

An article is one only where it says so ("the Herald spoke with Ann Example") and is full of questions and of "I".
Each way of saying so bears its example; the tests run them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from loaders.extract.document import Block, Sentence
from loaders.extract.names.draft import Draft, Index, Place
from loaders.extract.reading import Mention
from loaders.extract.words import wordset

EXAMPLES = {
    "interviewed": "The Harbour Post interviewed Ann Holm about the port.",
    "spoke with": "The Harbour Post spoke with Ann Holm, a diver, in Vardo.",
    "interview with": "An interview with the diver Ann Holm",
    "was interviewed": "Ann Holm was interviewed by the Harbour Post.",
    "told": "Ann Holm tells the Harbour Post about the port.",
    "headline": "Ann Holm: an interview with the diver of Vardo",
    "answered": "Ann Holm answered five questions from the Harbour Post.",
}
_I = wordset("i me my mine myself")
_WE = wordset("we us our ours ourselves")
_YOU = wordset("you your yours yourself")
_ASKS = wordset("interview interviewed interviews interviewing interviewee")
_TALKS = wordset("speak talk sit catch chat discuss")
_LEAD = 14
"""Sentences at the head of an article in which it says that it is an interview."""
_ENOUGH = 4
"""Words such as "I" that an interview has at least, and half as many questions."""
_LABEL = re.compile(r"\s*([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}) ?: ")
_ASKER = wordset("q question interviewer reporter")
_ANSWER = wordset("a answer")


def link(index: Index) -> None:
    """Add "I" and "you" as mentions of the one who is asked, "we" as a group of its own."""
    sentences = index.document.sentences
    asking = [s for s in sentences if s.tokens[-1].text == "?" and any(t.lower_ in _YOU for t in s.tokens)]
    if len(asking) * 2 < _ENOUGH:
        return
    if sum(t.lower_ in _I for s in sentences for t in s.tokens if not _quoted(index, s, t)) < _ENOUGH:
        return
    labelled = [(b, m.group(1)) for b in index.document.blocks if (m := _LABEL.match(_text(index, b)))]
    who = _asked(index)
    if len(labelled) >= _ENOUGH:
        _by_labels(index, {b.index: label for b, label in labelled}, who)
    elif who is not None or any(t.lower_ in _ASKS for s in sentences[:_LEAD] for t in s.tokens):
        _by_questions(index, who)


def _text(index: Index, block: Block) -> str:
    return index.document.text[block.start : block.end]


def _quoted(index: Index, sentence: Sentence, token: Token) -> bool:
    return index.quoted(sentence.block.offset + token.idx)


def _asked(index: Index) -> Draft | None:
    """The one person of whom the head of the article says that he was interviewed; the headline goes first."""
    fitting: dict[int, Draft] = {}
    for number, sentence in enumerate(index.document.sentences[:_LEAD]):
        triggers = [t for t in sentence.tokens if t.lower_ in _ASKS or _talks(t) or _answers(t) or _tells(index, t)]
        if not triggers:
            continue
        people = _people(index, sentence)
        if len(people) > 1:
            titled = [row for row in people.values() if row[1].i < 4 and sentence.tokens[row[1].i + 1].text == ":"]
            objects = [row for row in people.values() if any(_object_of(row[1], t) for t in triggers)]
            people = {id(row[0]): row for row in titled or objects}
        if not people and any(t.lower_ in _ASKS for t in triggers):
            people = _only_one(index, index.document.sentences[: number + 1])
        if number == 0 and len(people) == 1:
            return next(iter(people.values()))[0]
        fitting.update({key: draft for key, (draft, _) in people.items()})
    return next(iter(fitting.values())) if len(fitting) == 1 else None


_People = dict[int, tuple[Draft, Token]]


def _people(index: Index, sentence: Sentence) -> _People:
    """Those named in a sentence, reporters apart, with the head of the first name."""
    made: _People = {}
    for token in sentence.tokens:
        found = index.at(sentence.block, token)
        if found is None or found[0].type != "Person" or not found[0].named or _reports(found[0]):
            continue
        place = found[1]
        if place.tokens is not None and place.mention.kind == "name":
            made.setdefault(id(found[0]), (found[0], place.tokens.root))
    return made


def _only_one(index: Index, sentences: Sequence[Sentence]) -> _People:
    """As in "Ann Example runs the yard. The Harbour Post interviewed her." """
    made: _People = {}
    for sentence in sentences:
        made = _people(index, sentence) | made
    return made if len(made) == 1 else {}


def _tells(index: Index, token: Token) -> bool:
    """As in "Ann Example tells the Harbour Post about her boats"."""
    if token.lemma_ != "tell":
        return False
    after = token.doc[token.i + 1 : token.i + 3]
    block = next((s.block for s in index.document.sentences[:_LEAD] if s.tokens.doc is token.doc), None)
    found = [index.at(block, t) for t in after] if block is not None else []
    return any(f is not None and f[0].type == "Organisation" for f in found)


def _talks(token: Token) -> bool:
    """As in "spoke with", "sat down with", "caught up with", "discusses his work with"."""
    return token.lemma_.lower() in _TALKS and any(c.lower_ in ("with", "to") for c in token.children)


def _answers(token: Token) -> bool:
    return token.lemma_ == "answer" and any(c.lemma_ == "question" for c in token.children)


def _reports(draft: Draft) -> bool:
    return bool(draft.titles & {"reporter", "correspondent", "journalist", "photographer", "editor"})


def _object_of(name: Token, trigger: Token) -> bool:
    """As in "interviewed Ann Example", "an interview with the diver Ann Example"; also the subject of "answered"."""
    at = name
    while at.dep_ in ("appos", "compound", "conj") and at.head != at:
        at = at.head
    if at.dep_ == "pobj":
        return at.head.lower_ in ("with", "of", "to") and at.head.head in (trigger, trigger.head)
    if at.dep_ == "dobj":
        return at.head == trigger
    return at.dep_ in ("nsubj", "nsubjpass") and at.head == trigger and (_answers(trigger) or at.dep_ == "nsubjpass")


def _by_questions(index: Index, who: Draft | None) -> None:
    """Without labels: a paragraph that asks "you" is a question, and all others with "I" are answers."""
    blocks = {s.block.index: s.tokens[-1].text == "?" for s in index.document.sentences}
    used: dict[int, set[str]] = {}
    for sentence, words in _open(index):
        used.setdefault(sentence.block.index, set()).update(t.lower_ for t in words)
    began = False
    group: Draft | None = None
    for sentence, words in _open(index):
        low, asks = used[sentence.block.index], blocks[sentence.block.index]
        question = asks and bool(low & _YOU) and not low & _I
        began = began or asks or bool(low & _I)
        if not began or (asks and low & _I and low & _YOU):
            continue
        for token in words:
            if who is not None and token.lower_ in (_YOU if question else _I):
                _add(index, sentence, token, who)
            elif token.lower_ in _WE and not asks:
                group = _together(index, sentence, token, group)


def _by_labels(index: Index, labels: dict[int, str], who: Draft | None) -> None:
    """As in "Q: …", "A: …", "HOLM: …": a label holds until the next."""
    groups: dict[int, Draft] = {}
    speaker: Draft | None = None
    answered: Draft | None = who
    seen = -1
    for sentence, words in _open(index):
        for number in range(seen + 1, sentence.block.index + 1):
            if number in labels:
                speaker = _labelled(index, labels[number], who)
                answered = speaker or answered
        seen = max(seen, sentence.block.index)
        if seen < min(labels):
            continue
        for token in words:
            if speaker is not None and token.lower_ in _I:
                _add(index, sentence, token, speaker)
            elif speaker is not None and token.lower_ in _WE:
                groups[id(speaker)] = _together(index, sentence, token, groups.get(id(speaker)))
            elif speaker is None and answered is not None and answered is who and token.lower_ in _YOU:
                _add(index, sentence, token, answered)


def _labelled(index: Index, label: str, who: Draft | None) -> Draft | None:
    """Whose turn a label opens; None for who asks, and for one that cannot be told."""
    low = label.casefold()
    if low in _ASKER:
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
    return found[0] if len(found) == 1 and not _reports(found[0]) else None


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


def _together(index: Index, sentence: Sentence, token: Token, group: Draft | None) -> Draft:
    if group is not None:
        index.add(group, _place(sentence, token))
        return group
    made = Draft("Group", token.lower_, [_place(sentence, token)], named=False, confidence=0.5, gender="plural")
    index.add(made, made.places[0])
    return made
