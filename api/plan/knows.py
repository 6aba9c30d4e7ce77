"""What an operation may need to know beside its arguments: where words stand among texts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


def _nowhere(_: str) -> tuple[float, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Knows:
    """What the service knows. `vector`: the vector of what is asked; empty where nothing makes vectors."""

    vector: Callable[[str], tuple[float, ...]] = _nowhere
