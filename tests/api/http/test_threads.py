from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from api.http.threads import run_in


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(2) as threads:
        yield threads


def test_work_is_done_in_a_thread_and_waited_for_in_the_loop(threads: ThreadPoolExecutor) -> None:
    async def run() -> tuple[str, str]:
        return await run_in(threads, lambda: threading.current_thread().name), threading.current_thread().name

    inside, outside = asyncio.run(run())
    assert inside != outside


def test_what_it_raises_is_raised(threads: ThreadPoolExecutor) -> None:
    def fail() -> None:
        raise LookupError("nothing there")

    async def run() -> None:
        await run_in(threads, fail)

    with pytest.raises(LookupError, match="nothing there"):
        asyncio.run(run())


def test_who_does_not_wait_any_more_is_told_nothing(threads: ThreadPoolExecutor) -> None:
    async def run() -> list[str]:
        goes, told = threading.Event(), []
        asyncio.get_running_loop().set_exception_handler(lambda _, what: told.append(str(what)))
        for work in (goes.wait, lambda: goes.wait() / 0):
            waiting = run_in(threads, work)
            waiting.cancel()
        goes.set()
        await run_in(threads, threading.active_count)
        await asyncio.sleep(0)
        return told

    assert asyncio.run(run()) == []
