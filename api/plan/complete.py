"""From a statement's rows to the answer's shape.

A statement gives each object as a list, one place for each selected field, so that a plain object is made without
looking at its fields one by one. Each completer can do two things: `fast` makes the answer, and raises `Unusual` at
the first thing that an answer without errors does not have; `wrap` makes what graphql-core's own executor completes
instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain, pairwise
from typing import Any, Protocol

from api.plan.objects import objects

Path = list[str | int]
SMALL = 2**31


class Unusual(Exception):
    """The fast way does not fit: the stock executor is to complete the answer, errors included."""


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


class Completer(Protocol):
    """Completes values of one kind."""

    def fast(self, value: Any, run: Run) -> Any: ...

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

    def fast(self, value: Any, run: Run) -> Any:
        if (value is None and self.required) or (self.names is not None and value not in self.names):
            raise Unusual
        if self.whole and not all_small((value,)):
            raise Unusual
        return value

    def wrap(self, value: Any, run: Run, path: Path) -> Any:
        return value


@dataclass(frozen=True, slots=True)
class Constant:
    """The same for every object, such as the name of its type."""

    value: Any

    def fast(self, value: Any, run: Run) -> Any:
        return self.value

    def wrap(self, value: Any, run: Run, path: Path) -> Any:
        return self.value


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of anything; `most`: so many are shown at most, and the answer says that it was cut."""

    item: Completer
    required: bool = True
    most: int | None = None

    def fast(self, value: Any, run: Run) -> Any:
        if value is None:
            if self.required:
                raise Unusual
            return None
        if self.most is not None and len(value) > self.most:
            raise Unusual
        return fast_all(self.item, value, run)

    def fast_all(self, values: Sequence[Any], run: Run) -> list[Any]:
        """Many lists: what is in all of them is completed together."""
        if None in values:
            return [self.fast(value, run) for value in values]
        sizes = [len(value) for value in values]
        if self.most is not None and max(sizes, default=0) > self.most:
            raise Unusual
        made = fast_all(self.item, list(chain.from_iterable(values)), run)
        if len(made) == len(values) and all(sizes):  # one in each, as mostly
            return [[each] for each in made]
        ends = list(accumulate(sizes, initial=0))
        return [made[start:end] for start, end in pairwise(ends)]

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

    def fast(self, value: Any, run: Run) -> Any:
        many, found = value
        if many is not None and many > self.most:
            raise Unusual
        return self.then.fast(found, run)

    def wrap(self, value: Any, run: Run, path: Path) -> Any:
        many, found = value
        if many is not None and many > self.most:
            run.cut.append({"path": path, "links": self.most})
        return self.then.wrap(found, run, path)


@dataclass(frozen=True, slots=True)
class Entry:
    """A field of an object: its response key, its place in the row (or its name), and what completes it."""

    key: str
    at: Any
    completer: Completer


class Shape:
    """How a row becomes an object of one type."""

    def __init__(self, typename: str, entries: Sequence[Entry]) -> None:
        self.typename = typename
        self.entries = {entry.key: entry for entry in entries}
        self.keys = tuple(self.entries)
        self.places = [entry.at for entry in entries]
        first = self.places[0] if self.places else 0
        in_order = self.places == list(range(first, first + len(self.places)))
        self.first = first if in_order else None
        """Where its fields begin in a row, if they stand there one after the other."""
        leaves = [(entry.at, entry.completer) for entry in entries if isinstance(entry.completer, Leaf)]
        self.required = [at for at, leaf in leaves if leaf.required]
        self.enums = [(at, leaf.names) for at, leaf in leaves if leaf.names is not None]
        self.whole = [at for at, leaf in leaves if leaf.whole]
        self.nested = [
            (entry.key, entry.at, entry.completer) for entry in entries if not isinstance(entry.completer, Leaf)
        ]
        self.nested_columns = [
            (i, entry.completer) for i, entry in enumerate(self.entries.values())
            if not isinstance(entry.completer, Leaf)
        ]  # fmt: skip

    def make(self, row: Sequence[Any], run: Run) -> dict[str, Any]:
        """The object of a row."""
        if None in row and any(row[at] is None for at in self.required):
            raise Unusual
        for at, names in self.enums:
            if row[at] not in names:
                raise Unusual
        if self.whole and not all_small(row[at] for at in self.whole):
            raise Unusual
        if self.first is None:
            made = {key: row[at] for key, at in zip(self.keys, self.places, strict=True)}
        else:
            made = dict(zip(self.keys, row[self.first :], strict=False))
        for key, at, completer in self.nested:
            made[key] = completer.fast(row[at], run)
        return made

    def make_all(self, rows: Sequence[Sequence[Any]], run: Run) -> list[dict[str, Any]]:
        """The objects of rows: what is to be looked at is looked at column by column."""
        if len(rows) < 2:
            return [self.make(row, run) for row in rows]
        columns = list(zip(*rows, strict=True))
        if any(None in columns[at] for at in self.required):
            raise Unusual
        for at, names in self.enums:
            if not names.issuperset(columns[at]):
                raise Unusual
        if not all(all_small(columns[at]) for at in self.whole):
            raise Unusual
        shown = [columns[at] for at in self.places]
        for i, completer in self.nested_columns:
            shown[i] = fast_all(completer, shown[i], run)
        return objects(self.keys, zip(*shown, strict=True)) if shown else [{} for _ in rows]


def fast_all(completer: Completer, values: Sequence[Any], run: Run) -> list[Any]:
    """Many values of one kind."""
    together = getattr(completer, "fast_all", None)
    if together is not None:
        found: list[Any] = together(values, run)
        return found
    fast = completer.fast
    return [fast(value, run) for value in values]


class Layout:
    """An object of the graph, by its row. Where it may be of several types, the row begins with its label."""

    def __init__(self, shapes: Mapping[str, Shape], *, labelled: bool, required: bool) -> None:
        self.shapes = dict(shapes)
        self.labelled = labelled
        self.required = required
        self.only = None if labelled else next(iter(shapes.values()))

    def fast(self, value: Any, run: Run) -> Any:
        if value is None:
            if self.required:
                raise Unusual
            return None
        if self.only is not None:
            return self.only.make(value, run)
        try:
            return self.shapes[value[0]].make(value, run)
        except KeyError:
            raise Unusual from None

    def fast_all(self, values: Sequence[Any], run: Run) -> list[Any]:
        """Many of them."""
        if self.only is None or None in values:
            return [self.fast(value, run) for value in values]
        return self.only.make_all(values, run)

    def wrap(self, value: Any, run: Run, path: Path) -> Any:
        return None if value is None else Source(self, value, run)

    def typename(self, value: Any) -> str:
        return self.only.typename if self.only is not None else str(value[0])

    def field(self, value: Any, key: str, run: Run, path: Path) -> Any:
        entry = self.shapes[self.typename(value)].entries[key]
        return entry.completer.wrap(value[entry.at], run, path)


class Made:
    """An object that is made here from what was read: a mapping by the names of its fields."""

    def __init__(self, typename: str, entries: Sequence[Entry], *, required: bool = True) -> None:
        self._typename = typename
        self.entries = {entry.key: entry for entry in entries}
        self.required = required

    def fast(self, value: Any, run: Run) -> Any:
        if value is None:
            if self.required:
                raise Unusual
            return None
        return {key: entry.completer.fast(value.get(entry.at), run) for key, entry in self.entries.items()}

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

    def fast(self, value: Any, run: Run) -> Any:
        return self.then.fast(self.work(value, run), run)

    def fast_all(self, values: Sequence[Any], run: Run) -> list[Any]:
        """Many of them."""
        work = self.work
        return fast_all(self.then, [work(value, run) for value in values], run)

    def wrap(self, value: Any, run: Run, path: Path) -> Any:
        return self.then.wrap(self.work(value, run), run, path)


@dataclass(frozen=True, slots=True)
class Checked:
    """A field with arguments: raises what is wrong with them where it is reached."""

    number: int
    then: Completer

    def fast(self, value: Any, run: Run) -> Any:
        if run.failed and self.number in run.failed:
            raise Unusual
        return self.then.fast(value, run)

    def fast_all(self, values: Sequence[Any], run: Run) -> list[Any]:
        """Many of them."""
        if values and run.failed and self.number in run.failed:
            raise Unusual
        return fast_all(self.then, values, run)

    def wrap(self, value: Any, run: Run, path: Path) -> Any:
        if self.number in run.failed:
            raise run.failed[self.number]
        return self.then.wrap(value, run, path)
