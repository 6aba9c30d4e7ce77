"""Whether a page costs in a large graph what it costs in a small one, for anybody and for a hub."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import product

from bench.client import Client
from bench.compare import NotComparable, answered
from bench.graphs import names
from bench.rounds import Pace, Times, Work, take
from bench.services import served
from graph.progress import Progress, silent

SMALL, LARGE = 1_000, 100_000
"""Quotes of the two graphs."""
MOST = 1.5
"""The median on the large graph may be so many times that on the small one."""
PAGE = 20
SPEAKERS = {"ordinary": names.ORDINARY, "hub": names.HUB}
ABOUT = {"": None, "event": names.SUMMIT, "word": names.WORD}
QUERY = """query ($speaker: String!, $about: String, $first: Int, $last: Int) {
  quotes(speaker: $speaker, about: $about, first: $first, last: $last) { edges { node { id text saidOn } } } }"""


@dataclass(frozen=True, slots=True)
class Asked:
    """A page: whose quotes, about what (the key in `ABOUT`), and which end."""

    speaker: str
    about: str
    end: str

    def __str__(self) -> str:
        return f"{self.speaker}, {f'about: {self.about}, ' if self.about else ''}{self.end} page"

    def variables(self) -> dict[str, object]:
        return {"speaker": SPEAKERS[self.speaker], "about": ABOUT[self.about], self.end: PAGE}


@dataclass(frozen=True, slots=True)
class Paged:
    """The times of one page on both graphs."""

    small: Times
    large: Times

    @property
    def growth(self) -> float:
        return self.large.p50 / self.small.p50


def asked() -> Iterator[Asked]:
    """All pages that are timed."""
    return (Asked(*each) for each in product(SPEAKERS, ABOUT, ("first", "last")))


def pages(pace: Pace, progress: Progress = silent) -> dict[str, Paged]:
    """The times of all pages by what they are, on both graphs in turns. NotComparable for a page that is not full."""
    with ExitStack() as stack:
        clients: dict[str, Client] = {}
        for name, quotes in (("small", SMALL), ("large", LARGE)):
            place = stack.enter_context(served(quotes, peer=False, progress=progress))
            clients[name] = stack.enter_context(Client(place.ours))
        found = {}
        every = list(asked())
        for number, page in enumerate(every):
            progress(f"Timing: {page}", number, len(every))
            times = take(_works(page, clients), pace)
            found[str(page)] = Paged(times["small"], times["large"])
        return found


def _works(page: Asked, clients: Mapping[str, Client]) -> dict[str, Work]:
    works: dict[str, Work] = {}
    for name, client in clients.items():
        request = client.operation(QUERY, page.variables())
        got = len(answered(client.ask(request))["quotes"]["edges"])
        if got != PAGE:
            raise NotComparable(
                f"The page ({page}) of the {name} graph has {got} quotes, and not {PAGE}.",
                f"Asked with {json.dumps(page.variables())}.",
            )
        works[name] = lambda client=client, request=request: client.ask(request)  # type: ignore[misc] # not an argument
    return works
