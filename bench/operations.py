"""Five operations, for us, for the peer and as one hand-written statement, and what makes their answers comparable."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.graphs import names
from bench.graphs.stories import SUMMIT_ID
from loaders.resolve import ids
from loaders.resolve.names import fold

LIST = 1_000
"""Rows of the long list, the largest page that the service gives."""
Shape = Callable[[dict[str, Any]], object]
_BARE = Path(__file__).parent / "bare"


def person_id(name: str) -> str:
    """The id of one of the two people whom the benches ask for."""
    return ids.person(tuple(fold(name).split()))


@dataclass(frozen=True, slots=True)
class Operation:
    """What is asked, three times, and how `data` of either answer becomes what the statement returns as `answer`."""

    name: str
    ours: str
    peer: str
    variables: Mapping[str, object]
    shape_ours: Shape
    shape_peer: Shape
    bare: str
    """Name of the file in `bench/bare`."""

    def statement(self) -> str:
        return (_BARE / f"{self.bare}.cypher").read_text(encoding="utf-8")


def _nodes(connection: dict[str, Any]) -> list[dict[str, Any]]:
    return [edge["node"] for edge in connection["edges"]]


def _names(several: list[dict[str, Any]]) -> list[str]:
    return [each["name"] for each in several]


def _said_about_ours(data: dict[str, Any]) -> object:
    return [
        {
            **{key: quote[key] for key in ("id", "text", "kind", "saidOn", "article")},
            "speakers": _names(quote["speakers"]),
            "events": [about["node"]["label"] for about in quote["about"] if about["node"]],
        }
        for quote in _nodes(data["quotes"])
    ]


def _said_about_peer(data: dict[str, Any]) -> object:
    return [
        {
            **{key: quote[key] for key in ("id", "text", "kind", "saidOn")},
            "article": quote["articles"][0],
            "speakers": _names(quote["speakers"]),
            "events": [event["label"] for event in quote["events"]],
        }
        for quote in data["people"][0]["quotes"]
    ]


def _three_levels_ours(data: dict[str, Any]) -> object:
    def inner(article: dict[str, Any]) -> dict[str, object]:
        quotes = [{"text": q["text"], "speakers": _names(q["speakers"])} for q in _nodes(article["quotes"])]
        return {"headline": article["headline"], "quotes": quotes}

    return [
        {
            "name": person["name"],
            "quotes": [{"text": q["text"], "article": inner(q["article"])} for q in _nodes(person["quotes"])],
        }
        for person in _nodes(data["people"])
    ]


def _three_levels_peer(data: dict[str, Any]) -> object:
    def inner(article: dict[str, Any]) -> dict[str, object]:
        quotes = [{"text": q["text"], "speakers": _names(q["speakers"])} for q in article["quotes"]]
        return {"headline": article["headline"], "quotes": quotes}

    return [
        {
            "name": person["name"],
            "quotes": [{"text": q["text"], "article": inner(q["articles"][0])} for q in person["quotes"]],
        }
        for person in data["people"]
    ]


def _total(connection: dict[str, Any]) -> object:
    return {"total": connection["totalCount"], "quotes": _nodes(connection)}


_NEWEST = "sort: [{ day: DESC }, { id: DESC }]"

OPERATIONS = (
    Operation(
        "point",
        "query ($id: ID!) { person(id: $id) { id name aliases wikidata } }",
        "query ($id: ID!) { people(where: { id: { eq: $id } }) { id name aliases wikidata } }",
        {"id": person_id(names.ORDINARY)},
        lambda data: data["person"],
        lambda data: data["people"][0] | {"aliases": data["people"][0]["aliases"] or []},
        "point",
    ),
    Operation(
        f"list of {LIST:,}",
        "query ($first: Int!) { quotes(first: $first)"
        " { edges { node { id text kind saidOn cue polarity confidence } } } }",
        # the two conditions hold for all, and let the database read its index in order instead of sorting all quotes
        'query ($first: Int!) { quotes(where: { day: { gte: "" }, id: { gte: "" } }, ' + _NEWEST + ", limit: $first)"
        " { id text kind saidOn cue polarity confidence } }",
        {"first": LIST},
        lambda data: _nodes(data["quotes"]),
        lambda data: data["quotes"],
        "list",
    ),
    Operation(
        "said-about page",
        "query ($speaker: ID!, $event: ID!) { quotes(speakerId: $speaker, aboutId: $event, first: 20) { edges { node {"
        " id text kind saidOn speakers { name } about { node { ... on Event { label } } } article { headline url }"
        " } } } }",
        "query ($speaker: ID!, $event: ID!) { people(where: { id: { eq: $speaker } }) {"
        " quotes(where: { events: { some: { id: { eq: $event } } } }, " + _NEWEST + ", limit: 20) {"
        " id text kind saidOn speakers { name } events { label } articles { headline url } } } }",
        {"speaker": person_id(names.HUB), "event": SUMMIT_ID},
        _said_about_ours,
        _said_about_peer,
        "said_about",
    ),
    Operation(
        "three levels",
        "{ people(first: 5) { edges { node { name quotes(first: 10) { edges { node { text"
        " article { headline quotes(first: 5) { edges { node { text speakers { name } } } } } } } } } } } }",
        "{ people(sort: [{ name: ASC }, { id: ASC }], limit: 5) { name quotes(" + _NEWEST + ", limit: 10) { text"
        " articles { headline quotes(" + _NEWEST + ", limit: 5) { text speakers { name } } } } } }",
        {},
        _three_levels_ours,
        _three_levels_peer,
        "three_levels",
    ),
    Operation(
        "page with total",
        "query ($speaker: ID!) { person(id: $speaker) { quotes(first: 20)"
        " { totalCount edges { node { id text saidOn } } } } }",
        "query ($speaker: ID!) { people(where: { id: { eq: $speaker } }) {"
        " quotesConnection(sort: [{ node: { day: DESC } }, { node: { id: DESC } }], first: 20)"
        " { totalCount edges { node { id text saidOn } } } } }",
        {"speaker": person_id(names.HUB)},
        lambda data: _total(data["person"]["quotes"]),
        lambda data: _total(data["people"][0]["quotesConnection"]),
        "total",
    ),
)
