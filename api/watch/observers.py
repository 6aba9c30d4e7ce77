"""Several observers as one."""

from __future__ import annotations

import structlog

from api.plan.course import Course, Observer

log = structlog.get_logger(__name__)


class Observers:
    """Tells all of them. A mistake in one is logged; the answer does not suffer from it."""

    def __init__(self, *observers: Observer) -> None:
        self._observers = observers

    def begins(self) -> None:
        """An operation begins."""
        for each in self._observers:
            each.begins()

    def ended(self, course: Course) -> None:
        """An operation has ended."""
        for each in self._observers:
            try:
                each.ended(course)
            except Exception as error:
                log.error("an observer failed", observer=type(each).__name__, error=type(error).__name__)
