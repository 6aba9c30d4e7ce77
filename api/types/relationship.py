"""Who did what to whom, and who held which role."""

from __future__ import annotations

import strawberry

from api.plan.fields import read
from api.plan.readers import Borne, ById, Property, RoleEvidence, again, day
from api.types.base import Day, Node
from api.types.evidence import Evidence
from api.types.kinds import RelationshipType
from api.types.lazy import LazyEntity, LazyQuote
from graph.reading.rows import ENTITIES


@strawberry.type(
    description="Who did what to whom, as one article states it at one place. What is denied or doubted is none."
)
class Relationship:
    id: strawberry.ID = read(Property("<r>.id"), "Stays the same when the article is read again.")
    type: RelationshipType = read(Property("type(<r>)"), "What was done.")
    subject: Node = read(again(it="subject"), "Who did it; of those that go both ways, the one named first.")
    object: Node = read(again(it="object"), "To whom, or at which event.")
    verb: str | None = read(Property("<r>.verb"), "The article's own word.")
    on: Day | None = read(day("on", "r"), "The day, where it is known.")
    confidence: float | None = read(Property("<r>.confidence"), "How sure the reader was, 0 to 1.")
    evidence: list[Evidence] = read(Borne(), "The place in the article that states it.")
    according_to: LazyEntity | None = read(
        ById(ENTITIES, "<r>.according_to"), "On whose word the article reports it; null where it states it itself."
    )
    quote: LazyQuote | None = read(
        ById(("Quote",), "<r>.quote"), "The quote that it was said in; null where there is none."
    )


@strawberry.type(description="A role, or standing in a similar relation, as articles state it.")
class Role:
    title: str | None = read(
        Property("CASE <rs>[0].title WHEN '' THEN null ELSE <rs>[0].title END"), "The title, such as spokesman."
    )
    on: Day | None = read(Property("<on>"), "The latest day for which an article states it.")
    since: Day | None = read(
        Property("toString(last([r IN <rs> WHERE r.on IS NOT NULL | r.on]))"),
        "The earliest day for which an article states it.",
    )
    evidence: list[Evidence] = read(RoleEvidence(), "The places in articles that state it, the newest first.")
    holder: LazyEntity | None = read(again(it="holder"), "Who holds it.")
    of: LazyEntity | None = read(again(it="of"), "Of which organisation, place or person.")
