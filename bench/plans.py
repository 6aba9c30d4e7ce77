"""What the database does for a page: the statements that the service sends, profiled on the large graph.

The times of `bench.pages` say that a page costs the same in any graph; this says why. The service is asked in this
process, so that its statements can be listened to at the driver.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from bench.graphs.kept import kept
from bench.pages import LARGE, QUERY, asked
from bench.services import settings_of
from graph.progress import Progress, silent
from graph.store import Store, open_store

ROWS = 1_000
"""An operator that sorts more rows than this sorts more than a page and what was read ahead for it."""
_SORTS = ("Sort", "Top", "PartialSort", "PartialTop", "Top1WithTies")


@dataclass(frozen=True, slots=True)
class Profiled:
    """Of one operation: its statements, how often they touched the store, and the most rows that were sorted."""

    statements: int
    hits: int
    sorted_rows: int

    @property
    def sorts_all(self) -> bool:
        return self.sorted_rows > ROWS


def plans(progress: Progress = silent) -> dict[str, Profiled]:
    """The plans of all pages on the large graph, by what they are."""
    from fastapi.testclient import TestClient

    from api.app import create_app

    settings = settings_of(kept(LARGE, settings_of(None), progress))
    with open_store(settings, progress) as store, TestClient(create_app(settings, store)) as client:
        found = {}
        every = list(asked())
        for number, page in enumerate(every):
            progress(f"Profiling: {page}", number, len(every))
            with _heard() as heard:
                client.post("/graphql", json={"query": QUERY, "variables": page.variables()}).raise_for_status()
            found[str(page)] = profile(store, heard)
        return found


def profile(store: Store, heard: list[tuple[str, dict[str, Any]]]) -> Profiled:
    """Run the statements once more, with their plans."""
    hits = most = 0
    for text, values in heard:
        plan = store.in_reading_session(lambda run, t=text, v=values: run.run(f"PROFILE {t}", v).consume().profile)  # type: ignore[misc] # not an argument
        for operator in _operators(plan):
            hits += operator.get("dbHits", 0)
            if operator["operatorType"].partition("@")[0] in _SORTS:
                most = max(most, *(child.get("rows", 0) for child in operator["children"]))
    return Profiled(len(heard), hits, most)


def _operators(plan: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield plan
    for child in plan.get("children", ()):
        yield from _operators(child)


@contextmanager
def _heard() -> Iterator[list[tuple[str, dict[str, Any]]]]:
    """The statements that are run while the block lasts, in a transaction or alone, with their parameters."""
    from neo4j import ManagedTransaction, Query, Session

    heard: list[tuple[str, dict[str, Any]]] = []

    def listening(run: Callable[..., Any]) -> Callable[..., Any]:
        def listened(self: object, query: str | Query, parameters: Mapping[str, Any] | None = None, **more: Any) -> Any:
            heard.append((str(query.text if isinstance(query, Query) else query), {**(parameters or {}), **more}))
            return run(self, query, parameters, **more)

        return listened

    kinds: tuple[Any, ...] = (ManagedTransaction, Session)
    before = [kind.run for kind in kinds]
    for kind, run in zip(kinds, before, strict=True):
        kind.run = listening(run)
    try:
        yield heard
    finally:
        for kind, run in zip(kinds, before, strict=True):
            kind.run = run
