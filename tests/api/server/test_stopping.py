"""The end is told once, to all."""

from __future__ import annotations

from api.server.stopping import Stopping


def test_all_are_told_once() -> None:
    told: list[str] = []
    stopping = Stopping()

    def broken() -> None:
        raise ValueError

    stopping.on(lambda: told.append("a"))
    stopping.on(broken)
    stopping.on(lambda: told.append(f"b {stopping.begun}"))
    assert stopping.begun is False
    stopping.begin()
    stopping.begin()
    assert told == ["a", "b True"]
