"""Operations drawn from a schema: whatever fields and arguments it has, they are asked for."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    OperationDefinitionNode,
    get_named_type,
    get_nullable_type,
    is_input_type,
    is_leaf_type,
    is_non_null_type,
    is_required_argument,
    parse,
    type_from_ast,
)
from hypothesis import strategies as st

from tests.api.reference.fields import UNCOMPARED
from tests.api.reference.values import Chance, Name, Values, literal

DEEP = 5
"""Objects within objects, what pages are made of not counted."""
FIELDS = 26
"""Fields of an operation with fields of their own, about."""
_PARTS = ("Connection", "Edge", "PageInfo", "Hits", "Hit")
_PAGE = ("first", "last", "after", "before")
Parent = GraphQLObjectType | GraphQLInterfaceType


@dataclass
class Operation:
    """An operation with its variables, as a client sends it."""

    text: str
    variables: dict[str, Any]

    def __repr__(self) -> str:
        return f"{self.text}\nvariables: {self.variables}"


@dataclass
class Scope:
    """What stands under the keys of one object of the answer, so that the same key means the same."""

    keys: dict[str, tuple[str, str, str, str, Scope]] = field(default_factory=dict)
    """By key: the type it was asked of, field, return type, arguments, and what is within."""


@dataclass
class _Maker:
    schema: GraphQLSchema
    values: Values
    chance: Chance
    left: int = FIELDS
    variables: list[str] = field(default_factory=list)
    given: dict[str, Any] = field(default_factory=dict)
    fragments: dict[str, tuple[str, str, Scope]] = field(default_factory=dict)
    """By name: type, text, and what it asks for."""
    aliases: int = 0
    left_out: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        query = self.schema.query_type
        assert query
        self.left_out = set(UNCOMPARED)

    def operation(self) -> Operation:
        query = self.schema.query_type
        assert query
        asked = self.selection(query, Scope(), DEEP, 1)
        declared = f"({', '.join(self.variables)})" if self.variables else ""
        text = "\n".join([f"query Asked{declared} {asked}", *(text for _, text, _ in self.fragments.values())])
        return Operation(text, self.given)

    def selection(self, type_: Parent, scope: Scope, depth: int, objects: int) -> str:
        """A selection set. `objects`: how many of the type there may be in the answer."""
        parts = [] if scope.keys else list(self._known_fragment(type_, scope))
        parts += self._selections(type_, scope, depth, objects)
        if depth > 0 and self.chance.rarely(4):
            parts += self._fragment(type_, scope, depth, objects)
        return "{ " + " ".join(parts) + " }"

    def _selections(self, type_: Parent, scope: Scope, depth: int, objects: int) -> list[str]:
        names = [name for name in type_.fields if f"{type_.name}.{name}" not in self.left_out]
        plain = [name for name in names if is_leaf_type(get_named_type(type_.fields[name].type))]
        if depth <= 0 or self.left <= 0:
            names = plain
        elif type_.name.endswith(("Connection", "Edge")) or type_.name in ("Hits", "Hit"):
            # mostly what is on the page
            names = [n for n in names if n in ("edges", "node")] * 3 + names
        parts: list[str] = []
        for _ in range(1 + self.chance.upto(3) if names else 0):
            name = self.chance.one(names)
            # The same property twice is worth an example now and then, no more.
            if not parts or name not in plain or name not in scope.keys or self.chance.rarely(4):
                parts.append(self._field(type_, name, scope, depth, objects))
        if not parts or self.chance.rarely(6):
            parts.append("__typename")
        return parts

    def _known_fragment(self, type_: Parent, scope: Scope) -> Iterator[str]:
        """Rarely, a fragment that stands elsewhere, too."""
        fits = [name for name, (of, _, _) in self.fragments.items() if of == type_.name]
        if fits and self.chance.rarely(3):
            name = self.chance.one(fits)
            scope.keys |= copy.deepcopy(self.fragments[name][2].keys)
            yield f"...{name}{self._directive()}"

    def _fragment(self, type_: Parent, scope: Scope, depth: int, objects: int) -> Iterator[str]:
        """Fields of the type, of one that it may be, or of one that it is, in a fragment."""
        others: list[GraphQLNamedType] = [type_, *type_.interfaces]
        if isinstance(type_, GraphQLInterfaceType):
            made = self.schema.get_implementations(type_)
            others += [*made.objects, *made.interfaces] * 2
        of = self.chance.one(others)
        if self.chance.upto(1):
            within = " ".join(self._selections(of, scope, depth - 1, objects))
            condition = "" if of is type_ and self.chance.upto(1) else f" on {of.name}"
            yield f"...{condition}{self._directive()} {{ {within} }}"
            return
        own = Scope() if not scope.keys else scope
        within = " ".join(self._selections(of, own, depth - 1, objects))
        if own is not scope:
            scope.keys |= own.keys
        name = f"Part{len(self.fragments)}"
        self.fragments[name] = (of.name if own is not scope else "", f"fragment {name} on {of.name} {{ {within} }}",
                                copy.deepcopy(own))  # fmt: skip
        yield f"...{name}{self._directive()}"

    def _field(self, type_: Parent, name: str, scope: Scope, depth: int, objects: int) -> str:
        wanted = type_.fields[name]
        named = get_named_type(wanted.type)
        key, known = name, scope.keys.get(name)
        if known is None and self.chance.rarely(4):
            key = self._alias()
        elif known is not None:
            of, which, returns, arguments, _ = known
            same = which == name and returns == str(wanted.type) and (of == type_.name or not wanted.args)
            if not same or (wanted.args and self.chance.upto(1)):
                key, known = self._alias(), None
        size = 1
        if known is not None:
            arguments, inner = known[3], known[4]
        else:
            arguments, size = self._arguments(wanted, objects)
            inner = Scope()
            scope.keys[key] = (type_.name, name, str(wanted.type), arguments, inner)
        text = (name if key == name else f"{key}: {name}") + arguments + self._directive()
        if is_leaf_type(named):
            return text
        self.left -= 1
        assert isinstance(named, GraphQLObjectType | GraphQLInterfaceType)
        if "first" not in wanted.args and name not in ("edges", "nodes") and _is_list(wanted):
            size = 4
        deeper = depth if named.name.endswith(_PARTS) else depth - 1
        return f"{text} {self.selection(named, inner, deeper, objects * size)}"

    def _alias(self) -> str:
        self.aliases += 1
        return f"a{self.aliases}"

    def _directive(self) -> str:
        if not self.chance.rarely(8):
            return ""
        value = bool(self.chance.upto(1))
        condition = self._variable("Boolean!", value) if self.chance.upto(1) else literal(value)
        return f" @{self.chance.one(['include', 'skip'])}(if: {condition})"

    def _arguments(self, wanted: GraphQLField, objects: int) -> tuple[str, int]:
        """Arguments as text, and how many objects they let through at most."""
        parts = []
        order = "newest" if "order" in wanted.args else "score" if "query" in wanted.args else "name"
        for name, argument in wanted.args.items():
            asked = self.chance.rarely(5) if "first" in wanted.args else self.chance.often()
            if name in _PAGE or not (is_required_argument(argument) or asked):
                continue
            value = self.values.value(self.chance, argument.type, name)
            if name == "order" and value is not None:
                order = str(value)
            parts.append(f"{name}: {self._given(argument, value)}")
        if "first" not in wanted.args:
            return (f"({', '.join(parts)})" if parts else ""), 1
        sizes, size = self._page(wanted, order, objects)
        for name, value in sizes.items():
            # The service reckons a size in a variable as the largest: within others, such pages would be too many.
            plain = objects > 1 and name in ("first", "last")
            parts.append(f"{name}: {literal(value) if plain else self._given(wanted.args[name], value)}")
        return f"({', '.join(parts)})", size

    def _page(self, wanted: GraphQLField, order: str, objects: int) -> tuple[dict[str, Any], int]:
        few = objects > 20
        size = self.chance.one([2, 1, 3, 5, 0] if few else [2, 1, 3, 5, 8, 0, 20])
        if "after" not in wanted.args:
            return {"first": size}, size
        forward = bool(self.chance.upto(2))
        page: dict[str, Any] = {"first" if forward else "last": size}
        if self.chance.rarely(4):
            page["after" if forward else "before"] = self.values.cursor(self.chance, order)
        if self.chance.rarely(12):
            page["before" if forward else "after"] = self.values.cursor(self.chance, order)
        if self.chance.rarely(40):
            page["last"] = self.chance.one([1, -1, 100, 1000, 1001])
        if self.chance.rarely(40):
            page["first"] = self.chance.one([100, 101, -1])
        return page, size

    def _given(self, argument: GraphQLArgument, value: Any) -> str:
        """A value where it stands, or in a variable."""
        return literal(value) if self.chance.often() else self._variable(str(argument.type), value)

    def _variable(self, type_: str, value: Any) -> str:
        name = f"v{len(self.variables)}"
        how = self.chance.one(["given", "default", "both"]) if value is not None else "given"
        self.variables.append(f"${name}: {type_}" + ("" if how == "given" else f" = {literal(value)}"))
        if how != "default":
            self.given[name] = _json(value)
        return f"${name}"


def variables(chance: Chance, schema: GraphQLSchema, document: str, values: Values) -> dict[str, Any]:
    """Values for variables of a document's only operation, for some or all of them."""
    (operation,) = parse(document).definitions
    assert isinstance(operation, OperationDefinitionNode)
    found = {}
    for each in operation.variable_definitions or ():
        name, type_ = each.variable.name.value, type_from_ast(schema, each.type)
        assert is_input_type(type_)
        if (is_non_null_type(type_) and each.default_value is None) or chance.rarely(4):
            found[name] = _json(values.value(chance, type_, name))
    return found


def _is_list(wanted: GraphQLField) -> bool:
    return isinstance(get_nullable_type(wanted.type), GraphQLList)


def _json(value: Any) -> Any:
    """Without our mark for names of enums."""
    if isinstance(value, Name):
        return str(value)
    if isinstance(value, list):
        return [_json(each) for each in value]
    return {key: _json(each) for key, each in value.items()} if isinstance(value, dict) else value


@st.composite
def operations(draw: Any, schema: GraphQLSchema, values: Values) -> Operation:
    """An operation that is valid but for a value here and there."""
    return _Maker(schema, values, Chance(draw)).operation()
