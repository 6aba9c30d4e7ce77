"""Pages that are walks: events, articles, mentions, who did what to whom, claims, and names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from api.plan import facets
from api.plan.complete import Run
from api.plan.conditions import same
from api.plan.pages import Page, WalkRows, and_all, conditions, connection
from api.plan.planning import Here, Planned
from api.plan.why import Name, Why
from graph.reading import names, walks
from graph.reading.block import fill
from graph.reading.page import Order
from graph.reading.rows import ENTITIES
from graph.reading.walks import Walk


class Asking:
    """Names that a field asks for, looked up in its block."""

    def __init__(self, here: Here) -> None:
        self.here = here
        self.found: list[Name] = []
        self._sizes: list[tuple[str, Callable[[str, int], None], str]] = []

    def nodes(self, argument: str, labels: tuple[str, ...] = ENTITIES) -> str | None:
        """The variable of those who answer to a name or id; None where none is given."""
        value = self.here.args.get(argument)
        if value is None:
            return None
        here = self.here
        if names.is_id(here.given_now[argument]):
            found = names.by_id(here.block, here.bind(value, same), labels, here.label(value))
        else:
            found, size = names.answering(here.block, here.bind(value, names.asked, names.NOBODY))
            self._sizes.append((argument, names.check_names, size))
            if labels != ENTITIES:
                some = here.block.fresh("nodes")
                fits = " OR ".join(f"n:{label}" for label in labels)
                here.block.call(f"RETURN [n IN {found} WHERE {fits}] AS {some}", some)
                found = some
        self.found.append(Name(argument, found))
        return found

    def events(self, argument: str) -> str | None:
        """The variable of ids of events that words, or an id, may mean."""
        value = self.here.args.get(argument)
        if value is None:
            return None
        here = self.here
        if names.is_id(here.given_now[argument]):
            return f"[{here.bind(value, same)}]"
        found, size = names.events_called(here.block, here.bind(value, names.topic, names.NOBODY))
        self._sizes.append((argument, names.check_topics, size))
        return found

    def topic(self, argument: str) -> dict[str, str]:
        """Expressions for those whom words, or an id, may mean (`nodes`), and for the words as a query (`query`)."""
        here, value = self.here, self.here.args[argument]
        if names.is_id(here.given_now[argument]):
            nodes = names.by_id(here.block, here.bind(value, same), ENTITIES, here.label(value))
            return {"nodes": nodes, "query": "''"}
        words = here.bind(value, names.topic, names.NOBODY)
        found, size = names.answering(here.block, words)
        self._sizes.append((argument, names.check_names, size))
        return {"nodes": found, "query": f"{words}.events"}

    @property
    def checked(self) -> str:
        return f"[{', '.join(size for _, _, size in self._sizes)}]"

    @property
    def check(self) -> Callable[[Any, Run], None] | None:
        if not self._sizes:
            return None

        def check(sizes: list[int], run: Run) -> None:
            for (argument, wrong, _), size in zip(self._sizes, sizes, strict=True):
                wrong(str(self.here.given(run)[argument]), size)

        return check


def page(
    here: Here, walk: Walk, given: dict[str, str], asking: Asking, *also: str, order: Order | None = None,
    counted: facets.Counted | None = None,
) -> Planned:  # fmt: skip
    """The connection of a walk. `also`: conditions beside those of the arguments, with the walk's variables in
    brackets.
    """

    def where(found: Mapping[str, str]) -> str:
        from graph.reading.block import fill

        return and_all([*conditions(here, found), *(fill(text, found) for text in also if text)])

    order = order or here.args.get("order") or "newest"
    return connection(
        here,
        Page(
            WalkRows(walk, given, where), order, Why(tuple(asking.found)),
            check=asking.check, checked=asking.checked, facets=counted,
        ),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class WalkPage:
    """A page that hangs on the object: `as_` is what the walk calls it."""

    walk: Walk
    as_: str
    order: Order | None = None
    counted: facets.Counted | None = None

    def plan(self, here: Here) -> Planned:
        return page(
            here, self.walk, {self.as_: here.names["it"]}, Asking(here), order=self.order, counted=self.counted
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class RelationshipsOf:
    """What the object did to others, and others to it."""

    def plan(self, here: Here) -> Planned:
        anchor = here.names["it"]
        walk = walks.relationships_of(here.args.get("type") or (), nodes=False)
        way = walks.leads(anchor, here.args.get("direction") or "both").removeprefix("AND ")
        return page(here, walk, {"n": anchor}, Asking(here), way)


@dataclass(frozen=True, slots=True)
class AllArticles:
    """Articles: those about something where words are given, else those that name somebody where a name is."""

    def plan(self, here: Here) -> Planned:
        asking = Asking(here)
        nodes, about = asking.nodes("mentions"), here.args.get("about")
        if about is not None:
            # They are found once, by the index; whom each of them names is then soon seen.
            also = () if nodes is None else (fill(walks.NAMES_ANY, {"it": "<it>", "nodes": nodes}),)
            return page(here, walks.ARTICLES_ABOUT, asking.topic("about"), asking, *also, counted=facets.ARTICLES)
        if nodes is not None:
            return page(here, walks.ARTICLES_NAMING, {"nodes": nodes}, asking, counted=facets.ARTICLES)
        return page(here, walks.ARTICLES, {}, asking, counted=facets.ARTICLES)


@dataclass(frozen=True, slots=True)
class Named:
    """Nodes of a label by name, all or those who answer to one."""

    label: str

    def plan(self, here: Here) -> Planned:
        asking = Asking(here)
        nodes = asking.nodes("name", (self.label,))
        asking.found = [Name(name.argument, name.nodes, (self.label,)) for name in asking.found]
        walk = walks.named(self.label)
        if nodes is not None:
            walk = Walk("UNWIND <nodes> AS <it> WITH <it>", walk.binds, walk.key, walk.ident)
        return page(here, walk, {} if nodes is None else {"nodes": nodes}, asking)


@dataclass(frozen=True, slots=True)
class AllEvents:
    """Events, walked from the place, else from the participant, else by day."""

    def plan(self, here: Here) -> Planned:
        asking = Asking(here)
        places, people = asking.nodes("place", ("Place",)), asking.nodes("participant")
        about = asking.events("about")
        also = [f"<it>.id IN {about}"] if about else []
        if places is not None and people is not None:
            also.append(f"EXISTS {{ MATCH (<it>)<-[:TOOK_PART_IN]-(someone) WHERE someone IN {people} }}")
        walk, given = walks.ALL_EVENTS, {}
        if places is not None:
            walk, given = walks.EVENTS_IN_ANY, {"nodes": places}
        elif people is not None:
            walk, given = walks.EVENTS_OF_ANY, {"nodes": people}
        return page(here, walk, given, asking, *also, counted=facets.EVENTS)


@dataclass(frozen=True, slots=True)
class AllChanges:
    """The record of changes."""

    def plan(self, here: Here) -> Planned:
        return page(here, walks.CHANGES, {}, Asking(here))


@dataclass(frozen=True, slots=True)
class AllRelationships:
    """Who did what to whom, walked from the subject, else from the object, else all of the type."""

    def plan(self, here: Here) -> Planned:
        asking, types = Asking(here), here.args.get("type") or ()
        subjects, objects = asking.nodes("subject"), asking.nodes("object")
        also = []
        given: dict[str, str] = {}
        if subjects is None and objects is None:
            walk = walks.relationships(types)
        else:
            walk = walks.relationships_of(types, nodes=True)
            given = {"nodes": subjects or objects or ""}
            way: Literal["out", "in"] = "out" if subjects else "in"
            also.append(walks.leads("anchor", way).removeprefix("AND "))
            if subjects and objects:
                also.append(f"CASE WHEN <subject> = anchor THEN <object> ELSE <subject> END IN {objects}")
        return page(here, walk, given, asking, *also)


@dataclass(frozen=True, slots=True)
class AllClaims:
    """Claims by who makes them, who is their doer, to whom, and whom they are about in either way."""

    def plan(self, here: Here) -> Planned:
        asking = Asking(here)
        ends = {"subject": "SUBJECT", "object": "OBJECT", "madeBy": "MADE_BY", "about": "SUBJECT|OBJECT"}
        also = []
        for argument, kind in ends.items():
            nodes = asking.nodes(argument)
            if nodes is not None:
                also.append(f"EXISTS {{ MATCH (<it>)-[:{kind}]->(end) WHERE end IN {nodes} }}")
        return page(here, walks.ALL_CLAIMS, {}, asking, *also)
