"""What an operation carries: the store, and loaders that gather the wishes of many objects into one statement."""

from __future__ import annotations

import uuid
from collections.abc import Awaitable, Callable, Hashable, Mapping, Sequence
from functools import partial
from typing import Concatenate, ParamSpec, TypeVar, cast

import anyio.to_thread
import strawberry
from strawberry.fastapi import BaseContext

from api.batches import Batches
from graph.errors import AskDifferently, NotARead
from graph.store import Store

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
R = TypeVar("R")
P = ParamSpec("P")

Batch = Callable[Concatenate[Store, list[K], P], Mapping[K, V]]
"""Reads for many keys at once; what is not there is missing from the mapping."""


class Context(BaseContext):
    """Made anew for each operation: nothing is remembered from one to the next."""

    def __init__(self, store: Store, request_id: str = "") -> None:
        super().__init__()
        self.store = store
        self.request_id = request_id or uuid.uuid4().hex
        self.cut: list[dict[str, object]] = []
        """Lists that were cut: the path of each, and how many are shown."""
        self._batches = Batches()

    async def read(self, function: Callable[Concatenate[Store, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Call a function of `graph.reading` in a thread: the driver blocks."""
        self._batches.begin()
        try:
            return await self._call(function, *args, **kwargs)
        finally:
            self._batches.end()

    async def _call(self, function: Callable[Concatenate[Store, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return await anyio.to_thread.run_sync(partial(function, self.store, *args, **kwargs))
        except AskDifferently as error:
            if type(error) in (AskDifferently, NotARead):
                # The statement is ours: that it is refused is our mistake, and no advice to the one who asked.
                raise RuntimeError(error.message) from error
            raise

    def load(self, batch: Batch[K, P, V], key: K, *args: P.args, **kwargs: P.kwargs) -> Awaitable[V | None]:
        """The value for a key; keys that are asked for with the same arguments at the same time are read together."""
        assert not kwargs, "the arguments are the name of the batch, so they stand in their order"

        def together(keys: Sequence[K]) -> Awaitable[Mapping[K, V]]:
            return self._call(cast("Callable[..., Mapping[K, V]]", batch), list(keys), *args)

        return cast("Awaitable[V | None]", self._batches.load((batch, args), key, together))


Info = strawberry.Info[Context, None]
