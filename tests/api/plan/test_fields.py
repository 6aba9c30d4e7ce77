"""No argument and no key of a filter can be forgotten: each sets a condition, or a reader looks at it itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from graphql import (
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    is_introspection_type,
)

from api.plan.conditions import keys_of
from api.plan.fields import PlannedField, conditions_of
from api.schema import build
from api.types.filters import FILTERED

SCHEMA = build()
PAGE = {"first", "after", "last", "before"}
ORDERED = PAGE | {"order"}
LOOKED_AT = {
    "quotes": ORDERED | {"speaker", "speakerId", "about", "aboutId", "to"}, "quotesAbout": ORDERED | {"speaker"},
    "articles": ORDERED | {"mentions", "about"}, "events": ORDERED | {"place", "participant", "about"},
    "eventsThere": ORDERED, "mentions": ORDERED, "claims": ORDERED | {"subject", "object", "madeBy", "about"},
    "relationships": ORDERED | {"type", "direction", "subject", "object"}, "people": ORDERED | {"name"},
    "organisations": ORDERED | {"name"}, "places": ORDERED | {"name"}, "search": PAGE | {"query", "types", "by"},
    "suggest": {"name", "types", "first"}, "timeline": {"unit", "days", "source"}, "facets": {"first"},
    "network": {"name", "id", "kind", "types", "days", "source", "minWeight", "first"},
    "path": {"from", "to", "maxSteps", "mentions"}, "node": {"id"}, "nodes": {"ids"}, "article": {"id"},
    "event": {"id"}, "quote": {"id"}, "entity": {"by"}, "person": {"name", "id"}, "organisation": {"name", "id"},
    "place": {"name", "id"}, "ask": PAGE | {"question"}, "audit": PAGE,
    "quoteSaid": {"speaker", "speakerId", "about", "aboutId", "to", "after"},
    "eventReported": {"place", "participant", "about", "after"},
    "loadArticle": {"input", "again", "key"}, "forgetArticle": {"id", "reason", "key"},
    "mergeEntities": {"keep", "give", "force", "reason", "key"},
    "splitEntity": {"id", "articles", "name", "reason", "key"},
}  # fmt: skip
"""Arguments that the readers of a field of this name look at: where its rows come from, their order, or what it is."""
INPUTS = {
    "DayRange": {"on", "since", "until"}, "FloatRange": {"min", "max"},
    "TextFilter": {"eq", "in", "contains", "startsWith"}, "EntityBy": {"id", "name", "wikidata", "geonames"},
    "LoadArticleInput": {"text", "url", "ninjs"},
    "ArticleText": {"text", "id", "url", "headline", "published", "source", "byline", "language", "corrects"},
}  # fmt: skip
"""Inputs that are looked at as a whole."""


def types(kind: type[GraphQLNamedType]) -> Iterator[GraphQLNamedType]:
    for type_ in SCHEMA.type_map.values():
        if isinstance(type_, kind) and not is_introspection_type(type_):
            yield type_


def fields() -> Iterator[tuple[str, str, set[str], set[str]]]:
    """Type and field, its arguments in the schema, and those with a condition."""
    for type_ in (*types(GraphQLObjectType), *types(GraphQLInterfaceType)):
        assert isinstance(type_, GraphQLObjectType | GraphQLInterfaceType)
        for name, field in type_.fields.items():
            planned = field.extensions.get("strawberry-definition")
            assert isinstance(planned, PlannedField), f"{type_.name}.{name} says what reads it"
            if field.args:
                yield type_.name, name, set(field.args), set(conditions_of(planned.arguments_declared))


def test_each_argument_has_a_condition_or_a_reader_that_looks_at_it() -> None:
    looked_at: dict[str, set[str]] = {}
    for _, name, arguments, conditions in fields():
        assert conditions <= arguments
        looked_at.setdefault(name, set()).update(arguments - conditions)
    assert looked_at == LOOKED_AT


@pytest.mark.parametrize("input_", sorted(type_.name for type_ in types(GraphQLInputObjectType)))
def test_each_key_of_an_input_has_a_condition_or_is_looked_at(input_: str) -> None:
    type_ = SCHEMA.type_map[input_]
    assert isinstance(type_, GraphQLInputObjectType)
    if input_ in INPUTS:
        assert set(type_.fields) == INPUTS[input_]
        return
    (declared,) = [each for each in FILTERED if each.__name__ == input_]
    assert set(type_.fields) == {"and", "or", "not", *keys_of(declared)}
