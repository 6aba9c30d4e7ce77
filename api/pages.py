"""Connections: a page's arguments, the loader that reads it with those of its siblings, and its count."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TypeVar

from api.context import Info
from api.types.base import Connection, Why, _no_reason
from graph.reading import walk
from graph.reading.page import Page, Row, Window
from graph.store import Store

T = TypeVar("T")
Ids = tuple[str, ...]
"""The parents of one page: none for a root field, one for a nested one, several for a root field with several names."""


def walk_pages(
    store: Store, keys: list[Ids], way: walk.Walk, where: walk.Conditions, asked: Window
) -> Mapping[Ids, Page]:
    found = walk.pages(store, way, _parents(keys), where, asked)
    return {key: found[str(i)] for i, key in enumerate(keys)}


def walk_counts(store: Store, keys: list[Ids], way: walk.Walk, where: walk.Conditions) -> Mapping[Ids, int]:
    found = walk.counts(store, way, _parents(keys), where)
    return {key: found[str(i)] for i, key in enumerate(keys)}


def _parents(keys: Sequence[Ids]) -> list[dict[str, object]]:
    return [{"key": str(i), "ids": list(ids)} for i, ids in enumerate(keys)]


def connection(
    info: Info,
    ids: Ids,
    way: walk.Walk,
    where: walk.Conditions,
    asked: Window,
    make: Callable[[Row], T],
    reason: Callable[[], Awaitable[Why]] = _no_reason,
) -> Connection[T]:
    """A page of a walk. Nothing is read before its fields are resolved."""
    return Connection(
        load=lambda: info.context.load(walk_pages, ids, way, where, asked),
        make=make,
        total=lambda: info.context.load(walk_counts, ids, way, where),
        reason=reason,
    )
