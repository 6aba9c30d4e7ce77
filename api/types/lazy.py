"""Names for types of other modules: the types refer to each other in a circle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import strawberry

if TYPE_CHECKING:
    from api.types.article import Article
    from api.types.claim import Claim
    from api.types.entities import Entity, Place
    from api.types.event import Event
    from api.types.mention import Mention
    from api.types.quote import Quote
    from api.types.relationship import Relationship

LazyArticle = Annotated["Article", strawberry.lazy("api.types.article")]
LazyClaim = Annotated["Claim", strawberry.lazy("api.types.claim")]
LazyEntity = Annotated["Entity", strawberry.lazy("api.types.entities")]
LazyPlace = Annotated["Place", strawberry.lazy("api.types.entities")]
LazyEvent = Annotated["Event", strawberry.lazy("api.types.event")]
LazyMention = Annotated["Mention", strawberry.lazy("api.types.mention")]
LazyQuote = Annotated["Quote", strawberry.lazy("api.types.quote")]
LazyRelationship = Annotated["Relationship", strawberry.lazy("api.types.relationship")]
