from __future__ import annotations

import re
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

from api.schema import FILE, sdl
from api.types.kinds import Basis, EventStatus, Polarity, QuoteKind, SpeechAct
from loaders.extract import reading


def test_the_committed_schema_is_the_one_that_is_served() -> None:
    assert FILE.read_text(encoding="utf-8") == sdl(), "write it anew: python -m api.schema"


def test_each_documented_question_is_one_of_the_schema() -> None:
    page = Path(__file__).parents[2].joinpath("docs", "graphql.md").read_text(encoding="utf-8")
    operations = re.findall(r"```graphql\n(.*?)```", page, re.DOTALL)
    assert operations
    assert [validate(build_schema(sdl()), parse(each)) for each in operations] == [[] for _ in operations]


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
