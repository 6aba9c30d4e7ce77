"""A graph with everything in it that reading may meet: ties, namesakes, what has no day, characters beyond the first
plane, more links than are shown, corrections, copies, claims, figures; and a few facts that are not as they must be.

Written as it stands, beside the samples and the newsroom. What is left to chance is the same on every run.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

import neo4j

from graph.facts import Facts, Link, Node, Value, short_id
from graph.found_by import found_by
from graph.model import DIRECT, EVENT_TYPES, Article
from graph.store import Store

Ref = tuple[str, str]

DAYS = ("2031-05-05", "2031-05-06", "2031-05-06", "2031-05-07", "")
"""Days of articles: two share one with the newsroom's, one has none."""
SENTENCES = (
    "\U0001f6a2\U0001f6a2 Nobody talks of a strike in Berg, she said.",
    "Anna Berg met Olga Berg \U0001f600 at the harbour talks.",
    '"Oil is dear, and talking is cheap," they told the Berg Gazette.',
    "Twelve ships, 3 dead and a turmoil of cranes – the mayor’s words \U0001f3d7.",
)
ARTICLES = tuple(
    Article(
        f"varied/{n}", "\n".join([*SENTENCES[n % 4 :], *SENTENCES[: n % 4]]) + "\n",
        f"Berg {n} \U0001f6a2" if n != 3 else "", day or None, f"https://berg.example/{n}" if n % 2 else "",
        ("Berg Gazette", "Example Wire", "")[n % 3], "", "B. Line" if n == 1 else "",
    )
    for n, day in enumerate((*DAYS, *DAYS))
)  # fmt: skip
MEMBERS = tuple(("Person", f"person/member-{n:03}") for n in range(104))
CLUB: Ref = ("Organisation", "organisation/berg-club")
CROWD: Ref = ("Event", "event/crowd")

_PEOPLE: tuple[tuple[Ref, dict[str, Value]], ...] = (
    (("Person", "person/anna-berg"), {"name": "Anna Berg", "aliases": ["Berg", "A. Berg"], "wikidata": "Q1"}),
    (("Person", "person/anna-berg~b"), {"name": "Anna Berg", "aliases": ["the younger Berg"]}),
    (("Person", "person/olga-berg"), {"name": "Olga Bérg-O’Hara", "aliases": []}),
    (("Person", "person/zoe"), {"name": "Zoë \U0001f600", "aliases": ["Zoe"]}),
    (("Organisation", "organisation/berg"), {"name": "Berg", "aliases": ["Berg AG"], "wikidata": "Q2"}),
    (CLUB, {"name": "Dock Workers' Club of Berg", "aliases": []}),
    (("Organisation", "organisation/gazette"), {"name": "Berg Gazette"}),
    (("Place", "place/berg"), {
        "name": "Berg", "aliases": ["Bergstadt"], "kind": "city", "geonames": 42, "latitude": 1.0, "longitude": -2.5,
        "country": "XX",
    }),
    (("Place", "place/harbour"), {"name": "Berg Harbour", "kind": "district", "country": "XX"}),
    (("Place", "place/north"), {"name": "North", "kind": "region", "country": "XX", "latitude": 0.1 + 0.2}),
    (("Place", "place/shire"), {"name": "Shire", "kind": "region", "country": "YY"}),
    (("Place", "place/land"), {"name": "Land", "kind": "country", "country": "XX"}),
    (("Unnamed", "unnamed/00000000000000c1"), {"article": "varied/0", "name": "a senior official", "kind": "person"}),
    (("Unnamed", "unnamed/00000000000000c2"), {"article": "varied/1", "name": "dockers of Berg", "kind": "group"}),
)  # fmt: skip
_LIES_IN = (
    ("place/harbour", "place/berg"), ("place/berg", "place/north"), ("place/berg", "place/shire"),
    ("place/north", "place/land"), ("place/shire", "place/land"),
)  # fmt: skip


def add(store: Store) -> None:
    """Write all of it."""
    nodes, links = everything()
    for article in ARTICLES:
        Facts(article, "en", "test 1", "", nodes, links).check()
    write(store, [*_articles(), *nodes], links)


def everything() -> tuple[tuple[Node, ...], tuple[Link, ...]]:
    """The facts, articles aside."""
    made = _Made(random.Random(11))
    for ref, properties in _PEOPLE:
        made.node(ref, properties)
    for ref in MEMBERS:
        made.node(ref, {"name": f"Member {ref[1][-3:]}", "aliases": []})
    for inner, outer in _LIES_IN:
        made.links.append(Link("LOCATED_IN", "", ("Place", inner), ("Place", outer), {"source": "geonames"}))
    made.events()
    made.quotes()
    made.standing()
    made.doings()
    made.claims()
    made.mentions()
    made.crowds()
    made.damage()
    return tuple(made.nodes), tuple(made.links)


def _articles() -> list[Node]:
    return [
        Node("Article", a.id, {
            "headline": a.headline or None, "text": a.text, "day": a.published or "", "url": a.url, "source": a.source,
            "published": date.fromisoformat(a.published) if a.published else None, "language": "en" if n % 4 else "de",
            "reader": "test 1" if n % 4 else "", "note": "" if n % 4 else "It is in another language.",
            "byline": a.byline,
        })
        for n, a in enumerate(ARTICLES)
    ]  # fmt: skip


class _Made:
    """Facts in the making."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.nodes: list[Node] = []
        self.links: list[Link] = []
        self.quoted: list[str] = []

    def node(self, ref: Ref, properties: dict[str, Value]) -> Ref:
        self.nodes.append(Node(*ref, properties))
        return ref

    def link(self, type_: str, start: Ref, end: Ref, article: Article | None = None, /, **more: Value) -> None:
        """A relationship with its place: none of a kind stands at the same place as another."""
        article = article or self.chance.choice(ARTICLES)
        at = len(self.links) % (len(article.text) - 12)
        given: dict[str, Value] = {
            "article": article.id, "start": at, "end": at + 9, "sentence": article.text.split("\n")[0],
            "on": self.day(article), "confidence": self.chance.choice((None, 0.3, 0.5, 0.75, 0.9)),
        }  # fmt: skip
        ident = short_id("varied", len(self.links), type_)
        self.links.append(Link(type_, ident, start, end, given | more))

    @staticmethod
    def day(article: Article) -> date | None:
        return date.fromisoformat(article.published) if article.published else None

    def who(self, *labels: str) -> Ref:
        return self.chance.choice([ref for ref, _ in _PEOPLE if not labels or ref[0] in labels])

    def event(self) -> Ref:
        return "Event", f"event/varied-{self.chance.randrange(14)}"

    def events(self) -> None:
        for n in range(14):
            day = DAYS[n % len(DAYS)]
            event = self.node(("Event", f"event/varied-{n}"), {
                "type": list(EVENT_TYPES)[n % 9], "day": day, "date": date.fromisoformat(day) if day else None,
                "label": (None, "talks in Berg", "the harbour talks", "strike \U0001f6a2")[n % 4],
                "date_end": date(2031, 5, 9) if day and n % 3 == 0 else None, "date_words": "Tuesday" if n % 2 else "",
                "date_precision": ("day", "week", None)[n % 3],
                "status": ("happened", "alleged", "denied", "planned", "hypothetical", None)[n % 6],
            })  # fmt: skip
            for _ in range(self.chance.randrange(4)):
                self.link("TOOK_PART_IN", self.who(), event, role=self.chance.choice(("agent", "victim", None)))
                self.link("TOOK_PLACE_IN", event, self.who("Place"))
            for article in self.chance.sample(ARTICLES, self.chance.randrange(4)):
                self.link("REPORTED_IN", event, ("Article", article.id), article, label="talks", starts=[1], ends=[4])
            if n > 9:
                self.link("PART_OF", event, ("Event", f"event/varied-{n % 3}"))
            for each in range(self.chance.randrange(3)):
                figure = self.node(("Figure", f"figure/varied-{n}-{each}"), {
                    "article": "varied/0", "kind": ("killed", "injured")[each], "low": 3, "high": (3, None)[each],
                    "unit": ("ships", None)[each], "verified": (True, False, None)[n % 3], "words": "3",
                })  # fmt: skip
                self.link("HAS_FIGURE", event, figure)
                for who in sorted({self.who() for _ in range(self.chance.randrange(3))}):
                    self.link("ACCORDING_TO", figure, who)

    def quotes(self) -> None:
        words = (
            "Nobody talks",
            "Oil is dear,",
            "talking is cheap",
            "turmoil",
            "\U0001f600",
            "strike",
            "ships",
            "harbour",
        )
        for n in range(40):
            article = ARTICLES[n % len(ARTICLES)]
            present = [w for w in words if w in article.text]
            pieces = sorted(self.chance.sample(present, 2 if n % 7 == 0 else 1), key=article.text.index)
            starts = [article.text.index(piece) for piece in pieces]
            said_on = self.day(article) if n % 3 else None
            ident = f"quote/varied-{n:02}"
            quote = self.node(("Quote", ident), {
                "article": article.id, "text": " ".join(pieces), "kind": ("direct", "indirect", "mixed")[n % 3],
                "cue": ("said", None)[n % 2], "source": "she", "day": article.published or "", "said_on": said_on,
                "said_precision": "day" if said_on else None, "polarity": ("positive", "negative", None)[n % 3],
                "speech_act": ("statement", "denial", "demand", None)[n % 4], "medium": ("in a letter", None)[n % 2],
                "starts": starts, "ends": [s + len(p) for s, p in zip(starts, pieces, strict=True)],
                "confidence": (0.9, 0.5, None)[n % 3],
            })  # fmt: skip
            self.quoted.append(ident)
            self.link("IN", quote, ("Article", article.id), article)
            speakers = sorted({self.who() for _ in range(self.chance.choice((0, 1, 1, 1, 2, 3)))})
            about = sorted({self.chance.choice((self.who(), self.event())) for _ in range(self.chance.randrange(4))})
            for speaker in speakers:
                key: dict[str, Value] = {"speaker": speaker[1], "day": article.published or "", "quote": ident}
                self.link("SAID", speaker, quote, article, **key)
            for speaker_id in [s[1] for s in speakers] or [""]:
                key = {"speaker": speaker_id, "day": article.published or "", "quote": ident}
                for target in about:
                    # Said by several, it is about the same as surely for each: one link would do as well as another.
                    basis = ("words", "context", "headline")[n % 3]
                    more: dict[str, Value] = {"basis": basis, "score": (0.8, 0.8, 0.5)[n % 3], "target": target[1]}
                    self.link("ABOUT", quote, target, article, start=n, end=n + 2, confidence=0.5, **key, **more)
            for whom in sorted({self.who() for _ in range(self.chance.choice((0, 0, 1, 2)))}):
                self.link("ADDRESSED_TO", quote, whom, article)

    def standing(self) -> None:
        for _ in range(30):
            holder, of = self.who("Person", "Unnamed"), self.who("Organisation", "Place")
            title = self.chance.choice(("Mayor", "mayor", "spokesman", None))
            self.link("HOLDS_ROLE", holder, of, title=title)
            self.link("SPEAKS_FOR", self.who("Person", "Unnamed"), self.who("Organisation", "Person"), title=title)
            self.link("MEMBER_OF", self.who("Person", "Organisation"), of)
            self.link("BASED_IN", self.who("Organisation"), self.who("Place"))

    def doings(self) -> None:
        for n in range(60):
            kind = DIRECT[n % len(DIRECT)].name if n % 2 else self.chance.choice(("MET", "ACCUSED", "TALKED_WITH"))
            one, other = self.who(), self.who() if n % 5 else self.event()
            if one != other:
                self.link(
                    kind, one, other, verb=self.chance.choice(("meet", None)),
                    according_to=self.chance.choice((None, None, "person/anna-berg", "person/nobody")),
                    quote=self.chance.choice((None, None, self.chance.choice(self.quoted), "quote/none")),
                )  # fmt: skip

    def claims(self) -> None:
        for n in range(16):
            article = ARTICLES[n % len(ARTICLES)]
            claim = self.node(("Claim", f"claim/varied-{n:02}"), {
                "article": article.id, "type": ("ATTACKED", "MET", "HOLDS_ROLE", "MEMBER_OF")[n % 4],
                "verb": ("attack", None)[n % 2], "polarity": ("negative", "positive", None)[n % 3],
                "modality": ("negated", "hypothetical", "attributed", None)[n % 4],
            })  # fmt: skip
            self.link("IN", claim, ("Article", article.id), article)
            for kind, there in (("SUBJECT", n % 5), ("OBJECT", n % 4), ("MADE_BY", n % 2)):
                if there:
                    self.link(kind, claim, self.event() if kind == "OBJECT" and n % 3 == 0 else self.who(), article)

    def mentions(self) -> None:
        for article in ARTICLES:
            for ref, _ in _PEOPLE:
                for _ in range(self.chance.choice((0, 0, 1, 1, 2))):
                    self.link(
                        "MENTIONS", ("Article", article.id), ref, article, name=self.chance.choice(("Berg", None)),
                        title=self.chance.choice(("Mayor", None)), starts=self.chance.choice(([1, 5, 9], [2], None)),
                    )  # fmt: skip

        def between(kind: str, newer: int, older: int) -> None:
            self.link(kind, ("Article", f"varied/{newer}"), ("Article", f"varied/{older}"), ARTICLES[newer])

        between("CORRECTS", 6, 1)
        between("CORRECTS", 7, 1)
        between("CORRECTS", 7, 2)
        between("COPY_OF", 8, 2)
        between("COPY_OF", 9, 2)

    def crowds(self) -> None:
        """More links of a kind than are shown."""
        event = self.node(CROWD, {
            "type": "Protest", "label": "the crowd", "day": "2031-05-08", "date": date(2031, 5, 8),
            "status": "happened", "date_words": "",
        })  # fmt: skip
        all_ = self.node(("Quote", "quote/all"), {
            "article": "varied/1", "text": "All of you", "kind": "direct", "day": "2031-05-06", "confidence": 0.9,
            "starts": [], "ends": [],
        })  # fmt: skip
        self.link("IN", all_, ("Article", "varied/1"), ARTICLES[1])
        for n, member in enumerate(MEMBERS):
            when = (None, date(2031, 5, 1), date(2031, 5, 2))[n % 3]
            self.link("MEMBER_OF", member, CLUB, on=when)
            self.link("HOLDS_ROLE", member, CLUB, on=when, title=("porter", "cook")[n % 2])
            self.link("TOOK_PART_IN", member, event, role="participant")
            self.link("ADDRESSED_TO", all_, member, ARTICLES[1])
            self.link("REPORTED_IN", event, ("Article", "varied/2"), ARTICLES[2], start=n, end=n + 1)
            key: dict[str, Value] = {"speaker": "", "day": "2031-05-06", "quote": "quote/all", "target": member[1]}
            self.link("ABOUT", all_, member, ARTICLES[1], basis="words", score=0.8 if n % 2 else 0.9, **key)

    def damage(self) -> None:
        """What may not be null, and is; what refers to an article that is gone."""
        anna: Ref = ("Person", "person/anna-berg")
        for n in range(2):
            quote = self.node(("Quote", f"quote/wordless-{n}"), {
                "article": "varied/2", "text": None, "kind": "direct", "day": "2031-05-06", "confidence": 0.9,
                "starts": [1], "ends": [4],
            })  # fmt: skip
            self.link("IN", quote, ("Article", "varied/2"), ARTICLES[2])
            key: dict[str, Value] = {"speaker": anna[1], "day": "2031-05-06", "quote": quote[1]}
            self.link("SAID", anna, quote, ARTICLES[2], **key)
            self.link("ABOUT", quote, CROWD, ARTICLES[2], basis="words", score=None, target=CROWD[1], **key)
        figure = self.node(("Figure", "figure/of-nothing"), {"article": "varied/0", "kind": None, "low": 3_000_000_000})
        self.link("HAS_FIGURE", ("Event", "event/varied-1"), figure, ARTICLES[0])
        self.link("ACCUSED", anna, CLUB, ARTICLES[0], article="varied/gone", on=date(2031, 5, 6))
        self.link("URGED", anna, CLUB, ARTICLES[0], end=None)


def write(store: Store, nodes: Iterable[Node], links: Iterable[Link]) -> None:
    """Write nodes and links by label and type."""
    by_label: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for node in nodes:
        by_label[node.label].append(
            {"id": node.id, "properties": {**node.properties, **found_by(node.label, node.properties)}}
        )
    by_type: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for link in links:
        properties = {**link.properties, **({"id": link.id} if link.id else {})}
        row = {"start": link.start[1], "end": link.end[1], "properties": properties}
        by_type[link.start[0], link.type, link.end[0]].append(row)

    def work(transaction: neo4j.ManagedTransaction) -> None:
        for label, rows in by_label.items():
            entity = ":Entity" if label in ("Person", "Organisation", "Place", "Unnamed") else ""
            text = f"UNWIND $rows AS row CREATE (n:{label}{entity} {{id: row.id}}) SET n += row.properties"
            transaction.run(text, rows=rows).consume()
        for (start, type_, end), rows in by_type.items():
            text = (
                f"UNWIND $rows AS row MATCH (s:{start} {{id: row.start}}), (e:{end} {{id: row.end}}) "
                f"CREATE (s)-[r:{type_}]->(e) SET r += row.properties"
            )
            transaction.run(text, rows=rows).consume()

    store.write(work)
