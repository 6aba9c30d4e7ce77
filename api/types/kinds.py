"""The closed lists: enums of the schema."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

import strawberry

from api.types.describe import value
from graph.model import DIRECT, EVENT_TYPES, RELATIONSHIP


@strawberry.enum(description="How the words are given.")
class QuoteKind(Enum):
    direct = value("direct", description="In quotation marks.")
    indirect = value("indirect", description="In the article's own words.")
    mixed = value("mixed", description="Partly in quotation marks.")


@strawberry.enum(description="Whether it was said.")
class Polarity(Enum):
    positive = value("positive", description="It was said.")
    negative = value("negative", description="It is said not to have been said, or its content is denied.")


@strawberry.enum(description="What is done by saying it.")
class SpeechAct(Enum):
    statement = value("statement", description="Something is stated.")
    accusation = value("accusation", description="Somebody is accused.")
    denial = value("denial", description="Something is denied.")
    promise = value("promise", description="Something is promised.")
    demand = value("demand", description="Something is demanded or asked for.")
    warning = value("warning", description="There is a warning of something.")
    doubt = value("doubt", description="Something is doubted.")
    question = value("question", description="Something is asked.")
    praise = value("praise", description="Somebody or something is praised.")
    criticism = value("criticism", description="Somebody or something is criticised.")
    threat = value("threat", description="Somebody is threatened.")


@strawberry.enum(description="How it is known what a quote is about.")
class Basis(Enum):
    words = value("words", description="Named in the quote itself.")
    context = value("context", description="The passage that the quote stands in.")
    headline = value("headline", description="The article's headline.")


@strawberry.enum(description="Whether it happened.")
class EventStatus(Enum):
    happened = value("happened", description="The article states it.")
    alleged = value("alleged", description="Somebody says so.")
    denied = value("denied", description="Somebody denies it.")
    planned = value("planned", description="It is to come.")
    hypothetical = value("hypothetical", description="It might be.")


@strawberry.enum(description="Which way a relationship leads.")
class Direction(Enum):
    out = value("out", description="From this one to another.")
    into = value("in", description="From another to this one.")
    both = value("both", description="Either way.")


@strawberry.enum(description="In which way the article speaks of a doing that it does not state.")
class Modality(Enum):
    negated = value("negated", description="It is denied, or said not to have been done.")
    hypothetical = value("hypothetical", description="It might be, is feared, planned, asked for, or doubted.")
    attributed = value("attributed", description="It stands on somebody's word alone.")


@strawberry.enum(description="What an entity is.")
class EntityType(Enum):
    Person = value("Person", description="A named person.")
    Organisation = value(
        "Organisation", description="A named organisation, institution, company, party or armed force."
    )
    Place = value("Place", description="A named place.")
    Unnamed = value("Unnamed", description="A speaker or actor whom one article does not name.")


_STANDING = tuple(RELATIONSHIP[name] for name in ("HOLDS_ROLE", "MEMBER_OF", "SPEAKS_FOR", "BASED_IN"))

if TYPE_CHECKING:
    # Their members come from the model, which the type checker cannot see.
    EventType: TypeAlias = Enum
    RelationshipType: TypeAlias = Enum
    ClaimType: TypeAlias = Enum
else:
    EventType = strawberry.enum(
        Enum(
            "EventType",
            {
                name: value(name, description=standard or "No standard has it.")
                for name, standard in EVENT_TYPES.items()
            },
        ),
        description="A closed list; each with the type of PLOVER or ACE 2005 that it corresponds to.",
    )
    RelationshipType = strawberry.enum(
        Enum("RelationshipType", {r.name: value(r.name, description=f"{r.meaning.capitalize()}.") for r in DIRECT}),
        description="What somebody did to somebody: a closed list.",
    )
    ClaimType = strawberry.enum(
        Enum("ClaimType", {r.name: value(r.name, f"{r.meaning.capitalize()}.") for r in (*DIRECT, *_STANDING)}),
        description="What a claim is of: a closed list.",
    )


@strawberry.enum(description="The order of pages by day. What has no day counts as oldest.")
class Order(Enum):
    newest = value("newest", description="The newest first.")
    oldest = value("oldest", description="The oldest first.")


@strawberry.enum(description="The order of pages by name.")
class NameOrder(Enum):
    ascending = value("ascending", description="From A to Z.")
    descending = value("descending", description="From Z to A.")


@strawberry.enum(description="A length of time.")
class TimeUnit(Enum):
    day = value("day", description="A day.")
    month = value("month", description="A month.")
    year = value("year", description="A year.")


@strawberry.enum(description="What brings two together in a network.")
class NetworkKind(Enum):
    mentioned = value("mentioned", description="The same article mentions both.")
    quoted = value("quoted", description="The same article quotes both.")


@strawberry.enum(description="What is searched.")
class Searched(Enum):
    Person = value("Person", description="By name and aliases.")
    Organisation = value("Organisation", description="By name and aliases.")
    Place = value("Place", description="By name and aliases.")
    Unnamed = value("Unnamed", description="By the words that mean them.")
    Event = value("Event", description="By label and type.")
    Quote = value("Quote", description="By its words.")
    Article = value("Article", description="By headline and text.")


@strawberry.enum(description="Why a page is empty.")
class WhyCode(Enum):
    NO_ARTICLE = value("NO_ARTICLE", description="The graph holds no article.")
    NO_ARTICLE_READ = value(
        "NO_ARTICLE_READ", description="There are articles, but none could be read (other languages, for example)."
    )
    NO_SUCH_NAME = value("NO_SUCH_NAME", description="Nobody and nothing answers to the name.")
    NOTHING_SAID = value("NOTHING_SAID", description="The names are known, but no quote fits all that was asked for.")
    NOTHING_FOUND = value("NOTHING_FOUND", description="Nothing fits all that was asked for.")
    END = value("END", description="There is nothing on that side of the cursor.")
