"""All that watches one application, made by its settings."""

from __future__ import annotations

from dataclasses import dataclass
from os import environ
from typing import TYPE_CHECKING

from api.plan.course import Observer
from api.watch.metrics import Metrics
from api.watch.observers import Observers
from api.watch.slow import SlowLog
from graph.errors import FixSettings
from graph.settings import Settings
from graph.store import Store

if TYPE_CHECKING:
    from api.watch.traces import Traces


@dataclass(frozen=True, slots=True)
class Watch:
    """What is counted and told of one application. `traces`: None where nobody is to be sent any."""

    metrics: Metrics
    observer: Observer
    traces: Traces | None

    def store(self, store: Store) -> None:
        """Watch this store, too."""
        self.metrics.watch_store(store)
        if self.traces:
            self.traces.watch_store(store)

    def close(self) -> None:
        """Send what is still to be sent."""
        if self.traces:
            self.traces.close()


def watch(settings: Settings) -> Watch:
    """As the settings say, and OpenTelemetry's own variables. Raises FixSettings."""
    metrics = Metrics()
    traces = _traces()
    others = [traces] if traces else []
    return Watch(metrics, Observers(metrics, *others, SlowLog(settings.slow, metrics)), traces)


def _traces() -> Traces | None:
    def said(name: str) -> str:
        return environ.get(f"OTEL_{name}", "").strip()

    wanted = said("EXPORTER_OTLP_TRACES_ENDPOINT") or said("EXPORTER_OTLP_ENDPOINT")
    if not wanted or said("SDK_DISABLED").lower() == "true" or said("TRACES_EXPORTER").lower() == "none":
        return None
    protocol = said("EXPORTER_OTLP_TRACES_PROTOCOL") or said("EXPORTER_OTLP_PROTOCOL") or "http/protobuf"
    if protocol != "http/protobuf":
        raise FixSettings(
            f"Traces are sent by http/protobuf, not by {protocol}.",
            "Unset OTEL_EXPORTER_OTLP_PROTOCOL and name the receiver's HTTP port (4318 is usual).",
        )
    from api.watch.traces import Traces

    return Traces()
