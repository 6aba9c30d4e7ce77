from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

from api.batches import QUIET, Batches


class Reads:
    """Answers after as many turns of the loop as it is told, and remembers what was asked together."""

    def __init__(self, turns: Mapping[str, int]) -> None:
        self.turns = turns
        self.batches = Batches()
        self.asked: list[tuple[str, tuple[Any, ...]]] = []

    async def load(self, name: str, key: Any) -> Any:
        async def together(keys: Sequence[Any]) -> Mapping[Any, Any]:
            self.asked.append((name, tuple(keys)))
            for _ in range(self.turns.get(name, 0)):
                await asyncio.sleep(0)
            return {key: f"{name} {key}" for key in keys if key is not None}

        return await self.batches.load(name, key, together)


async def deep(levels: int, reads: Reads, name: str, key: Any) -> Any:
    """A wish that stands so many tasks deep, as lists in lists do."""
    if levels:
        return (await asyncio.gather(deep(levels - 1, reads, name, key)))[0]
    return await reads.load(name, key)


def test_a_level_is_read_together_however_long_each_answer_takes() -> None:
    async def object_(reads: Reads, first: str, key: int) -> Any:
        await reads.load(first, key)
        return await deep(key, reads, "second", key)

    async def operation(reads: Reads) -> list[Any]:
        return await asyncio.gather(*(object_(reads, first, key) for first in ("slow", "quick") for key in range(5)))

    for turns in ({"slow": 100}, {"quick": 100}, {"slow": 3 * QUIET, "quick": QUIET}):
        reads = Reads(turns)
        assert asyncio.run(operation(reads)) == [f"second {key}" for _ in range(2) for key in range(5)]
        assert [(name, sorted(keys)) for name, keys in reads.asked] == [
            ("slow", [0, 1, 2, 3, 4]), ("quick", [0, 1, 2, 3, 4]), ("second", [0, 1, 2, 3, 4]),
        ]  # fmt: skip


def test_a_read_beside_the_batches_holds_the_next_level_back() -> None:
    async def beside(reads: Reads) -> Any:
        reads.batches.begin()
        for _ in range(5 * QUIET):
            await asyncio.sleep(0)
        reads.batches.end()
        return await reads.load("name", 2)

    async def operation(reads: Reads) -> tuple[Any, ...]:
        return await asyncio.gather(reads.load("name", 1), beside(reads), reads.load("name", None))

    reads = Reads({})
    assert tuple(asyncio.run(operation(reads))) == ("name 1", "name 2", None)
    assert reads.asked == [("name", (1, None, 2))]


def test_what_goes_wrong_is_told_to_all_who_wished_for_it() -> None:
    async def operation() -> list[Any]:
        batches = Batches()

        async def broken(keys: Sequence[Any]) -> Mapping[Any, Any]:
            raise ValueError(f"{len(keys)} wishes")

        return await asyncio.gather(*(batches.load("name", key, broken) for key in (1, 2)), return_exceptions=True)

    assert [str(error) for error in asyncio.run(operation())] == ["2 wishes", "2 wishes"]
