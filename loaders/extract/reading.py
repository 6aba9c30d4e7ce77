"""What one article says, as plain values. Every offset is a code point of the article's text, end-exclusive.

Ids (`e1`, `v1`, …) hold within one reading. `loaders/extract/contract.py` writes a reading as the JSON of the contract,
`loaders/resolve` turns it into facts of the graph.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from graph.facts import Vector

EntityType = Literal["Person", "Organisation", "Place", "Group"]
MentionKind = Literal["name", "nominal", "pronoun", "demonym"]
QuoteKind = Literal["direct", "indirect", "mixed"]
Basis = Literal["words", "context", "headline"]
Assertion = Literal["asserted", "attributed", "negated", "hypothetical"]
Status = Literal["happened", "alleged", "denied", "planned", "hypothetical"]
SpeechAct = Literal[
    "statement",
    "accusation",
    "denial",
    "promise",
    "demand",
    "warning",
    "doubt",
    "question",
    "praise",
    "criticism",
    "threat",
    "attitude",
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `start` to `end` (exclusive) of the article's text; never blank."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """One place in the text that names or means an entity."""

    start: int
    end: int
    kind: MentionKind
    metonym: bool = False
    """A place name that stands for its government or institution ("Moscow said")."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place of the gazetteer that a name may mean. `score` 0 to 1."""

    geonames: int | None
    name: str
    lat: float
    lon: float
    country: str | None
    kind: str
    score: float


@dataclass(frozen=True, slots=True)
class Location:
    """Where a place lies. `kind`: city, district, region, county, country, continent, river, sea, …; `within`: the
    chain from the next larger place up to the country, nearest first."""

    geonames: int | None
    name: str
    """The gazetteer's own name for it."""
    lat: float
    lon: float
    country: str | None
    kind: str
    within: tuple[Candidate, ...] = ()
    confidence: float = 0.8
    """That the name means this place here."""


@dataclass(frozen=True, slots=True)
class Role:
    """A title that this article gives to somebody, as of a day."""

    title: str
    of: str | None
    """Id of the organisation or place; None for a title without an institution."""
    on: str | None
    evidence: Span
    confidence: float


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that the article speaks of, with all its mentions in the order of the text."""

    id: str
    type: EntityType
    name: str
    """The fullest name in the text; for the unnamed, the words that mean it."""
    mentions: tuple[Mention, ...]
    confidence: float
    named: bool = True
    """False: known by nominal or pronoun alone ("a senior official"); becomes `Unnamed`, never merged."""
    aliases: tuple[str, ...] = ()
    """The other names by which the text calls it."""
    roles: tuple[Role, ...] = ()
    location: Location | None = None
    candidates: tuple[Candidate, ...] = ()
    """Of a place that could not be told."""
    wikidata: str | None = None
    gender: Literal["male", "female", "plural", "neuter"] | None = None


@dataclass(frozen=True, slots=True)
class About:
    """What a quote is about: an entity or event, how that is known, and how surely (0 to 1)."""

    target: str
    basis: Basis
    score: float


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said or wrote (or, with speech act `attitude`, believes or feels)."""

    kind: QuoteKind
    content: tuple[Span, ...]
    """Pieces in the order of the text, without outer quotation marks."""
    cue: Span | None
    cue_lemma: str
    source: tuple[Span, ...]
    speakers: tuple[str, ...]
    """Entity ids; several where several spoke; empty where the speaker could not be told."""
    said_on: str | None
    """`YYYY-MM-DD`: the day it was said, or None."""
    said_precision: Literal["day", "week", "month", "year"] | None
    confidence: float
    about: tuple[About, ...] = ()
    speech_act: SpeechAct = "statement"
    polarity: Literal["positive", "negative"] = "positive"
    """negative: it is said that it was not said, or its content is denied."""
    addressee: str | None = None
    medium: str | None = None
    """"on social media", "in a statement": the words."""
    heard: float | None = None
    """How sure the network is of it; 0 where it sees no such quote, None where the rules read alone."""
    guessed: bool = False
    """Read by the network alone, by a cue that no list holds: an attitude, on which nothing else builds."""
    vector: Vector | None = field(default=None, repr=False)
    """Of its words; None where no vectors are made."""

    @property
    def start(self) -> int:
        return self.content[0].start

    @property
    def end(self) -> int:
        return self.content[-1].end


@dataclass(frozen=True, slots=True)
class Number:
    """A figure about an event: killed, injured, missing, displaced, trapped, arrested … low <= high."""

    what: str
    low: int | None
    high: int | None
    span: Span
    verified: bool | None = None
    """False where the article says that it could not be checked."""
    by: str | None = None
    """Entity id of who gives it."""
    confidence: float = 0.8
    """That it is a figure of this event."""


@dataclass(frozen=True, slots=True)
class Participant:
    """`role`: agent, patient, participant, victim, host, instrument …"""

    entity: str
    role: str
    span: Span
    confidence: float = 0.8
    """That this one took part in such an event, in this role."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, is planned or alleged. `type` is one of `graph.model.EVENT_TYPES`."""

    id: str
    type: str
    label: str
    """A few words of the text that a reader recognises: "talks in Istanbul"."""
    trigger: Span
    mentions: tuple[Span, ...]
    """All triggers, the first included, in the order of the text."""
    status: Status
    confidence: float
    """That it is an event of this type, with this status, on this day; not who took part, where, with what figures."""
    date: str | None = None
    """`YYYY`, `YYYY-MM` or `YYYY-MM-DD`."""
    date_end: str | None = None
    date_words: str = ""
    places: tuple[str, ...] = ()
    """Entity ids, the most exact first."""
    participants: tuple[Participant, ...] = ()
    numbers: tuple[Number, ...] = ()
    part_of: str | None = None
    place_confidences: tuple[float, ...] = ()
    """That it was there, for each of `places` in their order; empty before that is weighed."""

    @property
    def settings(self) -> tuple[tuple[str, float], ...]:
        """Each of `places` with how sure it is that it was there."""
        return tuple(zip(self.places, self.place_confidences or (self.confidence,) * len(self.places), strict=True))


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed relationship that the article states. `type` is one of `graph.model.RELATIONSHIP`."""

    type: str
    source: str
    target: str
    """Entity or event id."""
    evidence: Span
    verb: str
    """The article's own verb or noun, lemma."""
    assertion: Assertion
    confidence: float
    attributed_to: str | None = None
    """Entity id of who claims it, where the article does not state it itself."""
    on: str | None = None
    title: str = ""
    """Of HOLDS_ROLE and SPEAKS_FOR."""


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression with its TIMEX3 value. `low` and `high` are the first and last day it covers, where known."""

    start: int
    end: int
    value: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    low: str | None = None
    high: str | None = None
    confidence: float = 0.8
    """That the value is right."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article says."""

    id: str
    published: str | None
    language: str
    reader: str
    """Name and version of the reader; empty where it did not read."""
    note: str
    """Why the article was not read; empty where it was."""
    entities: tuple[Entity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    times: tuple[Time, ...] = ()
    sentences: tuple[Span, ...] = field(default=(), repr=False)
    """All sentences in the order of the text: the evidence that is shown."""
    vector: Vector | None = field(default=None, repr=False)
    """Of its headline and beginning; None where no vectors are made."""
