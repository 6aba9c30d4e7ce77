"""How much there is in each day, month or year."""

from __future__ import annotations

import strawberry

from api.plan.fields import read
from api.plan.readers import Property
from api.types.base import Day


@strawberry.type(description="A day, month or year in which there is something.")
class Period:
    start: Day = read(Property("<start>"), "Its first day.")
    end: Day = read(Property("<end>"), "Its last day.")
    articles: int = read(Property("<articles>"), "Articles that mention it; all, of the whole graph.")
    quotes: int = read(Property("<quotes>"), "What it said; all, of the whole graph.")
    quotes_about: int | None = read(Property("<quotesAbout>"), "What was said about it; null of the whole graph.")
    events: int = read(
        Property("<events>"), "Events that it took part in, or that took place there; all, of the whole graph."
    )
