"""How long work tells that it goes on."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done, and the whole (0 where the whole is not known)."""


def silent(what: str, done: int, total: int) -> None:
    """Tell nobody."""
