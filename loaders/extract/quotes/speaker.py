"""From the words of a source to who is meant: a mention, an apposition, a pronoun's antecedent, an unnamed somebody."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import Literal

from spacy.tokens import Token

from loaders.extract.document import Block, Document
from loaders.extract.quotes.draft import Draft, phrase
from loaders.extract.quotes.people import DOCUMENTS, kind_of
from loaders.extract.reading import Entity, EntityType, Mention, Span

_HE, _SHE = frozenset({"he", "him", "his"}), frozenset({"she", "her"})
_PLURAL, _THING = frozenset({"they", "them", "their"}), frozenset({"it", "its"})
_OWN_VOICE = frozenset(
    {"i", "we", "you", "me", "us", "my", "our", "one", "everyone", "nobody", "anyone", "someone", "who"}
)
_BACK = 6
"""Speakers that a pronoun may look back over."""
_ISSUED = frozenset(
    ["statement", "communique", "report", "document", "letter", "memo", "release", "declaration", "filing", "message"]
)
"""Documents that speak for whoever issues them; a poll or a chart does not."""
_INSTITUTIONS_WORDS = """
company bank firm group ministry agency union airline corporation department party newspaper institute association
carrier producer maker manufacturer lender council commission court committee club retailer broadcaster
"""
_INSTITUTIONS = frozenset(_INSTITUTIONS_WORDS.split())


class Speakers:
    """Who is meant by the sources of one document, asked in the order of the text."""

    def __init__(self, document: Document, entities: tuple[Entity, ...]) -> None:
        self._document = document
        self._entities = list(entities)
        self._index = {e.id: n for n, e in enumerate(self._entities)}
        self._mentions = sorted((m.start, m.end, n, m) for n, e in enumerate(self._entities) for m in e.mentions)
        self._starts = [m[0] for m in self._mentions]
        self._recent: list[str] = []
        self._used: set[str] = set()
        self._by_words: dict[str, str] = {}
        self._added: dict[str, list[Mention]] = {}
        self._moved: dict[str, set[Mention]] = {}
        self._next = 1 + max((int(e.id[1:]) for e in entities if e.id[1:].isdigit()), default=0)
        self._subjects = _subjects(document)
        self._subject_starts = [start for start, _ in self._subjects]

    def entities(self) -> tuple[Entity, ...]:
        """All entities, those that were added included, with the mentions that sources added."""
        made = []
        for entity in self._entities:
            kept = [m for m in entity.mentions if m not in self._moved.get(entity.id, set())]
            known = {(m.start, m.end) for m in kept}
            fresh = {m for m in self._added.get(entity.id, []) if (m.start, m.end) not in known}
            if not kept and not fresh:
                # Its only mention means somebody else; nobody is left, unless a quote was given to it before.
                if entity.id not in self._used:
                    continue
                kept = list(entity.mentions)
            made.append(replace(entity, mentions=tuple(sorted({*kept, *fresh}))))
        return tuple(made)

    def of(self, draft: Draft) -> tuple[str, ...]:
        """Ids of the speakers; several for "X and Y said"; none where it cannot be told."""
        found = self._heads(draft) if draft.head is not None else ()
        for speaker in found:
            self._remember(speaker)
        return found

    def within(self, span: Span) -> list[str]:
        """Entities that a span mentions, in the order of the text."""
        low = bisect_right(self._starts, span.start - 1)
        made: list[str] = []
        while low < len(self._mentions) and self._mentions[low][0] < span.end:
            made.append(self._entities[self._mentions[low][2]].id)
            low += 1
        return list(dict.fromkeys(made))

    def add_mention(self, entity: str, mention: Mention) -> None:
        """A further place that means the entity, as "I" in its own words."""
        self._added.setdefault(entity, []).append(mention)

    def is_person(self, entity: str) -> bool:
        return self._entities[self._index[entity]].type == "Person"

    def last_word(self, entity: str) -> str:
        """The last word of a name of several ("ministry" of "the trade ministry"), in small letters; "" for others."""
        words = self._entities[self._index[entity]].name.lower().split()
        return words[-1] if len(words) > 1 else ""

    def _remember(self, speaker: str) -> None:
        self._used.add(speaker)
        if speaker in self._recent:
            self._recent.remove(speaker)
        self._recent.append(speaker)
        del self._recent[:-_BACK]

    def _heads(self, draft: Draft) -> tuple[str, ...]:
        assert draft.head is not None
        heads = [draft.head]
        for child in draft.head.conjuncts:
            if child.i > draft.head.i and child.pos_ in ("PROPN", "NOUN", "PRON") and child.head.dep_ != "ROOT":
                heads.append(child)
        made: list[str] = []
        # "Exampleland and eastern powers said" is often parsed with one head.
        if draft.source and " and " in self._document.surface(draft.source[0]):
            first = self.meant(Span(draft.source[0].start, draft.source[0].start + 1))
            if first is not None and self._before_and(first, draft.source[0]):
                made.append(first)
        for head in heads:
            found = self._one(draft, head)
            if found is not None:
                made.append(found)
        return tuple(dict.fromkeys(made))

    def _goes_on(self, draft: Draft, head: Token, entity: str | None) -> str | None:
        """A pronoun or "the company" beside a cue: who spoke last goes on, where that agrees; else as it was read."""
        span = draft.block.span(head)
        last = self._recent[-1] if self._recent else None
        if last is None or last == entity:
            return entity
        low = head.lower_
        if low in _HE or low in _SHE:
            fits = self._agrees(last, "male" if low in _HE else "female")
        elif low in _THING:
            fits = self._agrees(last, "neuter")
        elif head.lemma_.lower() in _INSTITUTIONS:
            fits = self._entities[self._index[last]].type == "Organisation" and head.tag_ not in ("NNS", "NNPS")
        else:
            fits = False
        if not fits or entity is None:
            return entity
        self._move(span, entity, last)
        return last

    def _move(self, span: Span, old: str, new: str) -> None:
        """Give a mention to another entity."""
        for mention in self._touching(span, old):
            if mention.start <= span.start:
                self._moved.setdefault(old, set()).add(mention)
                self.add_mention(new, mention)

    def _before_and(self, entity: str, source: Span) -> bool:
        """Whether the source begins with this entity's name and goes on with "and"."""
        for mention in self._touching(Span(source.start, source.start + 5), entity):
            if (
                mention.kind == "name"
                and source.start <= mention.start <= source.start + 4
                and mention.end < source.end
            ):
                return self._document.text.startswith(" and ", mention.end)
        return False

    def _one(self, draft: Draft, head: Token) -> str | None:
        block = draft.block
        low = head.lower_
        entity, kind = self._mention(block.span(head))
        if kind in (None, "nominal"):
            for child in head.children:
                if child.dep_ == "appos":
                    named, _ = self._mention(block.span(child))
                    if named is not None and self.is_person(named):
                        return named
        if kind == "pronoun" or (kind == "nominal" and head.lemma_.lower() in _INSTITUTIONS):
            return self._goes_on(draft, head, entity)
        if entity is not None and not self._is_modifier(block, head, entity):
            return entity
        if head.pos_ == "PRON" or low in _HE | _SHE | _PLURAL | _THING:
            return self._pronoun(draft, head)
        inside = [e for s in draft.source if head == draft.head for e in self.within(s) if self.is_person(e)]
        title = kind_of(head.lemma_, plural=False) == "Person"
        if (
            len(inside) == 1
            and title
            and not any(c.dep_ == "poss" for c in head.children)
            and self._beside(draft, inside[0])
        ):
            return inside[0]
        return self._nominal(draft, head)

    def _beside(self, draft: Draft, entity: str) -> bool:
        """Whether a name in the source is the head's own name ("spokesman Ben Example"), and not one "of" it."""
        assert draft.head is not None
        for token in draft.head.subtree:
            if token.dep_ in ("prep", "poss", "relcl", "acl") and token.head == draft.head:
                span = draft.block.span(draft.head.doc[token.left_edge.i : token.right_edge.i + 1])
                if entity in self.within(span):
                    return False
        return True

    def _is_modifier(self, block: Block, head: Token, entity: str) -> bool:
        """A demonym or name that only modifies what follows ("Exampleland officials")."""
        span = block.span(head)
        return any(m.end < span.end for m in self._touching(span, entity) if m.start <= span.start)

    def meant(self, span: Span) -> str | None:
        """The entity that a word of the text names or means, or None."""
        return self._mention(span)[0]

    def _touching(self, span: Span, entity: str) -> list[Mention]:
        """The entity's mentions that share a character with the span; found by place, not by count."""
        at = bisect_right(self._starts, span.end - 1)
        number = self._index[entity]
        near = self._mentions[max(0, at - 8) : at]
        return [mention for _, end, n, mention in near if n == number and end > span.start]

    def _mention(self, span: Span) -> tuple[str | None, str | None]:
        """The entity whose longest mention touches the span, and the kind of that mention."""
        at = bisect_right(self._starts, span.start)
        best: tuple[int, int, str] | None = None
        for index in range(max(0, at - 6), min(len(self._mentions), at + 2)):
            start, end, number, mention = self._mentions[index]
            if start < span.end and span.start < end and (best is None or end - start > best[0]):
                best = (end - start, number, mention.kind)
        return (None, None) if best is None else (self._entities[best[1]].id, best[2])

    def _pronoun(self, draft: Draft, head: Token) -> str | None:
        low = head.lower_
        if low in _OWN_VOICE:
            return None
        at = draft.block.span(head)
        wanted = "male" if low in _HE else "female" if low in _SHE else "plural" if low in _PLURAL else "neuter"
        for entity in self._candidates(at.start):
            if self._agrees(entity, wanted):
                self.add_mention(entity, Mention(at.start, at.end, "pronoun"))
                return entity
        return None

    def _candidates(self, before: int) -> list[str]:
        """Subjects of the sentences before, nearest first, then the latest speakers."""
        found: list[str] = []
        at = bisect_right(self._subject_starts, before - 1)
        for start, span in reversed(self._subjects[max(0, at - 8) : at]):
            entity = self.meant(span)
            if entity is not None and start < before:
                found.append(entity)
        speakers = list(reversed(self._recent))
        # "He added" goes on with who spoke last; a subject in between is more often what was spoken of.
        merged = speakers[:1] + found[:3] + speakers[1:] + found[3:]
        return list(dict.fromkeys(merged))

    def _agrees(self, entity: str, wanted: str) -> bool:
        e = self._entities[self._index[entity]]
        if wanted in ("male", "female"):
            return e.type == "Person" and e.gender in (None, wanted)
        if wanted == "plural":
            return e.type == "Group" or e.gender == "plural"
        return e.type in ("Organisation", "Place") or (e.type == "Group" and e.gender != "plural")

    def _nominal(self, draft: Draft, head: Token) -> str | None:
        """A noun without a name: the institution last named for "the company", else an unnamed person or group."""
        if head.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "PRON"):
            return None
        lemma = head.lemma_.lower()
        first, last = phrase(head)
        span = draft.block.span(head.doc[first:last])
        words = self._document.surface(span)
        if lemma in DOCUMENTS:
            return self._issuer(draft, head)
        definite = head.doc[first].lower_ in ("the", "this", "that")
        plural = head.tag_ in ("NNS", "NNPS")
        alone = last - first <= 2
        if definite and (alone or lemma in _INSTITUTIONS) and not plural:
            known = self._the(lemma, span)
            if known is not None:
                return known
        kind = kind_of(lemma, plural=plural)
        if (
            kind is None
            and head.pos_ == "NOUN"
            and plural
            and lemma not in DOCUMENTS
            and "Plur" in head.morph.get("Number", [])
        ):
            kind = "Group" if _could_speak(head) else None
        if kind is None:
            return None
        indefinite = head.doc[first].lower_ in ("a", "an", "one", "another", "some")
        return self._unnamed(kind, words, span, indefinite=indefinite, plural=plural)

    def _issuer(self, draft: Draft, head: Token) -> str | None:
        """Whose statement or report it is: "a union statement", "the mill's letter", "a statement by the mill"."""
        if head.lemma_.lower() not in _ISSUED:
            return None
        for child in head.children:
            by = child.dep_ == "prep" and child.lower_ in ("by", "from")
            word = next((c for c in child.children if c.dep_ == "pobj"), child) if by else child
            if by or child.dep_ in ("poss", "compound"):
                entity = self.meant(draft.block.span(word))
                if entity is not None and self._entities[self._index[entity]].type in ("Organisation", "Person"):
                    return entity
        return None

    def _the(self, lemma: str, span: Span) -> str | None:
        if lemma in _INSTITUTIONS:
            words = self._document.surface(span).split()
            for entity in self._candidates(span.start):
                found = self._entities[self._index[entity]]
                if found.type == "Organisation" and (
                    len(words) <= 2 or words[-1].lower() in found.name.lower().split()
                ):
                    self.add_mention(entity, Mention(span.start, span.end, "nominal"))
                    return entity
            return None
        for entity in self._candidates(span.start):
            one = self._entities[self._index[entity]]
            if one.type == "Person" and any(lemma in role.title.lower().split() for role in one.roles):
                self.add_mention(entity, Mention(span.start, span.end, "nominal"))
                return entity
        return None

    def _unnamed(self, kind: str, words: str, span: Span, *, indefinite: bool, plural: bool) -> str:
        """A new unnamed person or group; the same words mean the same one, unless "a" or "one" makes it another."""
        key = " ".join(words.casefold().removeprefix("the ").split())
        known = next((self._by_words[k] for k in (key, " ".join(key.split()[-2:])) if k in self._by_words), None)
        mention = Mention(span.start, span.end, "nominal")
        if not indefinite and known is not None:
            self.add_mention(known, mention)
            return known
        made: EntityType = "Person" if kind == "Person" else "Group"
        gender: Literal["plural", "neuter"] | None = None if made == "Person" else "plural" if plural else "neuter"
        name = " ".join(words.split())
        entity = Entity(f"e{self._next}", made, name, (mention,), 0.7, named=False, gender=gender)
        self._next += 1
        self._index[entity.id] = len(self._entities)
        self._entities.append(entity)
        self._by_words[key] = entity.id
        if len(key.split()) > 2:
            # "the federal finance department" is "the finance department" from then on.
            self._by_words.setdefault(" ".join(key.split()[-2:]), entity.id)
        return entity.id


def _could_speak(head: Token) -> bool:
    """A plural noun of an agent: "-ers", "-ors", "-ans" and the like."""
    return head.lower_.endswith(("ers", "ors", "ans", "eers", "ees", "ies", "ants", "ents"))


def _subjects(document: Document) -> list[tuple[int, Span]]:
    """The grammatical subjects outside quotations, in the order of the text."""
    inside = [(q.outer.start, q.outer.end) for q in document.quotations]
    starts = [s for s, _ in inside]
    made = []
    for sentence in document.sentences:
        for token in sentence.tokens:
            if token.dep_ in ("nsubj", "nsubjpass") and token.pos_ in ("PROPN", "NOUN"):
                span = sentence.block.span(token)
                at = bisect_right(starts, span.start) - 1
                if at < 0 or span.start >= inside[at][1]:
                    made.append((span.start, span))
    return made
