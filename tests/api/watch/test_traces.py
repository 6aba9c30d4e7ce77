"""Spans of an operation and its phases, by OpenTelemetry's names, in the client's trace, and sent by its protocol."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

from api.watch.traces import Traces
from api.watch.watch import watch
from graph.errors import FixSettings
from graph.settings import Settings
from tests.api.watch.watched import AWAY, POINT, SECRET, THERE, Rows, service

TRACE, PARENT = "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"
CLIENT = f"00-{TRACE}-{PARENT}-01"


def spans(rows: Rows, query: str, parent: str = "", name: str | None = None) -> list[ReadableSpan]:
    """Those of one operation, in the order in which they ended."""
    kept = InMemorySpanExporter()
    traces = Traces(kept)
    service(traces).answer(rows, query, {"id": SECRET}, name, "r1", parent)
    traces.close()
    return list(kept.get_finished_spans())


def test_the_phases_are_spans_within_the_operation() -> None:
    *phases, operation = spans(THERE, POINT)
    assert [span.name for span in phases] == ["parse", "plan", "neo4j", "completion"]
    assert operation.name == "query"
    assert operation.parent is None
    assert operation.kind is SpanKind.SERVER
    assert operation.status.status_code is StatusCode.UNSET
    attributes = dict(operation.attributes or {})
    assert len(str(attributes.pop("newsgraph.document.sha256"))) == 64
    assert attributes == {
        "newsgraph.request": "r1",
        "graphql.operation.type": "query",
        "graphql.operation.name": "Mayor",
        "graphql.document": "query Mayor($id: ID!) { person(id: $id) { id name } }",
    }
    assert all(span.parent and span.parent.span_id == operation.context.span_id for span in phases)
    ends = [operation.start_time] + [span.end_time for span in phases]
    assert [span.start_time for span in phases] == ends[:-1]
    assert ends[-1] == operation.end_time


def test_the_statement_is_told_without_its_values() -> None:
    database = spans(THERE, POINT)[2]
    attributes = dict(database.attributes or {})
    assert database.kind is SpanKind.CLIENT
    assert "MATCH" in str(attributes.pop("db.query.text"))
    assert attributes == {"db.system.name": "neo4j"}
    told = str([dict(span.attributes or {}) for span in spans(THERE, f'{{ person(id: "{SECRET}") {{ id }} }}')])
    assert 'person(id: \\"\\")' in told or 'person(id: "")' in told
    assert SECRET not in told


def test_what_the_database_does_not_answer_is_an_error_of_its_span() -> None:
    *phases, operation = spans(AWAY, POINT)
    assert [span.name for span in phases] == ["parse", "plan", "neo4j"]
    for span in (phases[-1], operation):
        assert (span.attributes or {})["error.type"] == "STORE_UNAVAILABLE"
        assert span.status.status_code is StatusCode.ERROR


def test_a_mistake_of_the_client_is_no_error_of_ours() -> None:
    *phases, operation = spans(THERE, '{ nothing(name: "Peskov") }')
    assert ([span.name for span in phases], operation.name) == (["parse"], "GraphQL Operation")
    assert operation.status.status_code is StatusCode.UNSET
    attributes = dict(operation.attributes or {})
    assert attributes.keys() == {"newsgraph.request", "newsgraph.document.sha256", "error.type"}
    assert attributes["error.type"] == "BAD_REQUEST"


def test_an_operation_goes_on_the_trace_of_its_client() -> None:
    found = spans(THERE, POINT, CLIENT)
    assert {f"{span.context.trace_id:032x}" for span in found} == {TRACE}
    parent = found[-1].parent
    assert parent is not None
    assert f"{parent.span_id:016x}" == PARENT
    assert spans(THERE, POINT, f"00-{TRACE}-{PARENT}-00") == []  # the client keeps none
    assert [span.parent for span in spans(THERE, POINT, "nonsense")[-1:]] == [None]


class Received(BaseHTTPRequestHandler):
    """An OTLP receiver."""

    taken: list[tuple[str, ExportTraceServiceRequest]]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.taken.append((self.path, ExportTraceServiceRequest.FromString(body)))
        self.send_response(200)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the base class
        pass


@pytest.fixture
def receiver() -> Iterator[str]:
    Received.taken = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Received) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def test_spans_are_sent_where_the_environment_says(receiver: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", receiver)
    watched = watch(Settings())
    answer = service(watched.observer).answer(THERE, POINT, {"id": SECRET}, parent=CLIENT)
    assert answer.course is not None
    assert answer.course.trace == TRACE
    watched.close()
    ((path, sent),) = Received.taken
    (resource,) = sent.resource_spans
    about = {each.key: each.value.string_value for each in resource.resource.attributes}
    assert (path, about["service.name"]) == ("/v1/traces", "newsgraph")
    names = [span.name for scope in resource.scope_spans for span in scope.spans]
    assert names == ["parse", "plan", "neo4j", "completion", "query"]


def test_a_receiver_that_is_away_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://127.0.0.1:9/v1/traces")
    monkeypatch.setenv("OTEL_SERVICE_NAME", "graph-of-the-north")
    monkeypatch.setattr("api.watch.traces.FLUSH_WITHIN", 0.2)
    watched = watch(Settings())
    assert "errors" not in service(watched.observer).answer(THERE, POINT, {"id": SECRET}).response
    watched.close()


@pytest.mark.parametrize(
    "environment",
    [
        {}, {"OTEL_EXPORTER_OTLP_ENDPOINT": " "},
        {"OTEL_EXPORTER_OTLP_ENDPOINT": "http://a", "OTEL_SDK_DISABLED": "true"},
        {"OTEL_EXPORTER_OTLP_ENDPOINT": "http://a", "OTEL_TRACES_EXPORTER": "none"},
    ],
)  # fmt: skip
def test_without_a_receiver_there_are_none(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert watch(Settings()).traces is None


def test_nothing_of_it_is_loaded_where_it_is_not_wanted() -> None:
    program = "import sys, api.app, newsgraph; sys.exit('opentelemetry.sdk' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_another_protocol_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4317")
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")
    with pytest.raises(FixSettings, match="not by grpc"):
        watch(Settings())
