"""From a row to the type that its label names."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from api.types.article import Article
from api.types.base import Node
from api.types.claim import Claim
from api.types.entities import Organisation, Person, Place, Unnamed
from api.types.event import Event, Figure
from api.types.quote import Quote
from graph.reading.page import Row

TYPES: Mapping[str, Callable[[Row], Node]] = {
    "Article": Article.of,
    "Person": Person.of,
    "Organisation": Organisation.of,
    "Place": Place.of,
    "Unnamed": Unnamed.of,
    "Event": Event.of,
    "Quote": Quote.of,
    "Figure": Figure.of,
    "Claim": Claim.of,
}


def node_of(row: Row) -> Node:
    """The object of a row."""
    return TYPES[row["node"]](row)
