"""Which sightings speak of one event: "face-to-face talks in Lima on Tuesday", "the Lima meeting", "the talks in Lima".

One needs a reason (a shared place, a shared participant, or a definite noun that brings nothing new) and no conflict
of day, place or participants. Only the last few events are looked at, so the cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.extract.clauses.index import Index
from loaders.extract.events.label import completed, telling
from loaders.extract.events.same import Chain, same
from loaders.extract.events.sighting import Sighting
from loaders.extract.reading import Event, Participant, Status, Time

NEAR = 24
_RANK: dict[Status, int] = {"happened": 0, "alleged": 1, "planned": 2, "denied": 3, "hypothetical": 4}


def merge(sightings: Sequence[Sighting], index: Index) -> tuple[Event, ...]:
    """The events, in the order of their first sighting. `sightings` come in the order of the text."""
    chains: list[Chain] = []
    by_type: dict[str, list[Chain]] = {}
    for sighting in sightings:
        near = by_type.setdefault(sighting.trigger.type, [])
        if (found := _chain(near[-NEAR:], sighting, index)) is not None:
            found.add(sighting)
            near.remove(found)
            near.append(found)
        elif _stands_alone(sighting):
            chains.append(found := Chain())
            found.add(sighting)
            near.append(found)
    return tuple(_event(chain, f"v{number}", index) for number, chain in enumerate(chains, 1))


def _chain(near: Sequence[Chain], sighting: Sighting, index: Index) -> Chain | None:
    """The event that this sighting speaks of, the latest first. Where only a bare "the meeting" speaks for it, the
    events called by the same word come first, and several of other words leave it open."""
    possible = [c for c in reversed(near) if same(c, sighting, index)]
    if len(possible) > 1 and not sighting.places and not sighting.participants and sighting.time is None:
        alike = [c for c in possible if sighting.trigger.word in c.words]
        real = [c for c in alike if c.real]
        return next(iter(real or alike), None)
    return possible[0] if possible else None


def _stands_alone(sighting: Sighting) -> bool:
    """Whether there is enough to make an event of it: something that tells it from others of its kind."""
    told = bool(sighting.participants or sighting.places or sighting.time or sighting.numbers)
    if sighting.standing.force == "open":
        return len(sighting.participants) >= 2 or bool(sighting.places and sighting.participants)
    if sighting.trigger.type == "Agreement":
        return bool(sighting.participants or sighting.places)
    if sighting.trigger.type == "Talks" and sighting.verbal:
        return len(sighting.participants) >= 2 or bool(sighting.places or sighting.time)
    if sighting.verbal:
        return told
    if sighting.trigger.kin == "war" and any(c.dep_ == "relcl" for c in sighting.token.children):
        return True
    return told or (sighting.definite and sighting.trigger.kin == "war" and sighting.trigger.word != "battle")


def _status(members: Sequence[Sighting]) -> Status:
    """The surest status. Of a planned or denied event "the visit" proves nothing, so only those that state it count."""
    found = [m.standing.status for m in members]
    if not {"happened", "alleged"} >= set(found):
        found = [m.standing.status for m in members if m.stated or not m.definite] or found
    return min(found, key=_RANK.__getitem__)


def _event(chain: Chain, ident: str, index: Index) -> Event:
    first = chain.members[0]
    status = _status(chain.members)
    published = index.document.published
    if published and chain.time is not None and chain.time.low and chain.time.low > published and status != "denied":
        status = "planned"
    participants: dict[str, Participant] = {}
    for member in chain.members:
        for part in member.participants:
            participants.setdefault(part.entity, part)
    date, date_end = _date(chain.time)
    words = index.document.surface(chain.time.span) if chain.time is not None else ""
    numbers = tuple(dict.fromkeys(n for m in chain.members for n in m.numbers))
    told = (date is not None) + bool(chain.places) + bool(participants)
    label = max((m.label for m in chain.members), key=telling)
    label = completed(label, first.trigger.type, [index.by_id[p] for p in chain.places], chain.parts, index)
    return Event(
        ident,
        first.trigger.type,
        label,
        first.span,
        tuple(dict.fromkeys(m.span for m in chain.members)),
        status,
        round(0.6 + 0.1 * told, 2),
        date,
        date_end,
        words,
        tuple(chain.places),
        tuple(participants.values()),
        numbers,
    )


def _date(time: Time | None) -> tuple[str | None, str | None]:
    """A day, month or year as such; a longer stretch by its first and last day; an open one by no date."""
    if time is None:
        return None, None
    if (written := _WRITTEN.match(time.value)) is not None:
        return written.group(1), None
    if time.low is not None:
        return time.low, time.high if time.high != time.low else None
    return None, None


_WRITTEN = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:T.*)?$")
