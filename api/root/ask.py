"""Questions in plain sentences."""

from __future__ import annotations

import strawberry

from api.plan.asking import Answering, Filled, TimelineOf
from api.plan.asking import Ask as AskReader
from api.plan.fields import Argument, read
from api.plan.network import Network as NetworkReader
from api.plan.paths import Path as PathReader
from api.plan.quotes import QuotePage
from api.plan.walked import AllArticles, AllClaims, AllEvents, AllRelationships
from api.types.arguments import (
    ARTICLES_WHERE,
    DAY,
    EVENT_ON,
    EVENTS_WHERE,
    PAGE,
    PUBLISHED,
    RELATIONSHIP_ON,
    SPEECH_ACT,
)
from api.types.base import Connection, Why
from api.types.claim import Claim
from api.types.entities import Entity
from api.types.network import Network, Path
from api.types.pages import ArticleConnection, EventConnection, QuoteConnection
from api.types.relationship import Relationship, Role
from api.types.timeline import Period


@strawberry.type(
    description="An answer: one of quotes, articles, entities, events, relationships, claims, roles, timeline, network "
    "and path is filled, as the question asks."
)
class Answer:
    understood: str = read(None, "How the question was understood.")
    form: str = read(None, "The name of the form that it has.")
    facet: str | None = read(
        None, "Which of the page's `facets` answers it, where it asks who or what most: people, sources or months."
    )
    quotes: QuoteConnection | None = read(None, "What was said.")
    articles: ArticleConnection | None = read(None, "What was published.")
    entities: list[Entity] | None = read(None, "Who or what answers to the name.")
    events: EventConnection | None = read(None, "What happened.")
    relationships: Connection[Relationship] | None = read(None, "Who did what to whom.")
    claims: Connection[Claim] | None = read(None, "What is claimed.")
    roles: list[Role] | None = read(None, "Who holds which role, speaks for or belongs to whom.")
    timeline: list[Period] | None = read(None, "How much there is in each month.")
    network: Network | None = read(None, "Who stands in the same articles.")
    path: Path | None = read(None, "How the two are connected; null where they are not.")
    why: Why | None = read(None, "Why nobody answers to a name; pages have a `why` of their own.")


@strawberry.type
class Ask:
    ask: Answer = read(
        AskReader(
            {
                "quotes": Filled(QuotePage(), (DAY, SPEECH_ACT)),
                "articles": Filled(AllArticles(), (PUBLISHED, ARTICLES_WHERE)),
                "entities": Filled(Answering()),
                "events": Filled(AllEvents(), (EVENT_ON, EVENTS_WHERE)),
                "relationships": Filled(AllRelationships(), (RELATIONSHIP_ON,)),
                "claims": Filled(AllClaims(), (RELATIONSHIP_ON,)),
                "timeline": Filled(TimelineOf()),
                "network": Filled(NetworkReader()),
                "path": Filled(PathReader()),
            }
        ),
        "Answers a question in a plain sentence, such as: everything Ivan Example said about talks. "
        "The error NOT_UNDERSTOOD lists an example of each form that is understood.",
        Argument("question", str, "The sentence.", required=True), *PAGE,
    )  # fmt: skip
