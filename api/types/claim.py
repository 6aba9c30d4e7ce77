"""What is denied, doubted or hypothetical, and so is no relationship."""

from __future__ import annotations

import strawberry

from api.plan.fields import read
from api.plan.readers import LinkedEvidence, Nearest, NearestProperty, Property
from api.plan.readers import text as filled
from api.types.base import Day, Node
from api.types.evidence import Evidence
from api.types.kinds import ClaimType, Modality, Polarity
from api.types.lazy import LazyArticle, LazyEntity
from graph.reading import links


@strawberry.type(
    description="What an article does not state: a doing or standing that is denied, hypothetical, or on the word of "
    "somebody alone, at one place of one article."
)
class Claim(Node):
    type: ClaimType = read(Property("<it>.type"), "What would have been done, or what one would be.")
    verb: str | None = read(Property("<it>.verb"), "The article's own word.")
    polarity: Polarity | None = read(filled("polarity"), "Negative where it is denied.")
    modality: Modality | None = read(filled("modality"), "Denied, hypothetical …")
    subject: LazyEntity | None = read(Nearest(links.SUBJECT), "Who would have done it.")
    object: Node | None = read(Nearest(links.OBJECT), "To whom, or at which event.")
    made_by: LazyEntity | None = read(
        Nearest(links.MADE_BY), "Who claims or denies it; null where the article does itself."
    )
    on: Day | None = read(NearestProperty(links.CLAIM_IN, "toString(<r>.on)"), "The day, where it is known.")
    article: LazyArticle = read(Nearest(links.CLAIM_IN), "The article that it stands in.")
    evidence: list[Evidence] = read(LinkedEvidence(links.CLAIM_IN), "The place in the article.")
