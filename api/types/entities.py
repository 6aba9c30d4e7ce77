"""People, organisations, places, and those whom an article does not name."""

from __future__ import annotations

from collections.abc import Mapping

import strawberry

from api.context import Info
from api.linked import linked
from api.pages import connection
from api.types.base import After, Before, Connection, DayRange, First, Last, MinConfidence, Node, Order, ends
from api.types.claim import ClaimType
from api.types.describe import resolved
from api.types.event import EventStatus, EventType
from api.types.lazy import LazyArticle, LazyClaim, LazyEvent, LazyMention, LazyQuote, LazyRelationship
from api.types.quote import QuoteKind
from api.types.relationship import Direction, RelationshipType, Role, roles
from graph.reading import claims, links, nodes, relationships, walk
from graph.reading.page import Row, window


@strawberry.interface(description="Somebody or something that articles speak of.")
class Entity(Node):
    name: str = strawberry.field(description="The name; for the unnamed, the words that mean them.")
    aliases: list[str] = strawberry.field(description="Other names under which articles speak of it.")
    row: strawberry.Private[Row]

    @resolved(description="What it said, the newest first.")
    async def quotes(
        self, info: Info, about: str | None = None, about_id: strawberry.ID | None = None,
        kind: list[QuoteKind] | None = None, said_on: DayRange | None = None, source: str | None = None,
        min_confidence: MinConfidence = None, order: Order = Order.newest,
        first: First = None, after: After = None, last: Last = None, before: Before = None,
    ) -> Connection[LazyQuote]:  # fmt: skip
        from api.quotes import Asked, quote_page

        return await quote_page(
            info,
            Asked(
                speaker_ids=[str(self.id)], about=about, about_ids=[str(about_id)] if about_id else None, kinds=kind,
                said_on=said_on, source=source, min_confidence=min_confidence, order=order,
                first=first, after=after, last=last, before=before,
            ),
        )  # fmt: skip

    @resolved(description="What others said about it, the newest first.")
    async def quotes_about(
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

    @resolved(description="The events that it took part in, the newest first.")
    async def events(
        self, info: Info, type: list[EventType] | None = None, status: list[EventStatus] | None = None,  # noqa: A002 - the argument's name in the schema
        on: DayRange | None = None, min_confidence: MinConfidence = None, order: Order = Order.newest,
        first: First = None, after: After = None, last: Last = None, before: Before = None,
    ) -> Connection[LazyEvent]:  # fmt: skip
        from api.events import event_conditions
        from api.types.event import Event

        shown = window(order.value, first, after, last, before)
        where = event_conditions(type, status, on, min_confidence)
        return connection(info, (str(self.id),), walk.EVENTS_OF, where, shown, Event.of)

    @resolved(description="The articles that name it, the newest first.")
    async def mentions(
        self, info: Info, published: DayRange | None = None, source: str | None = None,
        min_confidence: MinConfidence = None, order: Order = Order.newest,
        first: First = None, after: After = None, last: Last = None, before: Before = None,
    ) -> Connection[LazyMention]:  # fmt: skip
        from api.types.mention import Mention

        shown = window(order.value, first, after, last, before)
        where = walk.day_range(walk.NONE, "a.day", *ends(published)).and_if("a.source = $source", "source", source)
        where = walk.sure(where, min_confidence)
        return connection(info, (str(self.id),), walk.MENTIONS_OF, where, shown, Mention.of)

    @resolved(description="What it did to others, and others to it, the newest first.")
    async def relationships(
        self, info: Info, type: list[RelationshipType] | None = None, direction: Direction = Direction.both,  # noqa: A002 - the argument's name in the schema
        min_confidence: MinConfidence = None, order: Order = Order.newest,
        first: First = None, after: After = None, last: Last = None, before: Before = None,
    ) -> Connection[LazyRelationship]:  # fmt: skip
        from api.types.relationship import Relationship

        shown = window(order.value, first, after, last, before)
        way = relationships.walk([t.value for t in type or ()])
        where = relationships.conditions(direction.value, where=walk.sure(walk.NONE, min_confidence))
        return connection(info, (str(self.id),), way, where, shown, Relationship.of)

    @resolved(description="What it is claimed to have done or suffered, or claims itself, without it being a fact.")
    async def claims(
        self, info: Info, type: list[ClaimType] | None = None, min_confidence: MinConfidence = None,  # noqa: A002 - the argument's name in the schema
        order: Order = Order.newest,
        first: First = None, after: After = None, last: Last = None, before: Before = None,
    ) -> Connection[LazyClaim]:  # fmt: skip
        from api.types.claim import Claim

        shown = window(order.value, first, after, last, before)
        where = claims.conditions([t.value for t in type or ()], confidence=min_confidence)
        return connection(info, (str(self.id),), claims.OF, where, shown, Claim.of)


async def _roles(info: Info, this: Entity, kinds: Mapping[str, links.Links]) -> list[Role]:
    """Roles that stand on links of this kind; none for a label that has none."""
    kind = kinds.get(this.row["node"])
    if kind is None:
        return []
    return roles(await linked(info, str(this.id), kind), this.row, outgoing=kind.outgoing)


@strawberry.type(description="A named person.")
class Person(Entity):
    wikidata: str | None = strawberry.field(description="The Wikidata item, where it is known.")

    @classmethod
    def of(cls, row: Row) -> Person:
        return cls(**_common(row), wikidata=row["wikidata"])

    @resolved(description="The roles held, as articles state them, the newest first.")
    async def roles(self, info: Info) -> list[Role]:
        return await _roles(info, self, links.HOLDS_ROLE)

    @resolved(description="For whom this person speaks.")
    async def speaks_for(self, info: Info) -> list[Role]:
        return await _roles(info, self, links.SPEAKS_FOR)

    @resolved(description="What this person is a member of.")
    async def member_of(self, info: Info) -> list[Role]:
        return await _roles(info, self, links.MEMBER_OF)


@strawberry.type(description="A named organisation, institution, company, party or armed force.")
class Organisation(Entity):
    wikidata: str | None = strawberry.field(description="The Wikidata item, where it is known.")

    @classmethod
    def of(cls, row: Row) -> Organisation:
        return cls(**_common(row), wikidata=row["wikidata"])

    @resolved(description="Who holds which role in it, the newest first.")
    async def role_holders(self, info: Info) -> list[Role]:
        return await _roles(info, self, links.ROLE_HOLDERS)

    @resolved(description="Its members.")
    async def members(self, info: Info) -> list[Role]:
        return await _roles(info, self, links.MEMBERS)

    @resolved(description="What it is a member of.")
    async def member_of(self, info: Info) -> list[Role]:
        return await _roles(info, self, links.MEMBER_OF)

    @resolved(description="Where it is based.")
    async def based_in(self, info: Info) -> list[Role]:
        return await _roles(info, self, links.BASED_IN)


@strawberry.type(description="A named place.")
class Place(Entity):
    wikidata: str | None = strawberry.field(description="The Wikidata item, where it is known.")
    kind: str | None = strawberry.field(description="City, district, region, country, river …")
    geonames: int | None = strawberry.field(description="The GeoNames id; null where the place could not be told.")
    latitude: float | None = strawberry.field(description="Degrees north.")
    longitude: float | None = strawberry.field(description="Degrees east.")
    country: str | None = strawberry.field(description="ISO 3166-1 alpha-2.")

    @classmethod
    def of(cls, row: Row) -> Place:
        return cls(
            **_common(row), wikidata=row["wikidata"], kind=row["kind"], geonames=row["geonames"],
            latitude=row["latitude"], longitude=row["longitude"], country=row["country"],
        )  # fmt: skip

    @resolved(description="The places in which it lies, the nearest first, by the gazetteer.")
    async def within(self, info: Info) -> list[Place]:
        return [Place.of(row) for row in await info.context.load(links.within, str(self.id)) or []]

    @resolved(description="What took place there, or in a place that lies in it, the newest first.")
    async def events_there(
        self, info: Info, type: list[EventType] | None = None, status: list[EventStatus] | None = None,  # noqa: A002 - the argument's name in the schema
        on: DayRange | None = None, min_confidence: MinConfidence = None, order: Order = Order.newest,
        first: First = None, after: After = None, last: Last = None, before: Before = None,
    ) -> Connection[LazyEvent]:  # fmt: skip
        from api.events import event_conditions
        from api.types.event import Event

        shown = window(order.value, first, after, last, before)
        where = event_conditions(type, status, on, min_confidence)
        return connection(info, (str(self.id),), walk.EVENTS_IN, where, shown, Event.of)

    @resolved(description="Who holds which role in it, the newest first.")
    async def role_holders(self, info: Info) -> list[Role]:
        return await _roles(info, self, links.ROLE_HOLDERS)


@strawberry.type(description="A speaker or actor whom one article does not name; never merged with another's.")
class Unnamed(Entity):
    kind: str | None = strawberry.field(description="Whether a person, a group …")

    @classmethod
    def of(cls, row: Row) -> Unnamed:
        return cls(**_common(row), kind=row["kind"])

    @resolved(description="The roles held, as the article states them.")
    async def roles(self, info: Info) -> list[Role]:
        return await _roles(info, self, links.HOLDS_ROLE)

    @resolved(description="For whom this one speaks.")
    async def speaks_for(self, info: Info) -> list[Role]:
        return await _roles(info, self, links.SPEAKS_FOR)

    @resolved(description="The article that speaks of it.")
    async def article(self, info: Info) -> LazyArticle:
        from api.types.article import Article

        row = await info.context.load(nodes.by_ids, self.row["article"], ("Article",))
        assert row is not None, "an unnamed one belongs to an article"
        return Article.of(row)


def _common(row: Row) -> Row:
    return {"id": row["id"], "name": row["name"] or "", "aliases": row.get("aliases") or [], "row": row}


def entity(row: Row) -> Entity:
    """The object of an entity's row."""
    made: Mapping[str, type[Person | Organisation | Place | Unnamed]] = {
        "Person": Person, "Organisation": Organisation, "Place": Place, "Unnamed": Unnamed,
    }  # fmt: skip
    return made[row["node"]].of(row)
