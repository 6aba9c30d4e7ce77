"""Questions in plain sentences: what was understood decides on the plan, its words are parameters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from api.ask import understand
from api.ask.forms import FORMS
from api.plan.complete import Completer, Constant, Entry, Layout, Leaf, ListOf, Run, Shape, Through
from api.plan.fields import Argument
from api.plan.planning import Here, Planned, leaf
from api.plan.readers import Reader, listed
from api.plan.selection import Selected
from api.plan.walked import Asking
from api.plan.why import NAMED, no_name
from graph.reading import names as naming
from graph.reading.page import LIMIT
from graph.reading.walks import TYPES

Kind = Enum("Kind", {kind: kind for kind in dict.fromkeys(form.kind for form in FORMS)})  # type: ignore[misc]  # from the forms
_TYPES = Enum("_TYPES", {name: name for name in TYPES})  # type: ignore[misc]  # from the model
_PAGE = ("first", "after", "last", "before")


@dataclass(frozen=True, slots=True)
class Filled:
    """A page that a question may fill: the field that reads it otherwise, and that field's arguments."""

    reader: Reader
    declared: tuple[Argument, ...]


@dataclass(frozen=True)
class Ask:
    """The answer to a question."""

    pages: Mapping[str, Filled]
    """By the kind of question and the name of the answer's field."""

    def prepare(self, given: Mapping[str, Any]) -> Mapping[str, Any]:
        """The arguments as the plan sees them: what was understood, with the page's own arguments for each page.

        NotUnderstood for a question that is none of the forms.
        """
        asked = understand(str(given["question"]))
        turned = {name: given[name] for name in _PAGE if given.get(name) is not None}
        days = {"on": asked.day} if asked.day else None
        filled = {
            "quotes": {"speaker": asked.who, "about": asked.about, "saidOn": days},
            "events": {"place": asked.place, "on": days},
            "relationships": {
                "type": [_TYPES[name] for name in asked.types], "subject": asked.who, "object": asked.whom
            },
            "entities": {"name": asked.who},
        }[asked.kind]  # fmt: skip
        kept = {name: value for name, value in filled.items() if value not in (None, [])}
        more = {} if asked.kind == "entities" else turned
        return {
            "kind": Kind[asked.kind], "understood": asked.sentence, "form": asked.form, asked.kind: {**kept, **more},
        }  # fmt: skip

    def plan(self, here: Here) -> Planned:
        kind = str(here.args["kind"])
        cells, entries = ["null"], []
        (type_,) = here.plan.selection.possible(here.field)
        found: tuple[str, str] | None = None
        for key, child in here.plan.selection.children(here.field, type_).items():
            if child is None:
                entries.append(Entry(key, 0, Constant(type_.name)))
                continue
            expression, completer = "null", _nothing(child)
            inner = Here(here.plan, here.block, {}, child, here.number, (kind,))
            if child.name in ("understood", "form"):
                expression, completer = "null", _said(here, child)
            elif child.name in self.pages and child.name == kind:
                page = self.pages[kind]
                inner.declared = page.declared
                expression, completer = page.reader.plan(inner)
            elif kind == "entities" and child.name in ("entities", "why"):
                found = found or _answering(inner)
                expression, completer = _entities(inner, *found) if child.name == "entities" else _why(inner, *found)
            entries.append(Entry(key, len(cells), completer))
            cells.append(expression)
        layout = Layout({type_.name: Shape(type_.name, entries)}, labelled=False, required=True)
        return f"[{', '.join(cells)}]", layout


def _nothing(child: Selected) -> Completer:
    return Constant(None)


def _said(here: Here, child: Selected) -> Completer:
    name = child.name
    return Through(lambda _, run: run.args[here.number][name], leaf(child))


def _answering(here: Here) -> tuple[str, str]:
    """The nodes that answer, and what is checked."""
    asking = Asking(here)
    nodes = asking.nodes("name")
    assert nodes is not None, "the form has the slot"
    sizes = asking.checked
    return nodes, sizes


def _entities(here: Here, nodes: str, sizes: str) -> Planned:
    body = here.block.inside()
    it = body.fresh("it")
    body.add(f"UNWIND {nodes} AS {it}\nWITH {it} ORDER BY coalesce({it}.name, ''), {it}.id LIMIT {LIMIT}")
    expression, completer = listed(here, body, {"it": it}, most=None)
    if sizes == "[]":
        return expression, completer
    value = here.args["name"]

    def check(found: Any, run: Run) -> Any:
        naming.check_names(str(here.lookup(value, run.args)), found[0][0])
        return found[1]

    return f"[{sizes}, {expression}]", Through(check, completer)


def _why(here: Here, nodes: str, sizes: str) -> Planned:
    body = here.block.inside()
    value = here.args["name"]
    result = here.block.fresh("why")
    body.add(f"UNWIND CASE WHEN size({nodes}) = 0 THEN [1] ELSE [] END AS empty")
    near = naming.near(body, here.bind(value, naming.nearly, ""), NAMED)
    body.add(f"RETURN head(collect({near})) AS {result}")
    here.block.call(body, result)
    made = here.plan.made(here.field, {"suggestions": lambda _: ListOf(Leaf(required=True))}, required=False)

    def work(found: Any, run: Run) -> Any:
        return None if found is None else no_name(str(here.lookup(value, run.args)), found)

    return result, Through(work, made)
