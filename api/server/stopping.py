"""Whether the service is coming to its end, and who wants to be told."""

from __future__ import annotations

from collections.abc import Callable

import structlog

from graph.errors import RetryLater

log = structlog.get_logger(__name__)


class Stopped(RetryLater):
    """The service is coming to its end; another one, or the same started again, answers."""

    code = "STOPPING"

    def __init__(self) -> None:
        super().__init__("The service is stopping.", "Ask again in some seconds.")


class Stopping:
    """Begins once, in the event loop, before anything is closed."""

    def __init__(self) -> None:
        self.begun = False
        self._callbacks: list[Callable[[], None]] = []

    def on(self, callback: Callable[[], None]) -> None:
        """Call it, in the event loop, when the end begins: those who keep connections open say good-bye then."""
        self._callbacks.append(callback)

    def begin(self) -> None:
        """The end begins. A second call does nothing."""
        if self.begun:
            return
        self.begun = True
        for callback in self._callbacks:
            try:
                callback()
            except Exception as error:  # the others are told all the same
                log.error("somebody could not be told of the end", error=type(error).__name__)
