from __future__ import annotations

from api.plan.kept import Kept


def test_what_was_used_last_is_kept_within_the_budget() -> None:
    made: list[int] = []

    def make(n: int) -> int:
        made.append(n)
        return n

    kept: Kept[int, int] = Kept(30, weight=lambda n: n)
    for n in (1, 2, 3, 1, 2, 3):
        assert kept.get(n, lambda n=n: make(n)) == n  # type: ignore[misc]  # a default argument
    assert (made, kept.weight, len(kept)) == ([1, 2, 3], 6, 3)


def test_what_was_not_used_for_long_goes_first() -> None:
    kept: Kept[int, str] = Kept(20, weight=len)
    for n in range(10):
        kept.get(n, lambda: "ab")
    kept.get(0, lambda: "unused")
    kept.get(10, lambda: "cd")
    assert (kept.get(0, lambda: "x"), kept.get(1, lambda: "y"), kept.weight) == ("ab", "y", 19)


def test_neither_what_weighs_nothing_nor_what_weighs_too_much_is_kept() -> None:
    kept: Kept[int, str] = Kept(20, weight=len)
    assert [kept.get(0, lambda: ""), kept.get(0, lambda: "abc"), kept.get(0, lambda: "a")] == ["", "abc", "a"]
    assert len(kept) == 1
