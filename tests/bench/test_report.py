"""Figures become tables, sentences, a page and a plot."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from bench import report
from bench.arrivals import Came
from bench.compare import Compared
from bench.load import Held, Loaded
from bench.pages import Paged, asked
from bench.plans import Profiled
from bench.rounds import Pace, Times, take
from graph.errors import FixInput


def T(p50: float) -> Times:  # noqa: N802 - a factory
    return Times(p50, p50 * 2, 100, 1_000)


def C(quotes: int = 1_000) -> Compared:  # noqa: N802 - a factory
    times = {
        "point": {"ours": T(1.5), "peer": T(4.5), "bare": T(1.0)},
        "list": {"ours": T(12.0), "bare": T(6.0)},
        "page": {"ours": T(9.0), "peer": T(6.0), "bare": T(6.0)},
    }
    return Compared(quotes, times, {"list": {"peer": "no memory"}}, {"without work": T(0.2)})


def test_compared() -> None:
    assert report.compared_rows(C()) == [
        ("point", "4.50", "9.00", "1.50", "3.00", "1.00", "2.00", "3.00", "1.50"),
        ("list", "failed", "–", "12.00", "24.00", "6.00", "12.00", "–", "2.00"),
        ("page", "6.00", "12.00", "9.00", "18.00", "6.00", "12.00", "0.67", "1.50"),
    ]
    assert list(report.compared_words(C())) == [
        "Beside the peer: slower on 1, at least twice as fast on 1, at least three times on 1 of 2.",
        "Beside the bare statement: within 1.5 times (of 5 ms and more) or 1 ms on 2 of 3: point, page.",
        "list: peer failed: no memory",
        "Each figure of 100 to 100 runs, after 1,000 to 1,000 to warm up.",
        "without work: 0.20 ms.",
    ]


def test_paged() -> None:
    found = {"hub, first page": Paged(T(2.0), T(3.0)), "hub, last page": Paged(T(2.0), T(3.1))}
    assert report.paged_rows(found) == [
        ("hub, first page", "2.00", "4.00", "3.00", "6.00", "1.50"),
        ("hub, last page", "2.00", "4.00", "3.10", "6.20", "1.55"),
    ]
    assert list(report.paged_words(found)) == ["Within 1.5 times on 1 of 2.", "Not so: hub, last page."]


def test_profiled() -> None:
    found = {"hub": Profiled(1, 1_234, 21), "word": Profiled(3, 99, 10_000)}
    assert report.profiled_rows(found) == [("hub", "1", "1,234", "21"), ("word", "3", "99", "10,000")]
    assert list(report.profiled_words(found)) == ["More than 1,000 rows are sorted for word."]


def test_the_pages_asked_for_are_all_twelve() -> None:
    assert len({str(page) for page in asked()}) == 12


def test_loaded() -> None:
    def held(rate: float, p99: float, grown: int = 0, **statuses: int) -> Held:
        came = Came(sum(statuses.values()), {name.lstrip("_"): n for name, n in statuses.items()}, 10, 4, p99, 99)
        return Held(rate, came, 100 * 2**20, (100 + grown) * 2**20)

    parts = {
        "one client": held(200, 5, _200=2_000), "peak": held(400, 90, _200=4_000),
        "half of the peak": held(200, 40, 5, _200=2_000),
        "5 times the peak": held(2_000, 400, 20, _200=4_000, _503=5_000, unsent=999, lost=1),
        "after it": held(200, 44, -3, _200=2_000),
    }  # fmt: skip
    found = Loaded(1_000, 400.0, parts)
    assert report.loaded_rows(found)[3] == (
        "5 times the peak", "2,000", "40.0%", "50.0%", "1", "4.0", "400.0", "100 MiB", "120 MiB",
    )  # fmt: skip
    assert list(report.loaded_words(found)) == [
        "Half of the peak for 10 s: no error; p99 is 10.0 times the single client's p50 (at most 20); memory +5 MiB.",
        "The flood for 10 s: 40.0% answered, 50.0% refused with 503, 999 for which no connection was free;"
        " afterwards p50 4.0 ms, 0 errors.",
        "What else came of the flood: 1 lost.",
    ]


def test_growth_as_rows_and_as_a_plot() -> None:
    found = [C(10_000), C(100_000)]
    assert report.growth_rows(found)[3:5] == [("list", "ours", "12.00", "12.00"), ("list", "peer", "failed", "failed")]
    drawn = ElementTree.fromstring(report.growth_plot(found))  # noqa: S314 - ours
    lines = drawn.findall("{http://www.w3.org/2000/svg}polyline")
    assert len(lines) == 5
    assert all(len(str(line.get("points")).split()) == 2 for line in lines)


def test_a_page_gets_its_figures_between_its_marks(tmp_path: Path) -> None:
    page = tmp_path / "speed.md"
    page.write_text("Before\n<!-- peers -->\nold\n<!-- end of peers -->\nafter\n", encoding="utf-8")
    report.put(page, "peers", report.markdown(("a", "b"), [("1|2", "3")], ["Words."]))
    assert page.read_text(encoding="utf-8") == (
        "Before\n<!-- peers -->\n\n| a | b |\n| --- | --- |\n| 1/2 | 3 |\n\nWords.\n\n<!-- end of peers -->\nafter\n"
    )
    with pytest.raises(FixInput):
        report.put(page, "growth", "")


def test_works_take_turns_and_are_done_as_often_as_asked() -> None:
    order: list[str] = []
    times = take({name: lambda name=name: order.append(name) for name in "ab"}, Pace(warm=3, rounds=4))  # type: ignore[misc] # not an argument
    assert "".join(order) == "abbaab" + "abbaabba"
    assert {name: (each.runs, each.warm) for name, each in times.items()} == {"a": (4, 3), "b": (4, 3)}
