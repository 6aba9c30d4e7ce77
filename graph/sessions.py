"""Sessions that only read, used again and again: to make one anew costs as much as to send a statement.

Each is used by one thread at a time. They remember nothing of what they read: a bookmark of a store that has been put
back from a backup since would be waited for in vain.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection
from contextlib import AbstractContextManager
from types import TracebackType
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

    def one(self) -> AbstractContextManager[neo4j.Session]:
        """A session for as long as the block lasts. One with which something went wrong is not used again."""
        return _Lent(self)

    def take(self) -> neo4j.Session:
        """A session that is given back, or closed."""
        try:
            return self._idle.pop()
        except IndexError:
            return self._make()

    def give_back(self, session: neo4j.Session) -> None:
        """Others may use it."""
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


class _Lent:
    """A block that has a session. No generator: it is on the way of every statement."""

    __slots__ = ("_session", "_sessions")

    def __init__(self, sessions: Sessions) -> None:
        self._sessions, self._session = sessions, sessions.take()

    def __enter__(self) -> neo4j.Session:
        return self._session

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        if problem is None:
            self._sessions.give_back(self._session)
        else:
            self._session.close()
