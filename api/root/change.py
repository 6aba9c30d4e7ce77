"""What can be changed, and the record of what was."""

from __future__ import annotations

import strawberry

from api.change import work
from api.plan.fields import Argument, read
from api.plan.payload import Payload
from api.plan.walked import AllChanges
from api.types.arguments import PAGE
from api.types.base import Address, Connection, Json
from api.types.change import AuditEntry, EntityPayload, ForgetPayload, LoadPayload
from api.types.describe import key
from graph.change.audit import KEYS_FOR

_KEY = Argument(
    "key", str,
    f"A key of your own, such as a UUID. The same key with the same input within {KEYS_FOR.days} days gives the same "
    "answer and does nothing again; with other input it is an error.",
    required=True,
)  # fmt: skip
_REASON = Argument("reason", str, "Why; it is kept in the record of changes.")


@strawberry.input(name="ArticleText", description="An article by its text. It is known by its `id`, else its `url`.")
class Text:
    text: str = strawberry.field(description="The exact text: every offset counts its characters.")
    id: strawberry.ID | None = key(None, "Its id, if you have your own.")
    url: Address | None = key(None, "Where it was published.")
    headline: str | None = key(None, "Its headline.")
    published: str | None = key(None, "The day of publication, or day and time with its offset, as ISO 8601 writes it.")
    source: str | None = key(None, "The paper or agency.")
    byline: str | None = key(None, "Who wrote it.")
    language: str | None = key(None, "ISO 639-1, where it is known.")
    corrects: strawberry.ID | None = key(None, "Id or address of the article that it corrects or withdraws.")


@strawberry.input(name="LoadArticleInput", description="An article. One of these.", one_of=True)
class LoadInput:
    text: Text | None = key(None, "Its text, and what is known of it.")
    url: Address | None = key(None, "Its address: it is fetched from the public web.")
    ninjs: Json | None = key(None, "An item of ninjs (IPTC), version 1, 2 or 3, as agencies send it.")


@strawberry.type(description="Everything that can be changed, one after the other. Each needs a token that may do it.")
class Mutation:
    load_article: LoadPayload | None = read(
        Payload(work.load_article), "Reads an article and writes what it says; needs the right `load`.",
        Argument("input", LoadInput, "The article.", required=True),
        Argument("again", bool, "Whether to read it again where it has not changed.", False),
        _KEY, may="load",
    )  # fmt: skip
    forget_article: ForgetPayload | None = read(
        Payload(work.forget_article), "Takes out an article, with all that only it says; needs the right `forget`.",
        Argument("id", strawberry.ID, "Its id, or the address it was published at.", required=True),
        _REASON, _KEY, may="forget",
    )  # fmt: skip
    merge_entities: EntityPayload | None = read(
        Payload(work.merge_entities),
        "Makes two people, organisations or places one, whatever is loaded later; needs the right `merge`.",
        Argument("keep", strawberry.ID, "The id that is kept.", required=True),
        Argument("give", strawberry.ID, "The id that is given up; it leads to the other from now on.", required=True),
        Argument("force", bool, "Whether to do it though something says that they are two.", False),
        _REASON, _KEY, may="merge",
    )  # fmt: skip
    split_entity: EntityPayload | None = read(
        Payload(work.split_entity),
        "Takes apart what was merged, or gives what some articles say of an entity to another; "
        "needs the right `merge`.",
        Argument("id", strawberry.ID, "The id that was given up; with `articles`, that of the entity.", required=True),
        Argument("articles", list[strawberry.ID], "The articles that mean another by it: ids or addresses."),
        Argument("name", str, "What to call the other."),
        _REASON, _KEY, may="merge",
    )  # fmt: skip


@strawberry.type
class Audit:
    audit: Connection[AuditEntry] = read(
        AllChanges(), "The record of changes, the newest first; needs a token with the right `audit`.", *PAGE,
        may="audit",
    )  # fmt: skip
