"""How the schema's types say what a field reads, and what its arguments ask for.

A field is declared once, with its type, its description, its arguments and its reader; an argument, and a key of a
filter, with the condition that it sets. Plan, SDL and documentation follow from that. No field is ever resolved by
calling something.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

import strawberry
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.field import StrawberryField

if TYPE_CHECKING:
    from api.plan.conditions import Condition
    from api.plan.readers import Reader


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a field: its name in Python, its type, what it says, its default, and the condition that it sets.

    An argument without a condition is the reader's own business.
    """

    name: str
    type: object
    description: str = ""
    default: object = None
    condition: Condition | None = None
    required: bool = False
    graphql_name: str | None = None
    """Where it is no name in Python."""

    def declared(self) -> StrawberryArgument:
        nullable = not self.required and self.default is None
        kind: Any = self.type | None if nullable else self.type  # type: ignore[operator]  # a type at run time
        return StrawberryArgument(
            python_name=self.name, graphql_name=self.graphql_name, type_annotation=StrawberryAnnotation(kind),
            description=self.description or None, default=strawberry.UNSET if self.default is None else self.default,
        )  # fmt: skip


class PlannedField(StrawberryField):
    """A field that a plan reads."""

    reader: Reader | None = None
    arguments_declared: tuple[Argument, ...] = ()
    may: str | None = None
    """The right that a token needs for it; None for a field of the root that anybody may ask for."""

    def __copy__(self) -> Self:
        made = super().__copy__()
        made.reader = self.reader
        made.arguments_declared = self.arguments_declared
        made.may = self.may
        return made


def read(
    reader: Reader | None,
    description: str,
    *arguments: Argument,
    deprecated: str | None = None,
    name: str | None = None,
    may: str | None = None,
) -> Any:  # `Any`: it stands where the type's own values would
    """A field of a type: what reads it, what it says, and its arguments. Without a reader what reads the object
    fills it. `may`: the right that a field of the root needs.
    """
    made = PlannedField(graphql_name=name, type_annotation=None, description=description, deprecation_reason=deprecated)
    made.reader = reader
    made.arguments_declared = arguments
    made.may = may
    made.arguments = [argument.declared() for argument in arguments]
    return made


def conditions_of(arguments: Sequence[Argument]) -> dict[str, Condition]:
    """The conditions that arguments set, by their names in GraphQL."""
    return {each.graphql_name or camel(each.name): each.condition for each in arguments if each.condition is not None}


def camel(name: str) -> str:
    """A Python name as GraphQL has it.

    >>> camel("said_on")
    'saidOn'
    """
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)
