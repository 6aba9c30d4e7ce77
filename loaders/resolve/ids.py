"""Ids that stay the same over reloads, readable where they can be.

An id is a function of the name in our spelling, so the same full name finds the same node whatever was loaded first.
A name that does not say enough (a bare surname, an ambiguous place) carries a mark: of the office where one is stated,
else of its article.
"""

from __future__ import annotations

from graph.facts import short_id
from loaders.resolve.names import fold

MARK = 8
"""Hexadecimal digits of a mark."""


def slug(name: str) -> str:
    """`fold`, joined by hyphens; a hash where nothing is left to read."""
    return "-".join(fold(name).split()) or short_id(name)


def person(tokens: tuple[str, ...]) -> str:
    return f"person/{slug(' '.join(tokens))}"


def marked(node: str, *reasons: object) -> str:
    """`person/peskov` -> `person/peskov~1a2b3c4d`. The tilde cannot stand in a name, so a mark is known as one."""
    return f"{node}~{short_id(*reasons)[:MARK]}"


def is_marked(node: str) -> bool:
    return "~" in node


def organisation(key: str) -> str:
    return f"organisation/{slug(key)}"


def gazetteer_place(geonames: int, name: str) -> str:
    return f"place/{slug(name)}-{geonames}"


def place(name: str, kind: str) -> str:
    return f"place/{slug(name)}-{slug(kind)}" if kind else f"place/{slug(name)}"


def event(kind: str, where: str, day: str) -> str:
    return f"event/{slug(kind)}-{slug(where)}-{day}"


def owned(label: str, *parts: object) -> str:
    """Of a node that belongs to one article: `quote/<16 hex>`."""
    return f"{label.lower()}/{short_id(*parts)}"
