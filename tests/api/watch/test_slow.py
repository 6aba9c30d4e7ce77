"""The log of slow operations tells what was slow, and none of the values."""

from __future__ import annotations

import json
from typing import Any

import pytest
from graphql import parse

from api import log
from api.watch.blank import LONGEST, blanked, cut
from api.watch.metrics import Metrics
from api.watch.slow import SlowLog
from tests.api.watch.test_metrics import counted
from tests.api.watch.watched import POINT, SECRET, THERE, Rows, service

DOCUMENT = """
# everything that Peskov said
query Said($first: Int = 7, $kind: QuoteKind = DIRECT) @tag(name: "Peskov") {
  Peskov: quotes(speaker: "Peskov", first: $first, where: {text: {has: "Peskov"}}) @include(if: true) {
    edges { node { ...Peskov } }
  }
  b: articles(ids: ["a", "b"], near: 5.5, text: \"\"\"Peskov\"\"\", day: null, kind: $kind) { id }
}
fragment Peskov on Quote { text }
"""


def test_no_value_is_left_in_a_document() -> None:
    assert blanked(parse(DOCUMENT)) == (
        'query Said($first: Int = 0, $kind: QuoteKind = DIRECT) @tag(name: "") {'
        ' quotes(speaker: "", first: $first, where: { }) @include(if: true) { edges { node { ...Peskov } } }'
        ' articles(ids: [], near: 0, text: "", day: null, kind: $kind) { id } }'
        " fragment Peskov on Quote { text }"
    )


def test_what_is_long_is_cut() -> None:
    assert cut("a" * LONGEST) == "a" * LONGEST
    assert cut("a" * 5_000) == "a" * LONGEST + " … (5,000 characters)"


def logged(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def test_a_slow_operation_is_told_with_its_statement(capsys: pytest.CaptureFixture[str]) -> None:
    log.configure()
    metrics = Metrics()
    watched = service(SlowLog(0.05, metrics))
    asked = f'query Mayor($name: String) {{ a: person(id: "{SECRET}") {{ id }} people(name: $name) {{ totalCount }} }}'
    watched.answer(THERE, POINT, {"id": SECRET}, request="r1")
    assert logged(capsys) == []
    watched.answer(Rows(None, seconds=0.06), asked, {"name": "Aas"}, request="r2")
    (line,) = logged(capsys)
    phases = line.pop("phases_ms")
    assert (list(phases), phases["database"] >= 60, line.pop("operation_ms") >= 60) == (
        ["parse", "plan", "database"], True, True,
    )  # fmt: skip
    assert "CALL" in line.pop("statement")
    assert len(line.pop("hash")) == 64
    assert line.pop("timestamp")
    assert line == {
        "event": "slow operation", "level": "warning", "request": "r2", "operation": "query",
        "code": "STORE_UNAVAILABLE",
        "document": 'query Mayor($name: String) { person(id: "") { id } people(name: $name) { totalCount } }',
    }  # fmt: skip
    assert counted(metrics, "newsgraph_slow_operations_total") == {(): 1}


def test_neither_values_nor_aliases_get_into_it(capsys: pytest.CaptureFixture[str]) -> None:
    log.configure()
    watched = service(SlowLog(0.0, Metrics()))
    watched.answer(Rows(None), f'{{ {"Peskov"}: person(id: "{SECRET}") {{ Peskov: name }} }}')
    watched.answer(Rows(None), '{ Peskov(name: "Peskov") }')
    watched.answer(Rows(None), '{ person(name: "Peskov"')
    text = capsys.readouterr().err
    assert (text.count("slow operation"), "Peskov" in text, SECRET in text) == (3, False, False)
    assert text.count("(not valid)") == 2
