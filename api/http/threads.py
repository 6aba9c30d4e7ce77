"""Work that blocks, done in a thread while the event loop goes on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor
from typing import Any, TypeVar

T = TypeVar("T")


def run_in(threads: Executor, work: Callable[[], T]) -> asyncio.Future[T]:
    """What comes of `work`.

    As the loop's own `run_in_executor`, on a shorter way: that waits for the thread's future by a second one, which
    takes the loop two turns more.
    """
    loop = asyncio.get_running_loop()
    waiting: asyncio.Future[T] = loop.create_future()

    def run() -> None:
        try:
            made = work()
        except BaseException as error:
            loop.call_soon_threadsafe(_settle, waiting, None, error)
        else:
            loop.call_soon_threadsafe(_settle, waiting, made, None)

    threads.submit(run)
    return waiting


def _settle(waiting: asyncio.Future[Any], made: Any, error: BaseException | None) -> None:
    if waiting.done():  # cancelled meanwhile
        return
    if error is None:
        waiting.set_result(made)
    else:
        waiting.set_exception(error)
