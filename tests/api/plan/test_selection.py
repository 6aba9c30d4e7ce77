"""What an operation asks for, and which values decide on the form of a plan."""

from __future__ import annotations

from enum import Enum
from typing import Any

import pytest
from graphql import FragmentDefinitionNode, OperationDefinitionNode, parse
from graphql.execution.collect_fields import FragmentDetails
from graphql.execution.values import VariableValues, get_variable_values

from api.plan.selection import NO_VARIABLES, Selected, Selection, Value, shape, structure
from api.schema import build

SCHEMA = build()


def selected(text: str, **variables: Any) -> Selection:
    document = parse(text)
    (operation,) = (node for node in document.definitions if isinstance(node, OperationDefinitionNode))
    fragments = {
        node.name.value: FragmentDetails(node)
        for node in document.definitions
        if isinstance(node, FragmentDefinitionNode)
    }
    return Selection(SCHEMA, operation, fragments, values(operation, **variables))


def values(operation: OperationDefinitionNode, **variables: Any) -> VariableValues:
    """The values of an operation's variables."""
    coerced = get_variable_values(SCHEMA, operation.variable_definitions or (), variables)
    assert not isinstance(coerced, list)
    return coerced


def tree(selection: Selection, field: Selected | None, type_: str) -> Any:
    """Response keys of an object of a type, with those of its objects."""
    if field is not None and field.details[0].node.selection_set is None:
        return None
    (found,) = [each for each in (selection.possible(field) if field else [selection.root_type]) if each.name == type_]
    return {
        key: None if child is None or child.details[0].node.selection_set is None else child
        for key, child in selection.children(field, found).items()
    }


class Kind(Enum):
    a = "A"
    b = "B"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"about": "talks"}, {"about": "the weather"}, True),
        ({"about": "talks"}, {"about": "event/talks"}, False),
        ({"about": "talks"}, {"about": None}, False),
        ({"about": "talks"}, {}, False),
        ({"first": 3}, {"first": 1_000}, True),
        ({"min": 0.5}, {"min": 1}, True),
        ({"flag": True}, {"flag": False}, False),
        ({"kind": Kind.a}, {"kind": Kind.b}, False),
        ({"kind": [Kind.a]}, {"kind": [Kind.a, Kind.b]}, False),
        ({"ids": ["a"]}, {"ids": ["a", "b"]}, True),
        ({"ids": ["a"]}, {"ids": []}, False),
        ({"where": {"or": [{"text": {"eq": "a"}}]}}, {"where": {"or": [{"text": {"eq": "b"}}]}}, True),
        ({"where": {"or": [{"text": {"eq": "a"}}]}}, {"where": {"or": [{"text": {"contains": "a"}}]}}, False),
        ({"where": {"or": [{}]}}, {"where": {"or": [{}, {}]}}, False),
        ({"where": {"or": []}}, {"where": {"and": []}}, False),
        ({"where": {}}, {"where": None}, False),
    ],
)  # fmt: skip
def test_the_same_form_is_the_same_plan(one: dict[str, Any], other: dict[str, Any], same: bool) -> None:
    assert (shape(one) == shape(other)) is same
    assert hash(shape(one)) is not None
    if same:
        assert structure(one) == structure(other)


def test_values_are_parameters_and_what_decides_on_the_form_is_itself() -> None:
    asked = {
        "about": "talks", "first": 3, "after": None, "mentions": True, "kind": Kind.a, "kinds": [Kind.b],
        "ids": ["a", "b"], "none": [], "where": {"or": [{"text": {"eq": "a"}}, {"quoted": False}]},
    }  # fmt: skip
    assert structure(asked) == {
        "about": Value(("about",)), "first": Value(("first",)), "after": None, "mentions": True, "kind": "A",
        "kinds": ["B"], "ids": Value(("ids",)), "none": [],
        "where": {"or": [{"text": {"eq": Value(("where", "or", 0, "text", "eq"))}}, {"quoted": False}]},
    }  # fmt: skip


def test_directives_fragments_and_aliases_are_graphqls_own() -> None:
    text = """query ($no: Boolean!, $yes: Boolean!) {
      quotes { ...page nodes { id @skip(if: $no) text @include(if: $yes) kind @include(if: $no) } }
      many: quotes(first: 3) { nodes { __typename } }
    } fragment page on QuoteConnection { totalCount nodes { cue } }"""
    selection = selected(text, no=False, yes=True)
    assert list(selection.root) == ["quotes", "many"]
    quotes = selection.root["quotes"]
    assert quotes is not None
    page = tree(selection, quotes, "QuoteConnection")
    assert list(page) == ["totalCount", "nodes"]
    assert list(tree(selection, page["nodes"], "Quote")) == ["cue", "id", "text"]
    assert list(tree(selected(text, no=True, yes=False), page["nodes"], "Quote")) == ["cue", "kind"]
    many = selection.root["many"]
    assert many is not None
    assert tree(selection, tree(selection, many, "QuoteConnection")["nodes"], "Quote") == {"__typename": None}


def test_types_share_what_is_asked_of_their_interface() -> None:
    """So that nesting does not multiply it: one subquery reads it for all."""
    selection = selected(
        '{ node(id: "x") { id ... on Entity { name quotes { nodes { speakers { name } } } } ... on Place { kind } '
        "... on Unnamed { kind } ... on Article { text } } }"
    )
    node = selection.root["node"]
    assert node is not None
    by_type = {type_.name: selection.children(node, type_) for type_ in selection.possible(node)}
    assert {name: list(by_type[name]) for name in ("Person", "Place", "Article", "Event")} == {
        "Person": ["id", "name", "quotes"], "Place": ["id", "name", "quotes", "kind"], "Article": ["id", "text"],
        "Event": ["id"],
    }  # fmt: skip
    assert by_type["Person"]["quotes"] is by_type["Unnamed"]["quotes"]
    assert by_type["Person"]["id"] is by_type["Article"]["id"]
    names = sorted(field.name for field in selection.fields)
    assert names == ["id", "kind", "kind", "name", "name", "node", "nodes", "quotes", "speakers", "text"]


def test_only_arguments_with_variables_may_change() -> None:
    selection = selected(
        "query ($n: Int) { a: quotes(first: 3) { totalCount } b: quotes(first: $n) { totalCount } }", n=1
    )
    assert [(field.key, set(field.by_variables)) for field in selection.fields if field.definition.args] == [
        ("a", set()), ("b", {"first"}),
    ]  # fmt: skip
    fixed = selected("query ($who: ID!) { quotes(speakerId: $who, first: 3) { totalCount } }", who="person/a")
    assert (selection.sized, fixed.sized) == (True, False)


def test_arguments_are_the_same_whether_or_not_they_are_by_variables() -> None:
    asked = "{ quotes(speakerId: %s, first: %s, order: oldest) { totalCount } }"
    (plain, *_), varied = (
        selected(asked % ('"person/a"', "3")).fields,
        "query ($who: ID, $n: Int) " + asked % ("$who", "$n"),
    )
    given = {"who": "person/a", "n": 3}
    (operation,) = parse(varied).definitions
    assert isinstance(operation, OperationDefinitionNode)
    (by_variables, *_) = selected(varied, **given).fields
    assert plain.arguments(NO_VARIABLES) == by_variables.arguments(values(operation, **given))
