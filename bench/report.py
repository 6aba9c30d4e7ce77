"""What was measured: as tables for people, as JSON for programs, and as parts of a page of the documentation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from rich.table import Table

from bench.compare import BARE, OURS, PEER, Compared
from bench.load import AFTER, FLOODED, HALF, SINGLE, SLOWEST, Held, Loaded
from bench.pages import LARGE, MOST, SMALL, Paged
from bench.plans import ROWS, Profiled
from bench.plot import COLOURS, Line, plot
from graph.errors import FixInput

Rows = list[tuple[str, ...]]
COMPARED = ("operation", "peer p50", "p95", "ours p50", "p95", "bare p50", "p95", "peer / ours", "ours / bare")
PAGED = ("page", f"{SMALL:,} p50", "p95", f"{LARGE:,} p50", "p95", "large / small")
LOADED = (
    "part",
    "a second",
    "answered",
    "refused (503)",
    "wrong or lost",
    "p50 ms",
    "p99 ms",
    "memory before",
    "after",
)
EXPECTED = ("200", "503", "unsent")
"""Outcomes under load that are neither wrong nor lost."""
PROFILED = ("page", "statements", "db hits", "rows sorted")
AT_BARE, TIMES, MORE = 5.0, 1.5, 1.0
"""Where the bare statement takes so many milliseconds we may take so many times as long; else so many milliseconds
more."""


def compared_rows(found: Compared) -> Rows:
    """A row for each operation: milliseconds, or that it failed."""
    rows = []
    for name, times in found.times.items():
        cells = [name]
        for who in (PEER, OURS, BARE):
            if who in times:
                cells += [f"{times[who].p50:.2f}", f"{times[who].p95:.2f}"]
            else:
                cells += ["failed" if who in found.failed.get(name, {}) else "–", "–"]
        faster = f"{times[PEER].p50 / times[OURS].p50:.2f}" if {PEER, OURS} <= times.keys() else "–"
        to_bare = f"{times[OURS].p50 / times[BARE].p50:.2f}" if OURS in times else "–"
        rows.append((*cells, faster, to_bare))
    return rows


def compared_words(found: Compared) -> Iterator[str]:
    """What the rows come to, in sentences."""
    times = found.times
    both = [each[PEER].p50 / each[OURS].p50 for each in times.values() if {PEER, OURS} <= each.keys()]
    if both:
        yield (
            f"Beside the peer: slower on {sum(r < 1 for r in both)}, at least twice as fast on"
            f" {sum(r >= 2 for r in both)}, at least three times on {sum(r >= 3 for r in both)} of {len(both)}."
        )
    kept = [name for name, each in times.items() if OURS in each and _near(each[OURS].p50, each[BARE].p50)]
    yield (
        f"Beside the bare statement: within {TIMES:g} times (of {AT_BARE:g} ms and more) or {MORE:g} ms on"
        f" {len(kept)} of {len(times)}{': ' + ', '.join(kept) if kept else ''}."
    )
    for name, reasons in found.failed.items():
        for who, reason in reasons.items():
            yield f"{name}: {who} failed: {reason}"
    runs = [each.runs for of in times.values() for each in of.values()]
    warm = [each.warm for of in times.values() for each in of.values()]
    yield f"Each figure of {min(runs):,} to {max(runs):,} runs, after {min(warm):,} to {max(warm):,} to warm up."
    yield from (f"{name}: {each.p50:.2f} ms." for name, each in found.floor.items())


def _near(ours: float, bare: float) -> bool:
    return ours <= bare * TIMES if bare >= AT_BARE else ours <= bare + MORE


def paged_rows(found: Mapping[str, Paged]) -> Rows:
    """A row for each page: milliseconds on both graphs."""
    return [
        (
            name, f"{each.small.p50:.2f}", f"{each.small.p95:.2f}", f"{each.large.p50:.2f}", f"{each.large.p95:.2f}",
            f"{each.growth:.2f}",
        )
        for name, each in found.items()
    ]  # fmt: skip


def paged_words(found: Mapping[str, Paged]) -> Iterator[str]:
    """What the rows come to, in sentences."""
    beyond = [name for name, each in found.items() if each.growth > MOST]
    yield f"Within {MOST:g} times on {len(found) - len(beyond)} of {len(found)}."
    if beyond:
        yield f"Not so: {'; '.join(beyond)}."


def profiled_rows(found: Mapping[str, Profiled]) -> Rows:
    """A row for each page: what the database does for it."""
    return [(name, f"{each.statements}", f"{each.hits:,}", f"{each.sorted_rows:,}") for name, each in found.items()]


def profiled_words(found: Mapping[str, Profiled]) -> Iterator[str]:
    """What the rows come to."""
    beyond = [name for name, each in found.items() if each.sorts_all]
    yield f"More than {ROWS:,} rows are sorted for {'; '.join(beyond) if beyond else 'none'}."


def loaded_rows(found: Loaded) -> Rows:
    """A row for each part."""
    return [
        (
            name, f"{held.rate:,.0f}", _share(held, "200"), _share(held, "503"), f"{_wrong(held):,}",
            f"{held.came.p50:.1f}", f"{held.came.p99:.1f}", f"{held.before / 2**20:.0f} MiB",
            f"{held.after / 2**20:.0f} MiB",
        )
        for name, held in found.parts.items()
    ]  # fmt: skip


def loaded_words(found: Loaded) -> Iterator[str]:
    """What the rows come to."""
    one, half, flood, after = (found.parts[name] for name in (SINGLE, HALF, FLOODED, AFTER))
    times = half.came.p99 / one.came.p50 if one.came.p50 else float("inf")
    held = "no error" if not _wrong(half) and not half.came.statuses.get("503") else "errors"
    yield (
        f"Half of the peak for {half.came.seconds:,.0f} s: {held}; p99 is {times:.1f} times the single client's p50"
        f" (at most {SLOWEST}); memory {(half.after - half.before) / 2**20:+.0f} MiB."
    )
    unsent = flood.came.statuses.get("unsent", 0)
    yield (
        f"The flood for {flood.came.seconds:,.0f} s: {_share(flood, '200')} answered, {_share(flood, '503')} refused"
        f" with 503, {unsent:,} for which no connection was free; afterwards p50 {after.came.p50:.1f} ms,"
        f" {_wrong(after):,} errors."
    )
    others = [f"{n:,} {status}" for status, n in flood.came.statuses.items() if status not in EXPECTED]
    if others:
        yield f"What else came of the flood: {', '.join(others)}."


def _share(held: Held, status: str) -> str:
    return f"{held.came.statuses.get(status, 0) / held.came.due:.1%}" if held.came.due else "–"


def _wrong(held: Held) -> int:
    """Answers that are neither right nor a refusal, and none at all."""
    return sum(n for status, n in held.came.statuses.items() if status not in EXPECTED)


def growth_head(found: Sequence[Compared]) -> tuple[str, ...]:
    return ("operation", "who", *(f"{each.quotes:,}" for each in found))


def growth_rows(found: Sequence[Compared]) -> Rows:
    """A row for each operation and who answers it: the medians by size."""
    rows: Rows = []
    for name in found[0].times:
        for who in (OURS, PEER, BARE):
            cells = [_cell(each, name, who) for each in found]
            if any(cell != "–" for cell in cells):
                rows.append((name, who, *cells))
    return rows


def _cell(found: Compared, name: str, who: str) -> str:
    if who in found.times[name]:
        return f"{found.times[name][who].p50:.2f}"
    return "failed" if who in found.failed.get(name, {}) else "–"


def growth_words(found: Sequence[Compared]) -> Iterator[str]:
    """Why cells say that something failed."""
    for each in found:
        for name, reasons in each.failed.items():
            for who, reason in reasons.items():
                yield f"{name}, {each.quotes:,} quotes: {who} failed: {reason}"


def growth_plot(found: Sequence[Compared]) -> str:
    """The medians of ours (solid) and of the peer (dashed) over the size, as SVG."""
    lines = []
    for colour, name in zip(COLOURS, found[0].times, strict=False):
        for who, dashes in ((OURS, ""), (PEER, "5 4")):
            points = [(float(f.quotes), f.times[name][who].p50) for f in found if who in f.times[name]]
            if points:
                lines.append(Line(f"{name}, {who}", points, colour, dashes))
    ticks = {float(each.quotes): f"{each.quotes:,}" for each in found}
    return plot("Median times by the size of the graph", "quotes in the graph", "milliseconds", lines, ticks)


def table(title: str, head: Sequence[str], rows: Rows) -> Table:
    """For the terminal."""
    made = Table(*head, title=title, title_justify="left")
    for row in rows:
        made.add_row(*row)
    return made


def markdown(head: Sequence[str], rows: Rows, words: Sequence[str]) -> str:
    """For the documentation."""
    lines = [head, ["---"] * len(head), *rows]
    text = "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines)
    return "\n\n".join([text, *words])


def put(page: Path, name: str, text: str) -> None:
    """Put the text between the marks of that name on the page. FixInput where it has none."""
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    before, found, rest = (page.read_text(encoding="utf-8") if page.exists() else "").partition(begin)
    _, ended, after = rest.partition(end)
    if not found or not ended:
        raise FixInput(f"{page} has no {begin} … {end}.", "Put both where the figures are to stand.")
    page.write_text(f"{before}{begin}\n\n{text}\n\n{end}{after}", encoding="utf-8")
