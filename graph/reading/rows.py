"""What is read of a node or of a relationship: Cypher map projections, generated from the model.

Dates are cast to text in the database. An article's text is left out (it may be megabytes), and so are vectors and the
point.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, cast

from graph.model import NODE, PROVENANCE, RELATIONSHIP

DATES = frozenset({"published", "said_on", "date", "date_end", "on"})
VECTOR = ("vector", "vector_of")
HEAVY = {
    "Article": frozenset({"text", "text_hash", *VECTOR}),
    "Quote": frozenset(VECTOR),
    "Place": frozenset({"location"}),
}
ENTITIES = ("Person", "Organisation", "Place", "Unnamed")


@cache
def node(variable: str, *labels: str) -> str:
    """A projection of a node that has one of these labels: `node` (the label), `id`, and their properties."""
    names = _unique(name for label in labels for name in NODE[label].properties if name not in HEAVY.get(label, ()))
    several = f'head([l IN labels({variable}) WHERE l <> "Entity"])'
    label = several if len(labels) > 1 else f'"{labels[0]}"'
    light = [name for name in names if not _heavy_with(name, labels)]
    mixed = "".join(
        f", {name}: CASE WHEN {variable}:{heavy} THEN null ELSE {variable}.{name} END"
        for name in names
        for heavy in _heavy_with(name, labels)
    )
    return f"{variable}{{node: {label}, .id, {_fields(variable, light)}{mixed}}}"


@cache
def link(variable: str, *types: str) -> str:
    """A projection of a relationship that has one of these types: `type`, the provenance and their properties."""
    names = _unique(
        name
        for kind in types
        for name in (*(PROVENANCE if RELATIONSHIP[kind].asserted else ()), *RELATIONSHIP[kind].properties)
    )
    kind = f'"{types[0]}"' if len(types) == 1 else f"type({variable})"
    # `type` is also a property of REPORTED_IN: what the article calls the event.
    names = [name for name in names if name != "type"]
    return f"{variable}{{type: {kind}, {_fields(variable, names)}}}"


def maps(found: Iterable[Mapping[str, object]], column: str = "row") -> list[dict[str, Any]]:
    """A column of a statement's rows that holds projections."""
    return [cast("dict[str, Any]", row[column]) for row in found]


def _fields(variable: str, names: Iterable[str]) -> str:
    return ", ".join(f"{n}: toString({variable}.{n})" if n in DATES else f".{n}" for n in names)


def _heavy_with(name: str, labels: tuple[str, ...]) -> list[str]:
    """The labels among these whose property of this name is left out: a quote's text is read, an article's is not."""
    return [label for label in labels if name in HEAVY.get(label, ())]


def _unique(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
