"""The schema. `python -m api.schema` writes it to `api/schema.graphql`, which a test compares."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any, NoReturn

import strawberry
from graphql import GraphQLError, GraphQLSchema
from strawberry.schema.config import StrawberryConfig

from api.plan import stock
from api.root.ask import Ask
from api.root.change import Audit, Mutation
from api.root.live import Subscription
from api.root.many import Many
from api.root.one import One
from api.root.search import Search
from api.types.base import Address, Day, Json, Moment
from api.types.entities import Organisation, Person, Place, Unnamed
from api.types.event import Event, Figure

FILE = Path(__file__).with_name("schema.graphql")


@strawberry.type(description="Everything that can be asked.")
class Query(Many, One, Search, Ask, Audit):
    pass


def _no(what: str) -> NoReturn:
    raise GraphQLError(what)


def _day(text: object) -> str:
    wrong = "A day is a text such as 2021-03-03, and one that a calendar has."
    try:
        return date.fromisoformat(text).isoformat() if isinstance(text, str) else _no(wrong)
    except ValueError:
        _no(wrong)


def _moment(text: object) -> str:
    wrong = "A moment is a text such as 2021-03-03T14:05:00+01:00."
    try:
        found = datetime.fromisoformat(text) if isinstance(text, str) else _no(wrong)
    except ValueError:
        _no(wrong)
    return found.isoformat() if found.tzinfo else _no(wrong)


def _address(text: object) -> str:
    if isinstance(text, str) and re.match(r"https?://\S+\Z", text):
        return text
    _no("An address is a text such as https://news.example/story.")


def _same(value: object) -> object:
    return value


SCALARS: dict[object, Any] = {
    Day: strawberry.scalar(name="Date", description="A day, `YYYY-MM-DD`.", serialize=str, parse_value=_day),
    Moment: strawberry.scalar(
        name="DateTime", description="A day and time with its offset, as ISO 8601 writes it.", serialize=str,
        parse_value=_moment,
    ),
    Address: strawberry.scalar(
        name="URL", description="An address of the web, http or https.", serialize=str, parse_value=_address,
    ),
    Json: strawberry.scalar(name="JSON", description="Any value of JSON.", serialize=_same, parse_value=_same),
}  # fmt: skip


def _declared() -> strawberry.Schema:
    return strawberry.Schema(
        query=Query, mutation=Mutation, subscription=Subscription,
        types=[Person, Organisation, Place, Unnamed, Event, Figure],
        config=StrawberryConfig(scalar_map=SCALARS),
    )  # fmt: skip


def build() -> GraphQLSchema:
    """The schema, ready to be asked by way of plans."""
    schema: GraphQLSchema = _declared()._schema
    stock.prepare(schema)
    return schema


def sdl() -> str:
    """The schema as text."""
    return _declared().as_str() + "\n"


if __name__ == "__main__":
    FILE.write_text(sdl(), encoding="utf-8")
