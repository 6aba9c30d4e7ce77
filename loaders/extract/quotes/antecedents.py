"""Whom "he", "they" or "the company" means beside a cue: by the speakers and subjects before it."""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Token

from loaders.extract.document import Block, Document
from loaders.extract.names.bodies import PASSING
from loaders.extract.names.called import by_name
from loaders.extract.names.titles import title_heads
from loaders.extract.quotes.index import Index
from loaders.extract.reading import Mention, Role, Span

_HE, _SHE = frozenset({"he", "him", "his"}), frozenset({"she", "her"})
_PLURAL, _THING = frozenset({"they", "them", "their"}), frozenset({"it", "its"})
PRONOUNS = _HE | _SHE | _PLURAL | _THING
_BACK = 6
"""Speakers that a pronoun may look back over."""
_INSTITUTIONS_WORDS = """
company bank firm group ministry agency union airline corporation department party newspaper institute association
carrier producer maker manufacturer lender council commission court committee club retailer broadcaster
"""
INSTITUTIONS = frozenset(_INSTITUTIONS_WORDS.split())
_FIRMS = frozenset(
    ["company", "firm", "group", "corporation", "carrier", "producer", "maker", "manufacturer", "lender", "retailer"]
)
"""Words for any firm. A union or a ministry has the word in its name, or it is not the one that is meant."""


class Antecedents:
    """Remembers who spoke, in the order of the text."""

    def __init__(self, document: Document, index: Index) -> None:
        self._document = document
        self._index = index
        self._recent: list[str] = []
        self._spoken_until = 0
        self._subjects = _subjects(document)
        self._subject_starts = [start for start, _ in self._subjects]

    def remember(self, speaker: str, until: int) -> None:
        """The latest speaker comes last; his quote and its reporting clause end at `until`."""
        self._spoken_until = until
        if speaker in self._recent:
            self._recent.remove(speaker)
        self._recent.append(speaker)
        del self._recent[:-_BACK]

    def goes_on(self, block: Block, head: Token, entity: str | None) -> str | None:
        """A pronoun or "the company" beside a cue: who spoke last goes on, where that agrees; else as it was read."""
        last = self._recent[-1] if self._recent else None
        if last is None or last == entity or entity is None:
            return entity
        low = head.lower_
        if entity in self._since(block.span(head).start):
            return entity
        if low in _HE or low in _SHE:
            fits = self._agrees(last, "male" if low in _HE else "female")
        elif low in _THING:
            fits = self._agrees(last, "neuter")
        elif head.lemma_.lower() in INSTITUTIONS:
            fits = self._is_the(head.lemma_.lower(), last) and head.tag_ not in ("NNS", "NNPS")
        else:
            fits = False
        if not fits:
            return entity
        self._index.move(block.span(head), entity, last)
        return last

    def pronoun(self, block: Block, head: Token) -> str | None:
        """Whom a personal pronoun means; None for all other pronouns."""
        low = head.lower_
        if low not in PRONOUNS:
            return None
        at = block.span(head)
        wanted = "male" if low in _HE else "female" if low in _SHE else "plural" if low in _PLURAL else "neuter"
        for entity in self._candidates(at.start):
            if self._agrees(entity, wanted):
                self._index.add_mention(entity, Mention(at.start, at.end, "pronoun"))
                return entity
        return None

    def definite(self, lemma: str, span: Span) -> str | None:
        """Whom "the company" or "the chairman" means: an institution, or a person of that title."""
        words = self._document.surface(span).lower().split()
        for entity in self._candidates(span.start):
            found = self._index[entity]
            if lemma in INSTITUTIONS:
                inside = set(words[1:-1]) <= {*found.name.lower().split(), *PASSING}
                fits = inside and self._is_the(lemma, entity)
            else:
                fits = found.type == "Person" and any(
                    lemma in title_heads(role.title) and self._is_called(words, role) for role in found.roles
                )
            if fits:
                self._index.add_mention(entity, Mention(span.start, span.end, "nominal"))
                return entity
        return None

    def _is_the(self, lemma: str, entity: str) -> bool:
        """Whether "the company" or "the union" may mean this entity."""
        found = self._index[entity]
        if found.type != "Organisation":
            return False
        shown = by_name(found.name)
        return lemma in shown or lemma in found.name.lower().split() or (lemma in _FIRMS and not shown - _FIRMS)

    def _is_called(self, words: list[str], role: Role) -> bool:
        """Whether all words of "the harbour board president" belong to a role."""
        of = self._index[role.of].name.lower().split() if role.of is not None else []
        return set(words) <= {"the", "this", "that", *role.title.lower().split(), *of}

    def _candidates(self, before: int) -> list[str]:
        """Subjects of the sentences before, nearest first, then the latest speakers."""
        found: list[str] = []
        at = bisect_right(self._subject_starts, before - 1)
        for start, span in reversed(self._subjects[max(0, at - 8) : at]):
            entity = self._index.at(span)[0]
            if entity is not None and start < before:
                found.append(entity)
        speakers = list(reversed(self._recent))
        # "He added" goes on with who spoke last; a subject in between is more often what was spoken of.
        merged = self._since(before) + speakers[:1] + found[:3] + speakers[1:] + found[3:]
        return list(dict.fromkeys(merged))

    def _since(self, before: int) -> list[str]:
        """Subjects after the last quote, nearest first: "Ann Example arrived at noon. She said …" """
        low, high = (bisect_right(self._subject_starts, at - 1) for at in (self._spoken_until, before))
        made = [self._index.at(span)[0] for _, span in reversed(self._subjects[max(low, high - 4) : high])]
        return [entity for entity in made if entity is not None]

    def _agrees(self, entity: str, wanted: str) -> bool:
        e = self._index[entity]
        if wanted in ("male", "female"):
            return e.type == "Person" and e.gender in (None, wanted)
        if wanted == "plural":
            return e.type == "Group" or e.gender == "plural"
        return e.type in ("Organisation", "Place") or (e.type == "Group" and e.gender != "plural")


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
