"""Strawberry's declarations, typed: its own return `Any`, which would hide what is declared from the type checker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import strawberry

if TYPE_CHECKING:
    from api.plan.conditions import Condition


def value(name: str, description: str) -> Any:
    """A value of an enum, known in Python by the same name as in the schema."""
    return strawberry.enum_value(name, description=description)


def key(condition: Condition | None, description: str, name: str | None = None) -> Any:
    """A key of an input: the condition that it sets (None where who reads the input looks at it), and what it says."""
    metadata = {"condition": condition} if condition is not None else {}
    return strawberry.field(default=strawberry.UNSET, description=description, metadata=metadata, name=name)
