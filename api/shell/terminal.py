"""Answers on a terminal: tables, CSV, JSON, and the one shape that errors have.

Data go to standard output, all else to standard error. Colours only where a person looks at them.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Mapping, Sequence

from graph.errors import Ambiguous, FixInput, NewsgraphError, NotUnderstood


def plain(value: object) -> object:
    """A value of an answer as JSON knows it: dates and points as text, nodes and relationships as their properties."""
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(v) for v in value]
    return str(value.isoformat()) if hasattr(value, "isoformat") else str(value)


def words(value: object) -> str:
    """A value in one cell of a table."""
    value = plain(value)
    if isinstance(value, list) and all(isinstance(v, str) for v in value):
        return ", ".join(value)
    return "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def show_json(value: object) -> None:
    """One JSON document on standard output."""
    print(json.dumps(plain(value), ensure_ascii=False, indent=2))  # noqa: T201 - the answer


def show_line(line: str = "") -> None:
    """A line of the answer on standard output."""
    print(line)  # noqa: T201 - the answer


def show_rows(columns: Sequence[str], rows: Sequence[Sequence[object]], form: str, *, truncated: bool = False) -> int:
    """An answer as `table`, `csv` or `json` (a list of objects)."""
    if form == "json":
        show_json([dict(zip(columns, row, strict=True)) for row in rows])
    elif form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([words(value) for value in row] for row in rows)
    else:
        _show_table(columns, rows)
    if truncated:
        tell("There are more rows than one answer may have; NEWSGRAPH_READ_ROWS sets the limit.")
    return 0


def _show_table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    # a file or a pipe has no width: nothing is cut there
    console = Console() if sys.stdout.isatty() else Console(width=100_000)
    if not rows:
        tell("No rows.")
        return
    table = Table(*columns, box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for row in rows:
        table.add_row(*(Text(words(value)) for value in row))
    console.print(table)


def tell(line: str) -> None:
    """A line for the person at the terminal, on standard error."""
    print(line, file=sys.stderr, flush=True)  # noqa: T201 - the terminal


def complain(error: NewsgraphError, *, as_json: bool = False) -> None:
    """The one shape that an error has: what, where, and what to do; with `as_json` as an object of three.

    What there is to choose from (namesakes, forms of a question) follows, one a line.
    """
    choices: Sequence[object] = ()
    if isinstance(error, Ambiguous):
        choices = error.candidates
    elif isinstance(error, NotUnderstood):
        choices = error.forms
    if as_json:
        shape = {"code": error.code, "message": error.message, "remedy": error.remedy}
        tell(json.dumps({"error": {**shape, "choices": plain(choices)} if choices else shape}, ensure_ascii=False))
        return
    tell(f"newsgraph: {error}")
    for choice in choices:
        tell(f"    {'  '.join(map(str, choice.values())) if isinstance(choice, Mapping) else choice}")


def pairs(given: Sequence[str]) -> dict[str, str]:
    """`name=value` words as a mapping. Raises FixInput."""
    found: dict[str, str] = {}
    for each in given:
        name, sign, value = each.partition("=")
        if not sign or not name.strip():
            raise FixInput(f"--param {each!r} is not NAME=VALUE.", "Write it like --param speaker=Peskov.")
        found[name.strip().removeprefix("$")] = value
    return found


def typed(value: str) -> object:
    """A parameter of a statement that somebody writes: a JSON value where it is one, else text."""
    try:
        return json.loads(value)
    except ValueError:
        return value
