"""Statements live in `.cypher` files under `cypher/`; this is the only road to them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def statement(name: str) -> str:
    """The text of `cypher/NAME`, e.g. `statement("write/nodes.cypher")`.

    Raises FileNotFoundError for a name that is not there: a mistake in our code, never a user's.
    """
    place = files("cypher")
    for part in name.split("/"):  # a package without __init__.py takes one part at a time
        place = place.joinpath(part)
    return place.read_text(encoding="utf-8")


def statements(name: str) -> tuple[str, ...]:
    """The statements of a file that holds several, each ended by a semicolon at the end of a line."""
    parts = (part.strip() for part in statement(name).replace(";\r\n", ";\n").split(";\n"))
    return tuple(part.removesuffix(";") for part in parts if _says_something(part))


def _says_something(part: str) -> bool:
    return any(line.strip() and not line.lstrip().startswith("//") for line in part.splitlines())
