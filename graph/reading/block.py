"""Cypher as a plan generates it: blocks of lines whose variables never meet, whatever is nested in what.

Texts of ours name their variables in angle brackets, `MATCH (<it>)-[<r>:SAID]->(<q>:Quote)`; `fill` puts in the names
that a block gave out. Values never stand in a text: they are parameters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import count

_HOLE = re.compile(r"<(\w+)>")
_WORD = re.compile(r"(?<![\w.$])[a-z]+\d+_\b")


def fill(text: str, names: Mapping[str, str]) -> str:
    """The text with the names put in. KeyError for one that is not given.

    >>> fill("MATCH (<it>)-[<r>:SAID]->(q)", {"it": "n1_", "r": "r2_"})
    'MATCH (n1_)-[r2_:SAID]->(q)'
    """
    return _HOLE.sub(lambda hole: names[hole[1]], text)


class Names:
    """Gives out variables, each once in a statement: a stem, a number, and a mark that no word of Cypher bears."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def fresh(self, stem: str) -> str:
        return f"{stem}{next(self._numbers)}_"


class Block:
    """Lines of one (sub)query."""

    def __init__(self, names: Names, visible: Iterable[str] = ()) -> None:
        self.names = names
        self.visible = list(visible)
        """Variables that its lines may use."""
        self.lines: list[str] = []

    def fresh(self, stem: str) -> str:
        """A new variable, visible from here on."""
        name = self.names.fresh(stem)
        self.visible.append(name)
        return name

    def add(self, text: str, **names: str) -> None:
        self.lines.append(fill(text, names) if names else text)

    def inside(self) -> Block:
        """A block for a subquery, which sees what this one sees."""
        return Block(self.names, self.visible)

    def used(self, text: str) -> list[str]:
        """Those of the visible variables that stand in a text."""
        return sorted(set(_WORD.findall(text)) & set(self.visible))

    def call(self, body: Block | str, *gives: str, single: bool = False) -> None:
        """A subquery that gives these variables. What it uses of ours is passed in.

        `single`: whether it gives one row, where that cannot be seen from its end.
        """
        text = body.text() if isinstance(body, Block) else body
        used = [name for name in self.used(text) if name not in gives]
        single = single or (isinstance(body, Block) and body.gives_one_row)
        if isinstance(body, Block) and single and not self.lines and set(self.visible) <= set(gives):
            # What a statement begins with needs no subquery of its own.
            self.lines += [*body.lines[:-1], "WITH" + body.lines[-1].removeprefix("RETURN")]
        else:
            self.lines.append(f"CALL ({', '.join(used)}) {{\n{text}\n}}")
        self.visible.extend(name for name in gives if name not in self.visible)

    @property
    def gives_one_row(self) -> bool:
        """Whether it ends with one row of collected values, as a line of its own."""
        return bool(self.lines) and self.lines[-1].startswith(("RETURN collect(", "RETURN head(collect("))

    def text(self) -> str:
        return "\n".join(self.lines)
