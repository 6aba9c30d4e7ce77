"""The schema. `python -m api.schema` writes it to `api/schema.graphql`, which a test compares."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NoReturn

import strawberry
from graphql import GraphQLError
from strawberry.schema.config import StrawberryConfig
from strawberry.types.scalar import ScalarDefinition

from api.errors import ErrorCodes, QuietSchema
from api.root.ask import Ask
from api.root.many import Many
from api.root.one import One
from api.root.search import Search
from api.types.base import Day
from api.types.entities import Organisation, Person, Place, Unnamed
from api.types.event import Event, Figure

FILE = Path(__file__).with_name("schema.graphql")


@strawberry.type(description="Everything that can be asked.")
class Query(Many, One, Search, Ask):
    pass


def _day(text: object) -> str:
    try:
        return date.fromisoformat(str(text)).isoformat() if isinstance(text, str) else _no_day()
    except ValueError:
        return _no_day()


def _no_day() -> NoReturn:
    raise GraphQLError("A day is a text such as 2021-03-03, and one that a calendar has.")


DAY = strawberry.scalar(name="Date", description="A day, `YYYY-MM-DD`.", serialize=str, parse_value=_day)


def build() -> strawberry.Schema:
    """The schema, ready to be executed."""
    assert isinstance(DAY, ScalarDefinition)
    return QuietSchema(
        query=Query,
        types=[Person, Organisation, Place, Unnamed, Event, Figure],
        config=StrawberryConfig(scalar_map={Day: DAY}),
        extensions=[ErrorCodes],
    )


def sdl() -> str:
    """The schema as text."""
    return build().as_str() + "\n"


if __name__ == "__main__":
    FILE.write_text(sdl(), encoding="utf-8")
