from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import get_args

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    build_schema,
    parse,
    validate,
)  # fmt: skip

from api import (
    app,  # noqa: F401 - brings all errors there are
    limits,
)
from api.cost import MOST_FIELDS, MOST_OBJECTS
from api.http.asked import MOST_VALUES
from api.http.body import LARGEST
from api.http.rates import REQUEST
from api.http.slots import WAIT_EACH
from api.plan.operation import LONGEST, LONGEST_STATEMENT, LONGEST_TEXT, MOST_TOKENS
from api.schema import FILE, sdl
from api.types.kinds import Basis, EventStatus, Polarity, QuoteKind, SpeechAct
from graph import errors
from graph.reading.links import MOST
from graph.reading.page import DEFAULT, LIMIT
from graph.settings import Settings
from loaders.extract import reading

API, DOCS = (Path(__file__).parents[2] / name for name in ("api", "docs"))
PAGE, LIVE = (DOCS.joinpath(name).read_text(encoding="utf-8") for name in ("graphql.md", "live.md"))


def test_the_committed_schema_is_the_one_that_is_served() -> None:
    assert FILE.read_text(encoding="utf-8") == sdl(), "write it anew: python -m api.schema"


def test_each_documented_question_is_one_of_the_schema() -> None:
    operations = re.findall(r"```graphql\n(.*?)```", PAGE, re.DOTALL)
    assert operations
    assert [validate(build_schema(sdl()), parse(each)) for each in operations] == [[] for _ in operations]


def test_all_that_can_be_asked_for_is_documented() -> None:
    query = build_schema(sdl()).query_type
    assert query is not None
    assert [name for name in query.fields if not re.search(rf"\b{name}\(|\b{name} {{|`{name}`", PAGE)] == []
    answer = query.fields["ask"].type.of_type.fields
    assert [name for name in answer if f"`{name}`" not in PAGE] == []
    told = build_schema(sdl()).subscription_type
    assert told is not None
    assert [name for name in told.fields if f"`{name}`" not in PAGE or f"  {name}(" not in LIVE] == []


def codes() -> Iterator[str]:
    """Those of every error that there is, and those that refusals of HTTP name where they are raised."""
    waiting: list[type[errors.NewsgraphError]] = [errors.NewsgraphError]
    while waiting:
        kind = waiting.pop()
        yield kind.code
        waiting += kind.__subclasses__()
    for path in (*(API / "http").glob("*.py"), API / "errors.py"):
        yield from re.findall(r'"([A-Z]+(?:_[A-Z]+)+|INTERNAL)"', path.read_text(encoding="utf-8"))


def test_every_error_is_documented() -> None:
    table = PAGE[PAGE.index("## Errors") :]
    assert {code for row in table.splitlines() for code in re.findall(r"`([A-Z_]+)`", row)} == set(codes())


def test_the_limits_are_those_that_are_documented() -> None:
    table = PAGE[PAGE.index("| limit | |") : PAGE.index("## Trusted documents")]
    assert LARGEST == 1024 * 1024
    told = [
        "1 MiB", f"{MOST_VALUES:,} values", f"{Settings().client_timeout:g} seconds to arrive",
        f"{LONGEST:,} characters",
        f"{MOST_TOKENS:,} tokens", f"{MOST_FIELDS:,} fields", f"{MOST_OBJECTS:,} objects",
        f"{limits.MOST_DEFINITIONS} operations and fragments", f"{limits.MOST_ROOTS} of them fields of the operation",
        f"{limits.MOST_ALIASES} aliases", f"{limits.MOST_DEEP} fields deep",
        f"{limits.MOST_WITHIN} objects within objects",
        f"{LONGEST_STATEMENT:,} characters", f"{Settings().per_client * (1 + WAIT_EACH) + 1}rd operation",
        f"{limits.MOST_DIRECTIVES} directives",
        f"{limits.MOST_AT_ONCE} in one place", f"{limits.MOST_SCHEMA_FIELDS} questions about the schema",
        f"{limits.MOST_PAIRS:,} pairs", f"{LONGEST_TEXT:,} characters", f"{REQUEST} for each request",
        f"{LIMIT:,} objects |", f"{MOST} links", f"{Settings().read_timeout:g} seconds",
    ]  # fmt: skip
    assert [each for each in told if each not in table] == []
    assert f"a page has {DEFAULT} objects unless told, and {LIMIT:,} at most" in PAGE


def test_everything_is_described() -> None:
    missing = []
    for name, kind in build_schema(sdl()).type_map.items():
        if name.startswith("__"):
            continue
        if not kind.description and name not in ("Query", "String", "Int", "Float", "Boolean", "ID"):
            missing.append(name)
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType):
            missing += [f"{name}.{field}" for field, found in kind.fields.items() if not found.description]
        if isinstance(kind, GraphQLEnumType) and name not in ("SpeechAct", "EventType"):
            missing += [f"{name}.{value}" for value, found in kind.values.items() if not found.description]
    assert missing == []


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (QuoteKind, reading.QuoteKind), (Basis, reading.Basis), (EventStatus, reading.Status),
        (Polarity, reading.Quote.__annotations__["polarity"]),
    ],
)  # fmt: skip
def test_enums_are_the_words_of_the_readings(ours: type[Enum], theirs: object) -> None:
    words = eval(theirs, vars(reading)) if isinstance(theirs, str) else theirs  # noqa: S307 - an annotation of ours
    assert {member.value for member in ours} == set(get_args(words))


def test_speech_acts_are_those_that_are_said() -> None:
    assert {member.value for member in SpeechAct} == set(get_args(reading.SpeechAct)) - {"attitude"}
