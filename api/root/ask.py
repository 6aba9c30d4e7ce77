"""Questions in plain sentences."""

from __future__ import annotations

import strawberry

from api.ask import Understood, understand
from api.context import Info
from api.events import event_conditions
from api.quotes import Asked, found_names, quote_page
from api.root.many import event_page, relationship_page
from api.types.base import After, Before, Connection, Day, DayRange, First, Last, Why
from api.types.describe import resolved
from api.types.entities import Entity, entity
from api.types.event import Event
from api.types.quote import Quote
from api.types.relationship import Relationship
from api.why import why_no_name
from graph.reading.page import LIMIT


@strawberry.type(
    description="An answer: one of quotes, entities, events and relationships is filled, as the question asks."
)
class Answer:
    understood: str = strawberry.field(description="How the question was understood.")
    form: str = strawberry.field(description="The name of the form that it has.")
    quotes: Connection[Quote] | None = strawberry.field(default=None, description="What was said.")
    entities: list[Entity] | None = strawberry.field(default=None, description="Who or what answers to the name.")
    events: Connection[Event] | None = strawberry.field(default=None, description="What happened.")
    relationships: Connection[Relationship] | None = strawberry.field(default=None, description="Who did what to whom.")
    why: Why | None = strawberry.field(
        default=None, description="Why nobody answers to the name; pages have a `why` of their own."
    )


@strawberry.type
class Ask:
    @resolved(
        description="Answers a question in a plain sentence, such as: everything Ivan Example said about talks. "
        "The error NOT_UNDERSTOOD lists an example of each form that is understood."
    )
    async def ask(
        self, info: Info, question: str,
        first: First = None, after: After = None, last: Last = None, before: Before = None,
    ) -> Answer:  # fmt: skip
        asked = understand(question)
        answer = Answer(understood=asked.sentence, form=asked.form)
        first_day, last_day = asked.since or asked.day, asked.until or asked.day
        on = DayRange(since=Day(first_day) if first_day else None, until=Day(last_day) if last_day else None)
        if asked.kind == "quotes":
            wanted = Asked(
                speaker=asked.who, about=asked.about, said_on=on, first=first, after=after, last=last, before=before
            )
            answer.quotes = await quote_page(info, wanted)
        elif asked.kind == "events":
            answer.events = await event_page(
                info,
                place=asked.place,
                where=event_conditions(on=on),
                first=first,
                after=after,
                last=last,
                before=before,
            )
        elif asked.kind == "relationships":
            answer.relationships = await relationship_page(
                info, types=asked.types, subject=asked.who, object_=asked.whom,
                first=first, after=after, last=last, before=before,
            )  # fmt: skip
        else:
            await _entities(info, asked, answer)
        return answer


async def _entities(info: Info, asked: Understood, answer: Answer) -> None:
    assert asked.who is not None, "the form has the slot"
    found = await info.context.load(found_names, asked.who) or []
    answer.entities = [entity(row) for row in found[:LIMIT]]
    if not found:
        answer.why = await why_no_name(info.context, asked.who)
