"""What an operation asks for: its fields as graphql-core collects them, with what their arguments are."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from graphql import (
    FieldNode,
    GraphQLField,
    GraphQLObjectType,
    GraphQLSchema,
    OperationDefinitionNode,
    VariableNode,
    Visitor,
    get_named_type,
    visit,
)
from graphql.execution.collect_fields import FieldDetails, FragmentDetails, collect_fields, collect_subfields
from graphql.execution.values import VariableValues, get_argument_values

from api.plan.fields import PlannedField
from graph.reading.names import label_of

NO_VARIABLES = VariableValues({}, {})


@dataclass(frozen=True, slots=True)
class Value:
    """A value of an argument, which is a parameter of the statement: the way to it in the field's arguments."""

    path: tuple[str | int, ...]


class Selected:
    """A field that is asked for."""

    def __init__(self, key: str, parent: GraphQLObjectType, details: list[FieldDetails], number: int) -> None:
        self.key = key
        """Its response key."""
        self.name = details[0].node.name.value
        self.parent = parent
        self.details = details
        self.number = number
        """By which a run finds its arguments."""
        self.definition: GraphQLField = parent.fields[self.name]
        declared = self.definition.extensions.get("strawberry-definition")
        self.planned = declared if isinstance(declared, PlannedField) else None
        self.named = get_named_type(self.definition.type)
        self.by_variables = _by_variables(details[0].node) & self.definition.args.keys()
        """The arguments in which there are variables."""
        self._steady: dict[str, Any] | None = None
        """Values of the other arguments, once they are known."""
        self._varying: GraphQLField | None = None
        """The field as if it had only the arguments with variables."""
        given = {each.name.value: each.value for each in details[0].node.arguments or ()}
        self._direct = [
            (each.out_name or name, value.name.value)
            for name, each in self.definition.args.items()
            if isinstance(value := given.get(name), VariableNode)
        ]
        """Names of the arguments whose values are variables as they are, each with its variable's."""

    def arguments(self, variables: VariableValues) -> dict[str, Any]:
        """Coerced values of the arguments. GraphQLError for one that cannot be used."""
        node, all_ = self.details[0].node, self.definition.args
        if self._steady is None or self._varying is None:
            steady = {name: each for name, each in all_.items() if name not in self.by_variables}
            varying = {name: each for name, each in all_.items() if name in self.by_variables}
            self._steady = get_argument_values(GraphQLField(self.definition.type, steady), node)
            self._varying = GraphQLField(self.definition.type, varying)
        values = variables.coerced
        if len(self._direct) == len(self.by_variables) and all(values.get(v) is not None for _, v in self._direct):
            return {**self._steady, **{name: values[variable] for name, variable in self._direct}}
        return {**self._steady, **get_argument_values(self._varying, node, variables)}


class Selection:
    """The fields of an operation, collected as its directives have it with some values."""

    def __init__(
        self, schema: GraphQLSchema, operation: OperationDefinitionNode, fragments: dict[str, FragmentDetails],
        variables: VariableValues,
    ) -> None:  # fmt: skip
        self.schema = schema
        self._operation, self._fragments, self._variables = operation, fragments, variables
        self._known: dict[tuple[Hashable, ...], Selected] = {}
        self._children: dict[tuple[int, str], dict[str, Selected | None]] = {}
        self.fields: list[Selected] = []
        root_type = schema.get_root_type(operation.operation)
        assert root_type is not None, "a document is valid before it is planned"
        self.root_type = root_type
        self.root = self._found(
            None, self.root_type,
            collect_fields(schema, fragments, variables, self.root_type, operation).grouped_field_set,
        )  # fmt: skip
        self._walk(self.root)
        self.varying = tuple(field.number for field in self.fields if field.by_variables)
        """Numbers of the fields in whose arguments there are variables."""
        self.open = tuple(field.number for field in self.fields if field.definition.args)
        """Numbers of those whose arguments are not in `known`: the varying ones, and what nobody has asked for yet."""
        self.known: list[Mapping[str, Any]] = [{} for _ in self.fields]
        """Arguments without variables: they are the same in every run."""
        planned = (field.planned for field in self.root.values() if field is not None)
        self.rights = frozenset(each.may for each in planned if each is not None and each.may is not None)
        """What a token must be good for to ask this."""
        self.sized = any(field.by_variables & {"first", "last"} for field in self.fields)
        """Whether a page's size may be a variable."""
        self.cost = 0
        """Objects that it asks for, once that is reckoned; where it is `sized`, each run reckons its own."""

    def keep(self, number: int, arguments: Mapping[str, Any]) -> None:
        """Keep arguments without variables. Threads may do so at once: they keep the same."""
        self.known[number] = arguments
        self.open = tuple(each for each in self.open if each != number)

    def children(self, parent: Selected | None, type_: GraphQLObjectType) -> dict[str, Selected | None]:
        """Of an object of this type, by response key and in the answer's order; None for `__typename`."""
        if parent is None:
            return self.root
        known = self._children.get((parent.number, type_.name))
        if known is None:
            found = collect_subfields(
                self.schema, self._fragments, self._variables, self._operation, type_, parent.details
            )
            known = self._found(parent.number, type_, found.grouped_field_set)
            self._children[parent.number, type_.name] = known
        return known

    def possible(self, field: Selected) -> Sequence[GraphQLObjectType]:
        """The object types that a field may give."""
        named = field.named
        if isinstance(named, GraphQLObjectType):
            return (named,)
        return tuple(self.schema.get_possible_types(named))

    def _found(
        self, parent: int | None, type_: GraphQLObjectType, grouped: Mapping[str, list[FieldDetails]]
    ) -> dict[str, Selected | None]:  # fmt: skip
        return {key: self._one(parent, type_, key, details) for key, details in grouped.items()}

    def _one(
        self, parent: int | None, type_: GraphQLObjectType, key: str, details: list[FieldDetails]
    ) -> Selected | None:  # fmt: skip
        name = details[0].node.name.value
        if name.startswith("__"):
            return None
        # Types that share an interface's field share what is selected of it, so that nesting does not multiply it.
        reader = type_.fields[name].extensions.get("strawberry-definition")
        shared = (parent, key, name, id(getattr(reader, "reader", reader)), *(id(each.node) for each in details))
        if shared not in self._known:
            self._known[shared] = Selected(key, type_, details, len(self.fields))
            self.fields.append(self._known[shared])
        return self._known[shared]

    def _walk(self, fields: Mapping[str, Selected | None]) -> None:
        """Number everything that is asked for, whatever a plan may need of it."""
        waiting = [field for field in fields.values() if field is not None]
        seen: set[int] = set()
        while waiting:
            field = waiting.pop()
            if field.number in seen or field.details[0].node.selection_set is None:
                continue
            seen.add(field.number)
            for type_ in self.possible(field):
                waiting += [child for child in self.children(field, type_).values() if child is not None]


def structure(value: Any, path: tuple[str | int, ...] = ()) -> Any:
    """Arguments as a plan sees them: what decides on the statement's form as it is, what is a parameter as `Value`."""
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, dict):
        return {name: structure(each, (*path, name)) for name, each in value.items()}
    if isinstance(value, list) and any(isinstance(each, dict) for each in value):
        return [structure(each, (*path, i)) for i, each in enumerate(value)]
    if isinstance(value, list) and all(isinstance(each, Enum) for each in value):
        return [each.value for each in value]
    return Value(path)


def shape(value: Any) -> Hashable:
    """What `structure` shows of a value, for finding the plan that was made of it."""
    if isinstance(value, str):
        return label_of(value) or ""
    if isinstance(value, Enum):
        return str(value.value)
    if value is None or isinstance(value, bool):
        return (value,)
    if isinstance(value, dict):
        return tuple((name, shape(each)) for name, each in value.items())
    if isinstance(value, list):
        if any(isinstance(each, dict) for each in value):
            return (list, *(shape(each) for each in value))
        if value and all(isinstance(each, Enum) for each in value):
            return (Enum, *(str(each.value) for each in value))
        return bool(value), list
    return None


class _Variables(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.found = False

    def enter_variable(self, _node: VariableNode, *_: object) -> None:
        self.found = True


def _by_variables(node: FieldNode) -> frozenset[str]:
    """Names of the arguments in whose values there are variables."""
    names = set()
    for argument in node.arguments or ():
        found = _Variables()
        visit(argument, found)
        if found.found:
            names.add(argument.name.value)
    return frozenset(names)
