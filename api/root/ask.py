"""Questions in plain sentences."""

from __future__ import annotations

import strawberry

from api.plan.asking import Ask as AskReader
from api.plan.asking import Filled
from api.plan.fields import Argument, read
from api.plan.quotes import QuotePage
from api.plan.walked import AllEvents, AllRelationships
from api.types.arguments import EVENT_ON, PAGE, SAID_ON
from api.types.base import Connection, Why
from api.types.entities import Entity
from api.types.pages import EventConnection, QuoteConnection
from api.types.relationship import Relationship


@strawberry.type(
    description="An answer: one of quotes, entities, events and relationships is filled, as the question asks."
)
class Answer:
    understood: str = read(None, "How the question was understood.")
    form: str = read(None, "The name of the form that it has.")
    quotes: QuoteConnection | None = read(None, "What was said.")
    entities: list[Entity] | None = read(None, "Who or what answers to the name.")
    events: EventConnection | None = read(None, "What happened.")
    relationships: Connection[Relationship] | None = read(None, "Who did what to whom.")
    why: Why | None = read(None, "Why nobody answers to the name; pages have a `why` of their own.")


@strawberry.type
class Ask:
    ask: Answer = read(
        AskReader(
            {
                "quotes": Filled(QuotePage(), (SAID_ON,)),
                "events": Filled(AllEvents(), (EVENT_ON,)),
                "relationships": Filled(AllRelationships(), ()),
            }
        ),
        "Answers a question in a plain sentence, such as: everything Ivan Example said about talks. "
        "The error NOT_UNDERSTOOD lists an example of each form that is understood.",
        Argument("question", str, "The sentence.", required=True), *PAGE,
    )  # fmt: skip
