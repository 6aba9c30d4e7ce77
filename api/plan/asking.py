"""Questions in plain sentences: what was understood decides on the plan, its words are parameters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from api.ask import Understood, understand
from api.plan.complete import Completer, Constant, Entry, Layout, Leaf, ListOf, Run, Shape, Through
from api.plan.fields import Argument
from api.plan.knows import Knows
from api.plan.one import OnlyOne
from api.plan.planning import Here, Planned, leaf
from api.plan.readers import Reader, listed, roles
from api.plan.times import Timeline
from api.plan.walked import Asking
from api.plan.why import NAMED, no_name
from api.types.kinds import NetworkKind, RelationshipType, SpeechAct, TimeUnit
from graph.reading import names as naming
from graph.reading.page import LIMIT, place, size
from graph.reading.rows import ENTITIES

PARTS = (
    "quotes", "articles", "entities", "events", "relationships", "claims", "roles", "timeline", "network", "path",
)  # fmt: skip
Part = Enum("Part", {part: part for part in PARTS})  # type: ignore[misc]  # from the list
"""Which of the answer's fields is filled."""
_PAGE = ("first", "after", "last", "before")
_PAGED = frozenset({"quotes", "articles", "events", "relationships", "claims"})
_NAMES: Mapping[str, tuple[str, ...]] = {
    "entities": ("name",), "timeline": ("name",), "network": ("name",), "path": ("from", "to"), "roles": ("name",),
}  # fmt: skip
"""Names in what is no page: a page says itself why it is empty."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A field that a question may fill: what reads it otherwise, and the arguments with their conditions."""

    reader: Reader
    declared: tuple[Argument, ...] = ()


def _arguments(asked: Understood) -> tuple[str, dict[str, Any]]:
    """Which part of the answer is filled, and with which arguments."""
    since, until = asked.since or asked.day, asked.until or asked.day
    days = {name: day for name, day in (("since", since), ("until", until)) if day} or None
    quotes = {
        "speaker": asked.who, "about": asked.about, "to": asked.to, "day": days, "others": asked.others or None,
        "speechAct": [SpeechAct[act] for act in asked.acts],
    }  # fmt: skip
    articles = {
        "about": asked.about, "published": days, "where": {"source": {"eq": asked.source}} if asked.source else None,
    }  # fmt: skip
    if asked.kind == "counts":
        counted = "articles" if asked.counted == "articles" else "quotes"
        return counted, articles if counted == "articles" else quotes
    whose = "about" if asked.form == "claimed_about" else "madeBy"
    filled: dict[str, dict[str, Any]] = {
        "quotes": quotes,
        "articles": articles,
        "events": {
            "place": asked.place, "participant": asked.who, "about": asked.about, "on": days,
            "where": {"figure": list(asked.figures)} if asked.figures else None,
        },
        "relationships": {
            "type": [RelationshipType(name) for name in asked.types if asked.kind == "relationships"],
            "subject": asked.who, "object": asked.whom, "on": days,
        },
        "entities": {"name": asked.who},
        "claims": {whose: asked.who, **({"about": asked.about} if asked.about else {}), "on": days},
        "roles": {"name": asked.who or asked.of, "title": asked.title, "on": days},
        "timeline": {"name": asked.who, "unit": TimeUnit.month, "days": days},
        "network": {
            "name": asked.who, "kind": NetworkKind[asked.network or "mentioned"], "days": days, "minWeight": 1,
            "first": 25,
        },
        "path": {"from": asked.who, "to": asked.whom, "maxSteps": 4, "mentions": False},
    }  # fmt: skip
    return asked.kind, filled[asked.kind]


@dataclass(frozen=True)
class Ask:
    """The answer to a question."""

    fields: Mapping[str, Filled]
    """By the name of the answer's field."""

    def prepare(self, given: Mapping[str, Any], _: Knows) -> Mapping[str, Any]:
        """The arguments as the plan sees them: what was understood, and the arguments of the field that it fills.

        NotUnderstood for a question that is none of the forms, FixInput for what no page can have.
        """
        asked = understand(str(given["question"]))
        size(given.get("first"), given.get("last"))
        for cursor in ("after", "before"):
            place(given.get(cursor), "newest")
        part, filled = _arguments(asked)
        kept = {name: value for name, value in filled.items() if value not in (None, [])}
        if part in _PAGED:
            kept |= {name: given[name] for name in _PAGE if given.get(name) is not None}
        shown = {"understood": asked.sentence, "form": asked.form, "facet": asked.facet}
        outgoing = asked.who is not None
        types = [_Role[name] for name in asked.types] if asked.kind == "roles" else []
        return {"part": Part[part], "shown": shown, "outgoing": outgoing, "types": types, part: kept}

    def plan(self, here: Here) -> Planned:
        part = str(here.args["part"])
        cells, entries = ["null"], []
        (type_,) = here.plan.selection.possible(here.field)
        for key, child in here.plan.selection.children(here.field, type_).items():
            if child is None:
                entries.append(Entry(key, 0, Constant(type_.name)))
                continue
            expression, completer = "null", _nothing()
            inner = Here(here.plan, here.block, {}, child, here.number, (part,))
            if child.name in ("understood", "form", "facet"):
                completer = _said(here, child.name, leaf(child))
            elif child.name == "why" and part in _NAMES:
                expression, completer = _why(inner, _NAMES[part])
            elif child.name == part == "roles":
                expression, completer = _roles(inner, here.args["types"], outgoing=bool(here.args["outgoing"]))
            elif child.name == part:
                filled = self.fields[part]
                inner.declared = filled.declared
                expression, completer = filled.reader.plan(inner)
            entries.append(Entry(key, len(cells), completer))
            cells.append(expression)
        layout = Layout({type_.name: Shape(type_.name, entries)}, labelled=False, required=True)
        return f"[{', '.join(cells)}]", layout


class _Role(Enum):
    HOLDS_ROLE = "HOLDS_ROLE"
    SPEAKS_FOR = "SPEAKS_FOR"
    MEMBER_OF = "MEMBER_OF"
    BASED_IN = "BASED_IN"


def _nothing() -> Completer:
    return Constant(None)


def _said(here: Here, name: str, then: Leaf) -> Completer:
    return Through(lambda _, run: run.args[here.number]["shown"][name], then)


@dataclass(frozen=True, slots=True)
class Answering:
    """All who answer to a name."""

    def plan(self, here: Here) -> Planned:
        asking = Asking(here)
        nodes = asking.nodes("name")
        assert nodes is not None, "the form has the slot"
        body = here.block.inside()
        it = body.fresh("it")
        body.add(f"UNWIND {nodes} AS {it}\nWITH {it} ORDER BY coalesce({it}.name, ''), {it}.id LIMIT {LIMIT}")
        return _checked(asking, *listed(here, body, {"it": it}, most=None))


@dataclass(frozen=True, slots=True)
class TimelineOf:
    """The timeline of the only one who answers to a name."""

    def plan(self, here: Here) -> Planned:
        one = OnlyOne(here, here.args["name"], ENTITIES)
        here.names["it"] = one.it
        found, completer = Timeline().plan(here)

        def work(value: Any, run: Run) -> Any:
            one.check(value[0], value[1], run)
            return value[2]

        return f"[{one.cells}, {found}]", Through(work, completer)


def _roles(here: Here, types: list[str], *, outgoing: bool) -> Planned:
    """The roles that those who answer to a name hold, or that are held in them."""
    asking = Asking(here)
    nodes = asking.nodes("name")
    body = here.block.inside()
    r, m, near = body.fresh("r"), body.fresh("m"), body.fresh("near")
    wanted = "|".join(types or ("HOLDS_ROLE", "SPEAKS_FOR", "MEMBER_OF"))
    arrow = f"-[{r}:{wanted}]->" if outgoing else f"<-[{r}:{wanted}]-"
    tests = ["true"]
    if here.args.get("title") is not None:
        tests.append(f"toLower({r}.title) CONTAINS toLower({here.bind(here.args['title'], str)})")
    for end, sign in (("since", ">="), ("until", "<=")):
        asked = (here.args.get("on") or {}).get(end)
        if asked is not None:
            tests.append(f"toString({r}.on) {sign} {here.bind(asked, str)}")
    body.add(
        f"UNWIND {nodes} AS {near}\nMATCH ({near}){arrow}({m}) WHERE {' AND '.join(tests)}\n"
        f"WITH {near}, {r}, {m} ORDER BY {r}.on DESC, {r}.start, {m}.id LIMIT {LIMIT // 10 + 1}\n"
        f"WITH collect([{near}, {r}, {m}]) AS found"
    )
    return _checked(asking, *roles(here, body, outgoing=outgoing))


def _checked(asking: Asking, expression: str, completer: Completer) -> Planned:
    check = asking.check
    if check is None:
        return expression, completer

    def work(value: Any, run: Run) -> Any:
        check(value[0], run)
        return value[1]

    return f"[{asking.checked}, {expression}]", Through(work, completer)


def _why(here: Here, arguments: tuple[str, ...]) -> Planned:
    """Why nobody answers to one of the names; null where each is known."""
    asking = Asking(here)
    body = here.block.inside()
    cells = []
    for argument in arguments:
        nodes = asking.nodes(argument)
        near = naming.near(body, here.bind(here.args[argument], naming.nearly, ""), NAMED)
        cells.append(f"[size({nodes}), {near}]")
    result = here.block.fresh("why")
    known = " AND ".join(f"size({name.nodes}) > 0" for name in asking.found)
    body.lines.insert(0, f"UNWIND CASE WHEN {known} THEN [] ELSE [1] END AS empty")
    body.add(f"RETURN head(collect([{', '.join(cells)}])) AS {result}")
    here.block.call(body, result)
    made = here.plan.made(here.field, {"suggestions": lambda _: ListOf(Leaf(required=True))}, required=False)

    def work(found: Any, run: Run) -> Any:
        for argument, (answer, near) in zip(arguments, found or (), strict=False):
            if not answer:
                return no_name(str(here.lookup(here.args[argument], run.args)), near)
        return None

    return result, Through(work, made)
