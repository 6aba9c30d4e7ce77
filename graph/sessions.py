"""Sessions that only read, used again and again: to make one anew costs as much as to send a statement.

Each is used by one thread at a time. They remember nothing of what they read: a bookmark of a store that has been put
back from a backup since would be waited for in vain.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from neo4j.api import BookmarkManager

if TYPE_CHECKING:
    import neo4j


class Forgetful(BookmarkManager):
    """Keeps no bookmarks."""

    def update_bookmarks(self, previous_bookmarks: Collection[str], new_bookmarks: Collection[str]) -> None: ...

    def get_bookmarks(self) -> Collection[str]:
        return ()


class Sessions:
    """Those of one driver that nobody uses just now. Threads may share it."""

    def __init__(self, make: Callable[[], neo4j.Session]) -> None:
        self._make = make
        self._idle: deque[neo4j.Session] = deque()
        self._closed = False

    @contextmanager
    def one(self) -> Iterator[neo4j.Session]:
        """A session for as long as the block lasts. One with which something went wrong is not used again."""
        try:
            session = self._idle.pop()
        except IndexError:
            session = self._make()
        try:
            yield session
        except BaseException:
            session.close()
            raise
        self._idle.append(session)
        if self._closed:
            self.close()

    def close(self) -> None:
        """Close all, those that are in use as soon as they are given back."""
        self._closed = True
        while self._idle:
            try:
                session = self._idle.pop()
            except IndexError:  # another thread closes them, too
                return
            session.close()
