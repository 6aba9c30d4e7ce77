"""From the arguments of a field to conditions on events."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from api.types.base import DayRange, ends
from graph.reading.walk import NONE, Conditions, day_range


def event_conditions(
    types: Sequence[Enum] | None = None, statuses: Sequence[Enum] | None = None, on: DayRange | None = None
) -> Conditions:
    """Conditions on an event `e`."""
    where = NONE.and_if("e.type IN $types", "types", tuple(str(t.value) for t in types or ()))
    where = where.and_if("e.status IN $statuses", "statuses", tuple(str(s.value) for s in statuses or ()))
    return day_range(where, "e.day", *ends(on))
