"""What has arrived since: a stretch of the order of arrival, read by one statement as any page is.

A run says which stretch, among the arguments of its field. The statement gives all rows of the stretch; each is
completed by itself, as the answer of one message.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from api.plan.complete import Completer, Constant, Entry, Made, Path, Run, Through
from api.plan.pages import and_all, conditions
from api.plan.planning import Here, Planned, leaf
from api.plan.quotes import QuoteRows, quote_page
from api.plan.walked import Asking
from api.plan.written import Writing
from graph.arrivals import cursor
from graph.reading import arrivals
from graph.reading.block import Block
from graph.reading.rows import ENTITIES

STRETCH = " stretch"
"""Where a run's arguments hold the stretch: no argument can be called so."""
Check = Callable[[Any, Run], None]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Numbers of arrival: those after one, up to another, so many rows at most; `graph`: the mark of the graph."""

    after: int
    upto: int
    most: int
    graph: str


def _after(given: Mapping[str, Any]) -> int:
    return _stretch(given).after


def _upto(given: Mapping[str, Any]) -> int:
    return _stretch(given).upto


def _most(given: Mapping[str, Any]) -> int:
    return _stretch(given).most


def _stretch(given: Mapping[str, Any]) -> Stretch:
    found: Stretch = given[STRETCH]
    return found


def _bound(here: Here) -> arrivals.Stretch:
    return arrivals.Stretch(here.bind_all(_after, 0), here.bind_all(_upto, 0), here.bind_all(_most, 0))


@dataclass(frozen=True, slots=True)
class QuotesArriving:
    """Quotes, by the arguments of a page of them."""

    def plan(self, here: Here) -> Planned:
        page = quote_page(here, None)
        assert isinstance(page.rows, QuoteRows)
        body = here.block.inside()
        where = page.rows.conditions({"it": "<it>"})
        it = arrivals.quotes(body, page.rows.source, where, _bound(here))
        return _arriving(here, body, {"it": it}, f"{it}.arrived", page.checked, page.check)


@dataclass(frozen=True, slots=True)
class ReportsArriving:
    """Reports of events, by the arguments of a page of events."""

    def plan(self, here: Here) -> Planned:
        asking = Asking(here)
        places, people = asking.nodes("place", ("Place",)), asking.nodes("participant", ENTITIES)
        about = asking.events("about")
        also = []
        if places is not None:
            also.append(
                "EXISTS { MATCH (<it>)-[:TOOK_PLACE_IN]->()-[:LOCATED_IN*0..8]->(there) "
                f"WHERE there IN {places} }}"
            )  # fmt: skip
        if people is not None:
            also.append(f"EXISTS {{ MATCH (<it>)<-[:TOOK_PART_IN]-(someone) WHERE someone IN {people} }}")
        if about is not None:
            also.append(f"<it>.id IN {about}")
        body = here.block.inside()
        where = and_all([*conditions(here, {"it": "<it>", "r": "<r>"}), *also])
        names = arrivals.reports(body, where, _bound(here))
        return _arriving(here, body, names, f"{names['r']}.arrived", asking.checked, asking.check)


def _arriving(
    here: Here, body: Block, names: dict[str, str], number: str, checked: str, check: Check | None
) -> Planned:  # fmt: skip
    """What each row is completed to: its number first, then what is selected of it."""
    plan = here.plan
    (type_,) = plan.selection.possible(here.field)
    cells, entries = [number], []
    for key, child in plan.selection.children(here.field, type_).items():
        if child is None:
            entries.append(Entry(key, None, Constant(type_.name)))
        elif child.name == "cursor":
            entries.append(Entry(key, "cursor", leaf(child)))
        else:
            assert child.planned is not None
            completer: Completer
            if child.planned.reader is None:
                expression, completer = plan.object(body, names, child, required=True)
            else:
                expression, completer = plan.field(body, names, child)
            entries.append(Entry(key, len(cells), completer))
            cells.append(expression)
    found = here.block.fresh("found")
    body.add(f"RETURN collect([{', '.join(cells)}]) AS {found}")
    here.block.call(body, found)

    def one(value: Any, run: Run) -> Any:
        if check is not None:
            check(value[0], run)
        return value[1]

    return f"[{checked}, {found}]", Through(one, _Arrival(type_.name, entries, here.number))


class _Arrival(Made):
    """One that arrived, by its row."""

    def __init__(self, typename: str, entries: list[Entry], number: int) -> None:
        super().__init__(typename, entries)
        self._number = number

    def cell(self, into: Writing, value: str, entry: Entry) -> str:
        if entry.at == "cursor":
            return f"{into.known(self._cursor)}({value}, run)"
        return entry.completer.write(into, entry.cell(value))

    def field(self, value: Any, key: str, run: Run, path: Path) -> Any:
        entry = self.entries[key]
        if entry.at == "cursor":
            return self._cursor(value, run)
        return entry.completer.wrap(entry.of(value), run, path)

    def _cursor(self, value: Any, run: Run) -> str:
        return cursor(_stretch(run.args[self._number]).graph, value[0])
