"""The schema. `python -m api.schema` writes it to `api/schema.graphql`, which a test compares."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NoReturn

import strawberry
from graphql import GraphQLError
from strawberry.extensions import AddValidationRules, MaxTokensLimiter
from strawberry.schema.config import StrawberryConfig
from strawberry.types.scalar import ScalarDefinition

from api.cost import Cost
from api.errors import CutLists, ErrorCodes, QuietSchema
from api.root.ask import Ask
from api.root.many import Many
from api.root.one import One
from api.root.search import Search
from api.types.base import Day
from api.types.entities import Organisation, Person, Place, Unnamed
from api.types.event import Event, Figure

MOST_TOKENS = 3_000
"""Words and signs that an operation may have: a large one has some hundred."""
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
        extensions=[
            ErrorCodes,
            CutLists,
            lambda: MaxTokensLimiter(max_token_count=MOST_TOKENS),
            lambda: AddValidationRules([Cost]),
        ],
    )


def sdl() -> str:
    """The schema as text."""
    return build().as_str() + "\n"


if __name__ == "__main__":
    FILE.write_text(sdl(), encoding="utf-8")
