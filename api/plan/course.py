"""What one operation went through, kept for those who watch: phases with their times, the statement, the outcome."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from enum import IntEnum
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from api.plan.operation import Document, Operation, Plan

DONE = "OK"
"""The outcome of an operation without errors; else it is the first error's `extensions.code`."""


class Phase(IntEnum):
    """The parts of an answer, in their order."""

    PARSE = 0
    """The document is read and validated, or found among those that are kept; the variables are coerced."""
    PLAN = 1
    """The plan is made or found, and the statement's parameters."""
    DATABASE = 2
    """The statement runs, its connection and the way there included."""
    COMPLETION = 3
    """The answer is made of the row."""


class Course:
    """The course of one operation, filled in by `Service.answer` as it goes.

    Observers keep what they need of it and hold on to none of it: it leads to what somebody asked.
    """

    __slots__ = (
        "began", "code", "document", "known_document", "known_plan", "marks", "operation", "parent", "plan", "query",
        "request", "trace",
    )  # fmt: skip

    def __init__(self, query: str, request: str, parent: str = "") -> None:
        self.query, self.request, self.parent = query, request, parent
        self.began = time.time_ns()
        """Nanoseconds of the epoch."""
        self.marks: list[tuple[Phase, int]] = [(Phase.PARSE, time.perf_counter_ns())]
        """Each phase that it entered, and when, in nanoseconds of no particular time."""
        self.document: Document | None = None
        self.operation: Operation | None = None
        self.plan: Plan | None = None
        self.known_document = self.known_plan = False
        """Whether they were kept from an earlier request."""
        self.code = DONE
        self.trace = ""
        """The id of its trace, where there is one."""

    def enters(self, phase: Phase) -> None:
        """The phase begins now, and the one before has ended."""
        self.marks.append((phase, time.perf_counter_ns()))

    def ends(self, response: Mapping[str, Any]) -> None:
        """All is done."""
        self.marks.append((Phase.COMPLETION, time.perf_counter_ns()))
        errors = response.get("errors")
        if errors:
            self.code = code_of(errors)

    @property
    def seconds(self) -> float:
        """From the first to the last mark."""
        return (self.marks[-1][1] - self.marks[0][1]) / 1e9

    def phases(self) -> list[tuple[Phase, int, int]]:
        """Each phase with its beginning and end, in nanoseconds since the operation began."""
        first = self.marks[0][1]
        pairs = zip(self.marks, self.marks[1:], strict=False)
        return [(phase, start - first, end - first) for (phase, start), (_, end) in pairs]

    @property
    def kind(self) -> str:
        """`query` and its like; empty where the document does not tell."""
        return self.operation.node.operation.value if self.operation else ""

    @property
    def name(self) -> str:
        """The operation's name, which its author has chosen; empty where it has none."""
        node = self.operation.node if self.operation else None
        return node.name.value if node and node.name else ""

    @property
    def hash(self) -> str:
        """SHA-256 of the document, as trusted documents are known by it."""
        return (
            self.document.hash
            if self.document and self.document.text
            else sha256(self.query.encode(errors="replace")).hexdigest()
        )


def code_of(errors: Sequence[dict[str, Any]]) -> str:
    """The code of the first error of a response."""
    return str(errors[0].get("extensions", {}).get("code", "INTERNAL"))


class Observer(Protocol):
    """Somebody who watches operations. It is told in the thread that answers, or in the event loop when the answer has
    left, so it must be quick.
    """

    def begins(self) -> None:
        """An operation begins."""

    def ended(self, course: Course) -> None:
        """An operation that began has ended, well or not."""


class Unobserved:
    """Nobody watches."""

    def begins(self) -> None:
        """Nothing comes of it."""

    def ended(self, course: Course) -> None:
        """Nothing comes of it."""
