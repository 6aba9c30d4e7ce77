"""Strawberry's decorators, typed: its own return `Any`, which hides the resolvers from the type checker."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import strawberry

F = TypeVar("F", bound=Callable[..., Any])


def resolved(description: str) -> Callable[[F], F]:
    """A field that a method resolves."""
    decorator: Callable[[F], F] = strawberry.field(description=description)
    return decorator


def value(name: str, description: str) -> Any:
    """A value of an enum, known in Python by the same name as in the schema."""
    return strawberry.enum_value(name, description=description)
