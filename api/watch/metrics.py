"""The service's metrics, as Prometheus reads them. docs/operating.md says what each means and when to worry.

Each application has a registry of its own, so that several in one process do not collide. A new instrument is an
attribute of `Metrics`, made with the registry, and gets its row on that page, which a test compares. Labels take values
of short lists only: never what a client may choose.
"""

from __future__ import annotations

import platform
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import version
from typing import TYPE_CHECKING

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    GCCollector,
    Histogram,
    Info,
    ProcessCollector,
    start_http_server,
)
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from api.plan.course import Course, Phase
from graph.errors import FixSettings

if TYPE_CHECKING:
    from graph.store import Store

SECONDS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
"""Bounds of the histograms: a point query takes 4 ms, the database's time limit is 10 s."""
METHODS = frozenset({"GET", "HEAD", "OPTIONS", "POST"})
PLACES = ("/graphql/assets", "/graphql", "/healthz", "/readyz")


class Metrics:
    """All instruments. It observes operations; requests and the rest are told by those who see them."""

    def __init__(self, trusted: Mapping[str, str] | None = None) -> None:
        """`trusted`: the name of each trusted document by its hash; of others no name is told."""
        self.registry = CollectorRegistry()
        self.trusted = dict(trusted or {})
        here = self.registry
        self.requests = Counter(
            "newsgraph_http_requests", "Requests answered, by place, method, status and outcome.",
            ("place", "method", "status", "code"), registry=here,
        )  # fmt: skip
        self.request_seconds = Histogram(
            "newsgraph_http_request_seconds", "Seconds from a request's first byte to the last of its answer.",
            ("place",), registry=here, buckets=SECONDS,
        )  # fmt: skip
        self.operations = Counter(
            "newsgraph_operations", "GraphQL operations, by kind, trusted document and outcome.",
            ("kind", "document", "code"), registry=here,
        )  # fmt: skip
        self.phase_seconds = Histogram(
            "newsgraph_operation_phase_seconds", "Seconds that operations spent in each phase.",
            ("phase",), registry=here, buckets=SECONDS,
        )  # fmt: skip
        self.working = Gauge("newsgraph_operations_working", "Operations that are being answered.", registry=here)
        self.waiting = Gauge("newsgraph_operations_waiting", "Operations that wait for their turn.", registry=here)
        self.kept = Counter(
            "newsgraph_kept", "Documents and plans that were asked for: kept ones, and those made anew.",
            ("what", "found"), registry=here,
        )  # fmt: skip
        self.slow = Counter("newsgraph_slow_operations", "Operations in the log of slow ones.", registry=here)
        self.store_up = Gauge("newsgraph_store_up", "1 while the database answers, 0 while not.", registry=here)
        self.revived = Counter("newsgraph_store_revived", "Embedded servers started again.", registry=here)
        self.closed = Counter(
            "newsgraph_connections_closed", "Connections closed because the client was too slow.", ("why",),
            registry=here,
        )  # fmt: skip
        self.sockets = Gauge("newsgraph_sockets", "WebSockets that are open.", registry=here)
        self.subscriptions = Gauge("newsgraph_subscriptions", "Subscriptions, of all sockets.", registry=here)
        self.stopping = Gauge("newsgraph_stopping", "1 from the signal to stop on.", registry=here)
        self.build = Info("newsgraph_build", "What runs.", registry=here)
        self.build.info({"version": version("newsgraph"), "python": platform.python_version()})
        ProcessCollector(registry=here)
        GCCollector(registry=here)
        # Looking a labelled instrument up costs more than counting: those that are used each time are kept here.
        self._phases = [self.phase_seconds.labels(phase.name.lower()) for phase in Phase]
        self._documents = [self.kept.labels("document", found) for found in ("made", "kept")]
        self._plans = [self.kept.labels("plan", found) for found in ("made", "kept")]
        self._operations: dict[tuple[str, str, str], Counter] = {}
        self._answers: dict[tuple[str, str, int, str], Counter] = {}

    def watch_store(self, store: Store) -> None:
        """Tell of this store's statements and connections, too."""
        self.registry.register(_StoreMetrics(store))

    def begins(self) -> None:
        """An operation begins."""
        self.working.inc()

    def ended(self, course: Course) -> None:
        """Count an operation that has ended."""
        self.working.dec()
        for phase, begin, end in course.phases():
            self._phases[phase].observe((end - begin) / 1e9)
        self._documents[course.known_document].inc()
        if course.plan is not None:
            self._plans[course.known_plan].inc()
        key = course.kind, self.trusted.get(course.hash, "") if self.trusted else "", course.code
        counter = self._operations.get(key)
        if counter is None:
            counter = self._operations[key] = self.operations.labels(*key)
        counter.inc()

    def answered(self, path: str, method: str, status: int, code: str, seconds: float) -> None:
        """Count a request that was answered. `code`: the outcome, where it is known."""
        place = next((each for each in PLACES if path == each or path.startswith(each + "/")), "other")
        key = place, method if method in METHODS else "other", status, code
        counter = self._answers.get(key)
        if counter is None:
            counter = self._answers[key] = self.requests.labels(*key)
        counter.inc()
        self.request_seconds.labels(place).observe(seconds)


class _StoreMetrics(Collector):
    """What the store counts itself, read when somebody asks."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def describe(self) -> list[Metric]:
        return [
            CounterMetricFamily("newsgraph_store_statements", "Reading statements sent to the database."),
            GaugeMetricFamily("newsgraph_store_connections", "Connections to the database.", labels=["state"]),
        ]

    def collect(self) -> Iterator[Metric]:
        statements, connections = self.describe()
        assert isinstance(statements, CounterMetricFamily)
        assert isinstance(connections, GaugeMetricFamily)
        statements.add_metric([], self._store.reads)
        pool = self._store.connections()
        connections.add_metric(["in use"], pool.in_use)
        connections.add_metric(["idle"], pool.idle)
        yield statements
        yield connections


@contextmanager
def exposed(metrics: Metrics, address: str) -> Iterator[int]:
    """Serve the metrics at `host:port` for as long as the block lasts; the block gets the port.

    A place of their own: who reaches the service does not reach them. Raises FixSettings where it is taken.
    """
    host, port = place_of(address)
    try:
        server, thread = start_http_server(port, host, metrics.registry)
    except OSError as error:
        reason = error.strerror or error
        raise FixSettings(f"No metrics can be served on {address} ({reason}).", "Correct NEWSGRAPH_METRICS.") from error
    try:
        yield int(server.server_port)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def place_of(address: str) -> tuple[str, int]:
    """Host and port of `host:port`, `[host]:port` or `:port`, the last of which is on loopback. Raises FixSettings."""
    host, colon, port = address.rpartition(":")
    if not colon or not port.isdecimal() or int(port) > 65535:
        raise FixSettings(f"NEWSGRAPH_METRICS is {address!r}.", "It is host:port, such as 127.0.0.1:9464.")
    return host.strip("[]") or "127.0.0.1", int(port)
