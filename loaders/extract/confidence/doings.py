"""What speaks for and against who did what to whom, or a role; by name, as in `evidence`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from loaders.extract.confidence.events import OPEN
from loaders.extract.confidence.evidence import Grounds
from loaders.extract.reading import Entity, Mention, Reading, Relation, Role, Span

_GENERIC = frozenset(("VISITED", "MET", "TALKED_WITH"))
_ARTICLES = frozenset(("the", "a", "an", "his", "her", "its", "their", "former", "'s", "’s"))
_STEM = 4
"""So many letters find a verb in most of its forms."""
_TITLES = 4
"""So many words of a title are many."""


def relations(text: str, reading: Reading) -> Iterator[Grounds]:
    """For each relation of the reading, in its order: that both ends, its type and how it stands are right."""
    ends: Mapping[str, Entity] = {e.id: e for e in reading.entities}
    for relation in reading.relations:
        found = [relation.type, relation.assertion]
        found += ["a contact"] * (relation.type in _GENERIC)
        found += [f"from a {_end(ends.get(relation.source))}", f"to a {_end(ends.get(relation.target))}"]
        found += [f"{_how(ends.get(relation.source), relation.evidence)} does it"]
        found += [f"to {_how(ends.get(relation.target), relation.evidence)}"]
        words = len(text[relation.evidence.start : relation.evidence.end].split())
        found += ["in a short sentence"] * (words <= 15) + ["in a long sentence"] * (words > 35)
        found += ["on someone's word"] * (relation.attributed_to is not None)
        found += ["in a quotation"] * _quoted(relation, reading)
        found += _around(text, relation, ends, reading)
        yield Grounds(relation.confidence, tuple(found))


def _around(text: str, relation: Relation, ends: Mapping[str, Entity], reading: Reading) -> Iterator[str]:
    """The form of the doing, and who else stands between it and its two ends."""
    at = _verb(text, relation)
    if at is None:
        return
    word, before = text[at.start : at.end].lower(), text[relation.evidence.start : at.start]
    yield "an -ing form" if word.endswith("ing") else "a form in -ed" if word.endswith("ed") else "another form"
    if re.search(r"(?i)\bto $", before):
        yield "to do it"
    if relation.assertion in ("asserted", "attributed") and OPEN.search(before):
        yield "an open word before it"
    for end, place in ((relation.source, "who does it"), (relation.target, "to whom")):
        span = _nearest(ends.get(end), at, relation.evidence)
        if span is not None:
            low, high = sorted((at, span))
            others = (m for e in reading.entities if e.named for m in _from(e.mentions, low.end))
            if any(m.end <= high.start for m in others):
                yield f"somebody else before {place}"
            if high.start - low.end > 60:
                yield f"far from {place}"


def _from(mentions: Sequence[Mention], start: int) -> Sequence[Mention]:
    """The first of the mentions that stands there or behind, which are in the order of the text."""
    at = bisect_left(mentions, start, key=lambda m: m.start)
    return mentions[at : at + 1]


def _verb(text: str, relation: Relation) -> Span | None:
    """Where the sentence has the relation's word, by its first letters."""
    start = relation.evidence.start
    found = re.search(rf"(?i)\b{re.escape(relation.verb[:_STEM])}\w*", text[start : relation.evidence.end])
    return Span(start + found.start(), start + found.end()) if found else None


def _nearest(entity: Entity | None, at: Span, sentence: Span) -> Span | None:
    there = [m.span for m in entity.mentions if sentence.holds(m.span)] if entity is not None else []
    return min(there, key=lambda span: max(at.start - span.end, span.start - at.end), default=None)


def _end(entity: Entity | None) -> str:
    if entity is None:
        return "happening"
    return f"{'named' if entity.named else 'unnamed'} {entity.type.lower()}"


def _how(entity: Entity | None, evidence: Span) -> str:
    """How the sentence means this end: the plainest of its mentions there."""
    if entity is None:
        return "an event"
    kinds = {m.kind for m in entity.mentions if evidence.holds(m.span)}
    return next((kind for kind in ("name", "demonym", "nominal", "pronoun") if kind in kinds), "one not named there")


def _quoted(relation: Relation, reading: Reading) -> bool:
    return any(q.kind == "direct" and q.start < relation.evidence.end and relation.evidence.start < q.end
               for q in reading.quotes)  # fmt: skip


_ON = re.compile(r"(?: (?:of|in|for|and|to)\b|['’-]| \d| [A-Z])")
"""After a title that was cut: "president of Acme | 2000", "commander | in chief", "the sheriff |'s office"."""


def roles(text: str, reading: Reading) -> Iterator[tuple[Grounds, ...]]:
    """For each entity of the reading, for each of its roles: that title, holder and institution are right."""
    entities = {e.id: e for e in reading.entities}
    for entity in reading.entities:
        yield tuple(_role(text, entity, role, entities.get(role.of or "")) for role in entity.roles)


def _role(text: str, holder: Entity, role: Role, of: Entity | None) -> Grounds:
    whose = "named" if holder.named else "unnamed"
    words = role.title.split()
    found = [f"{whose}, {'an institution' if of else 'no institution'}"]
    if of is not None:
        found += [of.type.lower(), f"{of.type.lower()} of {'one word' if len(of.name.split()) == 1 else 'more words'}"]
        found += ["institution named again"] * (len([m for m in of.mentions if m.kind == "name"]) > 1)
        found += ["institution in doubt"] * (of.confidence < 0.5) + ["sure institution"] * (of.confidence >= 0.9)
    if holder.named:
        found += ["holder of one name"] * (len(holder.name.split()) == 1)
        found += ["holder named again"] * (len([m for m in holder.mentions if m.kind == "name"]) > 1)
        behind = any(m.end == role.evidence.end for m in holder.mentions)
        found += ["before the name" if behind else "after the name"]
    found += ["title of one word"] * (len(words) == 1) + ["long title"] * (len(words) >= _TITLES)
    found += ["title with odd marks"] * (
        not role.title.replace(" ", "").replace("-", "").isalpha() or role.title[:1] in "-'’"
    )
    found += ["goes on behind it"] * bool(_ON.match(text[role.evidence.end : role.evidence.end + 8]))
    before = text[max(0, role.evidence.start - 12) : role.evidence.start].split()
    found += ["no article before it"] * (not holder.named and (not before or before[-1].lower() not in _ARTICLES))
    return Grounds(role.confidence, tuple(found))
