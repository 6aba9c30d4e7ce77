"""Timelines: how much of what there is in each day, month or year."""

from __future__ import annotations

from dataclasses import dataclass

from api.plan.conditions import Days
from api.plan.planning import Here, Planned
from api.plan.readers import listed

MOST_PERIODS = 1_000
"""Periods that are shown, the newest."""
_CUT = {"day": 10, "month": 7, "year": 4}
_LAST = {
    "day": "date({day})", "month": "date({day}) + duration('P1M') - duration('P1D')",
    "year": "date({day}) + duration('P1Y') - duration('P1D')",
}  # fmt: skip
_OF = (
    ("articles", "MATCH (<n>)<-[:MENTIONS]-(<it>:Article)"),
    ("quotes", "MATCH (<n>)-[:SAID]->(<it>:Quote)"),
    ("quotesAbout", "MATCH (<n>)<-[:ABOUT]-(<it>:Quote)"),
    ("events", "MATCH (<n>)-[:TOOK_PART_IN]->(<it>:Event)"),
    ("events", "MATCH (<n>)<-[:TOOK_PLACE_IN]-(<it>:Event)"),
    ("events", "MATCH (<n>)<-[:LOCATED_IN*1..8]-(:Place)<-[:TOOK_PLACE_IN]-(<it>:Event)"),
)
_ALL = (
    ("articles", "MATCH (<it>:Article)"), ("quotes", "MATCH (<it>:Quote)"), ("events", "MATCH (<it>:Event)"),
)  # fmt: skip
_SOURCE = {
    "articles": "<it>.source = <source>",
    "quotes": "EXISTS { MATCH (<it>)-[:IN]->(a:Article) WHERE a.source = <source> }",
    "events": "EXISTS { MATCH (<it>)-[:REPORTED_IN]->(a:Article) WHERE a.source = <source> }",
}


@dataclass(frozen=True, slots=True)
class Timeline:
    """Periods with something in them, the oldest first. Of a period, the variables are the names of its fields."""

    whole: bool = False
    """Whether of the whole graph, not of the object."""

    def plan(self, here: Here) -> Planned:
        body = here.block.inside()
        unit = here.args["unit"]
        day, kind, it = body.fresh("day"), body.fresh("kind"), body.names.fresh("it")
        branches = []
        for name, match in _ALL if self.whole else _OF:
            names = {"it": it, "n": here.names.get("it", "")}
            tests = [f"{it}.day > ''"]
            days = Days(f"{it}.day").text(here.args.get("days"), {}, here.bind)
            tests += [days] if days else []
            source = here.args.get("source")
            if source is not None:
                from api.plan.conditions import same

                tests.append(here.fill(_SOURCE[name], it=it, source=here.bind(source, same)))
            branches.append(
                f"{here.fill(match, **names)} WHERE {' AND '.join(tests)}\n"
                f"RETURN DISTINCT {it}, substring({it}.day, 0, {_CUT[unit]}) AS {day}, '{name}' AS {kind}"
            )
        body.call("\nUNION\n".join(branches), it, day, kind)
        start = body.fresh("start")
        whole = {"day": day, "month": f"{day} + '-01'", "year": f"{day} + '-01-01'"}[unit]
        names = {name: body.fresh(name.lower()) for name in ("articles", "quotes", "quotesAbout", "events")}
        sums = ", ".join(
            f"sum(CASE {kind} WHEN '{name}' THEN 1 ELSE 0 END) AS {variable}" for name, variable in names.items()
        )
        body.add(
            f"WITH {whole} AS {start}, {sums}\nORDER BY {start} DESC LIMIT {MOST_PERIODS}\n"
            f"WITH {start}, {', '.join(names.values())} ORDER BY {start}"
        )
        if self.whole:
            names["quotesAbout"] = "null"
        end = f"toString({_LAST[unit].format(day=start)})"
        return listed(here, body, {**names, "start": start, "end": end}, most=None)
