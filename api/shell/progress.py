"""How long work goes on: a bar with rate and end time for a person, a line now and then for a log."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from api.shell.terminal import tell
from graph.progress import Progress

_EVERY = 10.0
"""Seconds between two lines of progress where nobody looks at a bar."""


@contextmanager
def progress() -> Iterator[Progress]:
    """Shows long work with its rate and its end time; a line now and then where standard error is no terminal."""
    if not sys.stderr.isatty():
        yield _lines()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, tuple[object, float]] = {}

        def show(what: str, done: int, total: int) -> None:
            if what not in tasks:
                for task in bars.tasks:
                    bars.update(task.id, visible=False)
                tasks[what] = (bars.add_task(what, total=total or None, rate=""), time.monotonic())
            task_id, began = tasks[what]
            bars.update(task_id, completed=done, total=total or None, rate=_rate(done, began))  # type: ignore[arg-type]  # TaskID is an int by another name

        yield show


def _rate(done: int, began: float) -> str:
    passed = time.monotonic() - began
    if not done or passed < 0.5:
        return ""
    return f"{done / passed / 1e6:.1f} MB/s" if done > 1_000_000 else f"{done / passed:.1f}/s"


def _lines() -> Progress:
    began: dict[str, float] = {}
    last: dict[str, float] = {}

    def show(what: str, done: int, total: int) -> None:
        now = time.monotonic()
        start = began.setdefault(what, now)
        if now - last.setdefault(what, now) < _EVERY:
            return
        last[what] = now
        rate = done / (now - start)
        ends = time.strftime("%H:%M:%S", time.localtime(time.time() + (total - done) / rate)) if total and rate else ""
        tell(f"{what}: {done}{f' of {total}' if total else ''} {_rate(done, start)}{f', ends {ends}' if ends else ''}")

    return show
