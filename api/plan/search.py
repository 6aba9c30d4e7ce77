"""Search over names, events, quotes and articles at once, and names while they are typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from api.plan.pages import Page, connection
from api.plan.planning import Here, Planned
from api.plan.readers import listed
from api.plan.why import Name, Why
from graph.errors import FixInput
from graph.reading import search
from graph.reading.block import Block
from graph.reading.page import LIMIT, Window
from graph.reading.words import all_of, nearly


@dataclass(slots=True)
class HitRows:
    """Hits, the best first. Of a hit, `it` is the node, `score` its score."""

    query: str
    labels: tuple[str, ...]
    key: str = "<score>"
    ident: str = "<it>.id"

    def bind(self, body: Block, window: Window | None) -> dict[str, str]:
        it, score = body.fresh("it"), body.fresh("score")
        body.add(search.hits(self.query, self.labels, it, score))
        if window is not None:
            down = window.direction
            body.add(f"WITH {it}, {score} WHERE true {window.within(score, f'{it}.id')}")
            body.add(f"WITH {it}, {score} ORDER BY {score} {down}, {it}.id {down} LIMIT {window.limit}")
        return {"it": it, "score": score}


@dataclass(frozen=True, slots=True)
class SearchPage:
    """A page of hits."""

    def plan(self, here: Here) -> Planned:
        query = here.bind(here.args["query"], all_of, "")
        rows = HitRows(query, tuple(here.args.get("types") or ()))
        nobody = here.block.fresh("nobody")
        here.block.call(f"RETURN [] AS {nobody}", nobody)
        return connection(here, Page(rows, "score", Why((Name("query", nobody),))))


@dataclass(frozen=True, slots=True)
class Suggest:
    """Names that begin so or are spelt nearly so, likest first."""

    def plan(self, here: Here) -> Planned:
        body = here.block.inside()
        it = body.fresh("it")
        labels = tuple(here.args.get("types") or ("Person", "Organisation", "Place"))
        given = here.bind(here.args["name"], search.beginning, "")
        body.add(
            search.names_like(given, here.bind(here.args["name"], nearly, ""), labels, it, here.bind_all(_most, 0))
        )
        return listed(here, body, {"it": it}, most=None)


def _most(given: Mapping[str, Any]) -> int:
    first = given.get("first")
    if first is None or not 0 <= first <= LIMIT:
        raise FixInput(f"first: {first} is no number of names.", f"Give a number from 0 to {LIMIT}.")
    return int(first)
