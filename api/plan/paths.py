"""How two are connected: a shortest path, with the evidence of each step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from api.plan.complete import Constant, Entry, Layout, Run, Shape, Through
from api.plan.one import OnlyOne
from api.plan.planning import Here, Planned, leaf
from api.plan.readers import listed
from graph.errors import FixInput
from graph.reading.rows import ENTITIES
from graph.reading.walks import TYPES

WAYS = (
    "SAID", "ABOUT", "ADDRESSED_TO", "HOLDS_ROLE", "MEMBER_OF", "SPEAKS_FOR", "BASED_IN", "TOOK_PART_IN",
    "TOOK_PLACE_IN", *TYPES,
)  # fmt: skip
MOST_STEPS = 6
_ENDS = (*ENTITIES, "Event")


def _steps(given: Mapping[str, Any]) -> int:
    steps = given.get("maxSteps")
    if steps is None or not 1 <= steps <= MOST_STEPS:
        raise FixInput(f"maxSteps: {steps} is none that can be used.", f"Give a number from 1 to {MOST_STEPS}.")
    return int(steps)


@dataclass(frozen=True, slots=True)
class Path:
    """A shortest path between two who answer to names or ids."""

    def plan(self, here: Here) -> Planned:
        block = here.block
        start, end = OnlyOne(here, here.args["from"], _ENDS), OnlyOne(here, here.args["to"], _ENDS)
        ways = "|".join((*WAYS, "MENTIONS") if here.args.get("mentions") else WAYS)
        path = block.fresh("path")
        most = here.bind_all(_steps, 0)
        block.call(
            f"CALL ({start.it}, {end.it}) {{\n"
            f"WITH {start.it}, {end.it} WHERE {start.it} <> {end.it}\n"
            f"MATCH p = shortestPath(({start.it})-[:{ways}*1..{MOST_STEPS}]-({end.it}))\nRETURN p\n"
            f"UNION\nWITH {start.it}, {end.it} WHERE {start.it} = {end.it}\nMATCH p = ({start.it})\nRETURN p\n}}\n"
            f"WITH p WHERE length(p) <= {most}\nRETURN head(collect(p)) AS {path}",
            path,
        )
        (type_,) = here.plan.selection.possible(here.field)
        cells, entries = ["null"], []
        body = block.inside()
        body.add(f"WITH {path} WHERE {path} IS NOT NULL")
        for key, child in here.plan.selection.children(here.field, type_).items():
            if child is None:
                entries.append(Entry(key, 0, Constant(type_.name)))
                continue
            each = here.of(body, {}, child)
            inner = body.inside()
            if child.name == "length":
                expression, completer = f"length({path})", leaf(child)
            elif child.name == "nodes":
                it = inner.fresh("it")
                inner.add(f"UNWIND nodes({path}) AS {it}")
                expression, completer = listed(each, inner, {"it": it}, most=None)  # type: ignore[assignment]
            else:
                i, r, near, far = (inner.fresh(stem) for stem in ("i", "r", "near", "far"))
                inner.add(
                    f"UNWIND range(0, length({path}) - 1) AS {i}\n"
                    f"WITH relationships({path})[{i}] AS {r}, nodes({path})[{i}] AS {near}, "
                    f"nodes({path})[{i} + 1] AS {far}"
                )
                expression, completer = listed(each, inner, {"r": r, "near": near, "far": far}, most=None)  # type: ignore[assignment]
            entries.append(Entry(key, len(cells), completer))
            cells.append(expression)
        found = block.fresh("v")
        body.add(f"RETURN head(collect([{', '.join(cells)}])) AS {found}")
        block.call(body, found)

        def work(value: Any, run: Run) -> Any:
            start.check(value[0], value[1], run)
            end.check(value[2], value[3], run)
            return value[4]

        layout = Layout({type_.name: Shape(type_.name, entries)}, labelled=False, required=False)
        return f"[{start.cells}, {end.cells}, {found}]", Through(work, layout)
