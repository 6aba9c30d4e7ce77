"""What a sentence form is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal[
    "quotes",
    "entities",
    "events",
    "relationships",
    "timeline",
    "network",
    "path",
    "roles",
    "counts",
    "articles",
    "claims",
]
"""What a sentence is answered with."""
WHEN = "(?: <when>)?"
"""At the end of a pattern: a time may follow."""


@dataclass(frozen=True, slots=True)
class Form:
    """A sentence form.

    `patterns`: regular expressions for the sentence without its question mark; `<who>` and the like stand for slots of
    `Understood`, `<when>` for a time, `<verb>`, `<act>` and `<harm>` for the verbs in `verbs`.
    `reads`: how it says that it understood; `{when}` and what else begins with a space may be empty.
    `example` is listed to those who ask otherwise, `more` are other ways to put it; each must be read as this form."""

    name: str
    kind: Kind
    patterns: tuple[str, ...]
    reads: str
    example: str
    more: tuple[str, ...] = ()
    fixed: Mapping[str, Any] = field(default_factory=dict)
    """Slots of `Understood` that the form itself fills."""
