"""What arguments and filters ask of an object: conditions in Cypher, with their values as parameters.

Templates name the object `<it>` (and `<r>` the relationship it was reached by); `<value>` is the parameter, `<test>`
the place of a comparison inside a larger pattern. A missing value never fits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Protocol

from api.plan.fields import camel
from api.plan.selection import Value
from graph.reading.block import fill

Binds = Callable[[Value, Callable[[Any], object]], str]
"""Makes a parameter of a value, worked on by a function, and gives its name."""
Names = Mapping[str, str]


class Condition(Protocol):
    """A condition for a value as `selection.structure` shows it; "" where it asks for nothing."""

    def text(self, value: Any, names: Names, bind: Binds) -> str: ...


def same(value: Any) -> Any:
    """Values as they are, enums by what they stand for."""
    if isinstance(value, Enum):
        return value.value
    return [same(each) for each in value] if isinstance(value, list) else value


@dataclass(frozen=True, slots=True)
class Is:
    """A template with `<value>`; a value that decides on the form (a flag, one of an enum) is written out by its
    name.
    """

    template: str
    work: Callable[[Any], object] = same

    def text(self, value: Any, names: Names, bind: Binds) -> str:
        if value is None or value == []:
            return ""
        if isinstance(value, Value):
            written = bind(value, self.work)
        elif isinstance(value, bool):
            written = "true" if value else "false"
        elif isinstance(value, list):
            written = f"[{', '.join(_written(each) for each in value)}]"
        else:
            written = _written(value)
        return fill(self.template, {**names, "value": written})


def _written(name: Any) -> str:
    assert re.fullmatch(r"\w+", str(name)), "the name of an enum's value"
    return f"'{name}'"


def ends_of(days: Mapping[str, Any]) -> list[tuple[str, Value]]:
    """The ends of a `DayRange`, each with its sign; all that are given must hold."""
    given = ((">=", "since"), (">=", "on"), ("<=", "until"), ("<=", "on"))
    return [(sign, days[name]) for sign, name in given if days.get(name) is not None]


@dataclass(frozen=True, slots=True)
class Days:
    """A `DayRange` on an expression for a day as text, both ends inclusive; what has no day lies in no range."""

    day: str
    around: str = "<test>"

    def text(self, value: Any, names: Names, bind: Binds) -> str:
        if value is None:
            return ""
        day = fill(self.day, names)
        tests = [f"{day} {sign} {bind(end, same)}" for sign, end in ends_of(value)]
        return fill(self.around, {**names, "test": " AND ".join([f"{day} >= '0'", *tests])}) if tests else ""


@dataclass(frozen=True, slots=True)
class Ranged:
    """A `FloatRange` on a number, both ends inclusive."""

    number: str
    around: str = "<test>"

    def text(self, value: Any, names: Names, bind: Binds) -> str:
        number = fill(self.number, names)
        signs = {"min": ">=", "max": "<="}
        tests = [f"{number} {signs[end]} {bind(v, same)}" for end, v in (value or {}).items() if v is not None]
        if not tests:
            return ""
        return fill(self.around, {**names, "test": " AND ".join(tests)})


@dataclass(frozen=True, slots=True)
class Worded:
    """A `TextFilter` on a text; upper and lower case are the same."""

    word: str
    around: str = "<test>"

    def text(self, value: Any, names: Names, bind: Binds) -> str:
        if not value:
            return ""
        ((how, given),) = value.items()
        if given is None:
            return ""
        text = f"toLower({fill(self.word, names)})"
        if how == "in":
            low: str = f"[each IN {bind(given, same)} | toLower(each)]" if isinstance(given, Value) else "[]"
            test = f"{text} IN {low}"
        else:
            sign = {"eq": "=", "contains": "CONTAINS", "startsWith": "STARTS WITH"}[how]
            test = f"{text} {sign} toLower({bind(given, same)})"
        return fill(self.around, {**names, "test": test})


@dataclass(frozen=True, slots=True)
class AnyOf:
    """A template with `<value>` for a list of ids; an empty list fits nothing."""

    template: str

    def text(self, value: Any, names: Names, bind: Binds) -> str:
        if value is None:
            return ""
        return fill(self.template, {**names, "value": bind(value, same) if isinstance(value, Value) else "[]"})


@dataclass(frozen=True, slots=True)
class Within:
    """Another filter on an object that is reached through a pattern: `<test>` in it, on `<far>`."""

    around: str
    keys: Callable[[], Mapping[str, Condition]]

    def text(self, value: Any, names: Names, bind: Binds) -> str:
        if value is None:
            return ""
        test = composed(value, self.keys(), {**names, "it": "far"}, bind)
        return fill(self.around, {**names, "far": "far", "test": test})


@dataclass(frozen=True, slots=True)
class Composed:
    """A filter of which all keys must hold, with `and`, `or` and `not` of the same."""

    keys: Callable[[], Mapping[str, Condition]]

    def text(self, value: Any, names: Names, bind: Binds) -> str:
        return "" if value is None else composed(value, self.keys(), names, bind)


def composed(value: Mapping[str, Any], keys: Mapping[str, Condition], names: Names, bind: Binds) -> str:
    """The condition of a filter, true or false and never null."""
    tests: list[str] = []
    for key, given in value.items():
        if given is None:
            continue
        if key == "not":
            tests.append(f"NOT {composed(given, keys, names, bind)}")
        elif key in ("and", "or"):
            each = [composed(one, keys, names, bind) for one in given]
            tests.append(f"({f' {key.upper()} '.join(each)})" if each else ("true" if key == "and" else "false"))
        else:
            text = keys[key].text(given, names, bind)
            if text:
                tests.append(f"coalesce({text}, false)")
    return f"({' AND '.join(tests)})" if tests else "true"


def keys_of(filter_type: type) -> dict[str, Condition]:
    """The conditions that a filter's keys declare, by their names in GraphQL."""
    declared = filter_type.__strawberry_definition__.fields  # type: ignore[attr-defined]  # Strawberry gives it
    return {
        camel(each.python_name.rstrip("_")): each.metadata["condition"]
        for each in declared
        if "condition" in each.metadata
    }
