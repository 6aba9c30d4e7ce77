"""Who stands with whom: networks of those who are named, or quoted, in the same articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from api.plan.complete import Constant, Entry, Layout, Run, Shape, Through
from api.plan.conditions import Days, same
from api.plan.one import OnlyOne
from api.plan.planning import Here, Planned
from api.plan.readers import listed
from graph.errors import FixInput
from graph.reading import names as naming
from graph.reading.rows import ENTITIES

MOST = 100
"""Neighbours that a network may have."""
_REACHED = {
    "mentioned": ("MATCH ({n})<-[:MENTIONS]-({a}:Article)", "MATCH ({a})-[:MENTIONS]->({o})"),
    "quoted": ("MATCH ({n})-[:SAID]->(:Quote)-[:IN]->({a}:Article)", "MATCH ({a})<-[:IN]-(:Quote)<-[:SAID]-({o})"),
}


def _number(name: str, least: int, most: int) -> Any:
    def work(given: Mapping[str, Any]) -> int:
        number = given.get(name)
        if number is None or not least <= number <= most:
            raise FixInput(f"{name}: {number} is none that can be used.", f"Give a number from {least} to {most}.")
        return int(number)

    return work


@dataclass(frozen=True, slots=True)
class Network:
    """The neighbours of one entity by how many articles they share, and the links between them."""

    def plan(self, here: Here) -> Planned:
        args, block = here.args, here.block
        one: OnlyOne | None = None
        given_both = (args.get("id") is None) == (args.get("name") is None)
        if given_both:
            here.bind_all(_one_of_both)
            center = block.fresh("it")
            block.call(f"RETURN null AS {center}", center)
        elif args.get("id") is not None:
            nodes = naming.by_id(block, here.bind(args["id"], same), ENTITIES, here.label(args["id"]))
            center = block.fresh("it")
            block.call(f"RETURN {nodes}[0] AS {center}", center)
        else:
            one = OnlyOne(here, args["name"], ENTITIES)
            center = one.it
        around = self._neighbours(here, center)
        cells, entries = ["null"], []
        (type_,) = here.plan.selection.possible(here.field)
        body = block.inside()
        body.add(f"WITH {center} WHERE {center} IS NOT NULL")
        for key, child in here.plan.selection.children(here.field, type_).items():
            if child is None:
                entries.append(Entry(key, 0, Constant(type_.name)))
                continue
            each = here.of(body, {}, child)
            if child.name == "center":
                expression, completer = here.plan.object(body, {"it": center}, child, required=True)
            elif child.name == "nodes":
                inner = body.inside()
                it = inner.fresh("it")
                inner.add(f"UNWIND [{center}] + {around} AS {it}")
                expression, completer = listed(each, inner, {"it": it}, most=None)  # type: ignore[assignment]
            else:
                expression, completer = self._links(here, each, center, around)  # type: ignore[assignment]
            entries.append(Entry(key, len(cells), completer))
            cells.append(expression)
        found = block.fresh("v")
        body.add(f"RETURN head(collect([{', '.join(cells)}])) AS {found}")
        block.call(body, found)
        layout = Layout({type_.name: Shape(type_.name, entries)}, labelled=False, required=False)
        if one is None:
            return found, layout
        asked = one

        def work(value: Any, run: Run) -> Any:
            asked.check(value[0], value[1], run)
            return value[2]

        return f"[{one.cells}, {found}]", Through(work, layout)

    def _shared(self, here: Here) -> str:
        """Conditions on the articles `{a}` that count."""
        tests = [Days("<a>.day").text(here.args.get("days"), {"a": "a"}, here.bind)]
        source = here.args.get("source")
        if source is not None:
            tests.append(f"a.source = {here.bind(source, same)}")
        return " AND ".join(["true", *(test for test in tests if test)])

    def _neighbours(self, here: Here, center: str) -> str:
        """The variable of the nearest, as a list."""
        there, back = _REACHED[here.args["kind"]]
        wanted = here.args.get("types") or ["Person", "Organisation", "Place"]
        fits = " OR ".join(f"o:{label}" for label in wanted)
        found = here.block.fresh("around")
        here.block.call(
            f"{there.format(n=center, a='a')} WHERE {self._shared(here)}\nWITH DISTINCT a\n"
            f"{back.format(a='a', o='o')} WHERE o <> {center} AND ({fits})\n"
            f"WITH o, count(DISTINCT a) AS weight WHERE weight >= {here.bind_all(_number('minWeight', 1, 2**31), 1)}\n"
            f"WITH o ORDER BY weight DESC, o.name, o.id LIMIT {here.bind_all(_number('first', 0, MOST), 0)}\n"
            f"RETURN collect(o) AS {found}",
            found,
        )
        return found

    def _links(self, here: Here, each: Here, center: str, around: str) -> Planned:
        there, back = _REACHED[here.args["kind"]]
        body = each.block.inside()
        s, t, shared, weight = body.fresh("s"), body.fresh("t"), body.fresh("shared"), body.fresh("weight")
        body.add(
            f"UNWIND [{center}] + {around} AS {s}\n{there.format(n=s, a='a')} WHERE {self._shared(here)}\n"
            f"WITH DISTINCT {s}, a\n{back.format(a='a', o=t)} WHERE {t} IN {around} AND {t} <> {s} "
            f"AND ({s} = {center} OR {s}.id < {t}.id)\n"
            f"WITH {s}, {t}, collect(DISTINCT a) AS {shared}\nWITH {s}, {t}, {shared}, size({shared}) AS {weight}\n"
            f"WHERE {weight} >= {here.bind_all(_number('minWeight', 1, 2**31), 1)}\n"
            f"WITH {s}, {t}, {shared}, {weight} ORDER BY {weight} DESC, {s}.id, {t}.id"
        )
        return listed(each, body, {"source": s, "target": t, "shared": shared, "weight": weight}, most=None)


@dataclass(frozen=True, slots=True)
class SharedArticles:
    """The newest of the articles that a link stands for."""

    def plan(self, here: Here) -> Planned:
        body = here.block.inside()
        a = body.fresh("a")
        most = here.bind_all(_number("first", 0, MOST), 0)
        body.add(f"UNWIND {here.names['shared']} AS {a}\nWITH {a} ORDER BY {a}.day DESC, {a}.id DESC LIMIT {most}")
        return listed(here, body, {"it": a}, most=None)


def _one_of_both(_: Mapping[str, Any]) -> object:
    raise FixInput("One of id and name is wanted.", "Give either.")
