"""How many objects and fields an operation could ask for at most; too many are refused before anything is read.

Each fragment is reckoned once, however often and however nested it is spread, so that a short document cannot make the
reckoning itself long. What a field costs is seen by its type: a field with `first` is a page, a list without is short.
A size given by a variable is reckoned as the usual page before the values are known, and again with its value.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    ValidationContext,
    ValidationRule,
    get_named_type,
    get_nullable_type,
    is_list_type,
)
from graphql.language import VisitorAction

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
_IN_PAGE = frozenset({"edges", "nodes"})

Cost_ = tuple[int, int]
"""Objects and fields."""


def _refusal(cost: Cost_) -> TooMuch | None:
    if cost[0] > MOST_OBJECTS:
        return TooMuch(
            f"The operation could ask for more than {MOST_OBJECTS:,} objects.",
            "Ask for smaller pages (first, last) or nest them less deeply.",
        )
    if cost[1] > MOST_FIELDS:
        return TooMuch(f"The operation asks for more than {MOST_FIELDS:,} fields.", "Ask in several operations.")
    return None


class Cost(ValidationRule):
    """The validation rule."""

    def __init__(self, context: ValidationContext) -> None:
        super().__init__(context)
        self.known: dict[str, Cost_] = {}
        self.open: set[str] = set()

    def enter_document(self, node: DocumentNode, *_: object) -> VisitorAction:
        for definition in node.definitions:
            if isinstance(definition, OperationDefinitionNode):
                error = _refusal(
                    self._cost(definition.selection_set, self.context.schema.get_root_type(definition.operation))
                )
                if error is not None:
                    self.report_error(GraphQLError(str(error), definition, original_error=error))
        return None

    def _cost(self, selections: SelectionSetNode | None, parent: GraphQLNamedType | None) -> Cost_:
        objects = fields = 0
        for selection in selections.selections if selections else ():
            if isinstance(selection, FieldNode):
                known = getattr(parent, "fields", {}).get(selection.name.value)
                inner = self._cost(selection.selection_set, get_named_type(known.type) if known else None)
                if selection.selection_set is not None:
                    objects += _size(known, selection.name.value, parent, _given(selection)) * (1 + inner[0])
                fields += 1 + inner[1]
            elif isinstance(selection, FragmentSpreadNode):
                inner = self._fragment(selection.name.value)
                objects, fields = objects + inner[0], fields + inner[1]
            else:
                condition = getattr(selection, "type_condition", None)
                on = self.context.schema.type_map.get(condition.name.value) if condition else parent
                inner = self._cost(getattr(selection, "selection_set", None), on)
                objects, fields = objects + inner[0], fields + inner[1]
        return objects, fields

    def _fragment(self, name: str) -> Cost_:
        if name not in self.known:
            fragment: FragmentDefinitionNode | None = self.context.get_fragment(name)
            if fragment is None or name in self.open:
                return 0, 0  # another rule refuses the document
            self.open.add(name)
            on = self.context.schema.type_map.get(fragment.type_condition.name.value)
            self.known[name] = self._cost(fragment.selection_set, on)
            self.open.discard(name)
        return self.known[name]


def _given(field: FieldNode) -> dict[str, int]:
    """Sizes that stand in the document; a size by a variable is the usual one."""
    return {
        argument.name.value: int(argument.value.value) if isinstance(argument.value, IntValueNode) else DEFAULT
        for argument in field.arguments or ()
        if argument.name.value in ("first", "last")
    }


def _size(field: GraphQLField | None, name: str, parent: GraphQLNamedType | None, given: Mapping[str, Any]) -> int:
    """How many objects a field gives for each of its parents."""
    if field is None:
        return 1
    if "first" in field.args:
        usual = field.args["first"].default_value
        sizes = [given[key] for key in ("first", "last") if given.get(key) is not None]
        return max(min(max(sizes), LIMIT), 1) if sizes else usual if isinstance(usual, int) else DEFAULT
    if not is_list_type(get_nullable_type(field.type)):
        return 1
    if "ids" in field.args:
        return LIMIT // 10
    paged = isinstance(parent, GraphQLObjectType | GraphQLInterfaceType) and "pageInfo" in parent.fields
    return 1 if paged and name in _IN_PAGE else _LISTED


def check(selection: Selection, args: Sequence[Mapping[str, Any]]) -> None:
    """TooMuch where the sizes that were given by variables ask for too many objects."""
    known: dict[int, int] = {}

    def objects(field: Selected) -> int:
        if field.number not in known:
            inner = max((total(selection.children(field, kind)) for kind in selection.possible(field)), default=0)
            known[field.number] = inner
        return _size(field.definition, field.name, field.parent, args[field.number]) * (1 + known[field.number])

    def total(fields: Mapping[str, Selected | None]) -> int:
        return sum(
            objects(each)
            for each in fields.values()
            if each is not None and each.details[0].node.selection_set is not None
        )

    error = _refusal((total(selection.root), 0))
    if error is not None:
        raise error
