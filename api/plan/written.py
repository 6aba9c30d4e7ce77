"""The completion of an answer, written for its plan as one function of Python: a loop for each list, a call for each
object. That takes a third to a half of what completing value by value takes.

Each completer writes its own part. What stands in the text comes from here and from them: names of variables and places
in rows. Everything else is handed to the function by a name. Objects are of types that bear the response keys: one
takes a quarter of a dictionary's memory, and memory that nobody has touched for a while is what time goes to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

import msgspec

if TYPE_CHECKING:
    from api.plan.complete import Run

Complete = Callable[[Any, "Run"], Any]
"""Makes the answer of a row, for `api.as_json`. Raises `Unusual`, and errors of ours."""
MOST_LOOPS = 15
"""Loops in each other in one function: Python takes 20."""


class Unusual(Exception):
    """The fast way does not fit: the stock executor is to complete the answer, errors included."""


class Writes(Protocol):
    """What writes its part of a completion."""

    def write(self, into: Writing, value: str) -> str:
        """Write what is to be done with the value that `value` stands for; what stands for the answer made of it."""


def written(completer: Writes) -> Complete:
    """The completion by this completer."""
    return Writing({}, {}).whole(completer)


class Writing:
    """A function of `value` and `run`, while it is written. What stands for a value may be used once in the text,
    unless it is a variable.
    """

    def __init__(self, apart: dict[int, Complete], types: dict[tuple[str, ...], type[msgspec.Struct]]) -> None:
        """`apart`: what has been written as a function of its own, by the completer's `id`; `types`: of objects, by
        their response keys.
        """
        self._apart, self._types = apart, types
        self._lines: list[str] = []
        self._depth = self._loops = self._variables = 0
        self._names: dict[str, Any] = {"Unusual": Unusual}

    def line(self, text: str) -> None:
        """Add a statement."""
        self._lines.append(" " * (self._depth + 1) + text)

    @contextmanager
    def block(self, head: str) -> Iterator[None]:
        """Add a statement in which others stand: those that are added until the end of the block."""
        self.line(head)
        self._depth += 1
        yield
        self._depth -= 1

    def variable(self, expression: str) -> str:
        """A variable that has the expression's value; itself where it is one."""
        if expression.isidentifier():
            return expression
        self._variables += 1
        self.line(f"v{self._variables} = {expression}")
        return f"v{self._variables}"

    def refuse(self, condition: str) -> None:
        """Raise `Unusual` where the condition holds."""
        self.line(f"if {condition}: raise Unusual")

    def known(self, thing: object) -> str:
        """A name by which the function knows a thing."""
        name = f"k{len(self._names)}"
        self._names[name] = thing
        return name

    def each(self, values: str, item: Writes) -> str:
        """A list of what `item` makes of each of the values."""
        made = self.variable("[]")
        self._variables += 1
        one = f"v{self._variables}"
        with self.block(f"for {one} in {values}:"):
            self._loops += 1
            found = self.apart(item, one) if self._loops >= MOST_LOOPS else item.write(self, one)
            self.line(f"{made}.append({found})")
            self._loops -= 1
        return made

    def apart(self, completer: Writes, value: str) -> str:
        """The same as `completer.write`, as a function of its own, which is written once."""
        found = self._apart.get(id(completer))
        if found is None:
            found = self._apart[id(completer)] = Writing(self._apart, self._types).whole(completer)
        return f"{self.known(found)}({value}, run)"

    def present(self, value: str, write: Callable[[str], str], *, required: bool) -> str:
        """What is written for a value, in a variable, that is there. Where it is null: null, unless it is required."""
        value = self.variable(value)
        if required:
            self.refuse(f"{value} is None")
            return write(value)
        self._variables += 1
        made = f"v{self._variables}"
        with self.block(f"if {value} is None:"):
            self.line(f"{made} = None")
        with self.block("else:"):
            self.line(f"{made} = {write(value)}")
        return made

    def one_of(self, label: str, ways: Mapping[str, Callable[[], str]]) -> str:
        """What is written for the label that a value has."""
        label = self.variable(label)
        self._variables += 1
        made, head = f"v{self._variables}", "if"
        for each, write in ways.items():
            with self.block(f"{head} {label} == {each!r}:"):
                self.line(f"{made} = {write()}")
            head = "elif"
        if not ways:
            self.line("raise Unusual")
            return "None"
        with self.block("else:"):
            self.line("raise Unusual")
        return made

    def object(self, fields: Mapping[str, str]) -> str:
        """An object, by what stands for the value of each response key."""
        keys = tuple(fields)
        if keys not in self._types:
            names = [f"f{number}" for number in range(len(keys))]
            # Answers are trees, so that the collector of cycles need not look at them.
            made = msgspec.defstruct("Object", names, rename=dict(zip(names, keys, strict=True)), gc=False)
            self._types[keys] = made
        return f"{self.known(self._types[keys])}({', '.join(fields.values())})"

    def whole(self, completer: Writes) -> Complete:
        """The function that returns what the completer makes."""
        self.line(f"return {completer.write(self, 'value')}")
        code = compile("\n".join(("def complete(value, run):", *self._lines)), "<completion>", "exec")
        exec(code, self._names)  # noqa: S102 - it holds nothing that somebody asked
        complete: Complete = self._names["complete"]
        return complete
