from __future__ import annotations

import pytest

from graph.errors import FixInput
from graph.reading.page import Edge, Page, Place, Window, cursor, place, window


def test_a_cursor_leads_back_to_its_place() -> None:
    assert place(cursor("newest", "2031-05-06", "quote/é"), "newest") == Place("2031-05-06", "quote/é")
    assert place(cursor("score", 0.5, "a"), "score") == Place(0.5, "a")


@pytest.mark.parametrize(
    "text",
    ["", "nonsense!", "bm9uc2Vuc2U", cursor("oldest", "2031-05-06", "a"), cursor("newest", 0.5, "a"), "W10", "\u00e9"],
)
def test_a_cursor_that_is_none_of_ours_is_refused(text: str) -> None:
    with pytest.raises(FixInput):
        place(text, "newest")


@pytest.mark.parametrize(("first", "last"), [(1, 1), (-1, None), (101, None), (None, 101)])
def test_a_page_of_no_size_is_refused(first: int | None, last: int | None) -> None:
    with pytest.raises(FixInput):
        window("newest", first, None, last, None)


def test_a_window_walks_backwards_for_the_last() -> None:
    at = cursor("newest", "2031-05-06", "a")
    assert window("newest", None, None, 2, at) == Window("newest", 2, None, Place("2031-05-06", "a"), backward=True)
    assert [window("newest").direction, window("newest", last=1).direction] == ["DESC", "ASC"]
    assert [window("oldest").direction, window("name", last=1).direction] == ["ASC", "DESC"]


def test_one_row_too_many_says_that_there_is_more() -> None:
    rows = [{"id": i, "day": "2031"} for i in ("a", "b", "c")]
    a, b = (Edge(cursor("oldest", "2031", i), {"id": i, "day": "2031"}) for i in ("a", "b"))
    assert window("oldest", 2).page(rows, "day") == Page((a, b), has_next=True, has_previous=False)
    assert window("oldest", None, None, 2).page(rows, "day") == Page((b, a), has_next=False, has_previous=True)
