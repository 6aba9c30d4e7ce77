"""Where events and entities stand around a quote."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from spacy.tokens import Token

from loaders.extract.document import Document, Sentence
from loaders.extract.reading import Entity, Event, Quote, Span

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_TOPICAL = frozenset(["of", "about", "after", "following", "over", "at", "to", "regarding", "concerning"])
"""Prepositions between a cue and what is spoken of ("said of the strike", "said after the talks").

"On a visit" is where he spoke, not of what."""
_COMMENTING = frozenset(
    ["comment", "ask", "question", "respond", "react", "refer", "speak", "reply", "discuss", "address"]
)
"""Verbs beside a cue that name the topic: "asked about the talks, she said"."""


def _is_occasion(verb: Token) -> bool:
    """A clause that names the topic or on what occasion it was said: "asked about …", "…, as his trial opened"."""
    return verb.lemma_.lower() in _COMMENTING or any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children)


class Passage:
    """One article's mentions and triggers, looked up by place."""

    def __init__(self, document: Document, entities: tuple[Entity, ...], events: tuple[Event, ...]) -> None:
        self._document = document
        self._entities = sorted((m.start, m.end, e.id, m.kind) for e in entities for m in e.mentions)
        self._entity_starts = [m[0] for m in self._entities]
        self._events = sorted((s.start, s.end, e.id) for e in events for s in {e.trigger, *e.mentions})
        self._event_starts = [m[0] for m in self._events]
        self._event_ids = {e.id for e in events}
        self._headline = [b for b in document.blocks if b.kind == "headline"]
        self._names = {e.id: e.name for e in entities}
        self._institutions = {e.id: {r.of for r in e.roles if r.of is not None} for e in entities}

    def is_event(self, target: str) -> bool:
        return target in self._event_ids

    def events_in(self, spans: Iterable[Span]) -> list[str]:
        """Events with a trigger inside the spans, in the order of the text."""
        found: list[str] = []
        for span in spans:
            at = bisect_left(self._event_starts, span.start)
            while at < len(self._events) and self._events[at][0] < span.end:
                if self._events[at][1] <= span.end:
                    found.append(self._events[at][2])
                at += 1
        return list(dict.fromkeys(found))

    def entities_in(self, spans: Iterable[Span]) -> list[str]:
        """Entities named inside the spans: names, demonyms and nominals, no pronouns."""
        found: list[str] = []
        for span in spans:
            at = bisect_left(self._entity_starts, span.start)
            while at < len(self._entities) and self._entities[at][0] < span.end:
                _, end, entity, kind = self._entities[at]
                if end <= span.end and kind != "pronoun":
                    found.append(entity)
                at += 1
        return list(dict.fromkeys(found))

    def events_beside(self, quote: Quote) -> list[str]:
        """Events in the quote's own sentences, outside its content and other than its cue."""
        found: list[str] = []
        for sentence in self._sentences(quote):
            at = bisect_left(self._event_starts, sentence.span.start)
            while at < len(self._events) and self._events[at][0] < sentence.span.end:
                start, end, event = self._events[at]
                here = Span(start, end)
                at += 1
                if any(c.overlaps(here) for c in quote.content) or (quote.cue is not None and quote.cue.overlaps(here)):
                    continue
                if self._is_of_the_saying(quote, sentence, here):
                    found.append(event)
        return list(dict.fromkeys(found))

    def _is_of_the_saying(self, quote: Quote, sentence: Sentence, trigger: Span) -> bool:
        """Whether an event beside a quote belongs to the reporting clause, and to no other of the sentence."""
        if quote.cue is None:
            return False
        words, cue = sentence.block.tokens(trigger), sentence.block.tokens(quote.cue)
        if not words or not cue:
            return False
        cue_ids = {t.i for t in cue}
        at = words[0]
        for _ in range(12):
            if at.i in cue_ids:
                return True
            above = at.head
            if at.dep_ in ("conj", "relcl", "acl", "parataxis") or above == at:
                return False
            if at.dep_ in ("dobj", "dative") and above.i in cue_ids and quote.cue_lemma == "tell":
                return False  # "told a hearing": to whom, and not of what
            if at.dep_ == "prep" and above.i in cue_ids and at.lower_ not in _TOPICAL:
                return False
            if at.dep_ == "pcomp" or (at.dep_ == "advcl" and not _is_occasion(at)):
                return False
            at = above
        return False

    def events_before(self, quote: Quote, before: Quote | None) -> list[str]:
        """Events of the sentence before, where its subject is the speaker or the institution he speaks for.

        A sentence that reports his own last quote is left out: what that quote is about, this one carries on.
        """
        first = self._document.sentence_at(quote.start)
        if first is None or first.index == 0 or not quote.speakers:
            return []
        sentence = self._document.sentences[first.index - 1]
        if sentence.block.kind != "paragraph" or first.block.index - sentence.block.index > 1:
            return []
        if (
            before is not None
            and set(before.speakers) & set(quote.speakers)
            and sentence.span.holds(Span(before.start, before.start + 1))
        ):
            return []
        wanted = set(quote.speakers) | self._spoken_for(quote)
        for token in sentence.tokens:
            if token.dep_ in _SUBJECTS:
                subjects = set(self.entities_at(sentence.block.span(token)))
                if wanted & subjects or any(self._is_called(e, quote) for e in subjects):
                    return self._events_of_clauses(sentence)
        return []

    def _events_of_clauses(self, sentence: Sentence) -> list[str]:
        """Events of a sentence but for those of a relative clause, which tells what went before: "…, who resigned"."""
        at = bisect_left(self._event_starts, sentence.span.start)
        found: list[str] = []
        while at < len(self._events) and self._events[at][0] < sentence.span.end:
            start, end, event = self._events[at]
            words = sentence.block.tokens(Span(start, end))
            if words and not any(t.dep_ == "relcl" for t in (words.root, *words.root.ancestors)):
                found.append(event)
            at += 1
        return list(dict.fromkeys(found))

    def _is_called(self, entity: str, quote: Quote) -> bool:
        """Whether the source names an institution by its last word: "ministry spokeswoman Ann Example"."""
        words = {w for s in quote.source for w in self._document.surface(s).split() if w.islower()}
        name = self._names.get(entity, "").split()
        return len(name) > 1 and name[-1].lower() in words

    def _spoken_for(self, quote: Quote) -> set[str]:
        """Institutions by the speaker's roles and by the words that name him here ("port spokesman Ben Example")."""
        roles = {of for s in quote.speakers for of in self._institutions.get(s, set())}
        return roles | set(self.entities_in(quote.source))

    def entities_at(self, span: Span) -> list[str]:
        """Entities with a mention that holds or touches the span."""
        at = bisect_left(self._entity_starts, span.end)
        found = []
        for start, end, entity, _ in self._entities[max(0, at - 6) : at]:
            if start < span.end and span.start < end:
                found.append(entity)
        return found

    def are_neighbours(self, one: Quote, other: Quote) -> bool:
        """Whether one quote follows the other at once, in the same paragraph or the next."""
        first, second = self._document.sentence_at(one.end - 1), self._document.sentence_at(other.start)
        return (
            first is not None
            and second is not None
            and second.index - first.index <= 2
            and (second.block.index - first.block.index <= 1)
        )

    def events_of_headline(self, quote: Quote) -> list[str]:
        """The headline's event, where the headline names the speaker too."""
        for block in self._headline:
            span = Span(block.start, block.end)
            if set(quote.speakers) & set(self.entities_in([span])):
                return self.events_in([span])[:1]
        return []

    def _sentences(self, quote: Quote) -> list[Sentence]:
        places = [quote.start, quote.end - 1] + ([quote.cue.start] if quote.cue is not None else [])
        found = {s.index: s for p in places if (s := self._document.sentence_at(p)) is not None}
        return [found[index] for index in sorted(found)]
