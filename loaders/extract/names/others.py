"""The people, bodies and places of an article that nobody names and that do nothing we read: "the parents", "a bar".

They make the list of mentions whole for those who read it; they are looked for last, so that no fact rests on them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from spacy.tokens import Token

from loaders.extract.document import Document, Sentence
from loaders.extract.names import lexicon
from loaders.extract.names.nominals import GROUPS, PEOPLE
from loaders.extract.reading import Entity, EntityType, Mention, Span
from loaders.extract.words import wordset

EXAMPLES = {
    "same words": "Some athletes left. The athletes took their boats.",
    "the one before": "A small lady came. The lady was tired.",
    "said of": "Ann Holm is an artist.",
    "beside": "They met Ann Holm, an artist, in Lisbon.",
    "place": "They built a museum. The museum is empty.",
    "somebody": "Somebody left.",
}
_KIN = wordset(
    "mother father parent son daughter brother sister husband wife child baby uncle aunt cousin grandmother "
    "grandfather friend partner colleague neighbour neighbor girlfriend boyfriend widow twin girl boy kid guy lady "
    "gentleman adult teenager youth infant human individual fan player reader user artist musician writer magician "
    "folk gal classmate roommate bartender waiter viewer listener advertiser subscriber observer broadcaster elite "
    "athlete poet visitor guest member participant specialist professional author person man woman"
)
_BODIES = wordset(
    "team company organisation organization government administration party committee community club band "
    "institution agency industry press media legislature readership audience crowd public population generation "
    "majority minority army jury"
)
_PLACES = wordset(
    "world country nation city town village region state county island continent planet river lake sea ocean coast "
    "beach desert forest mountain street road school university college hospital museum restaurant bar hotel church "
    "park building station airport stadium house room neighbourhood neighborhood suburb capital border territory "
    "factory land shore pub cafe coffeehouse facility laboratory lab theatre theater prison camp farm shop store court"
)
_NO_GROUPS = wordset("power service side force")
"""Words of GROUPS that name things as often."""
_ENDS = re.compile(r"(?:[aeiou]list|[^l]ist|ician|grapher|path)$")
"""Endings of what people are by trade: "homeopath", "botanist", not "checklist"."""
_NOT_ALONE = wordset("head chief trainer fighter producer guard host fellow partner champion chair counsel executive")
"""Titles that are things, too, where no name stands beside them."""
_SOMEBODY = wordset("someone somebody anyone anybody everyone everybody nobody")
_OURS = wordset("we us our ours you your yours")
"""How groups are called that those who speak belong to: nobody calls them "they"."""
_THEY = wordset("they them their theirs themselves")
_HEADS = frozenset(
    ["nsubj", "nsubjpass", "dobj", "pobj", "agent", "attr", "conj", "poss", "ROOT", "appos", "dative", "oprd"]
)
_MODIFIERS = frozenset(["det", "amod", "compound", "nummod", "poss", "case", "nmod", "predet", "advmod", "quantmod"])
_ANEW = wordset("a an another some one no every each any")
_BACK = 2
"""Sentences back to which "they" reaches."""


@dataclass(slots=True)
class _New:
    type: EntityType
    name: str
    plural: bool
    number: int = -1
    """Among those that were added."""
    mentions: list[Mention] = field(default_factory=list)


def complete(document: Document, entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """The entities, with further mentions, and behind them those that were added."""
    return _Others(document, entities).all()


class _Others:
    def __init__(self, document: Document, entities: tuple[Entity, ...]) -> None:
        self._entities = entities
        self._spans = sorted((m.start, m.end, n) for n, e in enumerate(entities) for m in e.mentions)
        self._starts = [start for start, _, _ in self._spans]
        self._ends = {end: n for _, end, n in self._spans}
        self._more: dict[int, list[Mention]] = {}
        self._made: list[_New] = []
        self._by_head: dict[str, _New] = {}
        self._plurals: list[tuple[int, int, bool]] = [
            (start, n, False)
            for start, _, n in self._spans
            if entities[n].type == "Group" and entities[n].name.lower() not in _OURS
        ]  # (place, number of the entity, whether it is a new one)
        for sentence in document.sentences:
            if sentence.block.kind != "headline":
                for token in sentence.tokens:
                    self._one(document, sentence, token)

    def all(self) -> tuple[Entity, ...]:
        old = [
            replace(e, mentions=tuple(sorted({*e.mentions, *self._more[n]}))) if n in self._more else e
            for n, e in enumerate(self._entities)
        ]
        first = 1 + max((int(e.id[1:]) for e in self._entities if e.id[1:].isdigit()), default=0)
        return (*old, *self._new(first))

    def _new(self, first: int) -> Iterator[Entity]:
        for number, made in enumerate(self._made):
            gender: Literal["plural", "neuter"] | None = (
                "plural" if made.plural else "neuter" if made.type == "Place" else None
            )
            mentions = tuple(sorted(made.mentions))
            yield Entity(f"e{first + number}", made.type, made.name, mentions, 0.5, named=False, gender=gender)

    def _one(self, document: Document, sentence: Sentence, token: Token) -> None:
        span = sentence.block.span(token)
        if token.lower_ in _SOMEBODY:
            self._add(_New("Person", token.text, plural=False), Mention(span.start, span.end, "nominal"))
        elif token.lower_ in _THEY and not self._is_there(span):
            self._they(document, sentence, span)
        elif token.pos_ == "NOUN" and token.dep_ in _HEADS and not self._is_there(span):
            type_ = _type(token)
            if type_ is not None:
                self._phrase(sentence, token, type_)

    def _is_there(self, span: Span) -> bool:
        """Whether a mention ends with this word or a name covers it."""
        if span.end in self._ends:
            return True
        at = bisect_right(self._starts, span.start)
        return any(start <= span.start and span.end <= end for start, end, _ in self._spans[max(0, at - 4) : at])

    def _phrase(self, sentence: Sentence, token: Token, type_: EntityType) -> None:
        first = token.i
        while first > sentence.tokens.start and token.doc[first - 1].dep_ in _MODIFIERS and first > token.left_edge.i:
            first -= 1
        tokens = token.doc[first : token.i + 1]
        span = sentence.block.span(tokens)
        mention = Mention(span.start, span.end, "nominal")
        of = self._said_of(sentence, token)
        if of is not None:
            self._more.setdefault(of, []).append(mention)
            return
        plural = token.tag_ == "NNS" or token.lower_ == "people"
        words = [t for t in tokens if t.dep_ not in ("det", "predet", "case")]
        known = self._by_head.get(token.lower_)
        anew = tokens[0].lower_ in _ANEW or any(t.like_num for t in tokens)
        if known is not None and not (anew and not plural) and _agree(known.name, words):
            made = known
        else:
            name = " ".join(t.text for t in tokens if t.dep_ not in ("det", "predet"))
            made = _New(type_, name or token.text, plural)
        self._add(made, mention)
        self._by_head[token.lower_] = made
        if plural:
            insort(self._plurals, (span.start, made.number, True))

    def _add(self, made: _New, mention: Mention) -> None:
        if not made.mentions:
            made.number = len(self._made)
            self._made.append(made)
        made.mentions.append(mention)

    def _said_of(self, sentence: Sentence, token: Token) -> int | None:
        """The known entity of which the noun is said: "Ann Holm is an artist", "Ann Holm, an artist"."""
        subject: Token | None = None
        if token.dep_ == "appos" and token.i - token.head.right_edge.i < 2:
            subject = token.head
        elif token.dep_ == "attr" and token.head.lemma_ == "be":
            denied = any(c.dep_ == "neg" for c in token.head.children)
            subject = next((c for c in token.head.children if c.dep_ == "nsubj" and not denied), None)
        if subject is None or subject.i > token.i:
            return None
        number = self._ends.get(sentence.block.span(subject).end)
        if number is None:
            return None
        person = self._entities[number].type == "Person"
        return number if person == (_type(token) == "Person" and token.tag_ == "NN") else None

    def _they(self, document: Document, sentence: Sentence, span: Span) -> None:
        """The only group of the last sentences, where there is but one."""
        first = document.sentences[max(0, sentence.index - _BACK)].span.start
        near = self._plurals[bisect_left(self._plurals, (first,)) : bisect_left(self._plurals, (span.start,))]
        here = [row for row in near if row[0] >= sentence.span.start] or near
        if len({row[1:] for row in here}) != 1:
            return
        _, number, new = here[-1]
        mention = Mention(span.start, span.end, "pronoun")
        if new:
            self._made[number].mentions.append(mention)
        else:
            self._more.setdefault(number, []).append(mention)


def _type(token: Token) -> EntityType | None:
    lemma = token.lemma_.lower()
    if lemma == "world" and (token.tag_ == "NNS" or any(c.dep_ in ("amod", "compound") for c in token.children)):
        return None  # "the real world", "worlds of fiction"
    if lemma in _PLACES:
        return "Place"
    if lemma in _BODIES or lemma in GROUPS - _NO_GROUPS:
        return "Group"
    by_trade = len(lemma) > 6 and _ENDS.search(lemma) is not None
    if by_trade or lemma in _KIN or lemma in PEOPLE or lemma in lexicon.TITLE_HEADS - _NOT_ALONE:
        return "Group" if token.tag_ == "NNS" or lemma == "people" else "Person"
    return None


def _agree(name: str, words: list[Token]) -> bool:
    """Whether the words say nothing new: "the old bar" may be "an old bar", and not "a bar"."""
    known = {w.lower() for w in name.split()}
    return all(t.lower_ in known for t in words if t.dep_ != "poss")
