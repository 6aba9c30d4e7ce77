"""How days, articles and places lie to each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from tests.api.reference.model import Link, Node


def days(range_: dict[str, Any] | None) -> Callable[[str | None], bool]:
    """Whether a day lies in a range. What has none ("" or null) lies in no range that has an end; all
    ends that are given must hold."""
    alone, since, until = ((range_ or {}).get(end) for end in ("on", "since", "until"))

    def lies(day: str | None) -> bool:
        if alone is None and since is None and until is None:
            return True
        fits = alone in (None, day) and (since is None or str(day) >= since) and (until is None or str(day) <= until)
        return bool(day) and fits

    return lies


def ends(links: Iterable[Link]) -> set[str]:
    return {link.end.id for link in links}


def starts(links: Iterable[Link]) -> set[str]:
    return {link.start.id for link in links}


def article_of(node: Node) -> Node | None:
    """The article in which a quote or claim stands."""
    return node.out["IN"][0].end if node.out["IN"] else None


def places_above(place: Node) -> list[Node]:
    """A place and those in which it lies, directly or not."""
    found = [place]
    for each in found:
        found += [link.end for link in each.out["LOCATED_IN"] if link.end not in found]
    return found


def places_within(place: Node) -> list[Node]:
    """A place and those that lie in it, directly or not."""
    found = [place]
    for each in found:
        found += [link.start for link in each.into["LOCATED_IN"] if link.start not in found]
    return found


def events_in(places: Iterable[Node]) -> list[Node]:
    every = {inner.id: inner for place in places for inner in places_within(place)}
    return [link.start for place in every.values() for link in place.into["TOOK_PLACE_IN"]]
