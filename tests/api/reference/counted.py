"""What is counted: facets of a page, and periods of time."""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from graph.errors import FixInput
from tests.api.reference.fields import Run, properties, resolves
from tests.api.reference.model import Graph, Node
from tests.api.reference.pages import Page
from tests.api.reference.relations import article_of, days, events_in

Args = dict[str, Any]
Tally = dict[str, Any]

properties("Facets", "people", "organisations", "places", "months", "sources", "kinds")
properties("EntityCount", "count", "node")
properties("ValueCount", "value", "count")
properties("Period", "start", "end", "articles", "quotes", "quotesAbout", "events")


def _tally(items: Iterable[Node], values: Callable[[Node], Iterable[Any]]) -> list[tuple[Any, int]]:
    """How many of the items have each value; what is no value is passed over."""
    counts: dict[Any, int] = defaultdict(int)
    for item in items:
        for value in {each for each in values(item) if each not in (None, "")}:
            counts[value] += 1
    return list(counts.items())


def _facets(
    first: int, items: list[Node], named: Callable[[Node], Iterable[Node]], placed: Callable[[Node], Iterable[Node]],
    sources: Callable[[Node], Iterable[Any]], kind: str,
) -> Tally:  # fmt: skip
    if not 0 <= first <= 1000:
        raise FixInput(f"first: {first} is no number of counts.", "Give a number from 0 to 1000.")

    def entities(whom: Callable[[Node], Iterable[Node]], label: str) -> list[Tally]:
        found = _tally(items, lambda item: (node for node in whom(item) if node.label == label))
        found.sort(key=lambda pair: (-pair[1], pair[0].names[0], pair[0].id))
        return [{"node": node, "count": count} for node, count in found[:first]]

    def values(whose: Callable[[Node], Iterable[Any]]) -> list[Tally]:
        return [{"value": value, "count": count} for value, count in _tally(items, whose)]

    def most(counted: list[Tally]) -> list[Tally]:
        return sorted(counted, key=lambda each: (-each["count"], each["value"]))[:first]

    return {
        "people": entities(named, "Person"),
        "organisations": entities(named, "Organisation"),
        "places": entities(placed, "Place"),
        "months": sorted(values(lambda item: [(item.get("day") or "")[:7]]), key=lambda each: str(each["value"])),
        "sources": most(values(sources)),
        "kinds": most(values(lambda item: [item.get(kind)])),
    }


def _items(found: Page) -> list[Node]:
    return [item for _, item in found.rows]


@resolves("QuoteConnection.facets")
def _quote_facets(found: Page, run: Run, args: Args) -> Any:
    def source(quote: Node) -> list[Any]:
        article = article_of(quote)
        return [article.get("source")] if article else []

    return _facets(
        args["first"], _items(found), lambda q: (link.start for link in q.into["SAID"]),
        lambda q: (link.end for link in q.out["ABOUT"]), source, "kind",
    )  # fmt: skip


@resolves("EventConnection.facets")
def _event_facets(found: Page, run: Run, args: Args) -> Any:
    return _facets(
        args["first"], _items(found), lambda e: (link.start for link in e.into["TOOK_PART_IN"]),
        lambda e: (link.end for link in e.out["TOOK_PLACE_IN"]),
        lambda e: (link.end.get("source") for link in e.out["REPORTED_IN"]), "type",
    )  # fmt: skip


@resolves("ArticleConnection.facets")
def _article_facets(found: Page, run: Run, args: Args) -> Any:
    def mentioned(article: Node) -> Iterable[Node]:
        return (link.end for link in article.out["MENTIONS"])

    return _facets(args["first"], _items(found), mentioned, mentioned, lambda a: [a.get("source")], "language")


# Time

_CUT = {"day": 10, "month": 7, "year": 4}


def _period(start: str) -> tuple[str, str]:
    """The first and last day of a day, month or year."""
    if len(start) == 10:
        return start, start
    if len(start) == 7:
        year, month = map(int, start.split("-"))
        return f"{start}-01", f"{start}-{calendar.monthrange(year, month)[1]}"
    return f"{start}-01-01", f"{start}-12-31"


def _timeline(args: Args, counted: dict[str, Iterable[Node]]) -> list[Tally]:
    """Periods with something, the oldest first; the newest thousand."""
    lies = days(args["days"])
    periods: dict[str, Tally] = {}
    for what, items in counted.items():
        for item in {each.id: each for each in items}.values():
            day = item.get("day")
            if day and lies(day):
                start = day[: _CUT[args["unit"]]]
                made = periods.setdefault(start, dict.fromkeys(counted, 0))
                made[what] += 1
    return [
        {"start": _period(start)[0], "end": _period(start)[1], "quotesAbout": None, **periods[start]}
        for start in sorted(periods)[-1000:]
    ]


@resolves("Entity.timeline")
def timeline_of(entity: Node, run: Run, args: Args) -> Any:
    events = [link.end for link in entity.out["TOOK_PART_IN"]]
    if entity.label == "Place":
        events += events_in([entity])
    return _timeline(args, {
        "articles": [link.start for link in entity.into["MENTIONS"]],
        "quotes": [link.end for link in entity.out["SAID"]],
        "quotesAbout": [link.start for link in entity.into["ABOUT"]],
        "events": events,
    })  # fmt: skip


@resolves("Query.timeline")
def _timeline_of_all(root: None, run: Run, args: Args) -> Any:
    return _timeline(
        args, {label: _from(run.graph, label, args["source"]) for label in ("articles", "quotes", "events")}
    )


def _from(graph: Graph, what: str, source: str | None) -> list[Node]:
    """Articles of a source, quotes in them, events that they report; all where none is named."""
    articles = [a for a in graph.all("Article") if source is None or a.get("source") == source]
    if what == "articles":
        return articles
    if source is None:
        return graph.all("Quote" if what == "quotes" else "Event")
    if what == "quotes":
        return [link.start for a in articles for link in a.into["IN"] if link.start.label == "Quote"]
    return [link.start for a in articles for link in a.into["REPORTED_IN"]]
