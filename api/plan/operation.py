"""Documents and the plans made of them, kept: by a document, by the values of its directives' variables, and by the
form of its arguments (what is given, which of an enum). Values of arguments are parameters.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

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
from graphql.validation import specified_rules

from api.cost import cost
from api.limits import refusal
from api.plan.complete import Completer, Layout, Run
from api.plan.kept import Kept
from api.plan.knows import Knows
from api.plan.planning import GIVEN, UNUSABLE, Binding, Planning
from api.plan.selection import NO_VARIABLES, Selected, Selection, shape
from api.plan.variables import Plain
from api.plan.written import Complete, written
from graph.errors import NewsgraphError, TooMuch

MOST_TOKENS = 3_000
"""Words and signs that a document may have: a large one has some hundred."""
LONGEST = 100_000
"""Characters that a document may have, those of comments and texts in it included."""
LONGEST_TEXT = 10_000
"""Characters of one text among the variables of a query: what is worth looking for is shorter."""
LONGEST_STATEMENT = 40_000
"""Characters of a statement: a large one has some thousand; for planning one of these the database needs seconds."""
KEPT_DOCUMENTS, KEPT_SELECTIONS, KEPT_PLANS = 400_000, 40_000, 4_000_000
"""Characters of documents kept parsed, fields of selections, characters of statements: some 300 MB if all is full."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A statement and what becomes of its row."""

    statement: str
    layout: Layout
    complete: Complete
    """Makes the answer of the row."""
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
        self.asks_schema = _asks_schema(document, node)
        """Whether it also asks what the schema is: then the stock executor answers."""
        self._plain = Plain(schema, node.variable_definitions or ())

    def variables(self, given: Mapping[str, Any]) -> VariableValues | list[GraphQLError]:
        """Coerced values, or what is wrong with them."""
        if not self.node.variable_definitions:
            return NO_VARIABLES
        if self.node.operation is OperationType.QUERY and _has_long_text(given):
            error = TooMuch(f"A text among the variables is longer than {LONGEST_TEXT:,} characters.", "Shorten it.")
            return [GraphQLError(str(error), original_error=error)]
        plain = self._plain.coerced(given)
        if plain is not None:
            return plain
        hide = not self.document.home.introspection
        return get_variable_values(self.schema, self.node.variable_definitions, dict(given), 20, hide)

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
        form = (
            self, self._directives(variables),
            *run.failed, *(shape(args[number]) for number in selection.varying),
        )  # fmt: skip

        def make() -> Plan:
            run.planned = True
            plan = _plan(selection, args)
            run.cost += len(plan.statement)  # the database plans it, too
            return plan

        return self.document.home.plans.get(form, make), run

    def root_fields(self, variables: VariableValues) -> Sequence[Selected | None]:
        """The fields of the root that are asked for; None for `__typename`."""
        return tuple(self._selection(variables).root.values())

    def _directives(self, variables: VariableValues) -> Hashable:
        return tuple(variables.coerced.get(name) for name in self.document.directive_variables)

    def _selection(self, variables: VariableValues) -> Selection:
        """The selection, by the values that its directives have."""
        return self.document.home.selections.get(
            (self, self._directives(variables)),
            lambda: Selection(self.schema, self.node, self.document.fragments, variables),
        )

    def collected(self, variables: VariableValues) -> tuple[Selection, list[Mapping[str, Any]], Run]:
        """What is asked for, the arguments of its fields, and what a run of it begins with."""
        selection = self._selection(variables)
        args = list(selection.known)
        run = Run(args)
        for number in selection.open:
            args[number] = self._arguments(selection, number, variables, run)
        run.cost = selection.cost or cost(selection, args, asks_schema=self.asks_schema)
        if not selection.sized:
            selection.cost = run.cost
        return selection, args, run

    def _arguments(
        self, selection: Selection, number: int, variables: VariableValues, run: Run
    ) -> Mapping[str, Any]:  # fmt: skip
        each = selection.fields[number]
        try:
            found = each.arguments(variables)
            prepare = getattr(each.planned.reader, "prepare", None) if each.planned else None
            if prepare is not None:
                found = prepare(found, self.document.home.knows)
        except (GraphQLError, NewsgraphError) as error:
            run.failed[number] = error
            return UNUSABLE
        if not each.by_variables:
            selection.keep(number, found)
        return found


def _plan(selection: Selection, args: Sequence[Mapping[str, Any]]) -> Plan:
    planning = Planning(selection, args)
    statement, layout = planning.root()
    _short(statement)
    return Plan(statement, layout, written(layout), tuple(planning.bindings), bool(selection.fields), selection.rights)


def one_field(
    selection: Selection, args: Sequence[Mapping[str, Any]], field: Selected
) -> tuple[Plan, Completer]:  # fmt: skip
    """A plan that reads one field of the root alone, and what completes it."""
    planning = Planning(selection, args)
    statement, completer = planning.one(field)
    layout = Layout({}, labelled=True, required=True)
    _short(statement)
    return Plan(statement, layout, written(layout), tuple(planning.bindings), reads=True), completer


def _short(statement: str) -> None:
    """Raise TooMuch where the database would need too long to plan it itself."""
    if len(statement) > LONGEST_STATEMENT:
        raise TooMuch("The operation is too large for one statement.", "Ask for less at once, in several operations.")


@dataclass(slots=True)
class Document:
    """A document that parsed and is valid, or what is wrong with it."""

    home: Documents
    text: str
    node: DocumentNode | None
    errors: list[GraphQLError]
    operations: dict[str | None, Operation] = field(default_factory=dict)
    fragments: dict[str, FragmentDetails] = field(default_factory=dict)
    directive_variables: tuple[str, ...] = ()
    known: bool = False
    """Whether it has been asked before, since it was kept."""
    _hash: str = ""

    @property
    def hash(self) -> str:
        """SHA-256 of its text."""
        self._hash = self._hash or sha256(self.text.encode(errors="replace")).hexdigest()
        return self._hash

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
    """The documents that were asked last, and what was made of them. What was refused is not kept."""

    def __init__(self, schema: GraphQLSchema, knows: Knows | None = None, *, introspection: bool = True) -> None:
        self.schema, self.knows = schema, knows or Knows()
        self.introspection = introspection
        """Whether it is told what the schema is; where not, no error hints at it."""
        self.selections: Kept[Hashable, Selection] = Kept(KEPT_SELECTIONS, lambda each: 1 + len(each.fields))
        self.plans: Kept[Hashable, Plan] = Kept(KEPT_PLANS, lambda each: 100 + len(each.statement))
        self.kept: Kept[str, Document] = Kept(KEPT_DOCUMENTS, lambda each: 0 if each.errors else len(each.text))
        self._pinned: dict[str, Document] = {}

    def get(self, text: str) -> Document:
        """What the text means."""
        return self._pinned.get(text) or self.kept.get(text, lambda: self._read(text))

    def pin(self, text: str) -> Document:
        """Keep a document for good: one that the operator trusts."""
        return self._pinned.setdefault(text, self._read(text))

    def _read(self, text: str) -> Document:
        if len(text) > LONGEST:
            error = TooMuch(f"The document has more than {LONGEST:,} characters.", "Give long values as variables.")
            return Document(self, "", None, [GraphQLError(str(error), original_error=error)])
        try:
            node = parse(text, max_tokens=MOST_TOKENS)
        except GraphQLError as error:
            return Document(self, text, None, [error])
        refused = refusal(self.schema, node, introspection=self.introspection)
        if refused is not None:
            return Document(self, text, None, [refused])
        errors = validate(
            self.schema, node, specified_rules, max_errors=20, hide_suggestions=not self.introspection
        )  # fmt: skip
        document = Document(self, text, node, errors)
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


def _has_long_text(given: Mapping[str, Any]) -> bool:
    waiting: list[Any] = [given]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            waiting.extend(each.values())
        elif isinstance(each, list):
            waiting.extend(each)
        elif isinstance(each, str) and len(each) > LONGEST_TEXT:
            return True
    return False


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
