from __future__ import annotations

import asyncio

import pytest

from api.http.client import Client
from api.http.slots import WAIT_EACH, Slots
from graph.errors import Overloaded, RateLimited

ADA, IVAN, HERE = (Client(name, local=name == "127.0.0.1") for name in ("192.0.2.1", "192.0.2.2", "127.0.0.1"))


def test_so_many_work_so_many_wait_and_the_rest_is_told_at_once() -> None:
    async def run() -> None:
        slots, order, go = Slots(2, 3, patience=5, each=9), [], asyncio.Event()

        async def work(n: int) -> None:
            async with slots.one(ADA):
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
                async with slots.one(ADA):
                    raise AssertionError
            assert (told.value.code, told.value.wait) == ("OVERLOADED", 1)
            go.set()
        assert (order, slots.waiting) == ([0, 1, 2, 3, 4], 0)
        slots.check()

    asyncio.run(run())


def test_who_waits_too_long_is_told_and_holds_nothing() -> None:
    async def run() -> None:
        slots = Slots(1, 1, patience=0.01, each=9)
        async with slots.one(ADA):
            with pytest.raises(Overloaded):
                async with slots.one(ADA):
                    raise AssertionError
            assert slots.waiting == 0
        async with slots.one(ADA):
            pass

    asyncio.run(run())


def test_no_client_takes_the_place_of_all() -> None:
    async def run() -> None:
        slots, order, go = Slots(5, 9, patience=5, each=1), [], asyncio.Event()

        async def work(client: Client, n: int) -> None:
            async with slots.one(client) as waited:
                order.append((client.name, n, waited))
                await go.wait()

        async with asyncio.TaskGroup() as group:
            for n in range(1 + WAIT_EACH):
                group.create_task(work(ADA, n))
            for client in (IVAN, HERE, HERE):
                group.create_task(work(client, 0))
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            assert order == [(ADA.name, 0, False), (IVAN.name, 0, False), (HERE.name, 0, False), (HERE.name, 0, False)]
            with pytest.raises(RateLimited) as told:
                async with slots.one(ADA):
                    raise AssertionError
            assert str(told.value) == "You ask more than 4 things at a time. Ask when you have an answer."
            go.set()
        assert order[4:] == [(ADA.name, n, True) for n in range(1, 1 + WAIT_EACH)]
        assert (slots._shares, slots.waiting, slots._free._value) == ({}, 0, 5)

    asyncio.run(run())
