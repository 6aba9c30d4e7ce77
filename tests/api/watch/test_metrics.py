"""What is counted, with which labels, and that the operators' page tells of all of it."""

from __future__ import annotations

import re
import socket
from pathlib import Path
from urllib.request import urlopen

import pytest

from api.watch.metrics import Metrics, exposed, place_of
from graph.errors import FixSettings
from graph.store import Connections, Store
from tests.api.watch.watched import AWAY, POINT, SECRET, THERE, service

PAGE = (Path(__file__).parents[3] / "docs/operating.md").read_text(encoding="utf-8")


class Kept(Store):
    """A store as far as its metrics go."""

    def __init__(self) -> None:
        self.reads = 7

    def connections(self) -> Connections:
        return Connections(2, 3)


def counted(metrics: Metrics, name: str) -> dict[tuple[str, ...], float]:
    """The samples of one name by their labels' values."""
    return {
        tuple(sample.labels.values()): sample.value
        for family in metrics.registry.collect()
        for sample in family.samples
        if sample.name == name
    }


@pytest.fixture
def metrics() -> Metrics:
    return Metrics()


def test_operations_are_counted_by_kind_and_outcome(metrics: Metrics) -> None:
    watched = service(metrics)
    for _ in range(3):
        assert "errors" not in watched.answer(THERE, POINT, {"id": SECRET}).response
    watched.answer(AWAY, POINT, {"id": SECRET})
    watched.answer(THERE, "{ nothing }")
    watched.answer(THERE, "query a { __typename } query b { __typename }")
    assert counted(metrics, "newsgraph_operations_total") == {
        ("query", "", "OK"): 3, ("query", "", "STORE_UNAVAILABLE"): 1, ("", "", "BAD_REQUEST"): 2,
    }  # fmt: skip
    assert counted(metrics, "newsgraph_operations_working") == {(): 0}
    assert counted(metrics, "newsgraph_operation_phase_seconds_count") == {
        ("parse",): 6, ("plan",): 4, ("database",): 4, ("completion",): 3,
    }  # fmt: skip
    assert counted(metrics, "newsgraph_kept_total") == {
        ("document", "made"): 3, ("document", "kept"): 3, ("plan", "made"): 1, ("plan", "kept"): 3,
    }  # fmt: skip


def test_only_the_names_of_trusted_documents_are_told(metrics: Metrics) -> None:
    watched = service(metrics)
    first = watched.answer(THERE, POINT, {"id": SECRET}).course
    assert first is not None
    metrics.trusted[first.hash] = "Mayor"
    watched.answer(THERE, POINT, {"id": SECRET})
    watched.answer(THERE, POINT + " ", {"id": SECRET})  # the same name in a document of somebody else's
    assert counted(metrics, "newsgraph_operations_total") == {("query", "", "OK"): 2, ("query", "Mayor", "OK"): 1}


def test_a_request_has_labels_of_short_lists_only(metrics: Metrics) -> None:
    for path, method, status, code in [
        ("/graphql", "POST", 200, "OK"), ("/graphql/assets/a.js", "GET", 200, ""), ("/etc/passwd", "GET", 404, ""),
        ("/healthzz", "BREW", 404, ""), ("/graphql", "POST", 503, "OVERLOADED"),
    ]:  # fmt: skip
        metrics.answered(path, method, status, code, 0.25)
    assert counted(metrics, "newsgraph_http_requests_total") == {
        ("/graphql", "POST", "200", "OK"): 1, ("/graphql/assets", "GET", "200", ""): 1, ("other", "GET", "404", ""): 1,
        ("other", "other", "404", ""): 1, ("/graphql", "POST", "503", "OVERLOADED"): 1,
    }  # fmt: skip
    assert counted(metrics, "newsgraph_http_request_seconds_sum") == {
        ("/graphql",): 0.5, ("/graphql/assets",): 0.25, ("other",): 0.5,
    }  # fmt: skip


def test_a_mistake_of_ours_is_counted_and_nothing_is_left_working(metrics: Metrics) -> None:
    watched = service(metrics)

    class Broken:
        def one(self, *_: object, **__: object) -> object:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        watched.answer(Broken(), POINT, {"id": SECRET})
    assert counted(metrics, "newsgraph_operations_total") == {("query", "", "INTERNAL"): 1}
    assert counted(metrics, "newsgraph_operations_working") == {(): 0}


def test_what_the_store_counts_is_told(metrics: Metrics) -> None:
    metrics.watch_store(Kept())
    assert counted(metrics, "newsgraph_store_statements_total") == {(): 7}
    assert counted(metrics, "newsgraph_store_connections") == {("in use",): 2, ("idle",): 3}


def test_each_metric_has_its_row_on_the_page(metrics: Metrics) -> None:
    metrics.watch_store(Kept())
    there = {_full(family.name, family.type) for family in metrics.registry.collect()}
    ours = {name for name in there if name.startswith("newsgraph_")}
    told = set(re.findall(r"^\| `(newsgraph_\w+)`", PAGE, re.MULTILINE))
    assert told == ours
    assert "process_resident_memory_bytes" in there
    asked = set(re.findall(r"newsgraph_\w+(?=[\[{]| ==| >)", PAGE))  # in the rules
    assert {re.sub("_(bucket|sum|count)$", "", name) for name in asked} <= ours
    assert len(asked) > 5


def _full(name: str, kind: str) -> str:
    return name + {"counter": "_total", "info": "_info"}.get(kind, "")


def test_they_are_served_at_a_place_of_their_own(metrics: Metrics) -> None:
    with exposed(metrics, "127.0.0.1:0") as port:
        with urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5) as answer:
            text = answer.read().decode()
        with pytest.raises(FixSettings) as told, exposed(Metrics(), f"127.0.0.1:{port}"):
            pass
    assert "newsgraph_operations_working 0.0\n" in text
    assert str(told.value) == (
        f"No metrics can be served on 127.0.0.1:{port} (Address already in use). Correct NEWSGRAPH_METRICS."
    )
    with pytest.raises(OSError, match="refused"), socket.create_connection(("127.0.0.1", port), timeout=5):
        pass


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("127.0.0.1:9464", ("127.0.0.1", 9464)), (":9464", ("127.0.0.1", 9464)), ("[::1]:9464", ("::1", 9464)),
        ("metrics.example:80", ("metrics.example", 80)),
    ],
)  # fmt: skip
def test_an_address_is_a_host_and_a_port(address: str, place: tuple[str, int]) -> None:
    assert place_of(address) == place


@pytest.mark.parametrize("address", ["9464", "", "localhost", "localhost:", "localhost:http", "a:70000"])
def test_what_is_no_address_is_said(address: str) -> None:
    with pytest.raises(FixSettings, match="It is host:port"):
        place_of(address)
