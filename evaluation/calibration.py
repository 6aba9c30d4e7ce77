"""How many of the facts that bear a confidence are right: the table that shows whether confidence means something."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

BANDS = ((0.9, 1.01), (0.8, 0.9), (0.7, 0.8), (0.5, 0.7), (0.0, 0.5))
SURE = 0.9
RIGHT, BEARING = 0.9, 0.5
"""Of what bears `SURE`, so many must be right; and so many of a kind's facts must bear it."""


@dataclass(frozen=True, slots=True)
class Band:
    """Facts of one kind on some corpora with a confidence from `low` to below `high`."""

    kind: str
    corpora: str
    low: float
    high: float
    facts: int
    right: int
    of: int
    """How many facts of the kind there are in all bands."""

    @property
    def share_right(self) -> float | None:
        """None where there are no facts."""
        return self.right / self.facts if self.facts else None

    @property
    def share_of_all(self) -> float:
        return self.facts / self.of if self.of else 0.0


def bands(kind: str, corpora: str, facts: Iterable[tuple[float, bool]]) -> list[Band]:
    """The bands from the surest down, empty ones too. `facts`: confidence, whether right."""
    known: Sequence[tuple[float, bool]] = list(facts)
    made = []
    for low, high in BANDS:
        inside = [right for confidence, right in known if low <= confidence < high]
        made.append(Band(kind, corpora, low, high, len(inside), sum(inside), len(known)))
    return made
