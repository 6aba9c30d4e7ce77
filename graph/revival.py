"""The embedded server started again whenever it has died, for commands that live long: the service."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

from graph.embedded.join import elsewhere, is_kept, rejoined
from graph.errors import NewsgraphError
from graph.store import Store

_log = logging.getLogger(__name__)
_TURN = 0.5
"""Seconds between two looks: each asks for a lock and reads a small file, and nothing of the server."""
_LONGEST = 30.0
"""Seconds between two tries at most; the first come after one, two, four …"""


@contextmanager
def revival(store: Store, told: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Bring the store's server back when it dies, for as long as the block lasts; `told` each time it is back.

    Does nothing for a server that is not ours. What goes wrong is logged and tried again: the disk may have room later.
    """
    if not store.settings.embedded:
        yield
        return
    over = Event()
    thread = Thread(target=_revive, args=(store, over, told), name="revival", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join(_TURN * 2)  # a start that is under way is left to itself: its keeper sees that nobody wants it


def _revive(store: Store, over: Event, told: Callable[[], None]) -> None:
    pause = _TURN
    while not over.wait(pause):
        try:
            kept = is_kept(store.settings)
            there = elsewhere(store.settings, store.uri) if kept else rejoined(store.settings)
            pause = _TURN
            if there is None:
                continue
            if over.is_set():
                return
            store.moved(there)
            if not kept:
                told()
                _log.warning("The database server had died and was started again.")
        except NewsgraphError as problem:
            _log.error("The database server does not start again: %s", problem)
            pause = min(pause * 2, _LONGEST)
