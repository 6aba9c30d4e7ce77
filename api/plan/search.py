"""Search over names, events, quotes and articles at once, and names while they are typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from api.plan.conditions import same
from api.plan.knows import Knows
from api.plan.pages import Page, connection
from api.plan.planning import Here, Planned
from api.plan.readers import listed
from api.plan.why import Name, Why
from graph.errors import FixInput
from graph.reading import meaning, typed
from graph.reading.block import Block
from graph.reading.page import LIMIT, Window
from graph.reading.words import nearly


@dataclass(slots=True)
class HitRows:
    """Hits, the best first. Of a hit, `it` is the node, `score` its score, `reason` why it is one."""

    asked: str
    query: str
    """What is asked, as a parameter: what is marked in a hit."""
    key: str = "<score>"
    ident: str = "<it>.id"

    def bind(self, body: Block, window: Window | None) -> dict[str, str]:
        names = {name: body.fresh(name) for name in ("it", "score", "reason")}
        it, score = names["it"], names["score"]
        body.add(meaning.hits(self.asked, **names))
        carried = ", ".join(names.values())
        if window is not None:
            down = window.direction
            body.add(f"WITH {carried} WHERE true {window.within(score, f'{it}.id')}")
            body.add(f"WITH {carried} ORDER BY {score} {down}, {it}.id {down} LIMIT {window.limit}")
        return {**names, "query": self.query}


@dataclass(frozen=True, slots=True)
class SearchPage:
    """A page of hits."""

    def prepare(self, given: Mapping[str, Any], knows: Knows) -> Mapping[str, Any]:
        """The arguments, with the vector of what is asked where somebody knows it and it is wanted."""
        vector = () if given["by"].value == "words" else knows.vector(str(given["query"]))
        return {**given, "vector": list(vector)}

    def plan(self, here: Here) -> Planned:
        asked = here.bind_all(_asked, meaning.NOTHING)
        nobody = here.block.fresh("nobody")
        here.block.call(f"RETURN [] AS {nobody}", nobody)
        rows = HitRows(asked, here.bind(here.args["query"], same))
        return connection(here, Page(rows, "score", Why((Name("query", nobody),))))


def _asked(given: Mapping[str, Any]) -> object:
    labels = tuple(str(same(each)) for each in given.get("types") or ())
    return meaning.Asked(str(given["query"]), tuple(given["vector"]), labels, same(given["by"])).parameters()


@dataclass(frozen=True, slots=True)
class Suggest:
    """Names that begin so or are spelt nearly so, likest first."""

    def plan(self, here: Here) -> Planned:
        body = here.block.inside()
        it = body.fresh("it")
        labels = tuple(here.args.get("types") or ("Person", "Organisation", "Place"))
        given = here.bind(here.args["name"], typed.beginning, "")
        body.add(typed.names_like(given, here.bind(here.args["name"], nearly, ""), labels, it, here.bind_all(_most, 0)))
        return listed(here, body, {"it": it}, most=None)


def _most(given: Mapping[str, Any]) -> int:
    first = given.get("first")
    if first is None or not 0 <= first <= LIMIT:
        raise FixInput(f"first: {first} is no number of names.", f"Give a number from 0 to {LIMIT}.")
    return int(first)
