"""What a change answers, and the record of changes."""

from __future__ import annotations

import strawberry

from api.plan.fields import read
from api.plan.readers import ById, Property, again
from api.types.base import Moment
from api.types.lazy import LazyArticle, LazyEntity

_NAMED = ("Person", "Organisation", "Place")
_COUNTS = ("nodes_created", "nodes_deleted", "links_created", "links_deleted", "properties_set")
_REPLAYED = "Whether the key was known: then the change had been made before, and this did nothing."


@strawberry.type(description="What is different in the graph after a change.")
class ChangeCounts:
    total: int = read(Property(" + ".join(f"<it>.{name}" for name in _COUNTS)), "All of them.")
    nodes_created: int = read(Property("<it>.nodes_created"), "Nodes that were not there before.")
    nodes_deleted: int = read(Property("<it>.nodes_deleted"), "Nodes that are there no more.")
    relationships_created: int = read(Property("<it>.links_created"), "Relationships that were not there before.")
    relationships_deleted: int = read(Property("<it>.links_deleted"), "Relationships that are there no more.")
    properties_set: int = read(Property("<it>.properties_set"), "Properties that changed on what was there before.")


@strawberry.type(description="A change that somebody made, or was refused.")
class AuditEntry:
    id: strawberry.ID = read(Property("<it>.id"), "By which it can be spoken of.")
    at: Moment = read(Property("<it>.at"), "When.")
    who: str = read(Property("<it>.who"), "The name of the token; `command line` and the account for a command.")
    action: str = read(Property("<it>.action"), "load, forget, merge, split, token create, token revoke.")
    of: str = read(Property("<it>.of"), "The article, entity or token, as it was asked for.")
    outcome: str = read(Property("<it>.outcome"), "DONE, or the code of the error for which it was not done.")
    result: str | None = read(Property("<it>.result"), "The id of what it is about; null where it was not done.")
    reason: str | None = read(Property("<it>.reason"), "Why, as whoever did it says.")
    key: str | None = read(Property("<it>.key"), "The key it was sent with.")
    changes: ChangeCounts = read(again(it="it"), "What was different in the graph afterwards.")


@strawberry.type(description="An article that was loaded.")
class LoadPayload:
    article: LazyArticle | None = read(ById(("Article",), "<result>"), "The article, as it is in the graph.")
    changes: ChangeCounts = read(again(it="changes"), "What is different.")
    audit: AuditEntry = read(ById(("_Change",), "<change>"), "The record of it.")
    replayed: bool = read(Property("<replayed>"), _REPLAYED)


@strawberry.type(description="An article that was taken out.")
class ForgetPayload:
    id: strawberry.ID = read(Property("<result>"), "The id that it had.")
    changes: ChangeCounts = read(again(it="changes"), "What is different.")
    audit: AuditEntry = read(ById(("_Change",), "<change>"), "The record of it.")
    replayed: bool = read(Property("<replayed>"), _REPLAYED)


@strawberry.type(description="An entity that was merged, or taken apart.")
class EntityPayload:
    entity: LazyEntity | None = read(
        ById(_NAMED, "<result>"), "After a merge the one that is kept; after a split the one that is by itself now."
    )
    changes: ChangeCounts = read(again(it="changes"), "What is different.")
    audit: AuditEntry = read(ById(("_Change",), "<change>"), "The record of it.")
    replayed: bool = read(Property("<replayed>"), _REPLAYED)
