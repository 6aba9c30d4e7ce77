"""The library of ready questions: one `.cypher` file each under `cypher/questions`.

A file begins with comment lines: the question as a journalist would ask it, an explanation, and a line per parameter
that can be pasted into Neo4j Browser as it stands: `// :param speaker => "Peskov"`. The value there is the example, and
what the question is asked with where nothing else is given.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graph.cypher import statement
from graph.errors import AskDifferently
from graph.guard import Table, ask
from graph.store import Store

_PARAMETER = re.compile(r":param\s+(\w+)\s*=>\s*(.+?)\s*;?\s*")
_NOT_CODE = re.compile(r"""//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`""", re.DOTALL)
_USED = re.compile(r"\$(\w+)")

Parameter = str | int | float | bool | list[object] | None


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the library. `parameters`: each one's name and example."""

    name: str
    question: str
    explanation: str
    parameters: Mapping[str, Parameter]
    cypher: str

    @property
    def used(self) -> frozenset[str]:
        """The parameters that the statement uses; a test holds them against the declared ones."""
        return frozenset(_USED.findall(_NOT_CODE.sub(" ", self.cypher)))

    def value(self, name: str, words: str) -> Parameter:
        """What somebody wrote for a parameter, as the type of its example. Raises AskDifferently."""
        if name not in self.parameters:
            known = ", ".join(self.parameters) or "none"
            raise AskDifferently(f"The question {self.name} has no parameter {name!r}.", f"It has {known}.")
        example = self.parameters[name]
        if isinstance(example, str):
            return words
        try:
            value: Parameter = json.loads(words)
        except ValueError:
            value = None
        if type(value) is not type(example):
            raise AskDifferently(
                f"{name}={words} is no {_KIND[type(example)]}.", f"Write it like {json.dumps(example)}."
            )
        return value


_KIND = {int: "whole number", float: "number", bool: "true or false", list: "list", type(None): "value"}


def parse(name: str, text: str) -> Question:
    """Read a file of the library. Raises ValueError for a file that is not in its form: a mistake of its author."""
    comments: list[str] = []
    for line in text.splitlines():
        if not line.startswith("//"):
            break
        comments.append(line.removeprefix("//").strip())
    if not comments or not comments[0].endswith("?"):
        raise ValueError(f"{name}: the first line is not a question in a comment")
    parameters: dict[str, Parameter] = {}
    words: list[str] = []
    for comment in comments[1:]:
        found = _PARAMETER.fullmatch(comment)
        if found:
            parameters[found[1]] = json.loads(found[2])
        elif comment.startswith(":param"):
            raise ValueError(f"{name}: {comment!r} is not ':param name => value'")
        else:
            words.append(comment)
    return Question(name, comments[0], "\n".join(words).strip(), parameters, text)


@cache
def questions() -> tuple[Question, ...]:
    """All questions of the library, by name."""
    names = (f.name for f in files("cypher").joinpath("questions").iterdir() if f.name.endswith(".cypher"))
    return tuple(parse(n.removesuffix(".cypher"), statement(f"questions/{n}")) for n in sorted(names))


def question(name: str) -> Question:
    """The question of that name (file name without `.cypher`). Raises AskDifferently with what comes near."""
    known = {q.name: q for q in questions()}
    plain = name.removesuffix(".cypher").replace("-", "_").lower()
    if plain in known:
        return known[plain]
    near = difflib.get_close_matches(plain, known, n=3)
    remedy = f"Did you mean {' or '.join(near)}?" if near else "`newsgraph questions` lists them."
    raise AskDifferently(f"The library has no question {name!r}.", remedy)


def run(store: Store, asked: Question, words: Mapping[str, str] | None = None) -> Table:
    """Ask a question of the library through the read-only door, with its examples for what is not given."""
    given = {name: asked.value(name, text) for name, text in (words or {}).items()}
    return ask(store, asked.cypher, {**asked.parameters, **given})
