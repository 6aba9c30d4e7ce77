"""How each verb's answer looks to a person; as JSON it is the value itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from api.shell.terminal import show_json, show_line, show_rows
from graph.questions import Question
from graph.status import Status


def show_questions(library: Sequence[Question], form: str) -> int:
    """The questions that are ready, each with its parameters and their examples."""
    if form == "json":
        show_json([{k: v for k, v in asdict(q).items() if k != "cypher"} for q in library])
        return 0
    rows = [(q.name, q.question, " ".join(f"{k}={v}" for k, v in q.parameters.items())) for q in library]
    return show_rows(("name", "question", "parameters, with an example"), rows, form)


def show_status(found: Status, *, as_json: bool) -> int:
    """Where the graph is and how much is in it."""
    if as_json:
        show_json(asdict(found))
        return 0
    state = "" if found.running else "  (started for this answer; `newsgraph serve` or `newsgraph browser` keeps it up)"
    days = f", published {found.first_day} to {found.last_day}" if found.first_day else ""
    lines = [
        ("Server", f"{found.server}{state}"),
        ("Bolt", f"{found.bolt} (database {found.database}, user {found.user})"),
        ("Browser", found.browser),
        ("Password", found.password if found.data is None else f"in {found.password}"),
        ("Data", found.data),
        ("Graph", ", ".join(f"{count:,} {name}" for name, count in found.counts.items()) + days),
    ]
    for name, value in lines:
        if value:
            show_line(f"{name:<9} {value}")
    return 0
