"""Filters that compose: whether a quote, event, article, entity, relationship or claim fits one.

All that is given must hold. A missing value makes a condition false, and its `not` true. A list is one of these; an
empty one asks for nothing, but one of ids, or of texts (`in`), fits nothing. What is given as null is not given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from graph.words import stems
from tests.api.reference.model import Graph, Link, Node
from tests.api.reference.relations import article_of, days, ends, places_above, starts
from tests.api.reference.words import has

Filter = dict[str, Any]
Conditions = dict[str, Callable[[Any], bool]]


def fits(graph: Graph, kind: str, item: Any, where: Filter | None) -> bool:
    """Whether something fits a filter of its kind: Quote, Event, Article, Entity, Relationship, Claim."""
    if not where:
        return True
    conditions = _KINDS[kind](graph, item)
    for key, given in where.items():
        if given is None:
            continue
        if key == "and":
            holds = all(fits(graph, kind, item, each) for each in given)
        elif key == "or":
            holds = any(fits(graph, kind, item, each) for each in given)
        elif key == "not":
            holds = not fits(graph, kind, item, given)
        else:
            holds = conditions[key](given)
        if not holds:
            return False
    return True


def _text(*values: str | None) -> Callable[[Filter], bool]:
    """Whether any of the texts fits; case does not matter."""

    def holds(where: Filter) -> bool:
        ((how, given),) = where.items()
        wanted = [each.lower() for each in (given if how == "in" else [given])]
        ways: dict[str, Callable[[str, str], bool]] = {
            "eq": str.__eq__, "in": str.__eq__, "contains": str.__contains__, "startsWith": str.startswith,
        }  # fmt: skip
        return any(ways[how](value.lower(), each) for value in values if value is not None for each in wanted)

    return holds


def _between(value: float | None) -> Callable[[Filter], bool]:
    def holds(range_: Filter) -> bool:
        least, most = range_.get("min"), range_.get("max")
        if least is None and most is None:
            return True
        return value is not None and (least is None or value >= least) and (most is None or value <= most)

    return holds


def _among(*values: str | None) -> Callable[[list[str]], bool]:
    return lambda given: not given or any(value in given for value in values)


def _ids(*values: str) -> Callable[[Iterable[str]], bool]:
    return lambda given: bool(set(given) & set(values))


def _on(day: str | None) -> Callable[[Filter], bool]:
    return lambda range_: days(range_)(day)


def _is(value: Any) -> Callable[[Any], bool]:
    return lambda given: bool(value == given)


def _quote(graph: Graph, quote: Node) -> Conditions:
    article = article_of(quote)
    speakers = [link.start for link in quote.into["SAID"]]
    return {
        "kind": _among(quote.get("kind")),
        "speechAct": _among(quote.get("speech_act")),
        "polarity": _is(quote.get("polarity")),
        "saidOn": _on(quote.get("said_on")),
        "published": _on(article.get("day") if article else None),
        "text": _text(quote.get("text")),
        "words": lambda words: has(quote, stems(words)),
        "medium": _text(quote.get("medium")),
        "cue": _text(quote.get("cue")),
        "confidence": _between(quote.get("confidence")),
        "source": _text(article.get("source") if article else None),
        "speakerId": _ids(*(speaker.id for speaker in speakers)),
        "speakerType": _among(*(speaker.label for speaker in speakers)),
        "aboutId": _ids(*ends(quote.out["ABOUT"])),
    }


def _event(_: Graph, event: Node) -> Conditions:
    reports = event.out["REPORTED_IN"]
    sure = [report.get("confidence") for report in reports if report.get("confidence") is not None]
    return {
        "type": _among(event.get("type")),
        "status": _among(event.get("status")),
        "on": _on(event.get("day")),
        "label": _text(event.get("label")),
        "confidence": _between(max(sure, default=None)),
        "source": _text(*(report.end.get("source") for report in reports)),
        "participantId": _ids(*starts(event.into["TOOK_PART_IN"])),
        "figure": _among(*(link.end.get("kind") for link in event.out["HAS_FIGURE"])),
        "placeId": _ids(*(above.id for link in event.out["TOOK_PLACE_IN"] for above in places_above(link.end))),
    }


def _article(_: Graph, article: Node) -> Conditions:
    return {
        "published": _on(article.get("day")),
        "source": _text(article.get("source")),
        "headline": _text(article.get("headline")),
        "byline": _text(article.get("byline")),
        "language": _among(article.get("language")),
        "mentionsId": _ids(*ends(article.out["MENTIONS"])),
    }


def _entity(graph: Graph, entity: Node) -> Conditions:
    return {
        "name": _text(entity.get("name"), *(entity.get("aliases") or ())),
        "mentionedIn": lambda where: any(fits(graph, "Article", m.start, where) for m in entity.into["MENTIONS"]),
        "quoted": _is(bool(entity.out["SAID"])),
        "country": _among(entity.get("country")),
    }


def _relationship(_: Graph, link: Link) -> Conditions:
    return {
        "type": _among(link.type),
        "on": _on(link.get("on")),
        "verb": _text(link.get("verb")),
        "confidence": _between(link.get("confidence")),
        "subjectId": _ids(link.start.id),
        "objectId": _ids(link.end.id),
        "attributed": _is(link.get("according_to") is not None),
    }


def _claim(_: Graph, claim: Node) -> Conditions:
    return {
        "type": _among(claim.get("type")),
        "modality": _among(claim.get("modality")),
        "polarity": _is(claim.get("polarity")),
        "confidence": _between(claim.out["IN"][0].get("confidence")),
        "subjectId": _ids(*ends(claim.out["SUBJECT"])),
        "objectId": _ids(*ends(claim.out["OBJECT"])),
        "madeById": _ids(*ends(claim.out["MADE_BY"])),
    }


_KINDS: dict[str, Callable[[Graph, Any], Conditions]] = {
    "Quote": _quote, "Event": _event, "Article": _article, "Entity": _entity, "Relationship": _relationship,
    "Claim": _claim,
}  # fmt: skip
