"""Whether a sighting speaks of an event that is known already: reasons for it, and conflicts against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.extract.clauses.index import Index
from loaders.extract.events.sighting import Sighting
from loaders.extract.reading import Time

_NEXT = 400
"""Code points within which a sentence still goes on with the talks of the one before."""
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


def same(chain: Chain, sighting: Sighting, index: Index) -> bool:
    if chain.kin and sighting.trigger.kin and chain.kin != sighting.trigger.kin:
        return False
    times = (chain.time, sighting.time)
    if times[0] is not None and times[1] is not None and not _may_meet(times[0], times[1]):
        return False
    shared_place = _common_place(chain.places, sighting.places, index)
    if chain.places and sighting.places and not shared_place:
        return False
    if _takes_seats(chain, sighting):
        return True
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


def _takes_seats(chain: Chain, sighting: Sighting) -> bool:
    """ "Talks opened in Lima. Norland sat down with Sudria …": the next sentences say who talks."""
    if sighting.trigger.word != "sit" or chain.parts or sighting.places or sighting.time is not None:
        return False
    near = 0 < sighting.span.start - chain.members[-1].span.start < _NEXT
    return near and chain.real and sighting.standing.force == "true"


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
