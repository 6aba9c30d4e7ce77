"""What happened, and the figures about it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

import strawberry

from api.context import Info
from api.linked import linked
from api.types.base import After, Before, Connection, Day, DayRange, First, Last, MinConfidence, Node, Order
from api.types.describe import resolved, value
from api.types.evidence import Evidence
from api.types.evidence import evidence as evidence_of
from api.types.lazy import LazyEntity, LazyPlace, LazyQuote
from api.types.quote import QuoteKind
from graph.model import EVENT_TYPES
from graph.reading import links
from graph.reading.page import Row

if TYPE_CHECKING:
    EventType: TypeAlias = Enum  # its members come from the model, which the type checker cannot see
else:
    EventType = strawberry.enum(Enum("EventType", {name: name for name in EVENT_TYPES}), description="A closed list.")


@strawberry.enum(description="Whether it happened.")
class EventStatus(Enum):
    happened = value("happened", description="The article states it.")
    alleged = value("alleged", description="Somebody says so.")
    denied = value("denied", description="Somebody denies it.")
    planned = value("planned", description="It is to come.")
    hypothetical = value("hypothetical", description="It might be.")


@strawberry.type(description="Somebody who took part in an event.")
class Participant:
    role: str | None = strawberry.field(description="As what: agent, patient, participant, victim, host …")
    evidence: list[Evidence] = strawberry.field(description="The place in the article that says so.")
    row: strawberry.Private[Row]

    @resolved(description="Who took part.")
    async def entity(self) -> LazyEntity:
        from api.types.entities import entity

        return entity(self.row)


@strawberry.type(description="A number that one article gives about an event. Articles may disagree.")
class Figure(Node):
    kind: str = strawberry.field(description="What is counted: killed, injured, missing …")
    low: int | None = strawberry.field(description="At least so many.")
    high: int | None = strawberry.field(description="At most so many.")
    unit: str | None = strawberry.field(description="What the number counts, where it is no people.")
    verified: bool | None = strawberry.field(description="False where the article says that it could not be checked.")
    words: str | None = strawberry.field(description="The article's words.")

    @classmethod
    def of(cls, row: Row) -> Figure:
        return cls(
            id=row["id"], kind=row["kind"], low=row["low"], high=row["high"], unit=row["unit"],
            verified=row["verified"], words=row["words"],
        )  # fmt: skip

    @resolved(description="Who gives it.")
    async def according_to(self, info: Info) -> list[LazyEntity]:
        from api.types.entities import entity

        found = await linked(info, str(self.id), links.ACCORDING_TO)
        return [entity(item["node"]) for item in found]

    @resolved(description="The event that it is about.")
    async def event(self, info: Info) -> Event | None:
        found = await linked(info, str(self.id), links.FIGURE_OF)
        return Event.of(found[0]["node"]) if found else None

    @resolved(description="The place in the article that gives it.")
    async def evidence(self, info: Info) -> list[Evidence]:
        found = await linked(info, str(self.id), links.FIGURE_OF)
        return [e for item in found for e in evidence_of(item["link"])]


@strawberry.type(description="Something that happened, is planned, or is said to have happened.")
class Event(Node):
    type: EventType = strawberry.field(description="What kind of event.")
    label: str = strawberry.field(description="A few words of the article, such as: talks in the capital.")
    date: Day | None = strawberry.field(description="The day, or the first day that it may have been.")
    date_end: Day | None = strawberry.field(description="The last day; null where it is the same or not known.")
    date_precision: str | None = strawberry.field(description="How exact the date is: day, week, month or year.")
    date_words: str | None = strawberry.field(description="The article's words for the date.")
    status: EventStatus | None = strawberry.field(description="Whether it happened.")

    @classmethod
    def of(cls, row: Row) -> Event:
        return cls(
            id=row["id"], type=EventType(row["type"]), label=row["label"] or "", date=row["date"],
            date_end=row["date_end"], date_precision=row["date_precision"], date_words=row["date_words"] or None,
            status=EventStatus(row["status"]) if row["status"] else None,
        )  # fmt: skip

    @resolved(description="Where it took place.")
    async def places(self, info: Info) -> list[LazyPlace]:
        from api.types.entities import Place

        found = await linked(info, str(self.id), links.TOOK_PLACE_IN)
        return [Place.of(row) for row in {i["node"]["id"]: i["node"] for i in found}.values()]

    @resolved(description="Who took part, as each article says.")
    async def participants(self, info: Info) -> list[Participant]:
        found = await linked(info, str(self.id), links.PARTICIPANTS)
        return [Participant(role=i["link"]["role"], evidence=evidence_of(i["link"]), row=i["node"]) for i in found]

    @resolved(description="The figures that articles give about it.")
    async def figures(self, info: Info) -> list[Figure]:
        found = await linked(info, str(self.id), links.FIGURES)
        return [Figure.of(item["node"]) for item in found]

    @resolved(description="The larger event that it is part of.")
    async def part_of(self, info: Info) -> Event | None:
        found = await linked(info, str(self.id), links.PART_OF)
        return Event.of(found[0]["node"]) if found else None

    @resolved(description="The events that are part of it.")
    async def parts(self, info: Info) -> list[Event]:
        found = await linked(info, str(self.id), links.PARTS)
        return [Event.of(row) for row in {i["node"]["id"]: i["node"] for i in found}.values()]

    @resolved(description="The places in articles that report it.")
    async def evidence(self, info: Info) -> list[Evidence]:
        found = await linked(info, str(self.id), links.REPORTED_IN)
        return [e for item in found for e in evidence_of(item["link"])]

    @resolved(description="What was said about it.")
    async def quotes(
        self, info: Info, speaker: str | None = None, kind: list[QuoteKind] | None = None,
        said_on: DayRange | None = None, source: str | None = None, min_confidence: MinConfidence = None,
        order: Order = Order.newest, first: First = None, after: After = None, last: Last = None, before: Before = None,
    ) -> Connection[LazyQuote]:  # fmt: skip
        from api.quotes import Asked, quote_page

        return await quote_page(
            info,
            Asked(
                about_ids=[str(self.id)], speaker=speaker, kinds=kind, said_on=said_on, source=source,
                min_confidence=min_confidence, order=order, first=first, after=after, last=last, before=before,
            ),
        )  # fmt: skip
