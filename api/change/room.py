"""The room in which articles are read for GraphQL: one at a time, a few wait, more are sent away.

Reading an article takes seconds of a processor. What waits for it waits in its own request's thread; queries go on.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore, Lock

from graph.errors import Overloaded
from graph.settings import Settings
from loaders.extract.late import LateReader
from loaders.extract.outcome import Reads

PLACES = 6
"""Articles that are fetched, read or waiting at a time."""
PATIENCE = 60.0
"""Seconds that one waits for its turn."""


class Room:
    """Holds the reader, which loads its models when it first reads."""

    def __init__(
        self, settings: Settings, reader: Reads | None = None, places: int = PLACES, patience: float = PATIENCE
    ) -> None:  # fmt: skip
        self.settings = settings
        self._reader = reader or LateReader(settings)
        self._places = BoundedSemaphore(places)
        self._patience = patience
        self._turn = Lock()

    @contextmanager
    def place(self) -> Iterator[None]:
        """A place in the room. Raises Overloaded where it is full."""
        if not self._places.acquire(blocking=False):
            raise _full()
        try:
            yield
        finally:
            self._places.release()

    @contextmanager
    def turn(self) -> Iterator[Reads]:
        """The reader, for oneself. Raises Overloaded where others take too long."""
        if not self._turn.acquire(timeout=self._patience):
            raise _full()
        try:
            yield self._reader
        finally:
            self._turn.release()


def _full() -> Overloaded:
    return Overloaded("Too many articles wait to be read.", "Send it again in a minute, with the same key.")
