"""From a statement's rows to the answer's shape.

A statement gives each object as a list, one place for each selected field. Each completer can do two things: `write`
writes what makes the answer of a value, and raises `Unusual` at the first thing that an answer without errors does not
have; `wrap` makes what graphql-core's own executor completes instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol

from api.plan.written import Writes, Writing

Path = list[str | int]
SMALL = 2**31


@dataclass(slots=True)
class Run:
    """What one request brings to a plan."""

    args: Sequence[Mapping[str, Any]]
    """Coerced arguments of each planned field, by its number."""
    failed: dict[int, Exception] = field(default_factory=dict)
    """Fields whose arguments cannot be used, with the error that each raises where it is reached."""
    cut: list[dict[str, object]] = field(default_factory=list)
    """Lists that were cut: the path of each, and how many are shown."""
    cost: int = 0
    """Objects that it asks for at most, and a unit more for each character of a statement that is new."""
    planned: bool = False
    """Whether its plan had to be made first."""


def all_small(values: Iterable[Any]) -> bool:
    """Whether all are null or whole numbers of 32 bits, as GraphQL's `Int` has them."""
    return all(value is None or (type(value) is int and -SMALL <= value < SMALL) for value in values)


class Completer(Writes, Protocol):
    """Completes values of one kind."""

    def wrap(self, value: Any, run: Run, path: Path) -> Any: ...


class Fields(Protocol):
    """What knows the fields of an object by its value."""

    def typename(self, value: Any) -> str: ...

    def field(self, value: Any, key: str, run: Run, path: Path) -> Any: ...


@dataclass(frozen=True, slots=True)
class Source:
    """An object on its way through the stock executor."""

    of: Fields
    value: Any
    run: Run

    @property
    def typename(self) -> str:
        return self.of.typename(self.value)

    def field(self, key: str, path: Path) -> Any:
        return self.of.field(self.value, key, self.run, path)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A scalar, as the statement gives it."""

    required: bool
    names: frozenset[str | None] | None = None
    """The values of an enum."""
    whole: bool = False
    """Whether it is an `Int`."""

    @property
    def is_plain(self) -> bool:
        """Whether any value will do that there is."""
        return self.names is None and not self.whole

    def write(self, into: Writing, value: str) -> str:
        if self.is_plain and not self.required:
            return value
        value = into.variable(value)
        if self.required:
            into.refuse(f"{value} is None")
        if self.names is not None:
            into.refuse(f"{value} not in {into.known(self.names)}")
        if self.whole:
            into.refuse(f"not {into.known(all_small)}(({value},))")
        return value

    def wrap(self, value: Any, run: Run, path: Path) -> Any:
        return value


@dataclass(frozen=True, slots=True)
class Constant:
    """The same for every object, such as the name of its type."""

    value: Any

    def write(self, into: Writing, value: str) -> str:
        return into.known(self.value)

    def wrap(self, value: Any, run: Run, path: Path) -> Any:
        return self.value


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of anything; `most`: so many are shown at most, and the answer says that it was cut."""

    item: Completer
    required: bool = True
    most: int | None = None

    def write(self, into: Writing, value: str) -> str:
        return into.present(value, partial(self._write, into), required=self.required)

    def _write(self, into: Writing, value: str) -> str:
        if self.most is not None:
            into.refuse(f"len({value}) > {self.most}")
        if isinstance(self.item, Leaf) and self.item.is_plain:
            if self.item.required:
                into.refuse(f"None in {value}")
            return value
        return into.each(value, self.item)

    def wrap(self, value: Any, run: Run, path: Path) -> Any:
        if value is None:
            return None
        if self.most is not None and len(value) > self.most:
            run.cut.append({"path": path, "links": self.most})
            value = value[: self.most]
        return [self.item.wrap(each, run, [*path, i]) for i, each in enumerate(value)]


@dataclass(frozen=True, slots=True)
class LinksOf:
    """What was made of links: a pair of how many there were (one too many at most) and the list."""

    then: ListOf
    most: int

    def write(self, into: Writing, value: str) -> str:
        value = into.variable(value)
        many = into.variable(f"{value}[0]")
        into.refuse(f"{many} is not None and {many} > {self.most}")
        return self.then.write(into, f"{value}[1]")

    def wrap(self, value: Any, run: Run, path: Path) -> Any:
        many, found = value
        if many is not None and many > self.most:
            run.cut.append({"path": path, "links": self.most})
        return self.then.wrap(found, run, path)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A list whose order and doubles are looked at here: where it is of two and more, each is led by its keys."""

    rank: Callable[[list[Any]], list[Any]]
    """Leaves as it is what is of one or none: on the fast way it is not called for that."""
    then: Completer

    def write(self, into: Writing, value: str) -> str:
        value = into.variable(value)
        return self.then.write(into, f"({value} if len({value}) < 2 else {into.known(self.rank)}({value}))")

    def wrap(self, value: Any, run: Run, path: Path) -> Any:
        return self.then.wrap(self.rank(value), run, path)


@dataclass(frozen=True, slots=True)
class Entry:
    """A field of an object: its response key, its place in the row (or its name; None: it is all that the row is), and
    what completes it.
    """

    key: str
    at: Any
    completer: Completer

    def cell(self, row: str) -> str:
        """What stands for its value."""
        return row if self.at is None else f"{row}[{self.at}]"

    def of(self, row: Any) -> Any:
        """Its value."""
        return row if self.at is None else row[self.at]


class Shape:
    """How a row becomes an object of one type."""

    def __init__(self, typename: str, entries: Sequence[Entry]) -> None:
        self.typename = typename
        self.entries = {entry.key: entry for entry in entries}

    def write(self, into: Writing, row: str, *, shared: bool = False) -> str:
        """As completers do. `shared`: whether objects of other types have the same completers, in the same text."""

        def cell(entry: Entry) -> str:
            value = entry.cell(row)
            if shared and not isinstance(entry.completer, Leaf):
                return into.apart(entry.completer, value)
            return entry.completer.write(into, value)

        return into.object({key: cell(each) for key, each in self.entries.items()})


class Layout:
    """An object of the graph, by its row. Where it may be of several types, the row begins with its label."""

    def __init__(self, shapes: Mapping[str, Shape], *, labelled: bool, required: bool) -> None:
        self.shapes = dict(shapes)
        self.labelled = labelled
        self.required = required
        self.only = None if labelled else next(iter(shapes.values()))

    def write(self, into: Writing, value: str) -> str:
        return into.present(value, partial(self._write, into), required=self.required)

    def _write(self, into: Writing, row: str) -> str:
        if self.only is not None:
            return self.only.write(into, row)
        ways = {label: partial(each.write, into, row, shared=True) for label, each in self.shapes.items()}
        return into.one_of(f"{row}[0]", ways)

    def wrap(self, value: Any, run: Run, path: Path) -> Any:
        return None if value is None else Source(self, value, run)

    def typename(self, value: Any) -> str:
        return self.only.typename if self.only is not None else str(value[0])

    def field(self, value: Any, key: str, run: Run, path: Path) -> Any:
        entry = self.shapes[self.typename(value)].entries[key]
        return entry.completer.wrap(entry.of(value), run, path)


class Made:
    """An object that is made here from what was read: a mapping by the names of its fields."""

    def __init__(self, typename: str, entries: Sequence[Entry], *, required: bool = True) -> None:
        self._typename = typename
        self.entries = {entry.key: entry for entry in entries}
        self.required = required

    def write(self, into: Writing, value: str) -> str:
        return into.present(value, partial(self._write, into), required=self.required)

    def _write(self, into: Writing, value: str) -> str:
        return into.object({key: self.cell(into, value, entry) for key, entry in self.entries.items()})

    def cell(self, into: Writing, value: str, entry: Entry) -> str:
        """Write what makes one field."""
        return entry.completer.write(into, f"{value}.get({entry.at!r})")

    def wrap(self, value: Any, run: Run, path: Path) -> Any:
        return None if value is None else Source(self, value, run)

    def typename(self, value: Any) -> str:
        return self._typename

    def field(self, value: Any, key: str, run: Run, path: Path) -> Any:
        entry = self.entries[key]
        return entry.completer.wrap(value.get(entry.at), run, path)


@dataclass(frozen=True, slots=True)
class Through:
    """What must be worked on before it is completed: `work` may raise one of our errors, which then is the field's."""

    work: Callable[[Any, Run], Any]
    then: Completer

    def write(self, into: Writing, value: str) -> str:
        return self.then.write(into, into.variable(f"{into.known(self.work)}({value}, run)"))

    def wrap(self, value: Any, run: Run, path: Path) -> Any:
        return self.then.wrap(self.work(value, run), run, path)


@dataclass(frozen=True, slots=True)
class Checked:
    """A field with arguments: raises what is wrong with them where it is reached."""

    number: int
    then: Completer

    def write(self, into: Writing, value: str) -> str:
        into.refuse(f"{self.number} in run.failed")
        return self.then.write(into, value)

    def wrap(self, value: Any, run: Run, path: Path) -> Any:
        if self.number in run.failed:
            raise run.failed[self.number]
        return self.then.wrap(value, run, path)
