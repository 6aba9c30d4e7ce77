"""Filters that compose. A key is added here, with the condition that it sets, and nowhere else."""

from __future__ import annotations

from functools import partial

import strawberry

from api.plan.conditions import AnyOf, Composed, Days, Is, Ranged, Within, Worded, keys_of
from api.types.base import DayRange
from api.types.describe import key
from api.types.kinds import (
    ClaimType,
    EntityType,
    EventStatus,
    EventType,
    Modality,
    Polarity,
    QuoteKind,
    RelationshipType,
    SpeechAct,
)
from graph.words import stems

AND, OR, NOT = "All of these hold, too.", "One of these holds at least.", "This does not hold."
_IDS = "Of any of these ids."


def _known(node: str) -> str:
    """A condition on a node: it has one of the ids of a list, or one that a merge gave up for it is among them."""
    return f"({node}.id IN <value> OR any(former IN {node}.former_ids WHERE former IN <value>))"


@strawberry.input(description="A condition on a text; upper and lower case are the same. One of these.", one_of=True)
class TextFilter:
    eq: str | None = key(None, "The text is this.")
    in_: list[str] | None = key(None, "The text is one of these.", name="in")
    contains: str | None = key(None, "This stands in the text.")
    starts_with: str | None = key(None, "The text begins so.")


@strawberry.input(description="A range of numbers, both ends inclusive. What has no number lies in no range.")
class FloatRange:
    min: float | None = key(None, "At least so much.")
    max: float | None = key(None, "At most so much.")


@strawberry.input(description="Articles that fit. All keys that are given must hold.")
class ArticleFilter:
    and_: list[ArticleFilter] | None = key(None, AND, name="and")
    or_: list[ArticleFilter] | None = key(None, OR, name="or")
    not_: ArticleFilter | None = key(None, NOT, name="not")
    published: DayRange | None = key(Days("<it>.day"), "The day of publication.")
    source: TextFilter | None = key(Worded("<it>.source"), "The paper or agency.")
    headline: TextFilter | None = key(Worded("<it>.headline"), "The headline.")
    byline: TextFilter | None = key(Worded("<it>.byline"), "Who wrote it, as it says.")
    language: list[str] | None = key(Is("<it>.language IN <value>"), "Any of these languages, ISO 639-1.")
    mentions_id: list[strawberry.ID] | None = key(
        AnyOf(f"EXISTS {{ MATCH (<it>)-[:MENTIONS]->(named) WHERE {_known('named')} }}"), f"It mentions one. {_IDS}"
    )


@strawberry.input(description="Quotes that fit. All keys that are given must hold.")
class QuoteFilter:
    and_: list[QuoteFilter] | None = key(None, AND, name="and")
    or_: list[QuoteFilter] | None = key(None, OR, name="or")
    not_: QuoteFilter | None = key(None, NOT, name="not")
    kind: list[QuoteKind] | None = key(Is("<it>.kind IN <value>"), "In one of these ways.")
    speech_act: list[SpeechAct] | None = key(Is("<it>.speech_act IN <value>"), "Saying it does one of these.")
    polarity: Polarity | None = key(Is("<it>.polarity = <value>"), "Whether it was said.")
    said_on: DayRange | None = key(Days("toString(<it>.said_on)"), "The day it was said, as the article states it.")
    published: DayRange | None = key(
        Days("a.day", "EXISTS { MATCH (<it>)-[:IN]->(a:Article) WHERE <test> }"), "The day of its article."
    )
    text: TextFilter | None = key(Worded("<it>.text"), "The words as they stand.")
    words: str | None = key(
        Is("size(<value>) > 0 AND all(stem IN <value> WHERE stem IN <it>.words)", stems),
        "All of these words stand in it, in any form.",
    )
    medium: TextFilter | None = key(Worded("<it>.medium"), "Through which medium it was said.")
    cue: TextFilter | None = key(Worded("<it>.cue"), "The word that introduces it, such as warned.")
    confidence: FloatRange | None = key(Ranged("<it>.confidence"), "How sure the reader was.")
    source: TextFilter | None = key(
        Worded("a.source", "EXISTS { MATCH (<it>)-[:IN]->(a:Article) WHERE <test> }"), "The paper or agency."
    )
    speaker_id: list[strawberry.ID] | None = key(
        AnyOf(f"EXISTS {{ MATCH (<it>)<-[:SAID]-(who) WHERE {_known('who')} }}"), f"Said by one. {_IDS}"
    )
    speaker_type: list[EntityType] | None = key(
        Is("EXISTS { MATCH (<it>)<-[:SAID]-(by) WHERE any(label IN labels(by) WHERE label IN <value>) }"),
        "Said by one of these types.",
    )
    about_id: list[strawberry.ID] | None = key(
        AnyOf(f"EXISTS {{ MATCH (<it>)-[:ABOUT]->(what) WHERE {_known('what')} }}"), f"About one. {_IDS}"
    )


@strawberry.input(description="Events that fit. All keys that are given must hold.")
class EventFilter:
    and_: list[EventFilter] | None = key(None, AND, name="and")
    or_: list[EventFilter] | None = key(None, OR, name="or")
    not_: EventFilter | None = key(None, NOT, name="not")
    type: list[EventType] | None = key(Is("<it>.type IN <value>"), "Of one of these types.")
    status: list[EventStatus] | None = key(Is("<it>.status IN <value>"), "Of one of these.")
    on: DayRange | None = key(Days("<it>.day"), "Its day, or the first day that it may have been.")
    label: TextFilter | None = key(Worded("<it>.label"), "The words it is called by.")
    confidence: FloatRange | None = key(
        Ranged("report.confidence", "EXISTS { MATCH (<it>)-[report:REPORTED_IN]->() WHERE <test> }"),
        "How sure the reader was of one report of it.",
    )
    source: TextFilter | None = key(
        Worded("a.source", "EXISTS { MATCH (<it>)-[:REPORTED_IN]->(a:Article) WHERE <test> }"),
        "The paper or agency of one report of it.",
    )
    participant_id: list[strawberry.ID] | None = key(
        AnyOf(f"EXISTS {{ MATCH (<it>)<-[:TOOK_PART_IN]-(who) WHERE {_known('who')} }}"), f"One took part. {_IDS}"
    )
    figure: list[str] | None = key(
        Is("EXISTS { MATCH (<it>)-[:HAS_FIGURE]->(figure) WHERE figure.kind IN <value> }"),
        "An article gives one of these figures: killed, injured, missing …",
    )
    place_id: list[strawberry.ID] | None = key(
        AnyOf(f"EXISTS {{ MATCH (<it>)-[:TOOK_PLACE_IN]->()-[:LOCATED_IN*0..8]->(where) WHERE {_known('where')} }}"),
        f"There, or in a place that lies there. {_IDS}",
    )


@strawberry.input(description="People, organisations or places that fit. All keys that are given must hold.")
class EntityFilter:
    and_: list[EntityFilter] | None = key(None, AND, name="and")
    or_: list[EntityFilter] | None = key(None, OR, name="or")
    not_: EntityFilter | None = key(None, NOT, name="not")
    name: TextFilter | None = key(
        Worded("called", "any(called IN [<it>.name] + coalesce(<it>.aliases, []) WHERE <test>)"),
        "The name or any alias.",
    )
    mentioned_in: ArticleFilter | None = key(
        Within("EXISTS { MATCH (<it>)<-[:MENTIONS]-(<far>:Article) WHERE <test> }", partial(keys_of, ArticleFilter)),
        "One of these articles mentions it.",
    )
    quoted: bool | None = key(Is("EXISTS { (<it>)-[:SAID]->() } = <value>"), "Whether it said anything.")
    country: list[str] | None = key(
        Is("<it>.country IN <value>"), "Of places: any of these countries, ISO 3166-1 alpha-2."
    )


@strawberry.input(description="Relationships that fit. All keys that are given must hold.")
class RelationshipFilter:
    and_: list[RelationshipFilter] | None = key(None, AND, name="and")
    or_: list[RelationshipFilter] | None = key(None, OR, name="or")
    not_: RelationshipFilter | None = key(None, NOT, name="not")
    type: list[RelationshipType] | None = key(Is("type(<r>) IN <value>"), "Of one of these types.")
    on: DayRange | None = key(Days("toString(<r>.on)"), "The day.")
    verb: TextFilter | None = key(Worded("<r>.verb"), "The article's own word.")
    confidence: FloatRange | None = key(Ranged("<r>.confidence"), "How sure the reader was.")
    subject_id: list[strawberry.ID] | None = key(AnyOf(_known("<subject>")), f"Who did it. {_IDS}")
    object_id: list[strawberry.ID] | None = key(AnyOf(_known("<object>")), f"To whom, or at which event. {_IDS}")
    attributed: bool | None = key(
        Is("(<r>.according_to IS NOT NULL) = <value>"), "Whether it is reported on somebody's word."
    )


@strawberry.input(description="Claims that fit. All keys that are given must hold.")
class ClaimFilter:
    and_: list[ClaimFilter] | None = key(None, AND, name="and")
    or_: list[ClaimFilter] | None = key(None, OR, name="or")
    not_: ClaimFilter | None = key(None, NOT, name="not")
    type: list[ClaimType] | None = key(Is("<it>.type IN <value>"), "Of one of these types.")
    modality: list[Modality] | None = key(Is("<it>.modality IN <value>"), "In one of these ways.")
    polarity: Polarity | None = key(Is("<it>.polarity = <value>"), "Whether it is denied.")
    confidence: FloatRange | None = key(Ranged("<r>.confidence"), "How sure the reader was.")
    subject_id: list[strawberry.ID] | None = key(
        AnyOf(f"EXISTS {{ MATCH (<it>)-[:SUBJECT]->(end) WHERE {_known('end')} }}"), f"Who would have done it. {_IDS}"
    )
    object_id: list[strawberry.ID] | None = key(
        AnyOf(f"EXISTS {{ MATCH (<it>)-[:OBJECT]->(end) WHERE {_known('end')} }}"), f"To whom. {_IDS}"
    )
    made_by_id: list[strawberry.ID] | None = key(
        AnyOf(f"EXISTS {{ MATCH (<it>)-[:MADE_BY]->(end) WHERE {_known('end')} }}"), f"Who claims it. {_IDS}"
    )


FILTERED = {
    each: Composed(partial(keys_of, each))
    for each in (ArticleFilter, QuoteFilter, EventFilter, EntityFilter, RelationshipFilter, ClaimFilter)
}
"""The condition that each filter sets as a whole."""
