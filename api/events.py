"""From the arguments of a field to conditions on events."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from api.types.base import DayRange, ends
from graph.reading.walk import NONE, Conditions, day_range


def event_conditions(
    types: Sequence[Enum] | None = None, statuses: Sequence[Enum] | None = None, on: DayRange | None = None,
    min_confidence: float | None = None,
) -> Conditions:  # fmt: skip
    """Conditions on an event `e`. It is as sure as the surest article that reports it."""
    where = NONE.and_if("e.type IN $types", "types", tuple(str(t.value) for t in types or ()))
    where = where.and_if("e.status IN $statuses", "statuses", tuple(str(s.value) for s in statuses or ()))
    sure = "EXISTS { MATCH (e)-[report:REPORTED_IN]->() WHERE report.confidence >= $confidence }"
    where = where.and_if(sure, "confidence", min_confidence)
    return day_range(where, "e.day", *ends(on))
