"""What short documents can be made of to cost much, and that each is refused before it does."""

from __future__ import annotations

from typing import Any

import pytest
from graphql import build_schema, get_introspection_query, parse, validate

from api import limits
from api.limits import refusal
from api.plan import operation
from api.plan.operation import Documents
from api.schema import sdl
from tests.api.conftest import Ask

SCHEMA = build_schema(sdl())


def refused(document: str, **how: bool) -> str:
    """The first sentence of the refusal; empty where there is none."""
    error = refusal(SCHEMA, parse(document), **how)
    return error.message.split(". ")[0] if error else ""


def nested(depth: int, page: str) -> str:
    inner = "id"
    for _ in range(depth):
        inner = f"quotes({page}) {{ edges {{ node {{ speaker {{ {inner} }} }} }} }}"
    return f'{{ person(name: "Peskov") {{ {inner} }} }}'


def chain(length: int, body: str, on: str = "Event") -> str:
    """Fragments of which each spreads the next, as `body` does with its `{}`."""
    links = (f"fragment f{i} on {on} {{ {body.replace('{}', f'...f{i + 1}')} }}" for i in range(length))
    return f'{{ event(id: "x") {{ ...f0 }} }} {" ".join(links)} fragment f{length} on {on} {{ id }}'


def test_pages_in_pages_are_reckoned() -> None:
    assert refused(nested(2, "first: 100")) == ""
    assert refused(nested(3, "first: 100")) == "The operation could ask for more than 500,000 objects"
    assert refused(nested(3, "first: 10")) == ""
    assert refused(nested(2, f"first: {'9' * 39}")) == "The operation could ask for more than 500,000 objects"


BOMBS = {
    "fragments": chain(45, "{} {}"),
    "fragments with fields": chain(30, "a: partOf { {} } b: partOf { {} }"),
    "fragments in a circle": chain(2, "{} ...f0"),
    "fragments that nobody uses in a circle": "{ __typename } " + " ".join(
        f"fragment {a} on Event {{ ...{b} }}" for a, b in ("ab", "ba")
    ),
    "a chain of fragments": chain(60, "... { {} }"),
    "aliases": "{ " + " ".join(f"a{i}: __typename" for i in range(110)) + " }",
    "aliases deeper": '{ event(id: "x") { ' + " ".join(f"a{i}: id" for i in range(251)) + " } }",
    "one field again and again": '{ event(id: "x") { ' + "id " * 600 + "} }",
    "one field within itself": '{ event(id: "x") { partOf { ' + "id " * 60 + "} " + "partOf { id } " * 70 + "} }",
    "the same in a fragment that nobody uses": "{ __typename } fragment a on Event { partOf { " + "id " * 600 + "} }",
    "directives": "{ __typename " + "@skip(if: false) " * 100 + "}",
    "directives everywhere": '{ event(id: "x") { ' + " ".join(f"...@a@a@a {{ a{i}: id }}" for i in range(70)) + " } }",
    "directives of variables": "query (" + " ".join(f"$v{i}: Int @a @a @a" for i in range(80)) + ") { __typename }",
    "depth": '{ event(id: "x") { ' + "partOf { " * 150 + "id" + " }" * 150 + " } }",
    "objects within objects": "{ events { nodes { " + "partOf { " * 10 + "id" + " }" * 13,
    "operations": " ".join(f"query q{i} {{ __typename }}" for i in range(101)),
    "the schema within itself": "{ __schema { types { " + "fields { type { " * 14 + "name" + " } }" * 14 + " } } }",
    "the schema many times": "{ " + " ".join(f"a{i}: __schema {{ types {{ name }} }}" for i in range(11)) + " }",
    "a number": f"{{ people(first: {'9' * 1990}) {{ totalCount }} }}",
}  # fmt: skip


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_refused_before_anything_else_is_done(bomb: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No rule of GraphQL sees it, and no part of it is looked at twice."""
    text, seen = BOMBS[bomb], 0

    def counted(self: Any, *rest: Any) -> Any:
        nonlocal seen
        seen += 1
        return one(self, *rest)

    one = limits._Limits._one
    monkeypatch.setattr(limits._Limits, "_one", counted)
    monkeypatch.setattr(operation, "validate", lambda *_, **__: pytest.fail("a rule has seen it"))
    documents = Documents(SCHEMA)
    (error,) = documents.get(text).errors
    assert error.original_error is not None
    assert error.message.endswith(".")
    assert seen <= len(text) / 3
    assert (len(text) < 2_600, documents.kept.weight) == (True, 0)


@pytest.mark.parametrize(
    "bomb", ["{ a " * 600 + "}" * 600, "{ people(name: " + "[" * 900 + "]" * 900 + ") { totalCount } }", "{ a" * 3000]
)
def test_what_is_nested_too_deeply_does_not_parse(bomb: str) -> None:
    (error,) = Documents(SCHEMA).get(bomb).errors
    assert error.message.startswith("Syntax Error: Document ")


def test_a_long_document_is_not_even_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(operation, "parse", lambda *_, **__: pytest.fail("it is parsed"))
    (error,) = Documents(SCHEMA).get("{ __typename }" + " " * operation.LONGEST).errors
    assert error.message.startswith("The document has more than 100,000 characters.")


def test_fields_are_counted_over_all_operations() -> None:
    many = " ".join(
        f'query q{i} {{ event(id: "x") {{ {" ".join(f"a{n}: id" for n in range(40))} }} }}' for i in range(38)
    )
    assert refused(many) == "The operation asks for more than 1,500 fields"


def test_what_clients_send_is_not_refused() -> None:
    assert refused(get_introspection_query(input_value_deprecation=True, directive_is_repeatable=True)) == ""
    parts = " ".join(f"fragment f{i} on Quote {{ __typename id p{i}: text }}" for i in range(45))
    page = "{ quotes { nodes { " + " ".join(f"...f{i}" for i in range(45)) + " } } } " + parts
    assert (refused(page), validate(SCHEMA, parse(page))) == ("", [])
    assert refused(chain(9, "partOf { {} }")) == ""


def test_the_schema_is_not_told_where_that_is_off() -> None:
    for asks in ("{ __schema { types { name } } }", '{ quotes { nodes { __typename } } ...a } '
                 'fragment a on Query { b: __type(name: "Quote") { name } }'):  # fmt: skip
        assert refused(asks, introspection=False) == "What the schema is, is not told here"
    assert refused("{ __typename quotes { nodes { __typename } } }", introspection=False) == ""


def test_no_error_hints_at_the_schema_where_that_is_off() -> None:
    wrong = """query ($k: QuoteKnd, $o: [QuoteKind!] = [DIRCT]) {
      quots(first: 1) { nods } quotes(frst: 1) { nodes { txt } } }"""
    told, hidden = (Documents(SCHEMA, introspection=on).get(wrong).errors for on in (True, False))
    assert "Did you mean" in str(told)
    assert "Did you mean" not in str(hidden)


@pytest.mark.store
def test_what_costs_too_much_is_an_error_with_a_code(execute: Ask) -> None:
    answer = execute(nested(3, "first: 100"))
    assert (answer["reads"], answer["errors"][0]["extensions"]["code"]) == (0, "LIMIT_EXCEEDED")
    long = execute("{ " + " ".join(f"a{i}: people {{ totalCount }}" for i in range(1000)) + " }")
    assert (long["reads"], [e["extensions"]["code"] for e in long["errors"]]) == (0, ["BAD_REQUEST"])
    sized = nested(2, "first: $n").replace("{ person", "query ($n: Int) { person", 1)
    assert execute(sized, n=10)["errors"] == []
    many = execute(sized, n=1000)
    assert (many["reads"], [e["extensions"]["code"] for e in many["errors"]]) == (0, ["LIMIT_EXCEEDED"])
