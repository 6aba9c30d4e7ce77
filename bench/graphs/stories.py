"""What each article of an invented graph says: the same rows that reading and resolving would give.

An event is told of in four articles that follow each other; its quotes are about it, about places, organisations and
people, and one in ten about the summit.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice

from bench.graphs import names
from bench.graphs.plan import PER_ARTICLE, SEED, Plan, Saying
from graph.facts import Facts, Link, Node, Value, short_id
from graph.model import Article
from loaders.resolve import ids
from loaders.resolve.names import fold

End = tuple[str, str]
FIRST_DAY, DAYS = date(2014, 1, 1), 4_000
"""Days over which the articles of a graph of any size are spread."""
READER = "bench 1"
GEONAMES = 900_000_000
"""Ids of invented places lie beyond those of the gazetteer."""
CONFIDENCE = 0.9
PER_EVENT = 4
SUMMIT_ID = "event/agreement-velmora"


class Stories:
    """The articles of one graph."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        people = (names.person(i, plan.organisations) for i in range(plan.people))
        bodies = (names.organisation(i) for i in range(plan.organisations))
        self.people = [(("Person", ids.person(tuple(fold(each.name).split()))), each) for each in people]
        self.organisations = [(("Organisation", ids.organisation(name)), name) for name in bodies]
        self.places = [_place(i, names.town(i), i, "city") for i in range(plan.places)]
        self.countries = [_place(10_000_000 + i, name, i, "country") for i, name in enumerate(names.COUNTRIES)]

    def __iter__(self) -> Iterator[Facts]:
        sayings = self.plan.sayings()
        for index in range(self.plan.articles):
            yield _Story(self, index).facts(islice(sayings, PER_ARTICLE))

    def day(self, article: int) -> date:
        """The day of publication."""
        return FIRST_DAY + timedelta(days=article * DAYS // self.plan.articles)


def _place(index: int, name: str, country: int, kind: str) -> tuple[End, dict[str, Value]]:
    geonames = GEONAMES + index
    properties: dict[str, Value] = {
        "name": name, "kind": kind, "geonames": geonames, "country": f"{country % len(names.COUNTRIES):02}",
        "latitude": index * 7 % 1200 / 10 - 60.0, "longitude": index * 13 % 3600 / 10 - 180.0,
    }  # fmt: skip
    return ("Place", ids.gazetteer_place(geonames, name)), properties


class _Story:
    """One article while it is being written: its lines, and what they say."""

    def __init__(self, stories: Stories, index: int) -> None:
        self._all, self._index = stories, index
        self._chance = random.Random(SEED * 10_000_000 + index)  # noqa: S311 - the same on every run
        self._id = f"bench/{index:07}"
        self._day = stories.day(index)
        self._lines: list[str] = []
        self._length = 0
        self._nodes: dict[End, dict[str, Value]] = {}
        self._links: dict[tuple[str, str], Link] = {}
        self._named: dict[End, tuple[int, int, str, dict[str, Value]]] = {}

    def facts(self, sayings: Iterable[Saying]) -> Facts:
        event = self._event()
        for saying in sayings:
            self._quote(saying, event)
        for end, (start, stop, line, told) in self._named.items():
            self._link("MENTIONS", self._home, end, start, stop, line, self._day, {
                "starts": [start], "ends": [stop], "kinds": ["name"], **told,
            })  # fmt: skip
        article = Article(
            self._id, "\n".join(self._lines), headline=self._lines[0], published=self._day.isoformat(),
            url=f"https://news.example/{self._id}", source=names.SOURCES[self._index % len(names.SOURCES)],
            byline=f"By {names.GIVEN[self._index % len(names.GIVEN)]} Reporter", language="en",
        )  # fmt: skip
        nodes = tuple(Node(label, node, told) for (label, node), told in sorted(self._nodes.items()))
        return Facts(article, "en", READER, "", nodes, tuple(self._links[key] for key in sorted(self._links)))

    @property
    def _home(self) -> End:
        return ("Article", self._id)

    def _line(self, text: str) -> int:
        """Write a line; where it starts."""
        at = self._length
        self._lines.append(text)
        self._length += len(text) + 1
        return at

    def _event(self) -> End:
        """The headline: what happened, where."""
        number = self._index // PER_EVENT
        kind = names.EVENTS[number % len(names.EVENTS)]
        place, where = self._all.places[number * 7 % self._all.plan.places]
        on = self._all.day(number * PER_EVENT)
        label = f"{kind.lower()} in {where['name']}"
        line = label[0].upper() + label[1:]
        at = self._line(line)
        event = ("Event", ids.event(kind, f"{where['name']} {number}", on.isoformat()))
        self._report(event, kind, label, on, at, line)
        self._mention_place(number * 7 % self._all.plan.places, at + line.index(str(where["name"])), line)
        self._link("TOOK_PLACE_IN", event, place, at, at + len(kind), line, on)
        return event

    def _report(self, event: End, kind: str, label: str, on: date, at: int, line: str) -> None:
        self._nodes[event] = {}
        self._link("REPORTED_IN", event, self._home, at, at + len(label), line, self._day, {
            "type": kind, "label": label, "date": on, "date_precision": "day", "status": "happened",
            "starts": [at], "ends": [at + len(label)],
        })  # fmt: skip

    def _quote(self, saying: Saying, event: End) -> None:
        text = names.sentence(self._chance, names.WORD if saying.has_word else "")
        who, somebody = self._all.people[saying.speaker]
        tail = f"” said {somebody.name}, {somebody.title} of the "
        body, body_name = self._all.organisations[somebody.organisation]
        line = f"“{text},{tail}{body_name}."
        at = self._line(line)
        start, stop, name = at + 1, at + len(text) + 2, at + len(text) + len("” said ") + 2
        quote = ("Quote", ids.owned("quote", self._id, f"{text},", 1))
        stated = self._chance.random() < 0.8
        on = self._day - timedelta(days=self._chance.randrange(3)) if stated else None
        day = (on or self._day).isoformat()
        told: dict[str, Value] = {
            "article": self._id, "text": f"{text},", "kind": self._chance.choice(("direct", "direct", "mixed")),
            "cue": "say", "source": somebody.name, "said_precision": "day" if on else None, "said_on": on,
            "polarity": "positive", "speech_act": "statement", "starts": [start], "ends": [stop],
            "confidence": CONFIDENCE, "day": day,
        }  # fmt: skip
        self._nodes[quote] = {key: value for key, value in told.items() if value is not None}
        self._mention_person(saying.speaker, name, line)
        self._link("IN", quote, self._home, start, stop, line, on)
        self._link("SAID", who, quote, start, stop, line, on, {"speaker": who[1], "day": day, "quote": quote[1]})
        title = line.index(somebody.title, name - at)
        if self._chance.random() < 0.2:
            self._mention_organisation(somebody.organisation, at + line.index(body_name, title), line)
            self._link("HOLDS_ROLE", who, body, at + title, at + title + len(somebody.title), line, self._day, {
                "title": somebody.title,
            })  # fmt: skip
        for target, score in self._targets(saying, event, who).items():
            self._link("ABOUT", quote, target, start, stop, line, on, {
                "basis": "context", "score": score, "target": target[1], "speaker": who[1], "day": day,
                "quote": quote[1],
            }, score)  # fmt: skip

    def _targets(self, saying: Saying, event: End, who: End) -> dict[End, float]:
        """What a quote is about: the summit or (six in ten) the article's event, and half of them something named."""
        targets: dict[End, float] = {}
        if saying.about_summit:
            summit = ("Event", SUMMIT_ID)
            if summit not in self._nodes:
                line = names.SUMMIT
                self._report(summit, "Agreement", line, FIRST_DAY, self._line(line), line)
            targets[summit] = 0.8
        elif self._chance.random() < 0.6:
            targets[event] = 0.7
        if self._chance.random() < 0.5:
            targets[self._something_named()] = 0.6
        targets.pop(who, None)
        return targets

    def _something_named(self) -> End:
        """A place, an organisation or a person (never the two whom the benches ask for), on a line of its own."""
        plan, kind = self._all.plan, self._chance.randrange(3)
        index = self._chance.randrange((plan.places, plan.organisations, plan.people - 2)[kind])
        if kind == 0:
            end, told = self._all.places[index]
            name = str(told["name"])
        elif kind == 1:
            end, name = self._all.organisations[index]
        else:
            end, somebody = self._all.people[index + 2]
            name = somebody.name
        line = f"The name of {name} came up."
        at = self._line(line) + line.index(name)
        if kind == 0:
            self._mention_place(index, at, line)
        elif kind == 1:
            self._mention_organisation(index, at, line)
        else:
            self._mention_person(index + 2, at, line)
        return end

    def _mention_person(self, index: int, at: int, line: str) -> None:
        end, somebody = self._all.people[index]
        wikidata = f"Q{GEONAMES + index}" if index % 3 == 0 else None
        self._mention(end, somebody.name, at, line, {"aliases": [somebody.family], "wikidata": wikidata})
        self._nodes[end] = {}

    def _mention_organisation(self, index: int, at: int, line: str) -> None:
        end, name = self._all.organisations[index]
        self._mention(end, name, at, line, {"aliases": []})
        self._nodes[end] = {}

    def _mention_place(self, index: int, at: int, line: str) -> None:
        end, told = self._all.places[index]
        if end in self._nodes:
            return
        self._mention(end, str(told["name"]), at, line, {"aliases": [], "place_kind": "city"})
        country, its = self._all.countries[index % len(names.COUNTRIES)]
        self._nodes[end], self._nodes[country] = told, its
        fact = short_id("LOCATED_IN", end[1], country[1])
        self._links["LOCATED_IN", fact] = Link("LOCATED_IN", fact, end, country, {"source": "geonames"})

    def _mention(self, end: End, name: str, at: int, line: str, told: dict[str, Value]) -> None:
        self._named.setdefault(end, (at, at + len(name), line, {"name": name, **told}))

    def _link(
        self, kind: str, start: End, end: End, first: int, stop: int, sentence: str, on: date | None,
        properties: dict[str, Value] | None = None, confidence: float = CONFIDENCE,
    ) -> None:  # fmt: skip
        fact = short_id(kind, self._id, start[1], end[1], first, stop)
        told = {key: value for key, value in (properties or {}).items() if value is not None}
        told |= {"id": fact, "article": self._id, "start": first, "end": stop, "sentence": sentence}
        told["confidence"] = confidence
        if on is not None:
            told["on"] = on
        self._links[kind, fact] = Link(kind, fact, start, end, told)
