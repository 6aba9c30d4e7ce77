"""That an article names somebody or something."""

from __future__ import annotations

import strawberry

from api.plan.fields import read
from api.plan.readers import Borne, Property, again
from api.types.evidence import Evidence
from api.types.lazy import LazyArticle, LazyEntity


@strawberry.type(description="That an article names or means somebody or something.")
class Mention:
    name: str | None = read(Property("<r>.name"), "The fullest name in the article.")
    title: str | None = read(Property("<r>.title"), "A title without an institution that the article gives.")
    count: int = read(
        Property("CASE coalesce(size(<r>.starts), 0) WHEN 0 THEN 1 ELSE size(<r>.starts) END"),
        "How often the article names or means it, pronouns included.",
    )
    evidence: list[Evidence] = read(Borne(), "The first place.")
    entity: LazyEntity = read(again(it="n"), "Who or what is named.")
    article: LazyArticle = read(again(it="a"), "The article.")
