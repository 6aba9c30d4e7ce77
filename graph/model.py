"""The graph's vocabulary: node labels, relationship types, and the properties each may bear.

The lists are closed. What is not named here cannot be written; constraints and indexes are generated from here.
`day` on articles, events, quotes, SAID and ABOUT is the day as text ("2022-03-30", "" where unknown): pages are read in
its order from an index, and an index passes over what has no value. On quotes, SAID and ABOUT it is the day of
publication where the article does not state when it was said (`said_on` is absent then): by then it had been said.
`keys` on named ones, `words` on quotes and `astral` on articles are what one statement finds and counts by; they follow
from what the node bears beside them (`graph.words` says how) and are absent where they would be empty.
`former_ids` are the ids that merges gave up for the node, in order.
`vector` on articles and quotes is where their text stands among texts by its meaning (384 float32, of length 1), and
`vector_of` a mark of the model and the text that it was made from: the same mark, the same vector. Neither is there
where nothing made vectors.
`arrived` on quotes and REPORTED_IN numbers them in the order in which they came into this graph (`graph.arrivals`);
they keep it as long as they stay. What an older newsgraph wrote has none: it came before.
Standards: PLOVER (political event codes) and ACE 2005 (relations and events), in `standard` where one corresponds.
"""

from __future__ import annotations

from dataclasses import dataclass, field

PROVENANCE = ("id", "article", "start", "end", "sentence", "on", "confidence", "was")
"""What every relationship bears that an article asserts.

`id` unique; `article` the article's id; `start`, `end` code points of `Article.text`; `sentence` its text; `on` the day
(a date or absent); `confidence` 0 to 1. `was`, on a fact that a merge or split led elsewhere: which end or property of
it the reader had given to whom, such as "to person/peskov~1a2b3c4d"; absent on all others.
"""


@dataclass(frozen=True, slots=True)
class NodeType:
    """A label, what it means in the reporter's words, and its properties beside `id`."""

    label: str
    meaning: str
    properties: tuple[str, ...]
    entity: bool = False
    """Whether nodes also carry the label `Entity`."""
    owned: bool = False
    """Whether a node belongs to one article (its property `article`) and goes with it."""


@dataclass(frozen=True, slots=True)
class RelationshipType:
    """A relationship type, its ends, and its properties beside those of `PROVENANCE`."""

    name: str
    meaning: str
    start: tuple[str, ...]
    end: tuple[str, ...]
    properties: tuple[str, ...] = ()
    standard: str = ""
    symmetric: bool = False
    """Stored once in the order of the text, asked without direction."""
    asserted: bool = True
    """Whether an article asserts it, so that it bears `PROVENANCE`; else it comes from a gazetteer."""
    direct: bool = False
    """Whether it says who did what to whom, and so needs an assertion, never a denial or a hypothesis."""


ENTITY = ("Person", "Organisation", "Place", "Unnamed")
ACTOR = ("Person", "Organisation", "Place", "Unnamed")

NODES: tuple[NodeType, ...] = (
    NodeType(
        "Article",
        "What was published, with its exact text.",
        (
            "url",
            "source",
            "path",
            "headline",
            "byline",
            "text",
            "text_hash",
            "published",
            "published_at",
            "language",
            "reader",
            "status",
            "note",
            "corrects",
            "day",
            "astral",
            "vector",
            "vector_of",
        ),
    ),
    NodeType("Person", "A named person.", ("name", "aliases", "keys", "wikidata", "former_ids"), entity=True),
    NodeType(
        "Organisation",
        "A named organisation, institution, company, party or armed force.",
        ("name", "aliases", "keys", "wikidata", "former_ids"),
        entity=True,
    ),
    NodeType(
        "Place",
        "A named place.",
        (
            "name",
            "aliases",
            "keys",
            "wikidata",
            "former_ids",
            "kind",
            "geonames",
            "latitude",
            "longitude",
            "location",
            "country",
        ),
        entity=True,
    ),
    NodeType(
        "Unnamed",
        "A speaker or actor whom the article does not name; belongs to one article, never merged.",
        ("article", "name", "keys", "kind"),
        entity=True,
        owned=True,
    ),
    NodeType(
        "Event",
        "Something that happened, is planned, or is said to have happened.",
        ("type", "label", "date", "date_end", "date_precision", "date_words", "status", "day"),
    ),
    NodeType(
        "Quote",
        "What somebody said or wrote, in the article's words.",
        (
            "article",
            "text",
            "words",
            "kind",
            "cue",
            "source",
            "said_on",
            "said_precision",
            "polarity",
            "speech_act",
            "medium",
            "starts",
            "ends",
            "confidence",
            "day",
            "arrived",
            "vector",
            "vector_of",
        ),
        owned=True,
    ),
    NodeType(
        "Claim",
        "A denied, doubted or hypothetical doing: never to be counted as a fact.",
        ("article", "type", "verb", "polarity", "modality"),
        owned=True,
    ),
    NodeType(
        "Figure",
        "A number that an article gives about an event.",
        ("article", "kind", "low", "high", "unit", "verified", "words"),
        owned=True,
    ),
)


def _direct(name: str, meaning: str, standard: str, *, symmetric: bool = False) -> RelationshipType:
    return RelationshipType(
        name,
        meaning,
        ACTOR,
        (*ACTOR, "Event"),
        ("verb", "according_to", "quote"),
        standard,
        symmetric=symmetric,
        direct=True,
    )


DIRECT: tuple[RelationshipType, ...] = (
    _direct("ACCUSED", "accused of wrongdoing", "PLOVER:ACCUSE"),
    _direct("MET", "met face to face", "PLOVER:CONSULT/meet; ACE:Contact.Meet", symmetric=True),
    _direct("TALKED_WITH", "talked with, by telephone or in a meeting", "PLOVER:CONSULT", symmetric=True),
    _direct("VISITED", "paid a visit to", "PLOVER:CONSULT/visit"),
    _direct("URGED", "urged, called on, demanded of", "PLOVER:REQUEST"),
    _direct("PROMISED", "promised or pledged to", "PLOVER:AGREE"),
    _direct("THREATENED", "threatened", "PLOVER:THREATEN"),
    _direct("REJECTED", "rejected or refused", "PLOVER:REJECT"),
    _direct("SUPPORTED", "supported or backed", "PLOVER:SUPPORT"),
    _direct("CRITICISED", "criticised or condemned", "PLOVER:ACCUSE/disapprove"),
    _direct("AGREED_WITH", "agreed or signed with", "PLOVER:AGREE", symmetric=True),
    _direct("AIDED", "gave aid to", "PLOVER:AID"),
    _direct("SANCTIONED", "imposed sanctions on", "PLOVER:SANCTION"),
    _direct("ATTACKED", "attacked with force", "PLOVER:ASSAULT; ACE:Conflict.Attack"),
    _direct("CONTROLS", "is in control of", "PLOVER:ASSAULT/occupy"),
    _direct("RETREATED_FROM", "withdrew or was driven from", "PLOVER:RETREAT"),
    _direct("DETAINED", "arrested or held", "PLOVER:COERCE/arrest; ACE:Justice.Arrest-Jail"),
    _direct("DEPORTED", "deported", "PLOVER:COERCE/deport; ACE:Movement.Transport"),
    _direct("PROTESTED_AGAINST", "protested against", "PLOVER:PROTEST; ACE:Conflict.Demonstrate"),
    _direct("APPOINTED", "appointed or elected", "ACE:Personnel.Start-Position"),
    _direct("ABSTAINED_FROM", "abstained from", "PLOVER:REJECT/abstain"),
    _direct("TRADED_WITH", "trades with or buys from", "PLOVER:COOPERATE/trade"),
)
"""Who did what to whom. Closed: a new one is added here, with its rule in `loaders/extract/relations`."""

RELATIONSHIPS: tuple[RelationshipType, ...] = (
    RelationshipType(
        "MENTIONS",
        "the article names or means this entity",
        ("Article",),
        ENTITY,
        ("starts", "ends", "kinds", "name", "aliases", "title", "wikidata", "place_kind"),
    ),
    RelationshipType("SAID", "said or wrote this quote", ACTOR, ("Quote",), ("speaker", "day", "quote")),
    RelationshipType(
        "ABOUT",
        "the quote is about this",
        ("Quote",),
        (*ENTITY, "Event"),
        ("basis", "score", "target", "speaker", "day", "quote"),
    ),
    RelationshipType("ADDRESSED_TO", "the quote was said to this one", ("Quote",), ENTITY),
    RelationshipType("IN", "stands in this article", ("Quote", "Claim"), ("Article",)),
    RelationshipType(
        "HOLDS_ROLE",
        "holds this role, as the article states it on that day",
        ("Person", "Unnamed"),
        ("Organisation", "Place"),
        ("title",),
        "ACE:ORG-AFF.Employment",
    ),
    RelationshipType("MEMBER_OF", "is a member of", ENTITY, ("Organisation", "Place"), (), "ACE:ORG-AFF.Membership"),
    RelationshipType(
        "SPEAKS_FOR", "speaks for", ("Person", "Unnamed"), ("Organisation", "Place", "Person"), ("title",)
    ),
    RelationshipType(
        "BASED_IN", "is based in", ("Organisation", "Person", "Unnamed"), ("Place",), (), "ACE:GEN-AFF.Org-Location"
    ),
    RelationshipType(
        "LOCATED_IN",
        "lies in, by the gazetteer",
        ("Place",),
        ("Place",),
        ("source",),
        "ACE:PART-WHOLE.Geographical",
        asserted=False,
    ),
    RelationshipType("TOOK_PART_IN", "took part in, in this role", ENTITY, ("Event",), ("role",)),
    RelationshipType("TOOK_PLACE_IN", "took place in", ("Event",), ("Place",)),
    RelationshipType(
        "REPORTED_IN",
        "is reported in this article",
        ("Event",),
        ("Article",),
        ("type", "label", "date", "date_end", "date_precision", "date_words", "status", "starts", "ends", "arrived"),
    ),
    RelationshipType("PART_OF", "is part of the larger event", ("Event",), ("Event",)),
    RelationshipType("HAS_FIGURE", "has this figure", ("Event",), ("Figure",)),
    RelationshipType("ACCORDING_TO", "the figure is given by", ("Figure",), ENTITY),
    RelationshipType("SUBJECT", "the claim's doer", ("Claim",), ENTITY),
    RelationshipType("OBJECT", "the claim's done-to", ("Claim",), (*ENTITY, "Event")),
    RelationshipType("MADE_BY", "who makes the claim", ("Claim",), ENTITY),
    RelationshipType("CORRECTS", "corrects or withdraws that article", ("Article",), ("Article",)),
    RelationshipType("COPY_OF", "carries the same text as that earlier article", ("Article",), ("Article",)),
    *DIRECT,
)

NODE: dict[str, NodeType] = {n.label: n for n in NODES}
RELATIONSHIP: dict[str, RelationshipType] = {r.name: r for r in RELATIONSHIPS}

EVENT_TYPES: dict[str, str] = {
    "Attack": "PLOVER:ASSAULT; ACE:Conflict.Attack",
    "Talks": "PLOVER:CONSULT; ACE:Contact.Meet",
    "Visit": "PLOVER:CONSULT/visit",
    "Agreement": "PLOVER:AGREE",
    "Protest": "PLOVER:PROTEST; ACE:Conflict.Demonstrate",
    "Strike": "PLOVER:PROTEST/strike",
    "Election": "ACE:Personnel.Elect",
    "Appointment": "ACE:Personnel.Start-Position",
    "Departure": "ACE:Personnel.End-Position",
    "Arrest": "PLOVER:COERCE/arrest; ACE:Justice.Arrest-Jail",
    "Trial": "ACE:Justice.Trial-Hearing",
    "Deportation": "PLOVER:COERCE/deport",
    "Evacuation": "PLOVER:AID/evacuate; ACE:Movement.Transport",
    "Retreat": "PLOVER:RETREAT",
    "Invasion": "PLOVER:ASSAULT/invade",
    "Siege": "PLOVER:COERCE/blockade",
    "Sanctions": "PLOVER:SANCTION",
    "Aid": "PLOVER:AID",
    "Accident": "",
    "Disaster": "",
    "Death": "ACE:Life.Die",
    "Business": "ACE:Business",
    "Decision": "",
    "Announcement": "",
}
"""Closed list of event types with the PLOVER or ACE type each corresponds to."""


@dataclass(frozen=True, slots=True)
class Article:
    """What was published. `text` is exact; every offset counts its code points."""

    id: str
    text: str
    headline: str = ""
    published: str | None = None
    """`YYYY-MM-DD`, or None where it is not known."""
    url: str = ""
    source: str = ""
    path: str = ""
    byline: str = ""
    language: str = ""
    """ISO 639-1 where the publisher stated it; else the extractor detects it."""
    corrects: str = ""
    """Id of the article that this one corrects or withdraws."""
    published_at: str = ""
    """ISO 8601 with seconds and offset, on the day `published`; empty where the source says no time or no zone."""
    extra: dict[str, str] = field(default_factory=dict)
    """Metadata that the graph has no word for; kept out of the graph."""
