"""Pages of everything."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import strawberry

from api.context import Info
from api.events import event_conditions
from api.pages import connection
from api.quotes import Asked, found_names, found_topics, quote_page
from api.types.article import Article
from api.types.base import (
    After,
    Before,
    Connection,
    DayRange,
    First,
    Last,
    MinConfidence,
    Node,
    Order,
    Why,
    WhyCode,
    ends,
)
from api.types.claim import Claim, ClaimType, Modality
from api.types.describe import resolved
from api.types.entities import Organisation, Person, Place
from api.types.event import Event, EventStatus, EventType
from api.types.quote import Quote, QuoteKind, SpeechAct
from api.types.relationship import Relationship, RelationshipType
from api.why import why_no_name, why_nothing
from graph.reading import claims, walk
from graph.reading import relationships as related
from graph.reading.page import Row, window

T = TypeVar("T", bound=Node)


async def _named(
    info: Info, label: str, make: Callable[[Row], T], name: str | None,
    first: int | None, after: str | None, last: int | None, before: str | None,
) -> Connection[T]:  # fmt: skip
    """A page of a label's nodes by name."""
    shown = window("name", first, after, last, before)
    where = walk.NONE
    if name is not None:
        found = [row["id"] for row in await info.context.load(found_names, name) or () if row["node"] == label]
        where = walk.Conditions(("n.id IN $ids",), (("ids", tuple(found)),))

    async def reason() -> Why:
        if name is None or after or before:
            return await why_nothing(info.context, bool(after or before))
        return await why_no_name(info.context, name, (label,))

    return connection(info, (), walk.named(label), where, shown, make, reason)


async def ids_of(info: Info, words: str | None, labels: Sequence[str] | None = None) -> tuple[str, ...] | None:
    """Ids of those who answer to a name; None where no name is given."""
    if words is None:
        return None
    found = await info.context.load(found_names, words) or ()
    return tuple(row["id"] for row in found if labels is None or row["node"] in labels)


async def event_page(
    info: Info, *, place: str | None = None, participant: str | None = None, about: str | None = None,
    where: walk.Conditions = walk.NONE, source: str | None = None, order: Order = Order.newest,
    first: int | None = None, after: str | None = None, last: int | None = None, before: str | None = None,
) -> Connection[Event]:  # fmt: skip
    """A page of events, walked from the place, else from the participant, else by day."""
    shown = window(order.value, first, after, last, before)
    places, people = await ids_of(info, place, ("Place",)), await ids_of(info, participant)
    if about is not None:
        topic = await info.context.load(found_topics, about)
        assert topic is not None, "every word has a topic"
        targets = tuple(t for t in topic.targets if t.startswith("event/"))
        where = walk.Conditions((*where.texts, "e.id IN $about"), (*where.parameters, ("about", targets)))
    text = "EXISTS { MATCH (e)-[:REPORTED_IN]->(a:Article) WHERE a.source = $source }"
    where = where.and_if(text, "source", source)
    if places is not None and people is not None:
        text = "EXISTS { MATCH (e)<-[:TOOK_PART_IN]-(n) WHERE n.id IN $participants }"
        where = walk.Conditions((*where.texts, text), (*where.parameters, ("participants", people)))
    ids, way = (
        (places, walk.EVENTS_IN) if places is not None
        else (people, walk.EVENTS_OF) if people is not None
        else ((), walk.ALL_EVENTS)
    )  # fmt: skip

    async def reason() -> Why:
        nothing = await why_nothing(info.context, bool(after or before))
        if nothing.code is WhyCode.NOTHING_FOUND:
            for words, found in ((place, places), (participant, people)):
                if words is not None and not found:
                    return await why_no_name(info.context, words)
        return nothing

    return connection(info, ids, way, where, shown, Event.of, reason)


async def relationship_page(
    info: Info, *, types: Sequence[str] = (), subject: str | None = None, object_: str | None = None,
    where: walk.Conditions = walk.NONE, order: Order = Order.newest,
    first: int | None = None, after: str | None = None, last: int | None = None, before: str | None = None,
) -> Connection[Relationship]:  # fmt: skip
    """A page of direct relationships, walked from the subject, else from the object, else all of the type."""
    shown = window(order.value, first, after, last, before)
    subjects, objects = await ids_of(info, subject), await ids_of(info, object_)
    anchors = subjects if subjects is not None else objects
    if anchors is not None:
        others = objects if subjects is not None else None
        where = related.conditions("out" if subjects is not None else "in", others, where)

    async def reason() -> Why:
        nothing = await why_nothing(info.context, bool(after or before))
        if nothing.code is WhyCode.NOTHING_FOUND:
            for words, found in ((subject, subjects), (object_, objects)):
                if words is not None and not found:
                    return await why_no_name(info.context, words)
        return nothing

    way = related.walk(types, anchored=anchors is not None)
    return connection(info, anchors or (), way, where, shown, Relationship.of, reason)


@strawberry.type
class Many:
    @resolved(description="Articles, the newest first.")
    async def articles(
        self, info: Info, source: str | None = None, published: DayRange | None = None, language: str | None = None,
        order: Order = Order.newest, first: First = None, after: After = None, last: Last = None, before: Before = None,
    ) -> Connection[Article]:  # fmt: skip
        shown = window(order.value, first, after, last, before)
        where = walk.day_range(walk.NONE, "a.day", *ends(published)).and_if("a.source = $source", "source", source)
        where = where.and_if("a.language = $language", "language", language)

        async def reason() -> Why:
            return await why_nothing(info.context, bool(after or before))

        return connection(info, (), walk.ARTICLES, where, shown, Article.of, reason)

    @resolved(description="People by name, all or those who answer to a name or alias.")
    async def people(
        self, info: Info, name: str | None = None,
        first: First = None, after: After = None, last: Last = None, before: Before = None,
    ) -> Connection[Person]:  # fmt: skip
        return await _named(info, "Person", Person.of, name, first, after, last, before)

    @resolved(description="Organisations by name, all or those that answer to a name or alias.")
    async def organisations(
        self, info: Info, name: str | None = None,
        first: First = None, after: After = None, last: Last = None, before: Before = None,
    ) -> Connection[Organisation]:  # fmt: skip
        return await _named(info, "Organisation", Organisation.of, name, first, after, last, before)

    @resolved(description="Places by name, all or those that answer to a name.")
    async def places(
        self, info: Info, name: str | None = None,
        first: First = None, after: After = None, last: Last = None, before: Before = None,
    ) -> Connection[Place]:  # fmt: skip
        return await _named(info, "Place", Place.of, name, first, after, last, before)

    @resolved(
        description="Events, the newest first. `place` counts what lies in it, too; `about`: words of label or type."
    )
    async def events(
        self, info: Info, type: list[EventType] | None = None, status: list[EventStatus] | None = None,  # noqa: A002 - the argument's name in the schema
        on: DayRange | None = None, place: str | None = None, participant: str | None = None,
        about: str | None = None, source: str | None = None, min_confidence: MinConfidence = None,
        order: Order = Order.newest, first: First = None, after: After = None, last: Last = None, before: Before = None,
    ) -> Connection[Event]:  # fmt: skip
        return await event_page(
            info, place=place, participant=participant, about=about,
            where=event_conditions(type, status, on, min_confidence),
            source=source, order=order, first=first, after=after, last=last, before=before,
        )  # fmt: skip

    @resolved(
        description="What was said, the newest first. `speaker` is a name, alias or id; all who answer to it count; "
        "`about` are words (what a quote is about, or words of its own) or an id."
    )
    async def quotes(
        self, info: Info, speaker: str | None = None, speaker_id: strawberry.ID | None = None,
        about: str | None = None, about_id: strawberry.ID | None = None, kind: list[QuoteKind] | None = None,
        said_on: DayRange | None = None, source: str | None = None, speech_act: list[SpeechAct] | None = None,
        min_confidence: MinConfidence = None, order: Order = Order.newest,
        first: First = None, after: After = None, last: Last = None, before: Before = None,
    ) -> Connection[Quote]:  # fmt: skip
        return await quote_page(
            info,
            Asked(
                speaker=speaker, speaker_ids=[str(speaker_id)] if speaker_id else None, about=about,
                about_ids=[str(about_id)] if about_id else None, kinds=kind, said_on=said_on, source=source,
                speech_acts=speech_act, min_confidence=min_confidence, order=order,
                first=first, after=after, last=last, before=before,
            ),
        )  # fmt: skip

    @resolved(
        description="Who did what to whom, the newest first. `subject`, `object`: names, aliases or ids; what goes "
        "both ways (meeting, talking, agreeing, trading) is found from either end."
    )
    async def relationships(
        self, info: Info, type: list[RelationshipType] | None = None, subject: str | None = None,  # noqa: A002 - the argument's name in the schema
        object: str | None = None, on: DayRange | None = None, min_confidence: MinConfidence = None,  # noqa: A002 - as above
        order: Order = Order.newest, first: First = None, after: After = None, last: Last = None, before: Before = None,
    ) -> Connection[Relationship]:  # fmt: skip
        where = walk.day_range(walk.NONE, "toString(r.on)", *ends(on))
        where = walk.sure(where, min_confidence)
        return await relationship_page(
            info, types=[t.value for t in type or ()], subject=subject, object_=object, where=where, order=order,
            first=first, after=after, last=last, before=before,
        )  # fmt: skip

    @resolved(
        description="Doings that are denied, doubted or hypothetical, the newest first; none is a relationship. "
        "`subject`, `object`, `madeBy`: names, aliases or ids."
    )
    async def claims(
        self, info: Info, type: list[ClaimType] | None = None, modality: list[Modality] | None = None,  # noqa: A002 - the argument's name in the schema
        subject: str | None = None, object: str | None = None, made_by: str | None = None,  # noqa: A002 - as above
        min_confidence: MinConfidence = None, order: Order = Order.newest,
        first: First = None, after: After = None, last: Last = None, before: Before = None,
    ) -> Connection[Claim]:  # fmt: skip
        shown = window(order.value, first, after, last, before)
        names = (subject, object, made_by)
        ids = [await ids_of(info, words) for words in names]
        kinds = (claims.SUBJECT, claims.OBJECT, claims.MADE_BY)
        where = claims.conditions(
            [t.value for t in type or ()], [m.value for m in modality or ()], tuple(zip(kinds, ids, strict=True)),
            confidence=min_confidence,
        )  # fmt: skip

        async def reason() -> Why:
            nothing = await why_nothing(info.context, bool(after or before))
            if nothing.code is WhyCode.NOTHING_FOUND:
                for words, found in zip(names, ids, strict=True):
                    if words is not None and not found:
                        return await why_no_name(info.context, words)
            return nothing

        return connection(info, (), claims.ALL, where, shown, Claim.of, reason)
