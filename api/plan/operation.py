"""Documents and the plans made of them, kept: by a document, by the values of its directives' variables, and by the
form of its arguments (what is given, which of an enum). Values of arguments are parameters.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from graphql import (
    DirectiveNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    VariableNode,
    Visitor,
    parse,
    validate,
    visit,
)
from graphql.execution.collect_fields import FragmentDetails
from graphql.execution.values import VariableValues, get_variable_values
from graphql.validation import ASTValidationRule, specified_rules

from api.cost import Cost, check
from api.plan.complete import Completer, Layout, Run
from api.plan.knows import Knows
from api.plan.planning import GIVEN, UNUSABLE, Binding, Planning
from api.plan.selection import NO_VARIABLES, Selected, Selection, shape
from graph.errors import NewsgraphError

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

MOST_TOKENS = 3_000
"""Words and signs that an operation may have: a large one has some hundred."""
DOCUMENTS, PLANS = 1_000, 64
"""So many documents are kept, and plans of each."""
LONGEST_KEPT = 20_000
"""Characters of a document that is kept."""


class Kept(Generic[K, V]):
    """The values that were used last."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[K, V] = OrderedDict()

    def get(self, key: K, make: Callable[[], V]) -> V:
        try:
            self._values.move_to_end(key)
            return self._values[key]
        except KeyError:
            made = self._values[key] = make()
            if len(self._values) > self._most:
                self._values.popitem(last=False)
            return made


@dataclass(frozen=True, slots=True)
class Plan:
    """A statement and what becomes of its row."""

    statement: str
    layout: Layout
    bindings: tuple[Binding, ...]
    reads: bool
    """Whether there is anything to read: not where only the schema, or the type's name, is asked for."""
    rights: frozenset[str] = frozenset()
    """What a token must be good for to ask this."""

    def parameters(self, run: Run) -> dict[str, object]:
        """The statement's parameters; where an argument cannot be used, its field has failed."""
        found: dict[str, object] = {}
        for binding in self.bindings:
            try:
                found[binding.name] = binding.value(run.args)
            except (NewsgraphError, GraphQLError) as error:
                run.failed.setdefault(binding.number, error)
                found[binding.name] = binding.instead
        return {GIVEN: found}


class Operation:
    """An operation of a document, its fields collected."""

    def __init__(self, schema: GraphQLSchema, document: Document, node: OperationDefinitionNode) -> None:
        self.schema, self.document, self.node = schema, document, node
        self._selections: Kept[Hashable, Selection] = Kept(PLANS)
        self._plans: Kept[Hashable, Plan] = Kept(PLANS)
        self.asks_schema = _asks_schema(document, node)
        """Whether it also asks what the schema is: then the stock executor answers."""

    def variables(self, given: Mapping[str, Any]) -> VariableValues | list[GraphQLError]:
        """Coerced values, or what is wrong with them."""
        if not self.node.variable_definitions:
            return NO_VARIABLES
        return get_variable_values(self.schema, self.node.variable_definitions, dict(given), max_errors=50)

    @property
    def first(self) -> tuple[str, FieldNode]:
        """The response key and the node of its first field."""
        waiting: list[Any] = [self.node.selection_set]
        while waiting:
            for each in waiting.pop(0).selections:
                if isinstance(each, FieldNode):
                    return (each.alias or each.name).value, each
                if isinstance(each, FragmentSpreadNode):
                    waiting.append(self.document.fragments[each.name.value].definition.selection_set)
                else:
                    waiting.append(each.selection_set)
        raise AssertionError("an operation asks for something")

    @property
    def changes(self) -> bool:
        """Whether it is a mutation."""
        return self.node.operation is OperationType.MUTATION

    def planned(self, variables: VariableValues) -> tuple[Plan, Run]:
        """The plan, and what a run of it begins with."""
        selection, args, run = self.collected(variables)
        form = (self._directives(variables), *(self._shape(selection, i, args) for i in selection.with_arguments))
        return self._plans.get(form, lambda: _plan(selection, args)), run

    def _directives(self, variables: VariableValues) -> Hashable:
        return tuple(variables.coerced.get(name) for name in self.document.directive_variables)

    def _selection(self, variables: VariableValues) -> Selection:
        return self._selections.get(
            self._directives(variables), lambda: Selection(self.schema, self.node, self.document.fragments, variables)
        )

    def collected(self, variables: VariableValues) -> tuple[Selection, list[Mapping[str, Any]], Run]:
        """What is asked for, the arguments of its fields, and what a run of it begins with."""
        selection = self._selection(variables)
        args: list[Mapping[str, Any]] = []
        run = Run(args)
        for each in selection.fields:
            args.append(self._arguments(selection, each.number, variables, run))
        if selection.sized:
            check(selection, args)
        return selection, args, run

    def _arguments(
        self, selection: Selection, number: int, variables: VariableValues, run: Run
    ) -> Mapping[str, Any]:  # fmt: skip
        each = selection.fields[number]
        if not each.definition.args:
            return {}
        known = selection.fixed.get(number)
        if known is not None:
            return known[0]
        try:
            found = each.arguments(variables)
            prepare = getattr(each.planned.reader, "prepare", None) if each.planned else None
            if prepare is not None:
                found = prepare(found, self.document.knows)
        except (GraphQLError, NewsgraphError) as error:
            run.failed[number] = error
            return UNUSABLE
        if not each.dynamic:
            selection.fixed[number] = found, shape(found)
        return found

    def _shape(self, selection: Selection, number: int, args: Sequence[Mapping[str, Any]]) -> Hashable:
        known = selection.fixed.get(number)
        return known[1] if known is not None else shape(args[number])


def _plan(selection: Selection, args: Sequence[Mapping[str, Any]]) -> Plan:
    planning = Planning(selection, args)
    statement, layout = planning.root()
    return Plan(statement, layout, tuple(planning.bindings), bool(selection.fields), selection.rights)


def one_field(
    selection: Selection, args: Sequence[Mapping[str, Any]], field: Selected
) -> tuple[Plan, Completer]:  # fmt: skip
    """A plan that reads one field of the root alone, and what completes it."""
    planning = Planning(selection, args)
    statement, completer = planning.one(field)
    layout = Layout({}, labelled=True, required=True)
    return Plan(statement, layout, tuple(planning.bindings), reads=True), completer


@dataclass(slots=True)
class Document:
    """A document that parsed and is valid, or what is wrong with it."""

    node: DocumentNode | None
    errors: list[GraphQLError]
    operations: dict[str | None, Operation] = field(default_factory=dict)
    fragments: dict[str, FragmentDetails] = field(default_factory=dict)
    directive_variables: tuple[str, ...] = ()
    knows: Knows = field(default_factory=Knows)

    def operation(self, name: str | None) -> Operation:
        """The operation that is meant. GraphQLError where it cannot be told."""
        if name is None and len(self.operations) == 1:
            return next(iter(self.operations.values()))
        if name is None:
            raise GraphQLError("Must provide operation name if query contains multiple operations.")
        if name not in self.operations:
            raise GraphQLError(f"Unknown operation named '{name}'.")
        return self.operations[name]


class Documents:
    """The documents that were asked last."""

    def __init__(self, schema: GraphQLSchema, knows: Knows | None = None) -> None:
        self.schema, self._knows = schema, knows or Knows()
        self._kept: Kept[str, Document] = Kept(DOCUMENTS)

    def get(self, text: str) -> Document:
        if len(text) > LONGEST_KEPT:
            return self._read(text)
        return self._kept.get(text, lambda: self._read(text))

    def _read(self, text: str) -> Document:
        try:
            node = parse(text, max_tokens=MOST_TOKENS)
        except GraphQLError as error:
            return Document(None, [error])
        except RecursionError:
            return Document(None, [GraphQLError("The document is nested too deeply.")])
        errors = validate(self.schema, node, RULES, max_errors=20)
        document = Document(node, errors, knows=self._knows)
        if errors:
            return document
        for each in node.definitions:
            if isinstance(each, FragmentDefinitionNode):
                document.fragments[each.name.value] = FragmentDetails(each)
        document.directive_variables = tuple(_directive_variables(node))
        for each in node.definitions:
            if isinstance(each, OperationDefinitionNode):
                document.operations[each.name.value if each.name else None] = Operation(self.schema, document, each)
        return document


RULES: tuple[type[ASTValidationRule], ...] = (*specified_rules, Cost)


class _DirectiveVariables(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, None] = {}

    def enter_directive(self, node: DirectiveNode, *_: object) -> None:
        for argument in node.arguments or ():
            if isinstance(argument.value, VariableNode):
                self.found[argument.value.name.value] = None


def _directive_variables(node: DocumentNode) -> Iterator[str]:
    """Names of variables that decide on what is included."""
    visitor = _DirectiveVariables()
    visit(node, visitor)
    yield from visitor.found


def _asks_schema(document: Document, node: OperationDefinitionNode) -> bool:
    """Whether the operation's root asks for `__schema` or `__type`, however it is spread."""
    waiting: list[Any] = [node.selection_set]
    seen: set[str] = set()
    while waiting:
        for each in waiting.pop().selections:
            if each.kind == "field":
                if each.name.value in ("__schema", "__type"):
                    return True
            elif each.kind == "fragment_spread":
                name = each.name.value
                if name not in seen and name in document.fragments:
                    seen.add(name)
                    waiting.append(document.fragments[name].definition.selection_set)
            else:
                waiting.append(each.selection_set)
    return False
