"""What speaks for and against an event, a role, or who did what to whom; by name, as in `evidence`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from loaders.extract.confidence.evidence import Grounds
from loaders.extract.events.lexicon import triggers
from loaders.extract.reading import Entity, Event, Reading, Relation, Role, Span
from loaders.extract.words import wordset

_MANY_MEANINGS = wordset(
    "war wars battle battles conflict conflicts attack attacks attacked attacking rally rallies deal deals go goes"
    " went going gone hearing hearings withdraw withdrew conference discussion discussions conversation"
)
"""Words that tell of such an event in some sentences, and of a quarrel, a campaign or an effort in others."""
_GENERIC = frozenset(("VISITED", "MET", "TALKED_WITH"))
_TITLES = 4
"""So many words of a title are many."""


def events(text: str, reading: Reading) -> Iterator[Grounds]:
    """For each event of the reading, in its order: that its type, its status and all that is told of it are right."""
    entities = {e.id: e for e in reading.entities}
    for event in reading.events:
        yield Grounds(event.confidence, tuple(_event(text, event, reading.published, entities)))


def _event(text: str, event: Event, published: str | None, entities: Mapping[str, Entity]) -> Iterator[str]:
    yield event.type
    yield event.status
    word = text[event.trigger.start : event.trigger.end].lower()
    yield "told by a noun" if {word, word.removesuffix("s")} & triggers(noun=True).keys() else "told by a verb"
    if word in _MANY_MEANINGS:
        yield "a word of many meanings"
    roles = {part.role for part in event.participants}
    yield ("nobody takes part", "one takes part", "two take part", "several take part")[min(3, len(event.participants))]
    if roles & {"victim", "patient"}:
        yield "somebody suffers it"
    if "agent" in roles:
        yield "somebody does it"
    if any(entities[part.entity].named for part in event.participants):
        yield "somebody named takes part"
    if any(entities[part.entity].type == "Organisation" for part in event.participants):
        yield "an organisation takes part"
    if event.places:
        yield "has a place"
    if event.numbers:
        yield "has figures"
    if len(event.mentions) > 1:
        yield "mentioned again"
    if event.date:
        yield "has a day" if len(event.date) == len("2031-05-14") else "has a month or year"
        if event.date_end:
            yield "has a stretch of days"
        if published and event.status == "planned" and event.date < published[: len(event.date)]:
            yield "planned for the past"


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
        yield Grounds(relation.confidence, tuple(found))


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


def roles(reading: Reading) -> Iterator[tuple[Grounds, ...]]:
    """For each entity of the reading, for each of its roles: that title, holder and institution are right."""
    entities = {e.id: e for e in reading.entities}
    for entity in reading.entities:
        yield tuple(_role(entity, role, entities.get(role.of or "")) for role in entity.roles)


def _role(holder: Entity, role: Role, of: Entity | None) -> Grounds:
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
    return Grounds(role.confidence, tuple(found))
