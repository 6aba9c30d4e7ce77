"""Of whom an article says at its head that he was interviewed.

Each way of saying so bears its example; the tests run them.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from loaders.extract.document import Sentence
from loaders.extract.names.draft import Draft, Index
from loaders.extract.words import wordset

EXAMPLES = {
    "interviewed": "The Harbour Post interviewed Ann Holm about the port.",
    "spoke with": "The Harbour Post spoke with Ann Holm, a diver, in Vardo.",
    "interview with": "An interview with the diver Ann Holm",
    "was interviewed": "Ann Holm was interviewed by the Harbour Post.",
    "told": "Ann Holm tells the Harbour Post about the port.",
    "headline": "Ann Holm: an interview with the diver of Vardo",
    "answered": "Ann Holm answered five questions from the Harbour Post.",
    "by whom": "Ivo Brandt interviewed Ann Holm. Holm spoke with Brandt in Vardo.",
}
_ASKS = wordset("interview interviewed interviews interviewing interviewee")
_TALKS = wordset("speak talk sit catch chat discuss")
_LEAD = 14
"""Sentences at the head of an article in which it says that it is an interview."""


def is_called_one(index: Index) -> bool:
    """Whether the head of the article speaks of an interview at all."""
    return any(t.lower_ in _ASKS for s in index.document.sentences[:_LEAD] for t in s.tokens)


def asked(index: Index) -> Draft | None:
    """The one person of whom the head of the article says that he was interviewed; the headline goes first."""
    fitting: dict[int, Draft] = {}
    askers, themes = _askers(index), set[int]()
    for number, sentence in enumerate(index.document.sentences[:_LEAD]):
        triggers = [t for t in sentence.tokens if t.lower_ in _ASKS or _talks(t) or _answers(t) or _tells(index, t)]
        if not triggers:
            continue
        people = _people(index, sentence, askers)
        themes |= {key for key, row in people.items() if _theme(row[1], triggers)}
        people = {key: row for key, row in people.items() if not _theme(row[1], triggers)}
        if len(people) > 1:
            titled = [row for row in people.values() if row[1].i < 4 and sentence.tokens[row[1].i + 1].text == ":"]
            objects = [row for row in people.values() if any(_object_of(row[1], t) for t in triggers)]
            people = {id(row[0]): row for row in titled or objects}
        if not people and any(t.lower_ in _ASKS for t in triggers):
            people = _only_one(index, index.document.sentences[: number + 1], askers | themes)
        if number == 0 and len(people) == 1:
            return next(iter(people.values()))[0]
        fitting.update({key: draft for key, (draft, _) in people.items()})
    return next(iter(fitting.values())) if len(fitting) == 1 else None


_People = dict[int, tuple[Draft, Token]]


def _askers(index: Index) -> set[int]:
    """Identities of those who interview: "Ivo Example interviews Ann Example", "interviewed by Ivo Example"."""
    made: set[int] = set()
    for sentence in index.document.sentences[:_LEAD]:
        for token in sentence.tokens:
            head = token.head
            asks = token.dep_ == "nsubj" and head.lemma_ == "interview" and head.pos_ == "VERB"
            by = token.dep_ == "pobj" and head.lower_ == "by" and head.head.lower_ == "interviewed"
            found = index.at(sentence.block, token) if asks or by else None
            if found is not None:
                made.add(id(found[0]))
    return made


def _people(index: Index, sentence: Sentence, askers: set[int]) -> _People:
    """Those named in a sentence, reporters and `askers` apart, with the head of the first name."""
    made: _People = {}
    for token in sentence.tokens:
        found = index.at(sentence.block, token)
        if found is None or found[0].type != "Person" or not found[0].named or reports(found[0]):
            continue
        if id(found[0]) in askers:
            continue
        place = found[1]
        if place.tokens is not None and place.mention.kind == "name":
            made.setdefault(id(found[0]), (found[0], place.tokens.root))
    return made


def _only_one(index: Index, sentences: Sequence[Sentence], askers: set[int]) -> _People:
    """As in "Ann Example runs the yard. The Harbour Post interviewed her.": the only one, or the last subject."""
    made: _People = {}
    for sentence in sentences:
        made = _people(index, sentence, askers) | made
    if len(made) == 1:
        return made
    before = _people(index, sentences[-2], askers) if len(sentences) > 1 else {}
    subjects = {key: row for key, row in before.items() if row[1].dep_ == "nsubj"}
    asked_him = any(t.lower_ in ("him", "her") and t.dep_ == "dobj" for t in sentences[-1].tokens)
    return subjects if asked_him and len(subjects) == 1 else {}


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


def _theme(name: Token, triggers: Sequence[Token]) -> bool:
    """Whether the name stands behind whom somebody interviews: "interviews a diver on Example's port"."""
    if name.i + 1 < len(name.doc) and name.dep_ == "compound" and name.nbor().tag_ in ("NN", "NNS"):
        return True
    for trigger in triggers:
        whom = next((c for c in trigger.children if c.dep_ == "dobj" and c.tag_ in ("NN", "NNS")), None)
        if whom is not None and name.i > whom.i and not whom.is_ancestor(name):
            return True
        on = any(t.lower_ in ("on", "about") for t in name.doc[trigger.i : max(trigger.i, name.i)])
        if trigger.i < name.i and on:
            return True
    return False


def reports(draft: Draft) -> bool:
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
