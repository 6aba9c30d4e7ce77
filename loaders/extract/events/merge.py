"""Which sightings speak of one event: "face-to-face talks in Lima on Tuesday", "the Lima meeting", "the talks in Lima".

One needs a reason (a shared place, a shared participant, or a definite noun that brings nothing new) and no conflict
of day, place or participants. Only the last few events are looked at, so the cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.extract.clauses.index import Index
from loaders.extract.events.label import completed, telling
from loaders.extract.events.sighting import Sighting
from loaders.extract.reading import Event, Participant, Status, Time

NEAR = 24
_RANK: dict[Status, int] = {"happened": 0, "alleged": 1, "planned": 2, "denied": 3, "hypothetical": 4}


_BY_AGENT = frozenset(("Talks", "Departure", "Visit", "Evacuation", "Agreement", "Election"))
"""Types whose events are told apart by those who do them; an attacker may attack twice."""


@dataclass(slots=True, eq=False)
class Chain:
    """The sightings of one event."""

    members: list[Sighting] = field(default_factory=list)
    kin: str = ""
    places: list[str] = field(default_factory=list)
    parts: dict[str, str] = field(default_factory=dict)
    time: Time | None = None
    words: set[str] = field(default_factory=set)
    real: bool = False
    """Whether one of them is stated by the article itself."""

    def add(self, sighting: Sighting) -> None:
        self.members.append(sighting)
        self.words |= {sighting.trigger.word, sighting.trigger.noun}
        self.real = self.real or sighting.standing.force == "true"
        self.kin = self.kin or sighting.trigger.kin
        self.places += [p for p in sighting.places if p not in self.places]
        for p in sighting.participants:
            self.parts.setdefault(p.entity, p.role)
        self.time = self.time or sighting.time


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
    possible = [c for c in reversed(near) if _same(c, sighting, index)]
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
    return told or (sighting.definite and sighting.trigger.kin == "war")


def _same(chain: Chain, sighting: Sighting, index: Index) -> bool:
    if chain.kin and sighting.trigger.kin and chain.kin != sighting.trigger.kin:
        return False
    times = (chain.time, sighting.time)
    if times[0] is not None and times[1] is not None and not _may_meet(times[0], times[1]):
        return False
    shared_place = _common_place(chain.places, sighting.places, index)
    if chain.places and sighting.places and not shared_place:
        return False
    roles = {(p.entity, p.role) for p in sighting.participants}
    shared = [p for p in roles if p in chain.parts.items()]
    known = [p.entity for p in sighting.participants if p.entity in chain.parts]
    if (
        roles
        and chain.parts
        and len(shared) < len(roles)
        and not (shared_place and sighting.places and not _opposed(chain, sighting))
    ):
        # Somebody new takes part: another event, unless both stand at one place and nobody changes sides.
        return False
    if len(known) > len(shared):
        return False  # he who was attacked now attacks
    if sighting.definite or not sighting.verbal:
        if shared_place or shared:
            return sighting.definite or shared_place or _dates_agree(times)
        if chain.real and sighting.time is not None and sighting.standing.force == "planned":
            return False  # a meeting next week is not the one that ended
        return sighting.definite and sighting.bare and not sighting.places and not roles and _echoes(chain, sighting)
    same_word = sighting.trigger.word == chain.members[0].trigger.word or sighting.trigger.kin == chain.kin
    patients = sighting.those("patient", "victim", "host")
    if patients:
        return same_word and any(
            chain.parts.get(p) in ("patient", "victim", "host") or p in chain.places for p in patients
        )
    alone = bool(shared) and chain.members[0].trigger.type in _BY_AGENT
    return same_word and (shared_place or alone) and len(shared) == len(roles) and _dates_agree(times)


def _echoes(chain: Chain, sighting: Sighting) -> bool:
    """Whether the bare noun is the chain's own word, or one that may stand for any of its type."""
    return (
        sighting.trigger.word in chain.words or sighting.trigger.type != "Attack" or sighting.trigger.word == "attack"
    )


def _dates_agree(times: tuple[Time | None, Time | None]) -> bool:
    return times[0] is None or times[1] is None or _may_meet(times[0], times[1])


def _opposed(chain: Chain, sighting: Sighting) -> bool:
    """Whether each names its own participants of one role, all different."""
    for role in {p.role for p in sighting.participants}:
        old = {e for e, r in chain.parts.items() if r == role}
        new = set(sighting.those(role))
        if old and new and not old & new:
            return True
    return False


def _may_meet(one: Time, other: Time) -> bool:
    if one.low is None or other.low is None or one.high is None or other.high is None:
        return one.value == other.value
    return one.low <= other.high and other.low <= one.high


def _common_place(one: Sequence[str], other: Sequence[str], index: Index) -> bool:
    if set(one) & set(other):
        return True
    return any(_within(a, b, index) or _within(b, a, index) for a in one for b in other)


def _within(inner: str, outer: str, index: Index) -> bool:
    """Whether the gazetteer puts one place into the other (a country does not tell events apart, but a town does)."""
    a, b = index.by_id.get(inner), index.by_id.get(outer)
    if a is None or b is None or a.location is None or b.location is None or b.location.geonames is None:
        return False
    return any(w.geonames == b.location.geonames for w in a.location.within)


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
