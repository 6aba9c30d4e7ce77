"""How fields are read: properties, what hangs on an object by a relationship, evidence.

A reader is asked once, while the plan is made. It adds to the block of its object what it needs, a subquery mostly,
without multiplying the block's rows, and gives an expression for its value. Templates name the object's variables
in angle brackets: `<it>` is the node, `<r>` the relationship that led to it. Pages and the fields of the root have
modules of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from api.plan.complete import Completer, Leaf, LinksOf, ListOf, Ranked, Run, Through
from api.plan.planning import Here, Planned, leaf
from graph.reading.block import Block
from graph.reading.links import MOST, Links
from graph.reading.links import within as within_rows


class Reader(Protocol):
    """Reads a field."""

    def plan(self, here: Here) -> Planned: ...


@dataclass(frozen=True, slots=True)
class Property:
    """A scalar: an expression on the object's variables, such as `<it>.text`."""

    expression: str

    def plan(self, here: Here) -> Planned:
        return here.fill(self.expression), leaf(here.field)


def text(name: str) -> Property:
    """A text property; null where it is empty."""
    return Property(f"CASE <it>.{name} WHEN '' THEN null ELSE <it>.{name} END")


def day(name: str, of: str = "it") -> Property:
    """A date property, as text."""
    return Property(f"toString(<{of}>.{name})")


@dataclass(frozen=True, slots=True)
class Strings:
    """A list of texts; empty where there is none."""

    expression: str

    def plan(self, here: Here) -> Planned:
        return f"coalesce({here.fill(self.expression)}, [])", ListOf(Leaf(required=True))


@dataclass(frozen=True, slots=True)
class Again:
    """An object that is at hand already, under another name: a mention's entity is its far node."""

    names: tuple[tuple[str, str], ...]

    def plan(self, here: Here) -> Planned:
        renamed = {**here.names, **{new: here.names[old] for new, old in self.names}}
        return here.plan.object(here.block, renamed, here.field, required=here.required)


def again(**names: str) -> Again:
    """The object whose variable `it` is one of this object's."""
    return Again(tuple(names.items()))


def listed(here: Here, body: Block, names: dict[str, str], most: int | None = MOST) -> Planned:
    """A list of objects, one for each row that the body binds."""
    row, layout = here.plan.object(body, names, here.field, required=True)
    return _collected(here, body, row), ListOf(layout, most=most)


def linked(here: Here, links: Links, body: Block, names: dict[str, str]) -> Planned:
    """The same of what hangs on an object by a relationship; an expression alone where the objects are plain."""
    bound = len(body.lines)
    row, layout = here.plan.object(body, names, here.field, required=True)
    completer: Completer = ListOf(layout, most=MOST)
    if not _is_plain(body, bound, row):
        return _collected(here, body, row), completer
    r = names.get("r") or body.fresh("r")
    expression = links.plain(names["near"], names["it"], r, row, body.text())
    return expression, Ranked(links.ranked, completer) if links.few else completer


def _is_plain(body: Block, bound: int, row: str) -> bool:
    """Whether a row is but an expression: nothing was added to the lines that bind its object, and no subquery stands
    in it. What hangs on a node says twice what it says of an object: else a statement would double with each level.
    """
    return len(body.lines) == bound and "{" not in row


def _collected(here: Here, body: Block, row: str) -> str:
    found = here.block.fresh("v")
    body.add(f"RETURN collect({row}) AS {found}")
    here.block.call(body, found)
    return found


def first(here: Here, body: Block, names: dict[str, str]) -> Planned:
    """The object of the only row that the body binds, if there is one."""
    row, layout = here.plan.object(body, names, here.field, required=here.required)
    return _only(here, body, row), layout


def _only(here: Here, body: Block, value: str) -> str:
    found = here.block.fresh("v")
    body.add(f"RETURN head(collect({value})) AS {found}")
    here.block.call(body, found)
    return found


@dataclass(frozen=True, slots=True)
class Linked:
    """All that hangs on the object by one kind of relationship. Of the far objects, `<r>` is the relationship."""

    links: Links

    def plan(self, here: Here) -> Planned:
        body, near = here.block.inside(), here.names["it"]
        r, m = self.links.rows(body, near)
        return linked(here, self.links, body, {"it": m, "r": r, "near": near})


@dataclass(frozen=True, slots=True)
class Far:
    """All far objects of one kind of relationship, each once, without the relationship."""

    links: Links

    def plan(self, here: Here) -> Planned:
        body, near = here.block.inside(), here.names["it"]
        return linked(here, self.links, body, {"it": self.links.far_once(body, near), "near": near})


@dataclass(frozen=True, slots=True)
class Nearest:
    """The first that hangs on the object by one kind of relationship."""

    links: Links

    def plan(self, here: Here) -> Planned:
        body, near = here.block.inside(), here.names["it"]
        r, m = self.links.rows(body, near)
        body.add(f"WITH {r}, {m} LIMIT 1")
        bound = len(body.lines)
        row, layout = here.plan.object(body, {"it": m, "r": r}, here.field, required=here.required)
        if not _is_plain(body, bound, row) or (self.links.order and not self.links.few):
            return _only(here, body, row), layout
        expression = self.links.plain(near, m, r, row, "")
        return (expression, Through(self._nearest, layout)) if self.links.few else (f"head({expression})", layout)

    def _nearest(self, found: list[Any], _: Run) -> Any:
        return next(iter(self.links.ranked(found)), None)


@dataclass(frozen=True, slots=True)
class NearestProperty:
    """A scalar of the relationship of a kind, `<r>`, of which there is one at most."""

    links: Links
    expression: str

    def plan(self, here: Here) -> Planned:
        assert not self.links.order, "of several it would have to be told which"
        r = here.block.names.fresh("r")
        value = self.expression.replace("<r>", r)
        return f"head({self.links.plain(here.names['it'], '', r, value, '')})", leaf(here.field)


@dataclass(frozen=True, slots=True)
class ById:
    """The node whose id an expression gives; null where there is none."""

    labels: tuple[str, ...]
    ident: str

    def plan(self, here: Here) -> Planned:
        body = here.block.inside()
        m = body.fresh("m")
        ident = here.fill(self.ident)
        if len(self.labels) == 1:
            body.add(f"MATCH ({m}:{self.labels[0]}) WHERE {m}.id = {ident}")
        else:
            seeks = "\nUNION\n".join(f"MATCH ({m}:{each}) WHERE {m}.id = {ident} RETURN {m}" for each in self.labels)
            body.call(seeks, m)
        return first(here, body, {"it": m})


@dataclass(frozen=True, slots=True)
class Within:
    """The places in which the place lies."""

    def plan(self, here: Here) -> Planned:
        body = here.block.inside()
        m = within_rows(body, here.names["it"])
        return listed(here, body, {"it": m})


_PROVENANCE = {
    "article": "<r>.article", "start": "<r>.start", "end": "<r>.end", "sentence": "<r>.sentence",
    "confidence": "<r>.confidence",
}  # fmt: skip
_BORNE = "{r}.article IS NOT NULL AND {r}.start IS NOT NULL"


def provenance(r: str) -> dict[str, str]:
    """The variables of evidence that a relationship bears."""
    return {name: expression.replace("<r>", r) for name, expression in _PROVENANCE.items()}


@dataclass(frozen=True, slots=True)
class Borne:
    """The evidence that the object's own relationship `<r>` bears: one, or none."""

    def plan(self, here: Here) -> Planned:
        body = here.block.inside()
        r = here.names["r"]
        body.add(f"WITH {r} WHERE {_BORNE.format(r=r)}")
        return listed(here, body, provenance(r), most=None)


@dataclass(frozen=True, slots=True)
class LinkedEvidence:
    """The evidence that relationships of a kind bear."""

    links: Links

    def plan(self, here: Here) -> Planned:
        body = here.block.inside()
        r, m = self.links.rows(body, here.names["it"])
        body.add(f"WITH {r}, {m} WHERE {_BORNE.format(r=r)}")
        return listed(here, body, provenance(r))


@dataclass(frozen=True, slots=True)
class Pieces:
    """The evidence of a quote: one for each of its pieces, as a quote may be interrupted."""

    links: Links

    def plan(self, here: Here) -> Planned:
        body = here.block.inside()
        q = here.names["it"]
        r, a = self.links.rows(body, q)
        start, end, i = body.fresh("start"), body.fresh("end"), body.fresh("i")
        whole = f"coalesce(size({q}.starts), 0) = 0"
        body.add(
            f"WITH {r}, {a} LIMIT 1\n"
            f"UNWIND CASE WHEN {whole} THEN [-1] ELSE range(0, size({q}.starts) - 1) END AS {i}\n"
            f"WITH {r}, {a}, CASE {i} WHEN -1 THEN {r}.start ELSE {q}.starts[{i}] END AS {start}, "
            f"CASE {i} WHEN -1 THEN {r}.end ELSE {q}.ends[{i}] END AS {end}, {i}"
        )
        names = {**provenance(r), "start": start, "end": end, "a": a}
        return listed(here, body, names, most=None)


def _article(here: Here) -> str:
    """The variable of the article that evidence stands in; it is looked up once for each piece of evidence."""
    if "a" not in here.names:
        a = here.block.fresh("a")
        body = here.block.inside()
        body.add(f"MATCH (a:Article) WHERE a.id = {here.names['article']}\nRETURN head(collect(a)) AS {a}")
        here.block.call(body, a)
        here.names["a"] = a
    return here.names["a"]


@dataclass(frozen=True, slots=True)
class EvidenceArticle:
    """The article of a piece of evidence."""

    def plan(self, here: Here) -> Planned:
        a = _article(here)
        row, layout = here.plan.object(here.block, {"it": a}, here.field, required=here.required)
        return f"CASE WHEN {a} IS NULL THEN null ELSE {row} END", layout


@dataclass(frozen=True, slots=True)
class EvidenceText:
    """A scalar that needs the article's text; `<a>` is the article."""

    expression: str

    def plan(self, here: Here) -> Planned:
        a = _article(here)
        return here.fill(self.expression, a=a), leaf(here.field)


@dataclass(frozen=True, slots=True)
class RolesBy:
    """One role for each title and far end, with the evidence of every article that states it; the newest first.

    Of a role, `rs` are the relationships, the newest first, `holder` and `of` the two ends.
    """

    links: Links

    def plan(self, here: Here) -> Planned:
        body = here.block.inside()
        near = here.names["it"]
        r, m = self.links.rows(body, near)
        body.add(f"WITH collect([{near}, {r}, {m}]) AS found")
        return roles(here, body, outgoing=self.links.outgoing)


def roles(here: Here, body: Block, *, outgoing: bool) -> Planned:
    """The roles of a body that gives them as `found`: a list of [near end, relationship, far end]."""
    near, r, m, rs, on, many = (body.fresh(stem) for stem in ("near", "r", "m", "rs", "on", "many"))
    body.add(
        f"UNWIND found[..{MOST}] AS one\n"
        f"WITH size(found) AS {many}, one[0] AS {near}, one[1] AS {r}, one[2] AS {m}\n"
        f"ORDER BY coalesce(toString({r}.on), '') DESC, {r}.start, {m}.id\n"
        f"WITH {many}, {near}, {m}, toLower(coalesce({r}.title, '')) AS title, collect({r}) AS {rs}\n"
        f"WITH {many}, {near}, {m}, {rs}, toString({rs}[0].on) AS {on}\n"
        f"ORDER BY coalesce({on}, '') DESC, {rs}[0].start, {m}.id, {near}.id"
    )
    holder, of = (near, m) if outgoing else (m, near)
    row, layout = here.plan.object(
        body, {"it": m, "rs": rs, "holder": holder, "of": of, "on": on}, here.field, required=True
    )
    found = here.block.fresh("v")
    body.add(f"RETURN [max({many}), collect({row})] AS {found}")
    here.block.call(body, found)
    return found, LinksOf(ListOf(layout), MOST)


@dataclass(frozen=True, slots=True)
class RoleEvidence:
    """The evidence of a role."""

    def plan(self, here: Here) -> Planned:
        body = here.block.inside()
        r = body.fresh("r")
        body.add(f"UNWIND {here.names['rs']} AS {r}\nWITH {r} WHERE {_BORNE.format(r=r)}")
        return listed(here, body, provenance(r), most=None)


Make = Callable[[Here], Planned]


@dataclass(frozen=True, slots=True)
class By:
    """A field that a function plans."""

    make: Make

    def plan(self, here: Here) -> Planned:
        return self.make(here)
