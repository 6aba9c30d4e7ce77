from __future__ import annotations

import asyncio

import pytest

from api.http.slots import Slots
from graph.errors import Overloaded


def test_so_many_work_so_many_wait_and_the_rest_is_told_at_once() -> None:
    async def run() -> None:
        slots, order, go = Slots(2, 3, patience=5), [], asyncio.Event()

        async def work(n: int) -> None:
            async with slots.one():
                order.append(n)
                await go.wait()

        async with asyncio.TaskGroup() as group:
            for n in range(5):
                group.create_task(work(n))
            await asyncio.sleep(0)
            assert (order, slots.waiting) == ([0, 1], 3)
            with pytest.raises(Overloaded) as told:
                slots.check()
            with pytest.raises(Overloaded):
                async with slots.one():
                    raise AssertionError
            assert (told.value.code, told.value.wait) == ("OVERLOADED", 1)
            go.set()
        assert (order, slots.waiting) == ([0, 1, 2, 3, 4], 0)
        slots.check()

    asyncio.run(run())


def test_who_waits_too_long_is_told_and_holds_nothing() -> None:
    async def run() -> None:
        slots = Slots(1, 1, patience=0.01)
        async with slots.one():
            with pytest.raises(Overloaded):
                async with slots.one():
                    raise AssertionError
            assert slots.waiting == 0
        async with slots.one():
            pass

    asyncio.run(run())
