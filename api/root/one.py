"""One of something, by its id or its name."""

from __future__ import annotations

import strawberry

from api.context import Info
from api.quotes import found_names
from api.types.any import node_of
from api.types.article import Article
from api.types.base import Node
from api.types.describe import resolved
from api.types.entities import Organisation, Person, Place
from api.types.event import Event
from api.types.quote import Quote
from graph.errors import Ambiguous, FixInput
from graph.reading.nodes import SHOWN, by_ids
from graph.reading.page import LIMIT, Row


async def _by_id(info: Info, ident: str, label: str) -> Row | None:
    return await info.context.load(by_ids, ident, (label,))


async def _one(info: Info, ident: str | None, name: str | None, label: str) -> Row | None:
    """The node by id, or the only one that answers to the name. Ambiguous if there are several."""
    if (ident is None) == (name is None):
        raise FixInput("One of id and name is wanted.", "Give either.")
    if ident is not None:
        return await _by_id(info, ident, label)
    assert name is not None
    found = [row for row in await info.context.load(found_names, name) or () if row["node"] == label]
    if len(found) > 1:
        candidates = [
            {"id": row["id"], "name": row["name"] or "", "hint": ", ".join((row.get("aliases") or [])[:3])}
            for row in found
        ]
        raise Ambiguous(f'{len(found)} answer to "{name}".', "Ask by the id of one of the candidates.", candidates)
    return found[0] if found else None


@strawberry.type
class One:
    @resolved(description="The object with this id; null where there is none.")
    async def node(self, info: Info, id: strawberry.ID) -> Node | None:  # noqa: A002 - the argument's name in the schema
        row = await info.context.load(by_ids, str(id), SHOWN)
        return node_of(row) if row else None

    @resolved(description="The objects with these ids, in their order; null where there is none. 100 at most.")
    async def nodes(self, info: Info, ids: list[strawberry.ID]) -> list[Node | None]:
        if len(ids) > LIMIT:
            raise FixInput(f"{len(ids)} ids are too many.", f"Give {LIMIT} at most.")
        found = await info.context.read(by_ids, [str(i) for i in ids])
        return [node_of(found[str(i)]) if str(i) in found else None for i in ids]

    @resolved(description="The article with this id.")
    async def article(self, info: Info, id: strawberry.ID) -> Article | None:  # noqa: A002 - the argument's name in the schema
        row = await _by_id(info, str(id), "Article")
        return Article.of(row) if row else None

    @resolved(description="The person with this id, or the only one who answers to this name or alias.")
    async def person(
        self, info: Info, name: str | None = None, id: strawberry.ID | None = None  # noqa: A002 - the argument's name in the schema
    ) -> Person | None:  # fmt: skip
        row = await _one(info, id, name, "Person")
        return Person.of(row) if row else None

    @resolved(description="The organisation with this id, or the only one that answers to this name or alias.")
    async def organisation(
        self, info: Info, name: str | None = None, id: strawberry.ID | None = None  # noqa: A002 - the argument's name in the schema
    ) -> Organisation | None:  # fmt: skip
        row = await _one(info, id, name, "Organisation")
        return Organisation.of(row) if row else None

    @resolved(description="The place with this id, or the only one that answers to this name.")
    async def place(
        self, info: Info, name: str | None = None, id: strawberry.ID | None = None  # noqa: A002 - the argument's name in the schema
    ) -> Place | None:  # fmt: skip
        row = await _one(info, id, name, "Place")
        return Place.of(row) if row else None

    @resolved(description="The event with this id.")
    async def event(self, info: Info, id: strawberry.ID) -> Event | None:  # noqa: A002 - the argument's name in the schema
        row = await _by_id(info, str(id), "Event")
        return Event.of(row) if row else None

    @resolved(description="The quote with this id.")
    async def quote(self, info: Info, id: strawberry.ID) -> Quote | None:  # noqa: A002 - the argument's name in the schema
        row = await _by_id(info, str(id), "Quote")
        return Quote.of(row) if row else None
