"""Questions in plain sentences.

How a sentence is understood is taken from `api.ask`, which is pure, and tested by its own sentences; what is answered
is the reference's own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from api.ask import Understood, understand
from tests.api.reference import choose, pages, words
from tests.api.reference.connected import network, path
from tests.api.reference.counted import timeline_of
from tests.api.reference.entities import in_groups
from tests.api.reference.fields import MOST_LINKS, Run, down, properties, resolves, up
from tests.api.reference.model import ENTITIES, Link, Node
from tests.api.reference.relations import days
from tests.api.reference.root import only

Args = dict[str, Any]


@dataclass
class Answered:
    """A question, what was understood, and the page that was asked for."""

    asked: Understood
    page: Args

    @property
    def understood(self) -> str:
        return self.asked.sentence

    @property
    def form(self) -> str:
        return self.asked.form

    @property
    def facet(self) -> str | None:
        return self.asked.facet

    @property
    def days(self) -> dict[str, str | None]:
        return {"since": self.asked.since or self.asked.day, "until": self.asked.until or self.asked.day}


properties("Answer", "understood", "form", "facet")


@resolves("Query.ask")
def _ask(root: None, run: Run, args: Args) -> Any:
    answered = Answered(understand(args["question"]), {**args, "order": "newest"})
    pages.asked(answered.page, "newest", run.most)
    return answered


Make = Callable[[Answered, Run], Any]


def _fills(name: str) -> Callable[[Make], Make]:
    """The resolver of a part: null where the sentence asks for something else."""

    def register(make: Make) -> Make:
        def resolve(answer: Answered, run: Run, args: Args) -> Any:
            kind = answer.asked.counted if answer.asked.kind == "counts" else answer.asked.kind
            return make(answer, run) if kind == name else None

        resolves(f"Answer.{name}")(resolve)
        return make

    return register


@_fills("quotes")
def _quotes(answer: Answered, run: Run) -> Any:
    asked = answer.asked
    return choose.quote_page(run, {
        **answer.page, "speaker": asked.who, "about": asked.about, "to": asked.to, "day": answer.days,
        "others": asked.others, "speechAct": list(asked.acts),
    })  # fmt: skip


@_fills("articles")
def _articles(answer: Answered, run: Run) -> Any:
    where = {"source": {"eq": answer.asked.source}} if answer.asked.source else None
    return choose.article_page(
        run, {**answer.page, "about": answer.asked.about, "published": answer.days, "where": where}
    )


@_fills("events")
def _events(answer: Answered, run: Run) -> Any:
    asked = answer.asked
    return choose.root_events(run, {
        **answer.page, "place": asked.place, "participant": asked.who, "about": asked.about, "on": answer.days,
        "where": {"figure": list(asked.figures)},
    })  # fmt: skip


@_fills("relationships")
def _relationships(answer: Answered, run: Run) -> Any:
    asked = answer.asked
    return choose.root_relationships(
        run,
        {**answer.page, "type": list(asked.types), "subject": asked.who, "object": asked.whom, "on": answer.days},
    )


@_fills("claims")
def _claims(answer: Answered, run: Run) -> Any:
    asked = answer.asked
    ends = {"about": asked.about, "madeBy": asked.who}
    if asked.form == "claimed_about":
        ends = {"about": asked.who}
    return choose.root_claims(run, {**answer.page, **ends, "on": answer.days})


@_fills("entities")
def _entities(answer: Answered, run: Run) -> Any:
    return words.answering(run.graph, str(answer.asked.who))


@_fills("timeline")
def _timeline(answer: Answered, run: Run) -> Any:
    one = only(run, str(answer.asked.who))
    return timeline_of(one, run, {"unit": "month", "days": answer.days}) if one else []


@_fills("network")
def _network(answer: Answered, run: Run) -> Any:
    return network(None, run, {
        "id": None, "name": answer.asked.who, "kind": answer.asked.network, "types": None, "days": answer.days,
        "source": None, "minWeight": 1, "first": 25,
    })  # fmt: skip


@_fills("path")
def _path(answer: Answered, run: Run) -> Any:
    return path(None, run, {"from": answer.asked.who, "to": answer.asked.whom, "maxSteps": 4, "mentions": False})


@_fills("roles")
def _roles(answer: Answered, run: Run) -> Any:
    """Those of all who answer to the name, as holders where the sentence asks what somebody holds."""
    asked = answer.asked
    outgoing = asked.who is not None
    lies = days(answer.days)
    links: dict[Node, list[Link]] = defaultdict(list)
    for near in words.answering(run.graph, str(asked.who or asked.of)):
        for type_ in asked.types:
            links[near] += near.out[type_] if outgoing else near.into[type_]
    found = [
        (near, link, link.end if outgoing else link.start)
        for near, several in links.items()
        for link in several
        if lies(link.get("on")) and (asked.title is None or asked.title.lower() in str(link.get("title") or "").lower())
    ]
    found.sort(key=lambda row: (down(row[1].get("on")), up(row[1].get("start")), row[2].id))
    if len(found) > MOST_LINKS:
        run.cut.append({"path": run.path, "links": MOST_LINKS})
    return in_groups(found[:MOST_LINKS])


@resolves("Answer.why")
def _why(answer: Answered, run: Run, args: Args) -> Any:
    """Of what is no page: the first of the names to whom nobody answers."""
    asked = answer.asked
    names = {
        "entities": (asked.who,), "timeline": (asked.who,), "network": (asked.who,), "path": (asked.who, asked.whom),
        "roles": (asked.who or asked.of,),
    }  # fmt: skip
    for name in names.get(asked.kind, ()):
        if not words.answering(run.graph, str(name), *ENTITIES):
            return choose.why_no_name(run.graph, str(name))
    return None
