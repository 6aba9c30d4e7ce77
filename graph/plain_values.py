"""Values of the driver as plain ones, which can be printed, compared, and written as JSON."""

from __future__ import annotations

from collections.abc import Mapping

from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point
from neo4j.time import Date, DateTime, Duration, Time


def plain(value: object) -> object:
    """A value without types of the driver.

    A node is its properties and `_labels`, but for its vector, which is had by its name (`RETURN a.vector`); a
    relationship its properties and `_type`; a path the list of both in turn; days, times and durations are ISO 8601
    text; a point is `{"longitude", "latitude"}`, elsewhere `{"x", "y", …}`.
    """
    match value:
        case Node():
            return {"_labels": sorted(value.labels), **_mapping(value)}
        case Relationship():
            return {"_type": value.type, **_mapping(value)}
        case Path():
            steps = [plain(value.start_node)]
            for link, node in zip(value.relationships, value.nodes[1:], strict=True):
                steps += [plain(link), plain(node)]
            return steps
        case Date() | DateTime() | Time() | Duration():
            return value.iso_format()
        case Point():
            names = ("longitude", "latitude", "height") if value.srid in (4326, 4979) else ("x", "y", "z")
            return dict(zip(names, value, strict=False))
        case bytes() | bytearray():
            return value.hex()
        case list() | tuple():
            return [plain(each) for each in value]
        case Mapping():
            return {str(key): plain(each) for key, each in value.items()}
    return value


def _mapping(value: Node | Relationship) -> dict[str, object]:
    return {key: plain(each) for key, each in value.items() if key != "vector"}
