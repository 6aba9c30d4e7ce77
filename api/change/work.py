"""What each field of `Mutation` does: from its arguments to a change that is made and recorded."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

from api.change.room import Room
from graph.change.audit import LONGEST_KEY, Done, Entry, changing, earlier, refused
from graph.change.merge import merge
from graph.change.split import split
from graph.errors import FixInput
from graph.forget import forget_in
from graph.model import Article
from graph.settings import Settings
from graph.store import Store
from graph.turn import Turn

Given = Mapping[str, Any]
LONGEST_REASON = 1_000
"""Characters of a reason."""


@dataclass(frozen=True, slots=True)
class Work:
    """What a change is made with."""

    store: Store
    room: Room
    who: str
    """The token's name."""


Change = Callable[[Work, Given], Done]
"""Makes a change by a field's arguments. Raises NewsgraphError."""


def load_article(work: Work, given: Given) -> Done:
    """Fetch or take an article, read it and write it."""
    ((how, what),) = given["input"].items()
    entry = _entry(work, "load", what if how == "url" else _ident(what), given)
    with ExitStack() as held:
        try:
            known = earlier(work.store, entry)
            if known is not None:
                return known
            held.enter_context(work.room.place())
            article = _article(how, what, work.room.settings)
        except FixInput as error:
            refused(work.store, entry, error)
            raise
        with work.room.turn() as reader:
            from loaders.one import load_one

            return load_one(work.store, reader, article, entry, again=bool(given.get("again")))


def forget_article(work: Work, given: Given) -> Done:
    """Take an article out."""
    return _changing(work, "forget", given["id"], given, lambda turn: forget_in(turn, given["id"]))


def merge_entities(work: Work, given: Given) -> Done:
    """Make two entities one."""
    keep, give, force = given["keep"], given["give"], bool(given.get("force"))
    return _changing(work, "merge", f"{keep} {give}", given, lambda turn: merge(turn, keep, give, force=force))


def split_entity(work: Work, given: Given) -> Done:
    """Take an entity apart."""
    ident, articles, name = given["id"], given.get("articles") or (), given.get("name") or ""
    return _changing(work, "split", ident, given, lambda turn: split(turn, ident, articles, name))


def _changing(work: Work, action: str, of: str, given: Given, change: Callable[[Turn], str]) -> Done:
    return changing(work.store, _entry(work, action, of, given), change)


def _entry(work: Work, action: str, of: str, given: Given) -> Entry:
    key, reason = given["key"], given.get("reason") or ""
    if not key.strip() or len(key) > LONGEST_KEY:
        raise FixInput(f"A key has 1 to {LONGEST_KEY} characters.", "A UUID is a good one.")
    if len(reason) > LONGEST_REASON:
        raise FixInput(f"A reason has {LONGEST_REASON:,} characters at most.", "Say it in fewer words.")
    told = {name: value for name, value in given.items() if name != "key"}
    text = json.dumps([action, told], sort_keys=True, ensure_ascii=False, default=str)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Entry(work.who, action, of, key, digest, reason)


def _ident(what: object) -> str:
    """By what an article calls itself, for the record of changes."""
    told = what if isinstance(what, Mapping) else {}
    return str(told.get("id") or told.get("uri") or told.get("url") or "")


def _article(how: str, what: Any, settings: Settings) -> Article:
    from loaders.intake import Door, from_web  # here, because questions, which are most, do not wait for it
    from loaders.read import Options
    from loaders.read.ninjs import from_ninjs
    from loaders.read.pages import PAGE
    from loaders.read.records import record_of

    options = Options(limit=settings.article_limit)
    if how == "url":
        door = Door(settings.intake_hosts, settings.intake_ports, limit=settings.article_limit * PAGE)
        return from_web(what, door, options)
    if not isinstance(what, Mapping):
        raise FixInput(f"input.{how} is no object.", "Give the item itself.")
    values = from_ninjs(what, "input.ninjs") if how == "ninjs" else {k: v for k, v in what.items() if v is not None}
    if not values.get("id") and not values.get("url"):
        raise FixInput(f"input.{how} has neither an id nor an address.", "Give `id`, or `url`: it is known by it.")
    return record_of(values, f"input.{how}", options, path="")
