"""One of something, by its id or its name; how it stands with others."""

from __future__ import annotations

import strawberry

from api.plan.fields import Argument, read
from api.plan.network import Network as NetworkReader
from api.plan.one import ByIdArgument, ByIds, ByNameOrId, EntityBy
from api.plan.paths import Path as PathReader
from api.types.arguments import DAYS, ENTITY_TYPES, ID, NAME, SOME_ID
from api.types.article import Article
from api.types.base import Node
from api.types.describe import key
from api.types.entities import Entity, Organisation, Person, Place
from api.types.event import Event
from api.types.kinds import NetworkKind
from api.types.network import Network, Path
from api.types.quote import Quote


@strawberry.input(name="EntityBy", description="How an entity is known. One of these.", one_of=True)
class By:
    id: strawberry.ID | None = key(None, "Its id.")
    name: str | None = key(None, "A name or alias, or a part of a person's name, that it alone answers to.")
    wikidata: str | None = key(None, "Its Wikidata item.")
    geonames: int | None = key(None, "Its GeoNames id.")


@strawberry.type
class One:
    node: Node | None = read(ByIdArgument(), "The object with this id; null where there is none.", ID)
    nodes: list[Node | None] = read(
        ByIds(), "The objects with these ids, in their order; null where there is none.",
        Argument("ids", list[strawberry.ID], "Their ids, 100 at most.", required=True),
    )  # fmt: skip
    article: Article | None = read(ByIdArgument(("Article",)), "The article with this id.", ID)
    person: Person | None = read(
        ByNameOrId("Person"), "The person with this id, or the only one who answers to this name or alias.",
        NAME, SOME_ID,
    )  # fmt: skip
    organisation: Organisation | None = read(
        ByNameOrId("Organisation"), "The organisation with this id, or the only one that answers to this name or alias.",
        NAME, SOME_ID,
    )  # fmt: skip
    place: Place | None = read(
        ByNameOrId("Place"), "The place with this id, or the only one that answers to this name.", NAME, SOME_ID
    )
    event: Event | None = read(ByIdArgument(("Event",)), "The event with this id.", ID)
    quote: Quote | None = read(ByIdArgument(("Quote",)), "The quote with this id.", ID)
    entity: Entity | None = read(
        EntityBy(), "The person, organisation, place or unnamed one that is known so; null where there is none.",
        Argument("by", By, "How it is known.", required=True),
    )  # fmt: skip
    network: Network | None = read(
        NetworkReader(), "Who stands in the same articles as one; null where nobody answers to the name.",
        NAME, SOME_ID, Argument("kind", NetworkKind, "What brings two together.", NetworkKind.mentioned),
        ENTITY_TYPES, DAYS,
        Argument("source", str, "Only articles of this paper or agency."),
        Argument("min_weight", int, "In so many articles at least.", 1),
        Argument("first", int, "So many neighbours at most; 100 at most.", 25),
    )  # fmt: skip
    path: Path | None = read(
        PathReader(), "How two are connected: a shortest way; null where there is none.",
        Argument("from_", str, "A name, alias or id.", required=True, graphql_name="from"),
        Argument("to", str, "A name, alias or id.", required=True),
        Argument("max_steps", int, "So many steps at most, 1 to 6.", 4),
        Argument("mentions", bool, "Whether an article that mentions both connects them.", False),
    )  # fmt: skip
