"""Pages: a connection's edges, its place among the others, its count, its facets, and why it is empty."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from api.plan.complete import Completer, Constant, Entry, Layout, ListOf, Made, Path, Run, Shape, Through
from api.plan.conditions import Condition
from api.plan.facets import Counted, plan_facets
from api.plan.fields import conditions_of
from api.plan.planning import Here, Planned, leaf
from api.plan.selection import Selected, Value
from api.plan.why import Why, plan_why
from api.plan.written import Writing
from graph.reading import walks
from graph.reading.block import Block
from graph.reading.page import Order, Window, cursor, cut, place, size
from graph.reading.walks import Walk

Given = Mapping[str, Any]


def window(here: Here, order: Order, *, more: bool) -> Window:
    """The window that a field's arguments ask for; `more`: with one row too many, which tells whether there is more."""

    def at(name: str) -> str | None:
        if not isinstance(here.args.get(name), Value):
            return None
        return here.bind_all(_places(name, order), {"key": None, "id": None})

    backward = here.args.get("last") is not None
    return Window(order, here.bind_all(_one_more if more else _size, 0), at("after"), at("before"), backward)


def _size(given: Given) -> int:
    return size(given.get("first"), given.get("last"))


def _one_more(given: Given) -> int:
    return _size(given) + 1


def _places(name: str, order: Order) -> Callable[[Given], object]:
    def work(given: Given) -> object:
        found = place(given.get(name), order)
        assert found is not None, "a plan for a page without it binds none"
        return {"key": found.key, "id": found.id}

    return work


class Rows(Protocol):
    """Where a page's rows come from."""

    @property
    def key(self) -> str:
        """The expression that the page is sorted by, on the variables of a row."""

    @property
    def ident(self) -> str:
        """The expression for an id, by which rows with the same key are sorted."""

    def bind(self, body: Block, window: Window | None) -> dict[str, str]:
        """Lines that bind the rows, without doubles; in order and cut where there is a window. The variables of a
        row.
        """


@dataclass(slots=True)
class WalkRows:
    """Rows of a walk."""

    walk: Walk
    given: dict[str, str]
    conditions: Callable[[Mapping[str, str]], str]
    """On the variables of a row; each starts with AND."""

    @property
    def key(self) -> str:
        return self.walk.key

    @property
    def ident(self) -> str:
        return self.walk.ident

    def bind(self, body: Block, window: Window | None) -> dict[str, str]:
        names = walks.bind(body, self.walk, self.given)
        walks.rows(body, self.walk, names, self.conditions(names), window)
        return names


@dataclass(slots=True)
class Page:
    """What a connection is made of."""

    rows: Rows
    order: Order
    why: Why
    total: Callable[[Block], str] | None = None
    """Gives an expression for how many there are, where that is quicker than counting the rows."""
    check: Callable[[Any, Run], None] | None = None
    """Raises what is wrong with the names asked for; gets the value of `checked`."""
    checked: str = "null"
    """An expression."""
    facets: Counted | None = None
    turned: bool = field(default=False)


def conditions(here: Here, names: Mapping[str, str], more: Mapping[str, Condition] | None = None) -> list[str]:
    """What the field's arguments ask of a row, each condition without AND."""
    found = []
    for name, condition in {**conditions_of(here.declared), **(more or {})}.items():
        asked = here.args.get(name)
        if asked is not None:
            text = condition.text(asked, names, here.bind)
            if text:
                found.append(text)
    return found


def and_all(texts: Sequence[str]) -> str:
    return " ".join(f"AND {text}" for text in texts)


def connection(here: Here, page: Page) -> Planned:
    """The connection: what is not selected is not read."""
    plan, block, parent = here.plan, here.block, here.field
    (type_,) = plan.selection.possible(parent)
    children = {key: child for key, child in plan.selection.children(parent, type_).items() if child is not None}
    named: dict[str, list[Selected]] = {}
    for child in children.values():
        named.setdefault(child.name, []).append(child)
    slots = ["null" if page.check is None else page.checked]
    works: dict[str, tuple[int, Completer]] = {}
    shown = window(here, page.order, more=_asks_for_more(named))

    if named.keys() & {"edges", "nodes", "pageInfo", "why"}:
        rows = _Rows(here, page, shown, named)
        slots.append(rows.found)
        for child in (*named.get("edges", ()), *named.get("nodes", ()), *named.get("pageInfo", ())):
            works[child.key] = 1, rows.completer(child)
        for child in named.get("why", ()):
            asked = plan_why(here, page.why, rows.found, bool(shown.after or shown.before))
            works[child.key] = len(slots), asked.completer(child)
            slots.append(asked.expression)
    for child in named.get("totalCount", ()):
        works[child.key] = len(slots), leaf(child)
        slots.append(page.total(block) if page.total else _count(block, page))
    for child in named.get("facets", ()):
        assert page.facets is not None, "a connection with facets says what they count"
        expression, completer = plan_facets(here.of(block, here.names, child), page.facets, page.rows)
        works[child.key] = len(slots), completer
        slots.append(expression)

    alone = len(slots) == 2 and page.check is None
    entries = []
    for key, each in plan.selection.children(parent, type_).items():
        if each is None:
            entries.append(Entry(key, None, Constant(type_.name)))
        else:
            at, completer = works[key]
            entries.append(Entry(key, None if alone else at, completer))
    layout: Completer = Layout({type_.name: Shape(type_.name, entries)}, labelled=False, required=True)
    if alone:
        return slots[1], layout
    if page.check is not None:
        check = page.check

        def checked(value: Any, run: Run) -> Any:
            check(value[0], run)
            return value

        layout = Through(checked, layout)
    return f"[{', '.join(slots)}]", layout


def _asks_for_more(named: Mapping[str, list[Selected]]) -> bool:
    """Whether a row beyond the page is wanted: to tell that there is one, or that a page of none is not empty."""
    return bool(named.keys() & {"pageInfo", "why"})


def _count(block: Block, page: Page) -> str:
    body = block.inside()
    page.rows.bind(body, None)
    total = block.fresh("total")
    body.add(f"RETURN count(*) AS {total}")
    block.call(body, total)
    return total


class _Rows:
    """The rows of a page: sort key and id where a cursor is asked for, then each selection of the node. Where a row
    would be the node alone, it is the node.
    """

    def __init__(self, here: Here, page: Page, shown: Window, named: Mapping[str, list[Selected]]) -> None:
        self._here, self._page, self._shown = here, page, shown
        self._more = _asks_for_more(named)
        body = here.block.inside()
        names = page.rows.bind(body, shown)
        self._cells: list[str] = []
        self._known: dict[int, tuple[int | None, Completer]] = {}
        """Where in a row each field of an edge stands; None: it is the row."""
        self._keyed = self._wants_cursor(named)
        if self._keyed:
            body_names = {**names}
            self._cells += [here.fill(page.rows.key, **body_names), here.fill(page.rows.ident, **body_names)]
        fields = self._row_fields(named)
        alone = len(fields) == 1 and not self._keyed
        for child in fields:
            assert child.planned is not None
            if child.planned.reader is None:
                expression, completer = here.plan.object(body, names, child, required=True)
            else:
                expression, completer = here.plan.field(body, names, child)  # type: ignore[assignment]
                alone = False  # it may be null, and nulls are not collected
            self._known[child.number] = None if alone else len(self._cells), completer
            self._cells.append(expression)
        self.found = here.block.fresh("found")
        row = self._cells[0] if alone else f"[{', '.join(self._cells)}]"
        body.add(f"RETURN collect({row}) AS {self.found}")
        here.block.call(body, self.found)

    def _children(self, field_: Selected) -> list[Selected]:
        (type_,) = self._here.plan.selection.possible(field_)
        return [child for child in self._here.plan.selection.children(field_, type_).values() if child is not None]

    def _wants_cursor(self, named: Mapping[str, list[Selected]]) -> bool:
        wanted = {
            child.name
            for name in ("edges", "pageInfo")
            for each in named.get(name, ())
            for child in self._children(each)
        }
        return bool(wanted & {"cursor", "startCursor", "endCursor"})

    def _row_fields(self, named: Mapping[str, list[Selected]]) -> list[Selected]:
        edges = [child for each in named.get("edges", ()) for child in self._children(each) if child.name != "cursor"]
        return [*edges, *named.get("nodes", ())]

    def _cut(self, value: list[Any], run: Run) -> tuple[list[Any], bool, bool]:
        return cut(
            value, _size(self._here.given(run)), backward=self._shown.backward, after=self._shown.after is not None,
            before=self._shown.before is not None,
        )  # fmt: skip

    def completer(self, child: Selected) -> Completer:
        """What completes `edges`, `nodes` or `pageInfo` from the rows."""
        order = self._page.order
        if child.name == "nodes":
            at, completer = self._known[child.number]
            return self._shown_rows(ListOf(_Node(Entry(child.key, at, completer))))
        if child.name == "pageInfo":

            def info(value: list[Any], run: Run) -> Mapping[str, Any]:
                rows, after, before = self._cut(value, run)
                ends = [cursor(order, *rows[i][:2]) for i in (0, -1)] if rows and self._keyed else [None, None]
                return {
                    "hasNextPage": after, "hasPreviousPage": before, "startCursor": ends[0], "endCursor": ends[1]
                }  # fmt: skip

            return Through(info, self._here.plan.made(child))
        entries: list[Entry] = []
        (type_,) = self._here.plan.selection.possible(child)
        for key, each in self._here.plan.selection.children(child, type_).items():
            if each is None:
                entries.append(Entry(key, None, Constant(type_.name)))
            elif each.name == "cursor":
                entries.append(Entry(key, "cursor", leaf(each)))
            else:
                entries.append(Entry(key, *self._known[each.number]))
        return self._shown_rows(ListOf(_Edge(type_.name, entries, order)))

    def _shown_rows(self, then: ListOf) -> Completer:
        """Completes the rows of the page: all that were read, where nobody asked for more and none were turned."""
        if not (self._more or self._shown.backward):
            return then
        return Through(lambda value, run: self._cut(value, run)[0], then)


@dataclass(frozen=True, slots=True)
class _Node:
    """The node of a row."""

    node: Entry

    def write(self, into: Writing, value: str) -> str:
        return self.node.completer.write(into, self.node.cell(value))

    def wrap(self, value: Any, run: Run, path: Path) -> Any:
        return self.node.completer.wrap(self.node.of(value), run, path)


class _Edge(Made):
    """An edge, by its row: sort key, id, node."""

    def __init__(self, typename: str, entries: Sequence[Entry], order: Order) -> None:
        super().__init__(typename, entries)
        self._order = order

    def cell(self, into: Writing, value: str, entry: Entry) -> str:
        if entry.at == "cursor":
            return f"{into.known(cursor)}({into.known(self._order)}, {value}[0], {value}[1])"
        return entry.completer.write(into, entry.cell(value))

    def field(self, value: Any, key: str, run: Run, path: Any) -> Any:
        entry = self.entries[key]
        if entry.at == "cursor":
            return cursor(self._order, value[0], value[1])
        return entry.completer.wrap(entry.of(value), run, path)
