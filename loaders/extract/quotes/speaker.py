"""From the words of a source to who is meant: a name in them, a pronoun's antecedent, an unnamed somebody."""

from __future__ import annotations

from spacy.tokens import Token

from loaders.extract.document import Block, Document
from loaders.extract.quotes.antecedents import INSTITUTIONS, PRONOUNS, Antecedents
from loaders.extract.quotes.draft import Draft
from loaders.extract.quotes.grammar import phrase
from loaders.extract.quotes.index import Index
from loaders.extract.quotes.issued import Issued
from loaders.extract.quotes.labelled import Turns
from loaders.extract.quotes.people import DOCUMENTS, SOME, kind_of
from loaders.extract.quotes.unnamed import Unnamed
from loaders.extract.reading import Entity, EntityType, Mention, Span
from loaders.extract.words import wordset

_AGENT = ("er", "or", "eer", "ee", "ian", "ant")
_THINGS = wordset(
    "poster computer paper number chapter counter monitor sticker flyer folder order matter answer weather error "
    "server plant"
)
"""Words that end as "diver" does and are nobody. Who says a direct quote is somebody, else."""
_APART = frozenset({"prep", "poss", "relcl", "acl"})
"""How a name hangs on a noun that is not its own: "the captain of the Norvia"."""


class Speakers:
    """Who is meant by the sources of one document, asked in the order of the text."""

    def __init__(self, document: Document, entities: tuple[Entity, ...]) -> None:
        self._document = document
        self._index = Index(document, entities)
        self._antecedents = Antecedents(document, self._index)
        self._used: set[str] = set()
        self._unnamed = Unnamed(self._index)
        self._turns = Turns(document, self._index)
        self._issued = Issued(document, self._index)

    def entities(self) -> tuple[Entity, ...]:
        """All entities, those that were added included, with the mentions that sources added."""
        return self._index.entities(self._used)

    def of(self, draft: Draft) -> tuple[str, ...]:
        """Ids of the speakers; several for "X and Y said"; none where it cannot be told."""
        found = self._heads(draft, draft.head) if draft.head is not None else ()
        if draft.label is not None:
            found = self._turns.of(draft.label, draft.content)
        until = max([draft.end, *(s.end for s in draft.source), *([draft.cue.end] if draft.cue is not None else [])])
        if len(found) == 1:
            self._issued.note(draft, found[0])
        for speaker in found:
            self._used.add(speaker)
            self._antecedents.remember(speaker, until)
        return found

    def within(self, span: Span) -> list[str]:
        """Entities that a span mentions, in the order of the text."""
        return self._index.within(span)

    def add_mention(self, entity: str, mention: Mention) -> None:
        """A further place that means the entity, as "I" in its own words."""
        self._index.add_mention(entity, mention)

    def is_person(self, entity: str) -> bool:
        return self._index[entity].type == "Person"

    def may_be(self, entity: str, gender: str) -> bool:
        """Whether a person may be "he" ("male") or "she" ("female")."""
        return self.is_person(entity) and self._index[entity].gender in (None, gender)

    def entity(self, entity: str) -> Entity:
        """The entity as it was before the quotes."""
        return self._index[entity]

    def last_word(self, entity: str) -> str:
        """The last word of a name of several ("ministry" of "the trade ministry"), in small letters; "" for others."""
        words = self._index[entity].name.lower().split()
        return words[-1] if len(words) > 1 else ""

    def meant(self, span: Span) -> str | None:
        """The entity that a word of the text names or means, or None."""
        return self._index.at(span)[0]

    def _heads(self, draft: Draft, first: Token) -> tuple[str, ...]:
        heads = [first]
        for child in first.conjuncts:
            if child.i > first.i and child.pos_ in ("PROPN", "NOUN", "PRON") and child.head.dep_ != "ROOT":
                heads.append(child)
        made: list[str] = []
        # "Exampleland and eastern powers said" is often parsed with one head.
        if draft.source and " and " in self._document.surface(draft.source[0]):
            other = self.meant(Span(draft.source[0].start, draft.source[0].start + 1))
            if other is not None and self._before_and(other, draft.source[0]):
                made.append(other)
        for head in heads:
            made.extend(self._meant_by(draft, head))
        return tuple(dict.fromkeys(made))

    def _before_and(self, entity: str, source: Span) -> bool:
        """Whether the source begins with this entity's name and goes on with "and"."""
        return any(
            mention.kind == "name"
            and source.start <= mention.start <= source.start + 4
            and mention.end < source.end
            and self._document.text.startswith(" and ", mention.end)
            for mention in self._index.touching(Span(source.start, source.start + 5), entity)
        )

    def _meant_by(self, draft: Draft, head: Token) -> list[str]:
        entity, kind = self._index.at(draft.block.span(head))
        if kind in (None, "nominal") and (entity is None or not self._index[entity].named):
            named = self._named(draft, head)
            if named:
                if entity is not None and len(named) == 1:
                    self._index.move(draft.block.span(head), entity, named[0])
                return named
            known = self._by_title(draft, head) if entity is not None else None
            if known is not None and entity is not None:
                self._index.move(draft.block.span(head), entity, known)
                return [known]
        one = self._one(draft, head, entity, kind)
        return [] if one is None else [one]

    def _named(self, draft: Draft, head: Token) -> list[str]:
        """Who is called by name in a source whose noun is common: "the carrier Norvia Lines", "its chief, Ann Example",
        and by the same words elsewhere. Several only for a plural."""
        if head.pos_ == "PRON" or not draft.source:
            return []
        block = draft.block
        first, last = phrase(head)
        same = self._index.named_as(block.span(head.doc[first:last]))
        if same is not None:
            return [same]
        title = kind_of(head.lemma_, plural=False)
        wanted: tuple[EntityType, ...] = {"Person": ("Person",), "Group": ("Organisation",)}.get(
            title or "", ("Person", "Organisation")
        )  # type: ignore[assignment]  # a dict of tuples of literals widens to str
        apart = [
            block.span(head.doc[c.left_edge.i : c.right_edge.i + 1])
            for c in head.children
            if c.dep_ in _APART and (c.i > head.i or c.dep_ != "acl")
        ]
        at = block.span(head)
        found = [
            entity
            for entity, mention in self._index.mentions(Span(at.end, draft.source[0].end))
            if mention.kind == "name"
            and self._index[entity].type in wanted
            and not any(a.overlaps(mention.span) for a in apart)
        ]
        found = list(dict.fromkeys(found))
        if not found and title == "Person":
            found = self._after_place(draft.source[0], at)
        plural = head.tag_ in ("NNS", "NNPS")
        return found if plural and title is not None else found[:1] if len(found) == 1 else []

    def _by_title(self, draft: Draft, head: Token) -> str | None:
        """ "The Exampleland bank president": who has that role at that institution."""
        first, last = phrase(head)
        if head.doc[first].lower_ != "the" or last - first < 3 or kind_of(head.lemma_, plural=False) != "Person":
            return None
        return self._antecedents.definite(head.lemma_.lower(), draft.block.span(head.doc[first:last]))

    def _after_place(self, source: Span, title: Span) -> list[str]:
        """ "the ambassador to Exampleland Ann Example": the last name, right behind that of the place or body."""
        names = [(e, m) for e, m in self._index.mentions(Span(title.end, source.end)) if m.kind == "name"]
        if len(names) < 2 or names[-1][1].end != source.end or not self.is_person(names[-1][0]):
            return []
        between = self._document.text[names[-2][1].end : names[-1][1].start]
        return [names[-1][0]] if not between.strip() else []

    def _one(self, draft: Draft, head: Token, entity: str | None, kind: str | None) -> str | None:
        block = draft.block
        if kind == "pronoun" or (kind == "nominal" and head.lemma_.lower() in INSTITUTIONS):
            return self._antecedents.goes_on(block, head, entity)
        if entity is not None and not self._is_modifier(block, head, entity):
            return entity
        if head.lower_ in SOME:
            return self._unnamed.one("Group", head.text, block.span(head), indefinite=True, plural=True)
        if head.pos_ == "PRON" or head.lower_ in PRONOUNS:
            return self._antecedents.pronoun(block, head)
        inside = [e for s in draft.source if head == draft.head for e in self.within(s) if self.is_person(e)]
        title = kind_of(head.lemma_, plural=False) == "Person"
        owned = any(c.dep_ == "poss" for c in head.children)
        if len(inside) == 1 and title and not owned and self._beside(draft, inside[0]):
            return inside[0]
        return self._nominal(draft, head)

    def _beside(self, draft: Draft, entity: str) -> bool:
        """Whether a name in the source is the head's own name ("spokesman Ben Example"), and not one "of" it."""
        assert draft.head is not None
        for token in draft.head.children:
            if token.dep_ in _APART:
                span = draft.block.span(draft.head.doc[token.left_edge.i : token.right_edge.i + 1])
                if entity in self.within(span):
                    return False
        return True

    def _is_modifier(self, block: Block, head: Token, entity: str) -> bool:
        """A demonym or name that only modifies what follows ("Exampleland officials")."""
        span = block.span(head)
        return any(m.end < span.end for m in self._index.touching(span, entity) if m.start <= span.start)

    def _nominal(self, draft: Draft, head: Token) -> str | None:
        """A noun without a name: the institution last named for "the company", else an unnamed person or group."""
        if head.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "PRON"):
            return None
        lemma = head.lemma_.lower()
        first, last = phrase(head)
        span = draft.block.span(head.doc[first:last])
        if lemma in DOCUMENTS:
            return self._issued.of(draft, head)
        definite = head.doc[first].lower_ in ("the", "this", "that")
        plural = head.tag_ in ("NNS", "NNPS")
        if definite and not plural:
            known = self._antecedents.definite(lemma, span)
            if known is not None:
                return known
        kind = kind_of(lemma, plural=plural)
        if kind is None and head.pos_ == "NOUN" and plural and "Plur" in head.morph.get("Number", []):
            kind = "Group" if _could_speak(head) else None
        if kind is None and head.pos_ == "NOUN" and not plural and draft.direct and draft.cue_class is not None:
            kind = "Person" if lemma.endswith(_AGENT) and lemma not in _THINGS else None
        if kind is None:
            return None
        indefinite = head.doc[first].lower_ in ("a", "an", "one", "another", "some")
        return self._unnamed.one(kind, self._document.surface(span), span, indefinite=indefinite, plural=plural)


def _could_speak(head: Token) -> bool:
    """A plural noun of an agent: "-ers", "-ors", "-ans" and the like."""
    return head.lower_.endswith(("ers", "ors", "ans", "eers", "ees", "ies", "ants", "ents"))
