from __future__ import annotations

import pytest
from graphql import build_schema, parse, validate

from api.cost import Cost
from api.schema import sdl
from tests.api.conftest import Ask

SCHEMA = build_schema(sdl())


def refused(operation: str) -> list[str]:
    return [error.message.split(".")[0] for error in validate(SCHEMA, parse(operation), [Cost])]


def nested(depth: int, page: str) -> str:
    inner = "id"
    for _ in range(depth):
        inner = f"quotes({page}) {{ edges {{ node {{ speaker {{ {inner} }} }} }} }}"
    return f'{{ person(name: "Peskov") {{ {inner} }} }}'


def test_pages_in_pages_are_reckoned() -> None:
    assert refused(nested(2, "first: 100")) == []
    assert refused(nested(3, "first: 100")) == ["The operation could ask for more than 500,000 objects"]
    assert refused(nested(3, "first: 10")) == []


def test_fragments_within_fragments_are_reckoned_once() -> None:
    doubled = " ".join(f"fragment f{i} on Person {{ ...f{i + 1} ...f{i + 1} }}" for i in range(200))
    operation = (
        f'{{ person(name: "Peskov") {{ ...f0 }} }} {doubled} fragment f200 on Person {{ quotes {{ totalCount }} }}'
    )
    assert refused(operation)[0] == "The operation could ask for more than 500,000 objects"


def test_aliases_within_fragments_are_counted_wherever_they_are_spread() -> None:
    doubled = " ".join(
        f"fragment f{i} on Event {{ a: partOf {{ ...f{i + 1} }} b: partOf {{ ...f{i + 1} }} }}" for i in range(12)
    )
    operation = f'{{ event(id: "x") {{ ...f0 }} }} {doubled} fragment f12 on Event {{ id }}'
    assert refused(operation) == ["The operation asks for more than 1,500 fields"]


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
