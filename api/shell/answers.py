"""How each verb's answer looks to a person; as JSON it is the value itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from api.shell.terminal import show_json, show_line, show_rows, tell
from graph.doctor import Finding
from graph.errors import FixInput, FixSettings
from graph.questions import Question
from graph.status import Status
from loaders.report import Report


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


def show_report(report: Report, *, as_json: bool) -> int:
    """What a load has done; the exit status says whether anything was broken."""
    if as_json:
        show_json(
            {
                "loaded": report.loaded,
                "changed": report.changed,
                "unchanged": report.unchanged,
                "broken": [
                    {"where": b.where, "code": b.error.code, "message": b.error.message, "remedy": b.error.remedy}
                    for b in report.broken
                ],
                "unread": report.unread,
                "unsettled": report.unsettled,
                "quotes": report.quotes,
                "people": report.people,
                "events": report.events,
                "changes": asdict(report.changes),
            }
        )
    else:
        for unread in report.unread:
            tell(f"Kept without reading: {unread}")
        for unsettled in report.unsettled:
            tell(f"Left as it was: {unsettled}")
        counts = [
            (report.loaded, "loaded"),
            (report.changed, "changed"),
            (report.unchanged, "unchanged"),
            (len(report.broken), "broken"),
        ]
        done = ", ".join(f"{count:,} {what}" for count, what in counts if count) or "none"
        read = f" They hold {report.quotes:,} quotes, {report.people:,} people and {report.events:,} events."
        show_line(f"Articles: {done}.{read if report.loaded or report.changed else ''}")
        show_line(str(report.changes))
    return FixInput.exit_code if report.broken else 0


def show_findings(findings: Sequence[Finding], *, as_json: bool) -> int:
    """What was looked at; the exit status says whether anything is wrong."""
    if as_json:
        show_json([asdict(finding) for finding in findings])
    else:
        for finding in findings:
            show_line(f"{'ok   ' if finding.ok else 'WRONG'} {finding.what}")
            if finding.remedy:
                show_line(f"      {finding.remedy}")
    return 0 if all(finding.ok for finding in findings) else FixSettings.exit_code
