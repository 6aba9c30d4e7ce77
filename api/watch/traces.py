"""OpenTelemetry traces: one span an operation, one in it for each phase, sent by OTLP over HTTP.

The variables are OpenTelemetry's own (`OTEL_EXPORTER_OTLP_ENDPOINT` …), and so are the attributes' names: its semantic
conventions for GraphQL servers and for database clients. Values are never told: the document goes without its literals,
the statement has none. This module is imported only where traces are wanted: it costs 0.2 s.
"""

from __future__ import annotations

import threading
from importlib.metadata import version
from os import environ
from urllib.parse import urlsplit

from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter
from opentelemetry.trace import Span, SpanKind, StatusCode, format_trace_id, set_span_in_context
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from api.plan.course import DONE, Course, Phase
from api.plan.kept import Kept
from api.watch.blank import blanked, cut
from graph.store import Store

OURS = frozenset({"INTERNAL", "STORE_UNAVAILABLE", "STORE_UNUSABLE", "BAD_SETTINGS", "BAD_DATA"})
"""Outcomes for which the service is to blame: their spans are marked as errors; the client's own mistakes are not."""
FLUSH_WITHIN = 3.0
"""Seconds that the last spans have to be sent when the service stops."""
Attributes = dict[str, str | int]


class Traces:
    """Observes operations and makes spans of them when they have ended, with the times that were taken."""

    def __init__(self, exporter: SpanExporter | None = None) -> None:
        """`exporter`: None for what the environment names."""
        named = "OTEL_SERVICE_NAME" in environ or "service.name=" in environ.get("OTEL_RESOURCE_ATTRIBUTES", "")
        ours = {"service.version": version("newsgraph")} | ({} if named else {"service.name": "newsgraph"})
        self._provider = TracerProvider(resource=Resource.create(ours))
        self._provider.add_span_processor(BatchSpanProcessor(exporter or OTLPSpanExporter()))
        self._tracer = self._provider.get_tracer("newsgraph", version("newsgraph"))
        self._propagator = TraceContextTextMapPropagator()
        self._documents: Kept[str, str] = Kept(400_000, len)
        self._store: Attributes = {"db.system.name": "neo4j"}

    def watch_store(self, store: Store) -> None:
        """Name this store in the spans of the database."""
        place = urlsplit(store.uri)
        self._store |= {"db.namespace": store.database, "server.address": place.hostname or ""}
        self._store |= {"server.port": place.port} if place.port else {}

    def begins(self) -> None:
        """Spans are made at the end."""

    def ended(self, course: Course) -> None:
        """Make the spans of an operation that has ended."""
        parent = self._propagator.extract({"traceparent": course.parent}, Context()) if course.parent else Context()
        span = self._tracer.start_span(
            course.kind or "GraphQL Operation", parent, SpanKind.SERVER, start_time=course.began
        )
        if span.get_span_context().is_valid:
            course.trace = format_trace_id(span.get_span_context().trace_id)
        if span.is_recording():
            span.set_attributes(self._operation(course))
            _outcome(span, course)
            inside = set_span_in_context(span)
            for phase, begin, end in course.phases():
                self._phase(course, phase, inside, begin).end(course.began + end)
        span.end(course.began + (course.marks[-1][1] - course.marks[0][1]))

    def _operation(self, course: Course) -> Attributes:
        found: Attributes = {"newsgraph.request": course.request, "newsgraph.document.sha256": course.hash}
        if course.kind:
            found["graphql.operation.type"] = course.kind
        if course.name:
            found["graphql.operation.name"] = course.name
        document = course.document
        if document is not None and document.node is not None and not document.errors:
            node = document.node
            found["graphql.document"] = self._documents.get(course.hash, lambda: blanked(node))
        return found

    def _phase(self, course: Course, phase: Phase, inside: Context, begin: int) -> Span:
        start = course.began + begin
        if phase is not Phase.DATABASE or course.plan is None:
            return self._tracer.start_span(phase.name.lower(), inside, start_time=start)
        attributes: Attributes = {**self._store, "db.query.text": cut(course.plan.statement)}
        name = str(self._store.get("db.namespace", "neo4j"))
        span = self._tracer.start_span(name, inside, SpanKind.CLIENT, attributes, start_time=start)
        if course.marks[-2][0] is Phase.DATABASE:  # it did not get beyond
            _outcome(span, course)
        return span

    def close(self) -> None:
        """Send what has not been sent, for a few seconds at most: a receiver that is away does not hold up the end."""
        ending = threading.Thread(target=self._provider.shutdown, daemon=True)
        ending.start()
        ending.join(FLUSH_WITHIN)


def _outcome(span: Span, course: Course) -> None:
    if course.code != DONE:
        span.set_attribute("error.type", course.code)
        if course.code in OURS:
            span.set_status(StatusCode.ERROR)
