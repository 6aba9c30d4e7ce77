"""Pages of quotes: from speaker, topic and article to the rows that `graph.reading.quotes` walks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from api.plan import facets
from api.plan.complete import Run
from api.plan.conditions import ends_of, same
from api.plan.pages import Page, and_all, conditions, connection
from api.plan.planning import Here, Planned
from api.plan.selection import Value
from api.plan.why import Name, Why
from graph.reading import names, quotes
from graph.reading.block import Block
from graph.reading.page import Order, Window
from graph.reading.quotes import Source
from graph.reading.rows import ENTITIES


@dataclass(slots=True)
class QuoteRows:
    """Quotes in the order of their day."""

    source: Source
    conditions: Callable[[Mapping[str, str]], str]
    key: str = "<it>.day"
    ident: str = "<it>.id"

    def bind(self, body: Block, window: Window | None) -> dict[str, str]:
        found = quotes.rows(body, self.source, self.conditions({"it": "<it>"}), window)
        return {"it": found}


@dataclass(frozen=True, slots=True)
class QuotePage:
    """A page of quotes; `this` says as what its object decides on them."""

    this: Literal["speaker", "about", "article"] | None = None

    def plan(self, here: Here) -> Planned:
        return connection(here, quote_page(here, self.this))


def quote_page(here: Here, this: str | None) -> Page:
    """The page that the field's arguments ask for."""
    args = here.args
    it = here.names.get("it", "")
    source = Source(article=it) if this == "article" else Source()
    checks: list[tuple[Callable[[str, int], None], str]] = []
    cells: list[str] = []
    asked: list[Name] = []
    total: Callable[[Block], str] | None = None

    # Who says it.
    speaker, ident = args.get("speaker"), args.get("speakerId")
    if this == "speaker":
        source = replace(source, speaker=f"{it}.id", nodes=f"[{it}]")
    if speaker is not None:
        nodes, size = _named(here, "speaker", speaker)
        if isinstance(ident, Value):
            both = here.block.fresh("named")
            one = names.now(here.block, here.bind(ident, same), here.label(ident))
            here.block.call(f"RETURN [n IN {nodes} WHERE n.id = {one}] AS {both}", both)
            nodes = both
        source = replace(source, nodes=nodes, speakers=f"[n IN {nodes} | n.id]")
        asked.append(Name("speaker", nodes))
        if size:
            checks.append((names.check_names, "speaker"))
            cells.append(size)
    elif isinstance(ident, Value):
        source = replace(source, speaker=names.now(here.block, here.bind(ident, same), here.label(ident)))
        if args.get("about") is not None:
            nodes = names.by_id(here.block, here.bind(ident, same), ENTITIES, here.label(ident))
            source = replace(source, nodes=nodes)

    # What it is about.
    about, about_id = args.get("about"), args.get("aboutId")
    given = f"{it}.id" if this == "about" else None
    if isinstance(about_id, Value):
        given = names.now(here.block, here.bind(about_id, same), here.label(about_id))
    words: str | None = None
    if about is not None:
        targets, words, sizes = _meant(here, about, given)
        source = replace(source, targets=targets, words=words)
        cells += sizes
        checks += [(names.check_names, "about"), (names.check_topics, "about")][: len(sizes)]
    elif given is not None:
        source = replace(source, target=given)

    # Lists that are used again and again are made once.
    for field in ("speakers", "targets"):
        text = getattr(source, field)
        if text is not None and text.startswith("["):
            once = here.block.fresh(field)
            here.block.call(f"RETURN {text} AS {once}", once)
            source = replace(source, **{field: once})

    # To whom, and by whom not.
    also: list[str] = []
    if args.get("to") is not None:
        nodes, size = _named(here, "to", args["to"])
        asked.append(Name("to", nodes))
        if size:
            checks.append((names.check_names, "to"))
            cells.append(size)
        also.append(f"EXISTS {{ MATCH (<it>)-[:ADDRESSED_TO]->(to) WHERE to IN {nodes} }}")
    if args.get("others"):
        also.append(f"NOT EXISTS {{ MATCH (<it>)<-[own:SAID]-() WHERE own.speaker IN {source.targets} }}")

    source = replace(source, days=_days(here))

    def where(found: Mapping[str, str]) -> str:
        return and_all([*conditions(here, found), *(text.replace("<it>", found["it"]) for text in also)])

    plain = not where({"it": "q"}) and not source.days
    if plain and source.targets is None and source.target is None and source.article is None:
        total = _said_by_one(here, source, ident)

    def alone(block: Block, word: str) -> str:
        targets_alone, _, _ = _targets(block, word, given)
        one = replace(source, targets=targets_alone)
        body = block.inside()
        hit = block.fresh("hit")
        body.add(f"RETURN {quotes.exist(body, one, word, where({'it': '<it>'}))} AS {hit}")
        block.call(body, hit)
        return hit

    order: Order = args.get("order") or "newest"
    return Page(
        QuoteRows(source, where), order,
        Why(tuple(asked), said=True, about="about" if words else None, alone=alone if words else None),
        total=total, facets=facets.QUOTES, checked=f"[{', '.join(cells)}]",
        check=_check(here, checks) if cells else None,
    )  # fmt: skip


def _check(here: Here, checks: list[tuple[Callable[[str, int], None], str]]) -> Callable[[Any, Run], None]:
    def check(sizes: list[int], run: Run) -> None:
        for (wrong, argument), size in zip(checks, sizes, strict=True):
            wrong(str(here.given(run)[argument]), size)

    return check


def _named(here: Here, argument: str, value: Value) -> tuple[str, str]:
    """Variables for those who answer to a name or id, and for how many hold its words ("" for an id)."""
    if names.is_id(here.given_now[argument]):
        return names.by_id(here.block, here.bind(value, same), ENTITIES, here.label(value)), ""
    return names.answering(here.block, here.bind(value, names.asked, names.NOBODY))


def _meant(here: Here, about: Value, given: str | None) -> tuple[str, str | None, list[str]]:
    """The variable of the ids that words may mean, the words themselves (None for an id), and sizes to check."""
    if names.is_id(here.given_now["about"]):
        ident = names.now(here.block, here.bind(about, same), here.label(about))
        return (f"[{given}, {ident}]" if given else f"[{ident}]"), None, []
    return _targets(here.block, here.bind(about, names.topic, names.NOBODY), given)


def _targets(block: Block, words: str, given: str | None) -> tuple[str, str, list[str]]:
    named, names_size = names.answering(block, words)
    events, events_size = names.events_called(block, words)
    targets = block.fresh("targets")
    first = f"[{given}] + " if given else ""
    block.call(f"RETURN {first}[n IN {named} | n.id] + {events} AS {targets}", targets)
    return targets, words, [names_size, events_size]


def _said_by_one(here: Here, source: Source, ident: Value | None) -> Callable[[Block], str] | None:
    """Counts what speakers have said: of one alone the store knows it without counting. None where all are counted."""
    if source.speaker is not None and source.nodes is not None:
        node = source.nodes.strip("[]")
        return lambda _: f"COUNT {{ ({node})-[:SAID]->() }}"
    if source.speaker is not None and ident is not None:
        return lambda block: _degree(block, names.by_id(block, str(source.speaker), ENTITIES, here.label(ident)))
    if source.nodes is None:
        return None
    nodes, speakers = source.nodes, source.speakers

    def count(block: Block) -> str:
        total, q = block.fresh("total"), block.names.fresh("q")
        block.call(
            f"UNWIND CASE WHEN size({nodes}) = 1 THEN {nodes} ELSE [] END AS n\n"
            f"RETURN COUNT {{ (n)-[:SAID]->() }} AS {total}\nUNION ALL\n"
            f"UNWIND CASE WHEN size({nodes}) = 1 THEN [] ELSE {speakers} END AS speaker\n"
            f"MATCH ()-[r:SAID]->({q}) WHERE r.speaker = speaker\n"
            f"WITH count(DISTINCT {q}) AS {total} WHERE size({nodes}) <> 1\nRETURN {total}",
            total,
        )
        return total

    return count


def _degree(block: Block, nodes: str) -> str:
    total = block.fresh("total")
    block.call(f"UNWIND {nodes} AS n\nRETURN sum(COUNT {{ (n)-[:SAID]->() }}) AS {total}", total)
    return total


def _days(here: Here) -> str:
    """What is asked of the day, as a condition on the day of the order: an index knows that."""
    asked = here.args.get("saidOn") or here.args.get("day")
    if asked is None:
        return ""
    ends = ends_of(asked)
    tests = [f"AND <day> {sign} {here.bind(end, same)}" for sign, end in ends]
    # What has no day is the least of all: it lies before any, but in no range.
    dated = ["AND <day> >= '0'"] if ends and all(sign == "<=" for sign, _ in ends) else []
    return " ".join([*dated, *tests])
