"""What a document may be as it stands, before the rules of GraphQL look at it: some of them take long on a hostile one.

Each fragment is reckoned once, however often and however nested it is spread, so that a short document cannot make the
reckoning itself long. The first limit that is passed refuses the document.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLField,
    GraphQLNamedType,
    GraphQLSchema,
    InlineFragmentNode,
    Node,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    TokenKind,
    get_named_type,
    is_composite_type,
    is_introspection_type,
)

from api.cost import IN_PAGE, MOST_FIELDS, MOST_OBJECTS, given, size, too_many_objects
from graph.errors import AskDifferently, TooMuch

MOST_DEFINITIONS = 100
"""Operations and fragments in a document."""
MOST_DEEP = 30
"""Fields within fields: the question about the whole schema, which clients ask, has 13."""
MOST_WITHIN = 10
"""Objects within objects, pages aside: each is a subquery in the one around it, and the database takes twice as long to
plan a statement for each two more of them."""
MOST_NESTED = 100
"""Braces within braces, those of fragments included, which the rules of GraphQL walk down one in another."""
MOST_ALIASES = 250
"""Fields under another name, fragments counted wherever they are spread."""
MOST_ROOTS = 50
"""Fields of an operation itself: each is a subquery of its own."""
MOST_DIRECTIVES, MOST_AT_ONCE = 200, 5
"""Directives in a document, and on one field, fragment or operation."""
MOST_PAIRS = 2_500
"""Pairs of fields with the same name in the answer: GraphQL has each compared with each."""
MOST_DIGITS = 40
"""Characters of a number: Python refuses to read one of thousands."""
SCHEMA_FIELDS = ("__schema", "__type")
MOST_SCHEMA_FIELDS = 10
"""Questions about the schema in an operation."""


class IntrospectionOff(AskDifferently):
    """The schema is not told here."""

    code = "INTROSPECTION_OFF"


@dataclass(frozen=True, slots=True)
class Weight:
    """Of a selection set, all that is spread in it included."""

    own: int = 0
    """Fields of the set itself."""
    objects: int = 0
    fields: int = 0
    aliases: int = 0
    asks_schema: int = 0
    """How often it asks what the schema is."""
    depth: int = 0
    """Fields within fields."""
    within: int = 0
    """Objects within objects."""
    height: int = 0
    """Braces within braces."""

    def __add__(self, other: Weight) -> Weight:
        return Weight(
            own=self.own + other.own,
            objects=self.objects + other.objects,
            fields=self.fields + other.fields,
            aliases=self.aliases + other.aliases,
            asks_schema=self.asks_schema + other.asks_schema,
            depth=max(self.depth, other.depth),
            within=max(self.within, other.within),
            height=max(self.height, other.height),
        )


def refusal(schema: GraphQLSchema, document: DocumentNode, *, introspection: bool = True) -> GraphQLError | None:
    """Why the document is not taken, if so. What is wrong with it otherwise, other rules say."""
    limits = _Limits(schema, document, introspection)
    try:
        limits.check()
    except AskDifferently as error:
        return GraphQLError(str(error), limits.at, original_error=error)
    return None


class _Limits:
    def __init__(self, schema: GraphQLSchema, document: DocumentNode, introspection: bool) -> None:
        self.schema, self.document, self.introspection = schema, document, introspection
        self.fragments = {
            each.name.value: each for each in document.definitions if isinstance(each, FragmentDefinitionNode)
        }
        self.known: dict[str, Weight] = {}
        self.open: set[str] = set()
        self.directives = 0
        self.at: Node | None = None
        """What is being looked at, so that an error can show the place."""

    def check(self) -> None:
        if len(self.document.definitions) > MOST_DEFINITIONS:
            self.at = self.document.definitions[MOST_DEFINITIONS]
            raise TooMuch(f"The document has more than {MOST_DEFINITIONS} definitions.", "Send what is used.")
        self._numbers()
        fields = 0
        for definition in self._tops():
            self.at = definition
            if isinstance(definition, OperationDefinitionNode):
                for variable in definition.variable_definitions or ():
                    self._directives(variable)
                self._directives(definition)
                on: GraphQLNamedType | None = self.schema.get_root_type(definition.operation)
                weight = self._weight(definition.selection_set, on, 1)
            else:  # that nothing uses it another rule says, after all of them have looked at it
                weight = self._fragment(definition.name.value, 1)
            fields += weight.fields
            self.at = definition
            _check(weight, fields)
        for name in self.fragments:
            self._fragment(name, 1)  # finds those that only spread each other
        self._pairs()

    def _numbers(self) -> None:
        token = self.document.loc.start_token if self.document.loc else None
        while token is not None:
            if token.kind in (TokenKind.INT, TokenKind.FLOAT) and len(token.value or "") > MOST_DIGITS:
                raise TooMuch(f"A number has more than {MOST_DIGITS} characters.", "Nothing here is as large.")
            token = token.next

    def _pairs(self) -> None:
        pairs = 0
        for definition in self._tops():
            self.at = definition
            for more in _pairs(definition.selection_set, self.fragments):
                pairs += more
                if pairs > MOST_PAIRS:
                    raise TooMuch("Too many fields have the same name in the answer.", "Ask for each of them once.")

    def _tops(self) -> Iterator[OperationDefinitionNode | FragmentDefinitionNode]:
        """Operations, and fragments that nothing spreads."""
        spread: set[str] = set()
        waiting: list[Any] = list(self.document.definitions)
        while waiting:
            selections = getattr(waiting.pop(), "selection_set", None)
            for each in selections.selections if selections else ():
                if isinstance(each, FragmentSpreadNode):
                    spread.add(each.name.value)
                else:
                    waiting.append(each)
        for each in self.document.definitions:
            if isinstance(each, OperationDefinitionNode | FragmentDefinitionNode):
                named = each.name.value if each.name else ""
                if isinstance(each, OperationDefinitionNode) or named not in spread:
                    yield each

    def _weight(self, selections: SelectionSetNode | None, parent: GraphQLNamedType | None, level: int) -> Weight:
        if level > MOST_NESTED:
            raise TooMuch(f"The operation nests fragments and fields more than {MOST_NESTED} deep.", "Nest them less.")
        found = Weight()
        for each in selections.selections if selections else ():
            self.at = each
            self._directives(each)
            found += self._one(each, parent, level)
        return replace(found, height=found.height + 1)

    def _one(self, selection: SelectionNode, parent: GraphQLNamedType | None, level: int) -> Weight:
        if isinstance(selection, FragmentSpreadNode):
            return self._fragment(selection.name.value, level + 1)
        if isinstance(selection, InlineFragmentNode):
            condition = selection.type_condition
            on = self.schema.type_map.get(condition.name.value) if condition else parent
            return self._weight(selection.selection_set, on, level + 1)
        assert isinstance(selection, FieldNode)
        name = selection.name.value
        if name in SCHEMA_FIELDS and not self.introspection:
            raise IntrospectionOff("What the schema is, is not told here.", "See the documentation of the service.")
        known = getattr(parent, "fields", {}).get(name)
        inner = Weight()
        objects = 0
        if selection.selection_set is not None:
            inner = self._weight(selection.selection_set, get_named_type(known.type) if known else None, level + 1)
            objects = size(known, name, parent, given(selection)) * (1 + inner.objects)
        return Weight(
            1, objects, 1 + inner.fields, (selection.alias is not None) + inner.aliases,
            (name in SCHEMA_FIELDS) + inner.asks_schema, 1 + inner.depth, inner.within + _is_object(known, name),
            inner.height,
        )  # fmt: skip

    def _fragment(self, name: str, level: int) -> Weight:
        if name not in self.known:
            fragment = self.fragments.get(name)
            if fragment is None:
                return Weight()  # another rule refuses the document
            if name in self.open:
                raise AskDifferently(f"The fragment {name} is spread within itself.", "Take it out there.")
            self.open.add(name)
            self._directives(fragment)
            on = self.schema.type_map.get(fragment.type_condition.name.value)
            self.known[name] = self._weight(fragment.selection_set, on, level)
            self.open.discard(name)
        return self.known[name]

    def _directives(self, node: Any) -> None:
        here = len(node.directives or ())
        self.directives += here
        if here > MOST_AT_ONCE:
            self.at = node
            raise TooMuch(f"More than {MOST_AT_ONCE} directives stand in one place.", "Send what is needed.")
        if self.directives > MOST_DIRECTIVES:
            raise TooMuch(f"The document has more than {MOST_DIRECTIVES} directives.", "Send what is needed.")


def _is_object(field: GraphQLField | None, name: str) -> bool:
    """Whether a field leads from one object to others: not to the parts of a page, nor of the schema."""
    kind = get_named_type(field.type) if field else None
    return is_composite_type(kind) and name not in IN_PAGE and not is_introspection_type(kind)


def _check(weight: Weight, fields: int) -> None:
    """Raise TooMuch. `fields`: of the document so far."""
    if weight.objects > MOST_OBJECTS:
        raise too_many_objects()
    for have, most, what, remedy in (
        (fields, MOST_FIELDS, "asks for more than {:,} fields", "Ask in several operations."),
        (weight.own, MOST_ROOTS, "has more than {} fields of its own", "Ask in several operations."),
        (weight.depth, MOST_DEEP, "nests fields more than {} deep", "Ask in several operations."),
        (weight.within, MOST_WITHIN, "nests objects more than {} deep", "Ask in several operations."),
        (weight.height, MOST_NESTED, "nests fragments and fields more than {} deep", "Nest them less."),
        (weight.aliases, MOST_ALIASES, "has more than {} aliases", "Ask in several operations."),
        (weight.asks_schema, MOST_SCHEMA_FIELDS, "asks for the schema more than {} times", "Ask once."),
    ):
        if have > most:
            raise TooMuch(f"The operation {what.format(most)}.", remedy)


def _pairs(top: SelectionSetNode, fragments: dict[str, FragmentDefinitionNode]) -> Iterator[int]:
    """How many pairs of fields share a name in the answer, set by set, those that they select merged as GraphQL does.

    It ends: what is merged are the fields of the operation, which are few by now.
    """
    waiting = [[top]]
    while waiting:
        named: dict[str, list[SelectionSetNode]] = {}
        count: dict[str, int] = {}
        spread: set[str] = set()
        flat = waiting.pop()
        while flat:
            for each in flat.pop().selections:
                if isinstance(each, FieldNode):
                    key = (each.alias or each.name).value
                    count[key] = count.get(key, 0) + 1
                    if each.selection_set is not None:
                        named.setdefault(key, []).append(each.selection_set)
                elif isinstance(each, FragmentSpreadNode):
                    name = each.name.value
                    if name not in spread and name in fragments:
                        spread.add(name)
                        flat.append(fragments[name].selection_set)
                elif isinstance(each, InlineFragmentNode) and each.selection_set is not None:
                    flat.append(each.selection_set)
        yield sum(n * (n - 1) // 2 for n in count.values())
        waiting += named.values()
