"""The evaluation itself, on a scorer and a corpus that are made here."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from evaluation.__main__ import options
from evaluation.calibrate import as_toml
from evaluation.calibration import bands
from evaluation.extraction import Extraction
from evaluation.fit import RIDGES, Known, fit, held, ridge_of, surer, unseen
from evaluation.rows import CPU, GROUPS, ROWS
from evaluation.table import Figure, as_json, kept_promises
from loaders.extract.confidence.evidence import Grounds
from loaders.extract.confidence.scale import BELOW, Weights, borne, share_of

ROOT = Path(__file__).parent.parent.parent
FACTS = [(0.95, True)] * 9 + [(0.9, False)] + [(0.85, True), (0.6, False), (0.2, False)]


def test_bands_count_facts_and_those_that_are_right() -> None:
    assert [(b.low, b.facts, b.right, b.of) for b in bands("names", "here", FACTS)] == [
        (0.9, 10, 9, 13), (0.8, 1, 1, 13), (0.7, 0, 0, 13), (0.5, 1, 0, 13), (0.0, 1, 0, 13)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "kept"),
    [(FACTS, True), ([*FACTS, (0.9, False)], False), ([*FACTS, *[(0.5, True)] * 20], False), ([], False)],
)
def test_a_promise_is_kept_where_half_are_sure_and_nine_in_ten_of_those_right(
    facts: list[tuple[float, bool]], kept: bool
) -> None:
    assert kept_promises(bands("names", "here", facts)) == [("names", "here", kept)]


def test_the_fit_finds_what_speaks_for_a_fact_and_what_against() -> None:
    facts = [
        Known(f"d{n % 20}", Grounds(0.5, ("named",) if n % 2 else ("short",)), n % 10 != 1 if n % 2 else n % 10 == 0)
        for n in range(400)
    ]
    weights = fit(facts)
    assert weights.evidence["named"] > 0 > weights.evidence["short"]
    assert abs(share_of(weights, Grounds(0.5, ("named",))) - 0.8) < 0.03
    assert abs(share_of(weights, Grounds(0.5, ("short",))) - 0.2) < 0.03
    assert len(unseen(facts)) == len(facts)


@pytest.mark.parametrize(("spoilt", "most"), [(False, 0.99), (True, BELOW)])
def test_what_is_not_right_often_enough_is_never_sure(spoilt: bool, most: float) -> None:
    facts = [
        Known(
            f"d{n % 20}",
            Grounds(0.95 if n % 2 else 0.2, ("named",) * (n % 2)),
            bool(n % 2) and not (spoilt and n % 9 == 0),
        )
        for n in range(400)
    ]
    weights = held(fit(facts), facts)
    assert weights.most == most
    assert borne(share_of(weights, Grounds(0.99, ("named",))), weights) <= most


@pytest.mark.parametrize(
    ("wrong", "promised", "low", "high"), [(8, True, 0.85, 0.89), (5, True, 0.9, 0.9), (8, False, 0.9, 0.9)]
)
def test_the_surer_half_is_sure_where_it_is_right_often_enough_together(
    wrong: int, promised: bool, low: float, high: float
) -> None:
    facts = []
    for n in range(2000):
        sort, number = ("best", "good", "other", "other")[n % 4], n // 4
        right = {"best": number % 50 > 0, "good": number % wrong > 0, "other": number % 2 > 0}[sort]
        facts.append(Known(f"d{n // 4 % 20}", Grounds(0.5, (sort,)), right, promised))
    assert low <= surer(fit(facts), facts).sure <= high


def test_a_kind_that_is_held_is_written_with_its_most() -> None:
    assert "most = 0.89\n" in as_toml({"events": Weights(0.5, 1.0, {}, "", BELOW)})


def test_a_kind_whose_surer_half_is_sure_is_written_with_the_share() -> None:
    assert "sure = 0.84\n" in as_toml({"events": Weights(0.5, 1.0, {}, sure=0.84)})


def test_few_facts_with_much_evidence_are_held_harder_than_many() -> None:
    few = [
        Known(f"d{n % 20}", Grounds(0.5, tuple(f"e{n * k % 7}" for k in range(1, 7))), n % 3 > 0) for n in range(120)
    ]
    assert ridge_of(few) == max(RIDGES)


def test_weights_are_written_as_they_are_read() -> None:
    import tomllib

    text = as_toml({"names": Weights(0.5, 1.25, {"person": 0.4, 'a "b"': -1.0}, "12 facts.")})
    assert tomllib.loads(text) == {
        "names": {"fitted": "12 facts.", "base": 0.5, "raw": 1.25, "evidence": {"person": 0.4, 'a "b"': -1.0}}
    }


@pytest.mark.parametrize(("row", "figure", "level"), [
    (ROWS[0], 0.8, "aim"), (ROWS[0], 0.7, "must"), (ROWS[0], 0.1, "below"),
    (CPU, 1.2, "aim"), (CPU, 2.0, "must"), (CPU, 3.0, "below"),
])  # fmt: skip
def test_a_figure_says_what_is_reached(row: object, figure: float, level: str) -> None:
    made = Figure(row, figure)  # type: ignore[arg-type]  # a row of the table
    assert (made.level, as_json([made], [], {})["rows"][0]["reached"]) == (level, level)  # type: ignore[index]  # a list


def test_options_are_checked_before_anything_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert options([]).only == list(GROUPS)
    for words in (["--only", "nonsense"], ["--limit", "0"], ["--jobs", "0"]):
        with pytest.raises(SystemExit):
            options(words)
    assert "there are quotes, names" in capsys.readouterr().err


def test_where_there_is_nothing_to_measure_on_one_line_says_so(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "evaluation", str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (3, "", 1)
    assert "nothing to measure on" in ran.stderr


def test_what_was_read_once_is_kept(tmp_path: Path) -> None:
    line = json.dumps({"id": "a", "text": "Marit Dahl left Bergen on Monday.", "published": "2031-05-14"}).encode()
    extraction = Extraction(1, kept=tmp_path)
    first = extraction.of([line])
    (file,) = tmp_path.rglob("*.json")
    file.write_text(json.dumps({"id": "a", "kept": True}))
    assert [first["a"]["entities"][0]["name"], extraction.of([line])] == [
        "Marit Dahl", {"a": {"id": "a", "kept": True}}
    ]  # fmt: skip


def test_rows_that_are_read_with_other_options_are_kept_apart(tmp_path: Path) -> None:
    Extraction(1, kept=tmp_path)
    Extraction(1, ("--some", "option"), kept=tmp_path)
    assert len(list(tmp_path.iterdir())) == 2
