from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from evaluation.calibration import bands
from evaluation.classes import EXAMPLES
from evaluation.markdown import BEGIN, END, part, put
from evaluation.rows import ROWS
from evaluation.shared import Broken
from evaluation.table import Figure


def test_the_figures_become_tables() -> None:
    facts = [(0.95, True), (0.95, True), (0.3, False), (0.2, True)]
    errors = {("dates", "here"): Counter({**dict.fromkeys(EXAMPLES["dates"], 0), "no date": 3, "missed, DATE": 1})}
    made = part("rules 7", [Figure(ROWS[0], 0.71234)], bands("people", "one+two", facts), errors)
    lines = made.split("\n")
    assert lines[:8] == [
        "Read by: rules 7.", "", "### Figures", "", "| what | data | figure | aim |", "| --- | --- | --- | --- |",
        "| quotes with the right source, F1 | polnear | 0.712 | 0.74 |", "",
    ]  # fmt: skip
    assert "| people | one, two | 0.50 | 1.00 of 2 | – | – | – | 0.50 of 2 |" in lines
    assert lines[-len(EXAMPLES["dates"]) : -len(EXAMPLES["dates"]) + 2] == [
        f"| no date | 3 (75%) | {EXAMPLES['dates']['no date']} |",
        f"| missed, DATE | 1 (25%) | {EXAMPLES['dates']['missed, DATE']} |",
    ]


def test_what_stands_around_the_figures_stays(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"Before.\n{BEGIN}\nold\n{END}\nAfter.\n")
    put(page, "new")
    put(page, "newer")
    assert page.read_text() == f"Before.\n{BEGIN}\n\nnewer\n\n{END}\nAfter.\n"


def test_figures_that_were_not_measured_anew_stay_where_they_are(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"{BEGIN}\n\nRead by: 1.\n\n### One\n\nold\n\n### Two\n\nold\n\n### Three\n\nold\n\n{END}\n")
    put(page, "Read by: 2.\n\n### Two\n\nnew\n\n### Four\n\nnew")
    assert page.read_text() == (
        f"{BEGIN}\n\nRead by: 2.\n\n### One\n\nold\n\n### Two\n\nnew\n\n### Three\n\nold\n\n### Four\n\nnew\n\n{END}\n"
    )


def test_a_page_without_a_place_for_figures_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("Nothing here.\n")
    with pytest.raises(Broken, match="has no <!-- figures -->"):
        put(page, "new")
    assert page.read_text() == "Nothing here.\n"


def test_the_page_of_the_documentation_has_a_place_for_them() -> None:
    page = Path(__file__).parent.parent.parent / "docs" / "quality.md"
    assert page.read_text(encoding="utf-8").count(BEGIN) == 1


@pytest.mark.parametrize("kind", EXAMPLES)
def test_each_class_of_error_has_an_example(kind: str) -> None:
    assert all(EXAMPLES[kind].values())
