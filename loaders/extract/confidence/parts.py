"""What speaks for and against what is told of an event: who took part, where it was, and its figures.

Each is a fact of its own. It is right where it was such an event, of that type, and this one took part in it in that
role (it was there, the figure is about it); what status and day the event has is for the event itself to say.
"""

from __future__ import annotations

from collections.abc import Iterator

from loaders.extract.confidence.events import Surroundings, described
from loaders.extract.confidence.evidence import Grounds
from loaders.extract.reading import Entity, Event, Mention, Number, Participant, Reading, Span

_NEAR = 25
"""So many characters between a name and the event's word are few, and four times as many are not."""
_INTO = frozenset(("in", "at", "near", "outside", "inside", "across"))
_OUT = frozenset(("from", "to", "into", "towards", "toward"))


def participants(text: str, reading: Reading) -> Iterator[tuple[Grounds, ...]]:
    """For each event of the reading, for each who took part in it."""
    entities = {e.id: e for e in reading.entities}
    article = Surroundings(text, reading)
    for event in reading.events:
        about = tuple(described(event, article))
        yield tuple(
            Grounds(part.confidence, (*about, *_participant(text, event, part, entities[part.entity])))
            for part in event.participants
        )


def _participant(text: str, event: Event, part: Participant, who: Entity) -> Iterator[str]:
    yield part.role
    yield f"{event.type}: {part.role}"
    named, kind = "named" if who.named else "unnamed", who.type.lower()
    yield f"a {named} {kind}"
    yield f"{part.role}: a {kind}"
    at = next((m for m in who.mentions if m.span.overlaps(part.span)), None)
    yield f"by {at.kind}" if at is not None else "by nothing there"
    if len(event.participants) > 1:
        yield "one of several"
    if sum(other.role == part.role for other in event.participants) > 1:
        yield "several in this role"
    yield from _apart(text, event.trigger, part.span)
    if at is not None:
        yield from _whole(text, event, at)


def _apart(text: str, trigger: Span, span: Span) -> Iterator[str]:
    """How it stands to the word that tells of the event."""
    before = span.end <= trigger.start
    between = text[span.end : trigger.start] if before else text[trigger.end : span.start]
    yield "before the word" if before else "behind the word"
    if "\n" in between or any(mark in between for mark in (". ", "? ", "! ")):
        yield "in another sentence"
    else:
        yield "near the word" if len(between) <= _NEAR else "off the word" if len(between) <= 4 * _NEAR else "far off"
    if before and between.isspace():
        yield "right before the word"


def _whole(text: str, event: Event, at: Mention) -> Iterator[str]:
    """Whether a name stands as such, or within a longer phrase."""
    behind = text[at.end : at.end + 2]
    if behind[:1] == "-":
        yield "cut off from a word"
    elif behind[:1] == " " and at.kind in ("name", "demonym") and at.end + 1 != event.trigger.start:
        if behind[1:].isupper():
            yield "a capital behind the name"
        elif at.kind == "demonym":
            yield "a demonym before a word"


def places(text: str, reading: Reading) -> Iterator[tuple[Grounds, ...]]:
    """For each event of the reading, for each of its places."""
    entities = {e.id: e for e in reading.entities}
    article = Surroundings(text, reading)
    for event in reading.events:
        about = tuple(described(event, article))
        yield tuple(
            Grounds(confidence, (*about, *_place(text, event, entities[place], number)))
            for number, (place, confidence) in enumerate(event.settings)
        )


def _place(text: str, event: Event, place: Entity, number: int) -> Iterator[str]:
    yield "the first place" if number == 0 else "a further place"
    if place.location is not None:
        yield f"a {place.location.kind}"
        yield "sure where it lies" if place.location.confidence >= 0.8 else "unsure where it lies"
    else:
        yield "nowhere known"
    if not place.mentions:
        return
    at = min(place.mentions, key=lambda m: max(m.start - event.trigger.end, event.trigger.start - m.end, 0))
    yield f"by {at.kind}"
    yield from _apart(text, event.trigger, at.span)
    yield from _whole(text, event, at)
    before = text[max(0, at.start - 30) : at.start].split()
    word = before[-1].lower() if before else ""
    yield "in, at or near it" if word in _INTO else "from it or to it" if word in _OUT else "no such preposition"
    if any(part.entity == place.id for part in event.participants):
        yield "takes part, too"


def figures(text: str, reading: Reading) -> Iterator[tuple[Grounds, ...]]:
    """For each event of the reading, for each of its figures."""
    article = Surroundings(text, reading)
    for event in reading.events:
        about = tuple(described(event, article))
        yield tuple(Grounds(n.confidence, (*about, *_figure(text, event, n))) for n in event.numbers)


def _figure(text: str, event: Event, number: Number) -> Iterator[str]:
    yield number.what
    yield from _apart(text, event.trigger, number.span)
    if sum(other.what == number.what for other in event.numbers) > 1:
        yield "another figure of the kind"
    if number.low is None or number.high is None:
        yield "a bound"
    if number.high is not None and number.high <= 1:
        yield "one alone"
