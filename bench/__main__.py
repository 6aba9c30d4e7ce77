"""Timings, as tables: `make bench [BENCH="--only peers"]`. They are no tests: they say how quick this machine is today.

Everything runs on graphs of its own and on loopback; each figure says how often it was taken.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from rich.console import Console

from bench import report
from bench.compare import Compared, compare
from bench.load import load
from bench.pages import LARGE, pages
from bench.plans import plans
from bench.rounds import Pace
from bench.services import HEAP, PAGE_CACHE, why_no_peer
from graph.errors import NewsgraphError
from graph.progress import Progress

QUOTES = 100_000
"""Of the graph on which we are compared with the peer."""
SIZES = (10_000, 100_000, 1_000_000)
PLOT = "growth.svg"
"""Beside the page of the documentation."""


class Bench:
    """Takes the figures that are asked for, and shows and keeps each part as soon as it is there."""

    def __init__(self, chosen: argparse.Namespace) -> None:
        self._chosen = chosen
        self._pace = Pace(chosen.warm, chosen.rounds, chosen.seconds)
        self._console, self._errors = Console(), Console(stderr=True)
        self._json: dict[str, object] = {}
        reason = why_no_peer()
        self._peer = not reason and not chosen.no_peer
        if reason and not chosen.no_peer and {"peers", "growth"} & set(chosen.only):
            self._errors.print(f"The peer is left out: {reason}.")

    def basics(self) -> None:
        """Reading, loading, starting, and the documented operations."""
        from bench.basics import basics

        with self._errors.status("Taking the basic figures"):
            figures = basics()
        rows = list(figures.items())
        self._json["basics"] = figures
        self._console.print(report.table("newsgraph on the samples", ("what", "figure"), [*rows]))

    def peers(self) -> None:
        """Five operations beside the peer and the bare statements."""
        with self._telling() as tell:
            found = compare(self._chosen.quotes, self._pace, peer=self._peer, progress=tell)
        title = f"{found.quotes:,} quotes, milliseconds"
        self._show("peers", title, report.COMPARED, report.compared_rows(found), list(report.compared_words(found)))
        self._json["peers"] = asdict(found)

    def pages(self) -> None:
        """The same pages on a small and on a large graph."""
        with self._telling() as tell:
            found = pages(self._pace, tell)
        title = "Pages of 20, newest first, milliseconds"
        self._show("pages", title, report.PAGED, report.paged_rows(found), list(report.paged_words(found)))
        self._json["pages"] = {name: asdict(each) for name, each in found.items()}

    def plans(self) -> None:
        """What the database does for the pages on the large graph."""
        with self._telling() as tell:
            found = plans(tell)
        rows, words = report.profiled_rows(found), list(report.profiled_words(found))
        self._show("plans", f"Plans of the pages, {LARGE:,} quotes", report.PROFILED, rows, words)
        self._json["plans"] = {name: asdict(each) for name, each in found.items()}

    def growth(self) -> None:
        """The five operations on graphs of several sizes."""
        found: list[Compared] = []
        for quotes in self._chosen.sizes:
            with self._telling() as tell:
                found.append(compare(quotes, self._pace, peer=self._peer, progress=tell))
        head, rows, words = report.growth_head(found), report.growth_rows(found), list(report.growth_words(found))
        if self._chosen.docs:
            words = [f"![The same as a plot]({PLOT})", *words]
            self._chosen.docs.with_name(PLOT).write_text(report.growth_plot(found), encoding="utf-8")
        self._show("growth", "Medians by the number of quotes, milliseconds", head, rows, words)
        self._json["growth"] = [asdict(each) for each in found]

    def live(self) -> None:
        """Many subscribers, many articles, and a restart in the middle."""
        from bench.live import live

        with self._telling() as tell:
            figures = live(self._chosen.subscribers, self._chosen.articles, tell)
        self._json["live"] = figures
        self._console.print(report.table("Subscriptions", ("what", "figure"), [*figures.items()]))

    def load(self) -> None:
        """A constant rate of arrivals: half of the peak, and far more than that."""
        with self._telling() as tell:
            found = load(self._chosen.quotes, self._chosen.hold, self._chosen.flood, tell)
        title = f"Arrivals at a constant rate, {found.quotes:,} quotes; the peak is {found.peak:,.0f} a second"
        self._show("load", title, report.LOADED, report.loaded_rows(found), list(report.loaded_words(found)))
        self._json["load"] = asdict(found)

    def keep(self) -> None:
        """Write the JSON; parts that an earlier run has left there and this one did not take stay."""
        place: Path | None = self._chosen.json
        if place is None:
            return
        before = json.loads(place.read_text(encoding="utf-8")) if place.exists() else {}
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(json.dumps({**before, **self._json}, indent=1) + "\n", encoding="utf-8")

    def _show(self, name: str, title: str, head: Sequence[str], rows: report.Rows, words: Sequence[str]) -> None:
        self._console.print(report.table(title, head, rows))
        for each in words:
            self._console.print(each, highlight=False)
        if self._chosen.docs:
            made = f"{title}. {machine()}"
            report.put(self._chosen.docs, name, f"{made}\n\n{report.markdown(head, rows, words)}")

    @contextmanager
    def _telling(self) -> Iterator[Progress]:
        """Say on standard error what is being done."""
        with self._errors.status("") as status:

            def tell(what: str, done: int, total: int) -> None:
                status.update(f"{what} ({done:,} of {total:,})" if total else what)

            yield tell


def machine() -> str:
    """On what the figures were taken."""
    cores = os.cpu_count() or 1
    return (
        f"{platform.system()} {platform.machine()}, {cores} cores, Python {platform.python_version()},"
        f" Neo4j with {HEAP} of heap and {PAGE_CACHE} of page cache."
    )


PARTS: dict[str, Callable[[Bench], None]] = {
    "basics": Bench.basics, "peers": Bench.peers, "pages": Bench.pages, "plans": Bench.plans, "growth": Bench.growth,
    "live": Bench.live, "load": Bench.load,
}  # fmt: skip
USUAL = ("basics", "peers", "pages", "plans")
"""Without the growth, whose largest graph takes several minutes to make, and the load, which is held for as long."""


def options(words: Sequence[str] | None = None) -> argparse.Namespace:
    """What the command line says."""
    usual = Pace()
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--only", default=",".join(USUAL), help=f"some of: {', '.join(PARTS)} (default: %(default)s)")
    parser.add_argument("--no-peer", action="store_true", help="leave out the peer, which needs Node and npm")
    parser.add_argument("--quotes", type=int, default=QUOTES, help="of the graph for `peers` (default: %(default)s)")
    parser.add_argument("--sizes", type=_sizes, default=SIZES, help="quotes of the graphs for `growth`, by commas")
    parser.add_argument("--subscribers", type=int, default=500, help="for `live` (default: %(default)s)")
    parser.add_argument("--articles", type=int, default=1_000, help="for `live` (default: %(default)s)")
    parser.add_argument("--warm", type=int, default=usual.warm, help="runs to warm up (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=usual.rounds, help="runs that are timed (default: %(default)s)")
    parser.add_argument(
        "--seconds", type=float, default=usual.seconds,
        help="no operation is warmed up, nor timed, for longer (default: %(default)s)",
    )  # fmt: skip
    parser.add_argument(
        "--hold", type=float, default=300, help="seconds of `load` at half of the peak (default: %(default)s)"
    )
    parser.add_argument("--flood", type=float, default=30, help="seconds of `load` at five times the peak")
    parser.add_argument("--json", type=Path, help="where all figures go")
    parser.add_argument("--docs", type=Path, help="a page whose figures are put anew, such as docs/speed.md")
    chosen = parser.parse_args(words)
    chosen.only = [name.strip() for name in chosen.only.split(",") if name.strip()]
    for name in chosen.only:
        if name not in PARTS:
            parser.error(f"--only {name}: there are {', '.join(PARTS)}")
    if chosen.rounds < 2:
        parser.error(f"--rounds {chosen.rounds}: at least 2")
    return chosen


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(","))


def main() -> int:
    """Take the figures and show them; the exit status."""
    chosen = options()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that no service is left behind
    bench = Bench(chosen)
    try:
        for name in chosen.only:
            PARTS[name](bench)
            bench.keep()
    except NewsgraphError as error:
        sys.stderr.write(f"bench: {error}\n")
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
