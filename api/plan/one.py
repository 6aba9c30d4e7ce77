"""One of something, by its id or its name, and several by their ids."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from api.plan.complete import ListOf, Run, Through
from api.plan.conditions import same
from api.plan.planning import Here, Planned
from api.plan.readers import first
from api.plan.selection import Value
from graph.errors import Ambiguous, FixInput
from graph.model import NODE
from graph.reading import names
from graph.reading.block import Block
from graph.reading.rows import ENTITIES

SHOWN = tuple(NODE)
"""Labels that have a page of their own: all of the model."""
MOST_IDS = 100
"""Ids that `nodes` takes."""


@dataclass(frozen=True, slots=True)
class ByIdArgument:
    """The node whose id the argument `id` gives; null where there is none."""

    labels: tuple[str, ...] = SHOWN

    def plan(self, here: Here) -> Planned:
        value = here.args["id"]
        labels = names.narrowed(self.labels, here.label(value))
        body = here.block.inside()
        ident = names.now(body, here.bind(value, same), here.label(value))
        it = body.fresh("it")
        if len(labels) == 1:
            body.add(f"MATCH ({it}:{labels[0]}) WHERE {it}.id = {ident}")
        elif labels:
            body.call(
                "\nUNION\n".join(f"MATCH ({it}:{each}) WHERE {it}.id = {ident} RETURN {it}" for each in labels), it
            )
        else:
            body.add(f"UNWIND [] AS {it}")
        return first(here, body, {"it": it})


@dataclass(frozen=True, slots=True)
class ByIds:
    """The nodes with the ids of the argument `ids`, in their order; null where there is none."""

    def plan(self, here: Here) -> Planned:
        def ids(given: Mapping[str, Any]) -> list[str]:
            if len(given["ids"]) > MOST_IDS:
                raise FixInput(f"{len(given['ids'])} ids are too many.", f"Give {MOST_IDS} at most.")
            return [str(each) for each in given["ids"]]

        body = here.block.inside()
        ident, it = body.fresh("ident"), body.fresh("it")
        body.add(f"UNWIND {here.bind_all(ids, [])} AS {ident}")
        now = names.now(body, ident, names.MERGED[0])
        seeks = "\nUNION\n".join(f"MATCH (n:{each}) WHERE n.id = {now} RETURN n" for each in SHOWN)
        body.call(f"CALL ({now}) {{\n{seeks}\n}}\nRETURN head(collect(n)) AS {it}", it)
        row, layout = here.plan.object(body, {"it": it}, here.field, required=False)
        found = here.block.fresh("v")
        body.add(f"RETURN collect([CASE WHEN {it} IS NULL THEN null ELSE {row} END]) AS {found}")
        here.block.call(body, found)
        return found, Through(lambda rows, _: [row[0] for row in rows], ListOf(layout))


class OnlyOne:
    """The only node that answers to a name: an object of the answer, and the look at those who answer."""

    def __init__(self, here: Here, value: Value, labels: tuple[str, ...]) -> None:
        self._here, self._value = here, value
        block = here.block
        self.size = "0"
        if names.is_id(here.lookup(value, here.plan.args)):
            named = names.by_id(block, here.bind(value, same), labels, here.label(value))
        else:
            named, self.size = names.answering(block, here.bind(value, names.asked, names.NOBODY))
        self.nodes = block.fresh("nodes")
        fits = " OR ".join(f"n:{label}" for label in labels)
        block.call(f"RETURN [n IN {named} WHERE {fits}] AS {self.nodes}", self.nodes)
        self.candidates = (
            f"CASE WHEN size({self.nodes}) > 1 THEN [n IN {self.nodes} | [n.id, n.name, n.aliases]] ELSE [] END"
        )
        self.it = block.fresh("it")
        block.call(f"RETURN CASE size({self.nodes}) WHEN 1 THEN {self.nodes}[0] END AS {self.it}", self.it)
        self.cells = f"{self.size}, {self.candidates}"

    def check(self, size: int, candidates: list[list[Any]], run: Run) -> None:
        """TooMuch or Ambiguous, where it is not the only one."""
        words = str(self._here.lookup(self._value, run.args))
        names.check_names(words, size)
        if candidates:
            listed = [
                {"id": ident, "name": name or "", "hint": ", ".join((aliases or [])[:3])}
                for ident, name, aliases in sorted(candidates, key=lambda c: (c[1] or "", c[0]))
            ]
            raise Ambiguous(f'{len(listed)} answer to "{words}".', "Ask by the id of one of the candidates.", listed)


@dataclass(frozen=True, slots=True)
class ByNameOrId:
    """The node with the id, or the only one that answers to the name."""

    label: str

    def plan(self, here: Here) -> Planned:
        args = here.args
        if (args.get("id") is None) == (args.get("name") is None):
            here.bind_all(_neither_or_both)
            body = here.block.inside()
            it = body.fresh("it")
            body.add(f"MATCH ({it}:{self.label}) WHERE false")
            row, layout = here.plan.object(body, {"it": it}, here.field, required=False)
            found = here.block.fresh("v")
            body.add(f"RETURN head(collect({row})) AS {found}")
            here.block.call(body, found)
            return found, layout
        if args.get("id") is not None:
            return ByIdArgument((self.label,)).plan(here)
        return only(here, args["name"], (self.label,))


def only(here: Here, name: Value, labels: tuple[str, ...]) -> Planned:
    """The only node of these labels that answers to a name."""
    one = OnlyOne(here, name, labels)
    found, layout = maybe(here, here.block, one.it)

    def work(value: Any, run: Run) -> Any:
        one.check(value[0], value[1], run)
        return value[2]

    return f"[{one.cells}, {found}]", Through(work, layout)


def maybe(here: Here, block: Block, it: str) -> Planned:
    """The object of a variable that may be null."""
    body = block.inside()
    body.add(f"WITH {it} WHERE {it} IS NOT NULL")
    row, layout = here.plan.object(body, {"it": it}, here.field, required=False)
    found = block.fresh("v")
    body.add(f"RETURN head(collect({row})) AS {found}")
    block.call(body, found)
    return found, layout


def _neither_or_both(_: Mapping[str, Any]) -> object:
    raise FixInput("One of id and name is wanted.", "Give either.")


@dataclass(frozen=True, slots=True)
class EntityBy:
    """The entity that one of id, name, Wikidata item and GeoNames id leads to."""

    def plan(self, here: Here) -> Planned:
        ((how, value),) = here.args["by"].items()
        if how == "name":
            return only(here, value, ENTITIES)
        work: Callable[[Any], Any] = int if how == "geonames" else same
        key = {"id": "id", "wikidata": "wikidata", "geonames": "geonames"}[how]
        labels = ("Place",) if how == "geonames" else ENTITIES[:3] if how == "wikidata" else ENTITIES
        given = names.now(here.block, here.bind(value, work), here.label(value) if how == "id" else None)
        passed = "" if given.startswith("$") else given
        seeks = "\nUNION\n".join(f"MATCH (n:{label}) WHERE n.{key} = {given} RETURN n" for label in labels)
        it = here.block.fresh("it")
        here.block.call(
            f"CALL ({passed}) {{\n{seeks}\n}}\nWITH n ORDER BY n.id LIMIT 1\nRETURN head(collect(n)) AS {it}", it
        )
        return maybe(here, here.block, it)
