"""Who stands with whom, and how two are connected."""

from __future__ import annotations

import strawberry

from api.plan.fields import Argument, read
from api.plan.network import SharedArticles
from api.plan.readers import Borne, Property, again
from api.types.base import Node
from api.types.evidence import Evidence
from api.types.lazy import LazyArticle, LazyEntity


@strawberry.type(description="Two that stand in the same articles.")
class NetworkLink:
    source: LazyEntity = read(again(it="source"), "One of the two; the center where it is one of them.")
    target: LazyEntity = read(again(it="target"), "The other.")
    weight: int = read(Property("<weight>"), "In how many articles.")
    articles: list[LazyArticle] = read(
        SharedArticles(), "The newest of these articles.", Argument("first", int, "So many at most; 100 at most.", 3)
    )


@strawberry.type(description="The neighbours of an entity, and the links between all of them.")
class Network:
    center: LazyEntity = read(None, "Whose network it is.")
    nodes: list[LazyEntity] = read(None, "The center, then its neighbours, the nearest first.")
    links: list[NetworkLink] = read(None, "Who stands with whom, the strongest first.")


@strawberry.type(description="A step from one to the next.")
class Step:
    type: str = read(Property("type(<r>)"), "The type of the relationship, as Cypher has it.")
    from_: Node = read(again(it="near"), "Where the step begins.", name="from")
    to: Node = read(again(it="far"), "Where it leads.")
    forward: bool = read(
        Property("startNode(<r>) = <near>"), "Whether the relationship leads the way of the step, and not against it."
    )
    evidence: list[Evidence] = read(Borne(), "The place in an article that says so.")


@strawberry.type(description="A shortest way from one to another.")
class Path:
    length: int = read(None, "How many steps it has.")
    nodes: list[Node] = read(None, "All that it passes, both ends included.")
    steps: list[Step] = read(None, "Its steps, in order.")
