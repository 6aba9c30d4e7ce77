"""Wishes of many objects gathered into few statements, the same few however quickly each answer comes.

A batch that left as soon as the event loop let it would fall in two whenever one answer came before another. So an
operation goes down level by level: what is wished for is read when no answer is out and every resolver that can go on
has gone on until it wished for something itself.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Mapping, Sequence
from typing import Any

QUIET = 24
"""Turns of the event loop without a new wish after which none is to come: between two wishes the executor takes one
turn for each list, object and plain resolver in between, and a schema of ours has a handful of them. A turn without
work costs microseconds."""

Together = Callable[[Sequence[Any]], Awaitable[Mapping[Any, Any]]]


class Batches:
    """The wishes of one operation. Each key of a name is read once."""

    def __init__(self) -> None:
        self._wishes: dict[tuple[Hashable, Hashable], asyncio.Future[Any]] = {}
        self._waiting: dict[Hashable, tuple[Together, list[Any]]] = {}
        self._out = 0
        self._quiet = 0
        self._turning = False
        self._tasks: set[asyncio.Task[None]] = set()

    def load(self, name: Hashable, key: Hashable, together: Together) -> asyncio.Future[Any]:
        """The value for a key, None where `together` finds none; keys of the same name are read together."""
        known = self._wishes.get((name, key))
        if known is not None:
            return known
        wish = self._wishes[name, key] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(name, (together, []))[1].append(key)
        self._quiet = 0
        self._turn()
        return wish

    def begin(self) -> None:
        """A read has begun; what it brings may lead to more wishes, so the next level waits for it."""
        self._out += 1

    def end(self) -> None:
        """A read has ended, and those who waited for it are about to go on."""
        self._out -= 1
        self._quiet = 0
        self._turn()

    def _turn(self) -> None:
        if not self._turning and not self._out and self._waiting:
            self._turning = True
            asyncio.get_running_loop().call_soon(self._turned)

    def _turned(self) -> None:
        self._turning = False
        self._quiet += 1
        if self._quiet <= QUIET:
            self._turn()
        elif not self._out:
            self._leave()

    def _leave(self) -> None:
        waiting, self._waiting = self._waiting, {}
        for name, (together, keys) in waiting.items():
            self.begin()
            task = asyncio.get_running_loop().create_task(self._bring(name, together, keys))
            self._tasks.add(task)  # the loop keeps but a weak reference
            task.add_done_callback(self._tasks.discard)

    async def _bring(self, name: Hashable, together: Together, keys: list[Any]) -> None:
        wishes = [self._wishes[name, key] for key in keys]
        try:
            found = await together(keys)
        except Exception as error:
            for wish in wishes:
                if not wish.done():
                    wish.set_exception(error)
                    wish.exception()  # marked as seen: not every wish is still waited for
        except BaseException:
            for wish in wishes:
                wish.cancel()
            raise
        else:
            for key, wish in zip(keys, wishes, strict=True):
                if not wish.done():
                    wish.set_result(found.get(key))
        finally:
            self.end()
