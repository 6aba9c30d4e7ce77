"""One article's entities and their mentions, looked up by place; speakers add to both."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import Literal

from loaders.extract.document import Document
from loaders.extract.reading import Entity, EntityType, Mention, Span

_NEAR = 8
"""Mentions before a place that may still reach over it."""


def key(words: str) -> str:
    """Words as they are compared: no article, one space between, small letters."""
    return " ".join(words.casefold().split()).removeprefix("the ")


class Index:
    """Grows while the quotes are read: unnamed speakers are added, pronouns change hands."""

    def __init__(self, document: Document, entities: tuple[Entity, ...]) -> None:
        self._document = document
        self._entities = list(entities)
        self._numbers = {e.id: n for n, e in enumerate(self._entities)}
        self._mentions = sorted((m.start, m.end, n, m) for n, e in enumerate(self._entities) for m in e.mentions)
        self._starts = [m[0] for m in self._mentions]
        self._added: dict[str, list[Mention]] = {}
        self._moved: dict[str, set[Mention]] = {}
        self._next = 1 + max((int(e.id[1:]) for e in entities if e.id[1:].isdigit()), default=0)
        self._names = {
            key(name): e.id
            for e in reversed(entities)
            if e.named and e.type != "Place"
            for name in (e.name, *e.aliases)
            if " " in key(name)
        }

    def __getitem__(self, entity: str) -> Entity:
        return self._entities[self._numbers[entity]]

    def entities(self, used: set[str]) -> tuple[Entity, ...]:
        """All entities, those that were added included. One that lost its last mention to another goes, unless used."""
        made = []
        for entity in self._entities:
            kept = [m for m in entity.mentions if m not in self._moved.get(entity.id, set())]
            known = {(m.start, m.end) for m in kept}
            fresh = {m for m in self._added.get(entity.id, []) if (m.start, m.end) not in known}
            if not kept and not fresh:
                if entity.id not in used:
                    continue
                kept = list(entity.mentions)
            made.append(replace(entity, mentions=tuple(sorted({*kept, *fresh}))))
        return tuple(made)

    def add(self, type_: EntityType, name: str, mention: Mention, gender: Literal["plural", "neuter"] | None) -> Entity:
        """A new unnamed person or group."""
        entity = Entity(f"e{self._next}", type_, name, (mention,), 0.7, named=False, gender=gender)
        self._next += 1
        self._numbers[entity.id] = len(self._entities)
        self._entities.append(entity)
        return entity

    def add_mention(self, entity: str, mention: Mention) -> None:
        """A further place that means the entity, as "I" in its own words."""
        self._added.setdefault(entity, []).append(mention)

    def move(self, span: Span, old: str, new: str) -> None:
        """Give the mention at a place to another entity."""
        for mention in self.touching(span, old):
            if mention.start <= span.start:
                self._moved.setdefault(old, set()).add(mention)
                self.add_mention(new, mention)

    def within(self, span: Span) -> list[str]:
        """Entities that a span mentions, in the order of the text."""
        return list(dict.fromkeys(entity for entity, _ in self.mentions(span)))

    def mentions(self, span: Span) -> list[tuple[str, Mention]]:
        """The mentions that begin inside a span, in the order of the text, each with its entity."""
        low = bisect_right(self._starts, span.start - 1)
        made = []
        while low < len(self._mentions) and self._mentions[low][0] < span.end:
            made.append((self._entities[self._mentions[low][2]].id, self._mentions[low][3]))
            low += 1
        return made

    def touching(self, span: Span, entity: str) -> list[Mention]:
        """The entity's mentions that share a character with the span; found by place, not by count."""
        at = bisect_right(self._starts, span.end - 1)
        number = self._numbers[entity]
        near = self._mentions[max(0, at - _NEAR) : at]
        return [mention for _, end, n, mention in near if n == number and end > span.start]

    def at(self, span: Span) -> tuple[str | None, str | None]:
        """The entity whose longest mention touches the span, and the kind of that mention."""
        at = bisect_right(self._starts, span.start)
        best: tuple[int, int, str] | None = None
        for index in range(max(0, at - 6), min(len(self._mentions), at + 2)):
            start, end, number, mention = self._mentions[index]
            if start < span.end and span.start < end and (best is None or end - start > best[0]):
                best = (end - start, number, mention.kind)
        return (None, None) if best is None else (self._entities[best[1]].id, best[2])

    def named_as(self, span: Span) -> str | None:
        """The entity whose name is these words, whatever their case: "the Norvian rescue service"."""
        return self._names.get(key(self._document.surface(span)))
