from __future__ import annotations

import pytest

from graph.errors import FixInput
from graph.reading.page import DEFAULT, LIMIT, Order, Place, Window, cursor, cut, place, size


@pytest.mark.parametrize(
    ("order", "at"),
    [
        ("newest", Place("2031-05-06", "quote/é")), ("oldest", Place("", "a")), ("score", Place(0.5, "a")),
        ("ascending", Place("Ana", "b")), ("descending", Place("Ana", "b")),
    ],
)  # fmt: skip
def test_a_cursor_leads_back_to_its_place(order: Order, at: Place) -> None:
    assert place(cursor(order, at.key, at.id), order) == at
    assert place(None, order) is None


@pytest.mark.parametrize(
    "text",
    [
        "", "nonsense!", "bm9uc2Vuc2U", "W10", "\u00e9", "IiI", "bnVsbA", "WzEsMl0",
        cursor("oldest", "2031-05-06", "a"), cursor("ascending", "Ana", "a"), cursor("newest", 0.5, "a"),
        cursor("newest", True, "a"), cursor("newest", "2031-05-06", 5),  # type: ignore[arg-type]  # as no page gives it
    ],
)  # fmt: skip
def test_a_cursor_that_is_none_of_ours_is_refused(text: str) -> None:
    with pytest.raises(FixInput):
        place(text, "newest")


def test_a_score_is_a_number() -> None:
    for wrong in ("0.5", True):
        with pytest.raises(FixInput):
            place(cursor("score", wrong, "a"), "score")


def test_a_page_has_a_size() -> None:
    asked = [(None, None), (0, None), (None, 7), (LIMIT, None)]
    assert [size(first, last) for first, last in asked] == [DEFAULT, 0, 7, 1_000]


@pytest.mark.parametrize(("first", "last"), [(1, 1), (-1, None), (1_001, None), (None, 1_001), (None, -1)])
def test_a_page_of_no_size_is_refused(first: int | None, last: int | None) -> None:
    with pytest.raises(FixInput):
        size(first, last)


@pytest.mark.parametrize(
    ("order", "forward", "backward"),
    [
        ("newest", "DESC", "ASC"), ("oldest", "ASC", "DESC"), ("ascending", "ASC", "DESC"),
        ("descending", "DESC", "ASC"), ("score", "DESC", "ASC"),
    ],
)  # fmt: skip
def test_a_window_walks_backwards_for_the_last(order: Order, forward: str, backward: str) -> None:
    assert Window(order, "$n").direction == forward
    assert Window(order, "$n", backward=True).direction == backward


def test_a_window_lies_between_its_cursors_whichever_way_it_is_walked() -> None:
    for backward in (False, True):
        between = Window("newest", "$n", "$a", "$b", backward).within("day", "id")
        assert between == (
            "AND day <= $a.key AND (day <> $a.key OR id < $a.id) AND day >= $b.key AND (day <> $b.key OR id > $b.id)"
        )
    assert Window("newest", "$n").within("day", "id") == ""


def test_one_row_too_many_says_that_there_is_more() -> None:
    rows = ["a", "b", "c"]
    assert cut(list(rows), 2, backward=False, after=False, before=False) == (["a", "b"], True, False)
    assert cut(list(rows), 2, backward=True, after=False, before=False) == (["b", "a"], False, True)
    assert cut(list(rows), 3, backward=False, after=True, before=False) == (rows, False, True)
    assert cut(list(rows), 3, backward=True, after=False, before=True) == (rows[::-1], True, False)
    assert cut(list(rows), 0, backward=False, after=False, before=False) == ([], True, False)
