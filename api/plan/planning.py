"""From a selection to one statement: what the fields' readers share while they write it."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from graphql import GraphQLEnumType, GraphQLObjectType, is_non_null_type

from api.plan.complete import Checked, Completer, Constant, Entry, Layout, Leaf, Made, Run, Shape
from api.plan.selection import Selected, Selection, Value, structure
from graph.reading.block import Block, Names, fill
from graph.reading.names import label_of

if TYPE_CHECKING:
    from api.plan.fields import Argument
    from api.plan.readers import Reader

Planned = tuple[str, Completer]
"""The expression for a field's place in its object's row, and what makes the answer of the value that it gives."""


@dataclass(frozen=True, slots=True)
class Binding:
    """A parameter: whose argument it is, the way to it, what is done with it, and what stands for one that cannot
    be used.
    """

    name: str
    number: int
    path: tuple[str | int, ...]
    work: Callable[[Any], object]
    instead: object

    def value(self, args: Sequence[Mapping[str, Any]]) -> object:
        """KeyError where the argument is not given."""
        found: Any = args[self.number]
        for step in self.path:
            found = found[step]
        return self.work(found)


GIVEN = "given"
"""The one parameter of a statement, a map: by the sizes of parameters of their own the database would plan it anew."""
_NEVER_NULL = re.compile(r"coalesce\([a-z0-9_]+\.[a-z_]+, ''\)")
"""A property that is text in any case."""
UNUSABLE: Mapping[str, Any] = {"": None}
"""Stands for arguments that cannot be used: their field reads nothing."""


class Planning:
    """One statement while it is written: its parameters, and the variables that are taken."""

    def __init__(self, selection: Selection, args: Sequence[Mapping[str, Any]]) -> None:
        self.selection = selection
        self.args = args
        self.names = Names()
        self.bindings: list[Binding] = []
        self._bound: dict[Hashable, str] = {}
        self._rows: set[str] = set()
        """Rows of objects: none is null."""

    def bind(self, number: int, path: tuple[str | int, ...], work: Callable[[Any], object], instead: object) -> str:
        key = (number, path, work)
        if key not in self._bound:
            name = f"p{len(self.bindings)}"
            self._bound[key] = f"${GIVEN}.{name}"
            self.bindings.append(Binding(name, number, path, work, instead))
        return self._bound[key]

    def root(self) -> tuple[str, Layout]:
        """The statement, whose one row holds all root fields in order, and what completes it."""
        block = Block(self.names)
        row, shape = self._shape(block, {}, None, self.selection.root_type)
        block.add(f"RETURN [{', '.join(row)}] AS row")
        return block.text(), Layout({shape.typename: shape}, labelled=False, required=True)

    def one(self, field: Selected) -> tuple[str, Completer]:
        """The statement of one root field, whose one row holds it, and what completes it."""
        block = Block(self.names)
        expression, completer = self.field(block, {}, field)
        block.add(f"RETURN [{expression}] AS row")
        return block.text(), completer

    def object(self, block: Block, names: Mapping[str, str], field: Selected, *, required: bool) -> tuple[str, Layout]:
        """An object of a field's type whose variables are `names`: its row, which is never null, and what completes it.
        A row of one value that is never null is the value.

        What its fields need is added to the block, whose rows it must not multiply.
        """
        scope = dict(names)
        possible = self.selection.possible(field)
        if len(possible) == 1 or self._alike(field, possible):
            row, shape = self._shape(block, scope, field, possible[0])
            if len(row) == 1 and (row[0] in self._rows or _NEVER_NULL.fullmatch(row[0])):
                shape = Shape(shape.typename, [replace(entry, at=None) for entry in shape.entries.values()])
                return row[0], Layout({shape.typename: shape}, labelled=False, required=required)
            return self._row(row), Layout({shape.typename: shape}, labelled=False, required=required)
        row = [f"head([l IN labels({scope['it']}) WHERE l <> 'Entity'])"]
        known: dict[int, tuple[int, Completer]] = {}
        shapes = {}
        for type_ in possible:
            entries = []
            for key, child in self.selection.children(field, type_).items():
                if child is None:
                    entries.append(Entry(key, 0, Leaf(required=True)))
                    continue
                if child.number not in known:
                    expression, completer = self.field(block, scope, child)
                    known[child.number] = len(row), completer
                    row.append(expression)
                entries.append(Entry(key, *known[child.number]))
            shapes[type_.name] = Shape(type_.name, entries)
        return self._row(row), Layout(shapes, labelled=True, required=required)

    def _row(self, cells: Sequence[str]) -> str:
        row = f"[{', '.join(cells)}]"
        self._rows.add(row)
        return row

    def _alike(self, field: Selected, possible: Sequence[GraphQLObjectType]) -> bool:
        """Whether the answer is the same whatever type the object is of: then nobody need look."""
        forms = {
            tuple((key, child.number if child else None) for key, child in self.selection.children(field, each).items())
            for each in possible
        }
        return len(forms) == 1 and all(number is not None for _, number in forms.pop())

    def _shape(
        self, block: Block, scope: dict[str, str], parent: Selected | None, type_: GraphQLObjectType
    ) -> tuple[list[str], Shape]:  # fmt: skip
        row: list[str] = []
        entries: list[Entry] = []
        for key, child in self.selection.children(parent, type_).items():
            if child is None:
                expression, completer = f"'{type_.name}'", Leaf(required=True)
            else:
                expression, completer = self.field(block, scope, child)  # type: ignore[assignment]  # any completer
            entries.append(Entry(key, len(row), completer))
            row.append(expression)
        return row, Shape(type_.name, entries)

    def field(self, block: Block, scope: dict[str, str], field: Selected) -> Planned:
        """A field of an object."""
        assert field.planned is not None, f"{field.name} is declared by `read`"
        if self.args[field.number] is UNUSABLE:
            return "null", Checked(field.number, Constant(None))
        reader: Reader | None = field.planned.reader
        assert reader is not None, f"{field.name} has a reader"
        expression, completer = reader.plan(Here.at(self, block, scope, field))
        if field.definition.args:
            completer = Checked(field.number, completer)
        return expression, completer

    def made(
        self, parent: Selected, children: Mapping[str, Callable[[Selected], Completer]] | None = None,
        *, required: bool = True,
    ) -> Made:  # fmt: skip
        """An object that is made here, not by the statement: its leaves by name, what else it has by `children`."""
        (type_,) = self.selection.possible(parent)
        entries = []
        for key, child in self.selection.children(parent, type_).items():
            if child is None:
                entries.append(Entry(key, None, Constant(type_.name)))
            else:
                make = (children or {}).get(child.name)
                entries.append(Entry(key, child.name, make(child) if make else leaf(child)))
        return Made(type_.name, entries, required=required)


def leaf(field: Selected) -> Leaf:
    """What completes a scalar or an enum."""
    required = is_non_null_type(field.definition.type)
    if isinstance(field.named, GraphQLEnumType):
        names = frozenset(field.named.values) | (frozenset() if required else frozenset({None}))
        return Leaf(required=required, names=names)
    return Leaf(required=required, whole=field.named.name == "Int")


@dataclass(slots=True)
class Here:
    """Where a field stands while it is planned."""

    plan: Planning
    block: Block
    """Of its object's row."""
    names: dict[str, str]
    """Variables of its object: `it` the node, `r` the relationship …"""
    field: Selected
    number: int
    """Of the field whose arguments count: its own, but for one that a question in words has filled."""
    within: tuple[str, ...] = ()
    """Where among these its arguments are."""
    declared: tuple[Argument, ...] = ()
    """Its arguments, as the schema declares them."""

    @classmethod
    def at(cls, plan: Planning, block: Block, names: dict[str, str], field: Selected) -> Here:
        """Of a field with its own arguments."""
        declared = field.planned.arguments_declared if field.planned else ()
        return cls(plan, block, names, field, field.number, (), declared)

    def of(self, block: Block, names: dict[str, str], field: Selected) -> Here:
        """Of a field of the object that this one makes."""
        return Here.at(self.plan, block, names, field)

    @property
    def given_now(self) -> Mapping[str, Any]:
        """The arguments' values in the run that the plan is made for: their form is that of all its runs."""
        return self._inner(self.plan.args)

    @property
    def args(self) -> Mapping[str, Any]:
        """Its arguments, as `selection.structure` shows them."""
        found: Mapping[str, Any] = structure(dict(self.given_now), self.within)
        return found

    def given(self, run: Run) -> Mapping[str, Any]:
        """The arguments' values, when it runs."""
        return self._inner(run.args)

    def _inner(self, args: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
        found = args[self.number]
        for step in self.within:
            found = found[step]
        return found

    def lookup(self, value: Value, args: Sequence[Mapping[str, Any]]) -> Any:
        """What a value is among all arguments of a run."""
        found: Any = args[self.number]
        for step in value.path:
            found = found[step]
        return found

    def label(self, value: Value) -> str | None:
        """The label that an id among the arguments says, if it does; it decides on the form of a plan."""
        return label_of(self.lookup(value, self.plan.args))

    @property
    def required(self) -> bool:
        return is_non_null_type(self.field.definition.type)

    def fill(self, text: str, **more: str) -> str:
        return fill(text, {**self.names, **more})

    def bind(self, value: Value, work: Callable[[Any], object], instead: object = None) -> str:
        return self.plan.bind(self.number, value.path, work, instead)

    def bind_all(self, work: Callable[[Mapping[str, Any]], object], instead: object = None) -> str:
        """A parameter made of all arguments."""
        return self.plan.bind(self.number, self.within, work, instead)
