from __future__ import annotations

from typing import Any

import pytest

from graph.reading.links import ABOUT, ADDRESSED_TO, PARTICIPANTS, SPEAKERS, SUBJECT, Links


@pytest.mark.parametrize(
    ("links", "found", "rows"),
    [
        (SPEAKERS, [], []), (SPEAKERS, ["A"], ["A"]), (ABOUT, [["Event", "A"]], [["Event", "A"]]),
        (SPEAKERS, [[9, "person/b", "B"], [0, "person/c", "C"], [9, "person/a", "A"]], ["C", "A", "B"]),
        (SPEAKERS, [[9, "person/a", "late"], [3, "person/b", "B"], [1, "person/a", "early"]], ["early", "B"]),
        (SPEAKERS, [[None, "person/a", "A"], [3, "person/b", "B"]], ["B", "A"]),
        (ABOUT, [[0.5, "event/a", "A"], [0.9, "event/c", "C"], [0.9, "event/b", "B"]], ["B", "C", "A"]),
        (ABOUT, [[0.5, "event/a", "A"], [None, "event/b", "B"], [0, "event/c", "C"]], ["B", "A", "C"]),
        (ADDRESSED_TO, [["person/é", "É"], ["person/z", "Z"], ["person/z", "twice"]], ["Z", "É"]),
        (SUBJECT, [["person/b", "B"], ["person/a", "A"], ["person/a", "again"]], ["A", "again", "B"]),
    ],
)  # fmt: skip
def test_what_is_few_is_sorted_as_the_database_would(links: Links, found: list[Any], rows: list[str]) -> None:
    """Null is the greatest, and of one that is shown once the first counts."""
    assert links.ranked(found) == rows


def test_one_link_is_read_without_what_several_are_sorted_by() -> None:
    text = SPEAKERS.plain("q", "m", "r", "m.name", "")
    assert text == (
        "CASE WHEN COUNT { (q)<-[:SAID]-() } < 2 THEN [(q)<-[:SAID]-(m) | m.name] "
        "ELSE [(q)<-[r:SAID]-(m) | [r.start, m.id, m.name]] END"
    )
    assert "LIMIT 101" in PARTICIPANTS.plain("e", "m", "r", "r.role", "MATCH (e)<-[r:TOOK_PART_IN]-(m) LIMIT 101")
