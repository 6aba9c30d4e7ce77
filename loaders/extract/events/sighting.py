"""One place in the text that speaks of an event, with what its own clause says of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from loaders.extract.clauses.stand import Standing
from loaders.extract.events.trigger import Trigger
from loaders.extract.reading import Number, Participant, Span, Time


@dataclass(slots=True, eq=False)
class Sighting:
    """A trigger in its clause. Filled by `sight`, read by `merge`."""

    token: Token
    trigger: Trigger
    span: Span
    verbal: bool
    standing: Standing
    participants: list[Participant] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    time: Time | None = None
    numbers: list[Number] = field(default_factory=list)
    definite: bool = False
    """"the talks", "their talks", "the Lima talks": something that the reader is expected to know."""
    bare: bool = False
    """Whether nothing after the noun tells its event from others: "the talks", but not "the talks on prices"."""
    stated: bool = True
    """Whether its clause says that it comes about, and does not just refer to it: "the talks began", but not "the
    talks were useful"."""
    label: str = ""

    def those(self, *roles: str) -> list[str]:
        return [p.entity for p in self.participants if p.role in roles]

    def add(self, entity: str, role: str, span: Span) -> None:
        if entity not in (p.entity for p in self.participants):
            self.participants.append(Participant(entity, role, span))

    def place(self, entity: str) -> None:
        if entity not in self.places:
            self.places.append(entity)
