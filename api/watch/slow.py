"""The log of slow operations: what was asked for and of the database, how long each part took, and no values."""

from __future__ import annotations

import structlog

from api.plan.course import Course
from api.watch.blank import blanked, cut
from api.watch.metrics import Metrics

log = structlog.get_logger(__name__)


class SlowLog:
    """Logs operations that took `seconds` or more."""

    def __init__(self, seconds: float, metrics: Metrics) -> None:
        self._nanoseconds = seconds * 1e9
        self._metrics = metrics

    def begins(self) -> None:
        """Nothing is slow yet."""

    def ended(self, course: Course) -> None:
        """Log the operation if it was slow."""
        if course.marks[-1][1] - course.marks[0][1] < self._nanoseconds:
            return
        self._metrics.slow.inc()
        document = course.document
        told = blanked(document.node) if document and document.node and not document.errors else "(not valid)"
        statement = " ".join(course.plan.statement.split()) if course.plan and course.plan.reads else ""
        log.warning("slow operation", request=course.request, **course_line(course), document=told,
                    statement=cut(statement))  # fmt: skip


def course_line(course: Course) -> dict[str, object]:
    """What a log tells of an operation in brief."""
    times = {phase.name.lower(): round((end - begin) / 1e6, 2) for phase, begin, end in course.phases()}
    return {
        "operation": course.kind,
        "hash": course.hash,
        "code": course.code,
        "operation_ms": round(course.seconds * 1000, 2),
        "phases_ms": times,
    }
