"""Connections, and what they count."""

from __future__ import annotations

import strawberry

from api.plan.fields import Argument, read
from api.types.base import Connection
from api.types.lazy import LazyArticle, LazyEntity, LazyEvent, LazyQuote


@strawberry.type(description="How many of them go with an entity.")
class EntityCount:
    count: int = read(None, "How many.")
    node: LazyEntity = read(None, "The entity.")


@strawberry.type(description="How many of them bear a value.")
class ValueCount:
    value: str = read(None, "The value.")
    count: int = read(None, "How many.")


@strawberry.type(description="Counts over all pages, the most first; each is counted only where it is selected.")
class Facets:
    people: list[EntityCount] = read(None, "By person: who said it, who took part, who is mentioned.")
    organisations: list[EntityCount] = read(None, "By organisation, in the same way.")
    places: list[EntityCount] = read(None, "By place: what it is about, where it took place, what is mentioned.")
    months: list[ValueCount] = read(None, "By month, `YYYY-MM`: all of them, the oldest first.")
    sources: list[ValueCount] = read(None, "By paper or agency.")
    kinds: list[ValueCount] = read(None, "By kind of quote, type of event, language of article.")


_FIRST = Argument("first", int, "So many of each at most; months are shown all.", 10)
_FACETS = "Counts over all pages."


@strawberry.type(description="A page of quotes.")
class QuoteConnection(Connection[LazyQuote]):
    facets: Facets = read(None, _FACETS, _FIRST)


@strawberry.type(description="A page of events.")
class EventConnection(Connection[LazyEvent]):
    facets: Facets = read(None, _FACETS, _FIRST)


@strawberry.type(description="A page of articles.")
class ArticleConnection(Connection[LazyArticle]):
    facets: Facets = read(None, _FACETS, _FIRST)
