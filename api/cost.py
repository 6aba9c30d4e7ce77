"""How many objects an operation could ask for at most; too many are refused before anything is read.

What a field costs is seen by its type: a field with `first` is a page, a list without is short.
A size given by a variable is reckoned as the usual page before the values are known, and again with its value.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from graphql import (
    FieldNode,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    IntValueNode,
    get_nullable_type,
    is_list_type,
)

from graph.errors import TooMuch
from graph.reading.page import DEFAULT, LIMIT

if TYPE_CHECKING:
    from api.plan.selection import Selected, Selection

MOST_OBJECTS = 500_000
"""Objects that one operation may ask for: as if every page were full."""
MOST_FIELDS = 1_500
"""Fields that one operation may ask for, fragments counted wherever they are spread: a large one has some hundred."""
_LISTED = 2
"""What a list without pages (speakers, evidence, places …) is reckoned to hold."""
IN_PAGE = frozenset({"edges", "nodes", "node", "pageInfo"})
"""Fields by which a page leads to what is on it."""

_SCHEMA = 5_000
"""What a question about the schema is reckoned to be: the stock executor answers it, which is slow."""


def too_many_objects() -> TooMuch:
    """The refusal."""
    return TooMuch(
        f"The operation could ask for more than {MOST_OBJECTS:,} objects.",
        "Ask for smaller pages (first, last) or nest them less deeply.",
    )


def given(field: FieldNode) -> dict[str, int]:
    """Sizes that stand in the document; a size by a variable is the usual one."""
    return {
        argument.name.value: _number(argument.value.value) if isinstance(argument.value, IntValueNode) else DEFAULT
        for argument in field.arguments or ()
        if argument.name.value in ("first", "last")
    }


def _number(digits: str) -> int:
    """One that is beyond any page is as large as the largest: Python refuses to read numbers of thousands of digits."""
    return int(digits) if len(digits) < 10 else LIMIT


def size(field: GraphQLField | None, name: str, parent: GraphQLNamedType | None, sizes: Mapping[str, Any]) -> int:
    """How many objects a field gives for each of its parents."""
    if field is None:
        return 1
    if "first" in field.args:
        usual = field.args["first"].default_value
        asked = [sizes[key] for key in ("first", "last") if sizes.get(key) is not None]
        return max(min(max(asked), LIMIT), 1) if asked else usual if isinstance(usual, int) else DEFAULT
    if not is_list_type(get_nullable_type(field.type)):
        return 1
    if "ids" in field.args:
        return LIMIT // 10
    paged = isinstance(parent, GraphQLObjectType | GraphQLInterfaceType) and "pageInfo" in parent.fields
    return 1 if paged and name in IN_PAGE else _LISTED


def cost(selection: Selection, args: Sequence[Mapping[str, Any]], *, asks_schema: bool = False) -> int:
    """How many objects are asked for with these arguments. TooMuch where they are too many."""
    known: dict[int, int] = {}

    def objects(field: Selected) -> int:
        if field.number not in known:
            inner = max((total(selection.children(field, kind)) for kind in selection.possible(field)), default=0)
            known[field.number] = inner
        return size(field.definition, field.name, field.parent, args[field.number]) * (1 + known[field.number])

    def total(fields: Mapping[str, Selected | None]) -> int:
        return sum(
            objects(each)
            for each in fields.values()
            if each is not None and each.details[0].node.selection_set is not None
        )

    found = total(selection.root)
    if found > MOST_OBJECTS:
        raise too_many_objects()
    return found + (_SCHEMA if asks_schema else 0)
