"""Plain variables are what graphql-core makes of them, or are left to it."""

from __future__ import annotations

from typing import Any

import pytest
from graphql import OperationDefinitionNode, parse
from graphql.execution.values import VariableValues, get_variable_values

from api.plan.variables import Plain
from api.schema import build

SCHEMA = build()
TYPES = "$id: ID!, $text: String, $first: Int!, $on: Boolean"
GIVEN: dict[str, Any] = {"id": "person/ana", "text": "", "first": 0, "on": False}


def both(declared: str, given: dict[str, Any]) -> tuple[VariableValues | None, Any]:
    """Ours, and graphql-core's."""
    (node,) = parse(f"query ({declared}) {{ __typename }}").definitions
    assert isinstance(node, OperationDefinitionNode)
    nodes = node.variable_definitions or ()
    return Plain(SCHEMA, nodes).coerced(given), get_variable_values(SCHEMA, nodes, given)


@pytest.mark.parametrize(
    "more", [{}, {"first": 2**31 - 1}, {"first": -(2**31)}, {"on": True, "text": "“Mayor”"}, {"unknown": [1]}]
)
def test_plain_values_are_the_same_as_on_the_general_way(more: dict[str, Any]) -> None:
    ours, general = both(TYPES, {**GIVEN, **more})
    assert ours is not None
    assert ours.coerced == general.coerced
    assert [(name, each.value, str(each.signature.type)) for name, each in ours.sources.items()] == [
        (name, each.value, str(each.signature.type)) for name, each in general.sources.items()
    ]


@pytest.mark.parametrize(
    "more",
    [
        {"id": 5}, {"id": None}, {"text": None}, {"text": 5}, {"text": ["a"]}, {"first": True}, {"first": 1.0},
        {"first": "1"}, {"first": 2**31}, {"on": 1}, {"on": "true"},
    ],
)  # fmt: skip
def test_anything_else_is_left_to_the_general_way(more: dict[str, Any]) -> None:
    assert both(TYPES, {**GIVEN, **more})[0] is None


@pytest.mark.parametrize("declared", ["$id: [ID!]", "$id: Date", "$id: QuoteWhere", "$id: QuoteKind!"])
def test_types_that_are_not_plain_are_left_to_it(declared: str) -> None:
    assert both(declared, {"id": "DIRECT"})[0] is None


def test_what_is_not_given_is_left_to_it() -> None:
    assert both("$id: ID = 5, $first: Int", {"id": "a"})[0] is None
