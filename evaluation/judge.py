"""Which stated facts are right: each fact of a kind, with its confidence, held against gold.

A fact is right by the very rules of the scorer of its task, whose own functions are called: a quote when content and
source agree with a gold one, a name when span and type do, a place when it lies within 161 km, a time when its value
is the gold one. A role, a membership or a seat is right where KnowledgeNet's people marked it. For events, roles and
who did what in news there is no gold: they were read (`verdicts`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType

from evaluation import passages
from evaluation.shared import Record, Shared
from evaluation.verdicts import KINDS, Verdicts

Span = tuple[int, int]
READ = KINDS
"""Kinds of facts that were read, for want of gold."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One fact: the document it is from, what the extraction printed of it (of a name or place: the entity, once for
    each of its names), how sure it was, and whether it is right."""

    document: str
    fact: Record
    confidence: float
    right: bool


class Judge:
    """The scorers' own measures."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared
        self._common = shared.module("common")
        self._verdicts = Verdicts.load()

    def judge(self, kind: str, corpus: str, split: str, predictions: dict[str, Record]) -> Iterator[Judged]:
        """The facts of a kind that the predictions state about the documents of a corpus that they hold."""
        kinds: dict[str, Callable[[Record, Record], Iterator[tuple[Record, float, bool]]]] = {
            "quotes": self._quotes, "names": self._names, "places": self._places, "dates": self._dates,
            "triggers": self._triggers,
        }  # fmt: skip
        if corpus == passages.NAME:
            marked = {"roles": passages.roles, "relations": passages.relations}[kind]
            for gold in passages.passages(self._shared):
                if gold["id"] in predictions:
                    for fact, confidence, right in marked(gold, predictions[gold["id"]]):
                        yield Judged(gold["id"], fact, confidence, right)
            return
        if kind in READ:
            for document, found in predictions.items():
                for fact, verdict in self._verdicts.of(kind, corpus, found):
                    if verdict is not None:
                        yield Judged(document, fact, fact["confidence"], verdict)
            return
        for gold in self._shared.gold(corpus, split):
            if gold["id"] in predictions:
                for fact, confidence, right in kinds[kind](gold, predictions[gold["id"]]):
                    yield Judged(gold["id"], fact, confidence, right)

    def _triggers(self, gold: Record, found: Record) -> Iterator[tuple[Record, float, bool]]:
        """Every event by its first word; right where gold has an event there, of whatever type."""
        told = gold["events"] if "events" in gold else [m for m in gold["mentions"] if m["kind"] == "event"]
        for event in found["events"]:
            at = event["trigger"]
            yield event, event["confidence"], any(e["start"] < at["end"] and at["start"] < e["end"] for e in told)

    def _quotes(self, gold: Record, found: Record) -> Iterator[tuple[Record, float, bool]]:
        """Every quote; right where a gold attribution has the same content (half of the tokens) and the same source."""
        quotes = self._shared.module("quotes")
        tokens = self._common.tokenize(gold["text"])
        wanted = [a for a in gold["attributions"] if a.get("content")]
        meant = [self._common.covered(tokens, a["content"]) for a in wanted]
        stated = [q for q in found["quotes"] if q["content"]]
        said = [self._common.covered(tokens, q["content"]) for q in stated]
        pairs = self._common.greedy_match(len(meant), len(said), lambda i, j: self._common.iou(meant[i], said[j]), 0.5)
        right = {
            j
            for i, j in pairs.items()
            if quotes.source_right(
                tokens,
                self._common.covered(tokens, wanted[i].get("source") or []),
                self._common.covered(tokens, stated[j].get("source") or []),
            )
        }
        for j, quote in enumerate(stated):
            yield quote, quote["confidence"], j in right

    def _names(self, gold: Record, found: Record) -> Iterator[tuple[Record, float, bool]]:
        """Every name of a person, organisation or place; right where span and type are those of gold."""
        ner, text = self._shared.module("ner"), gold["text"]
        wanted = set()
        for entity in gold["entities"]:
            key = ner.item_key(text, entity["start"], entity["end"])
            if key and entity["type"] in ner.TYPES:
                wanted.add((*key, ner.TYPES[entity["type"]]))
        seen = set()
        for entity in found["entities"]:
            for item in sorted(ner.predicted_items(text, {"entities": [entity]})):
                if item not in seen:
                    seen.add(item)
                    yield entity, entity["confidence"], item in wanted

    def _places(self, gold: Record, found: Record) -> Iterator[tuple[Record, float, bool]]:
        """Every place name with coordinates that gold has with coordinates; right where they are near."""
        places, text = self._shared.module("places"), gold["text"]
        wanted, _ = places.gold_toponyms(gold)
        spans = sorted(wanted)
        for entity in found["entities"]:
            stated = places.predicted_toponyms(text, {"entities": [entity]})
            for i, there in self._near(places, spans, sorted(stated)):
                real, place = wanted[spans[i]], stated[there]
                if place and real["lat"] is not None and real["lon"] is not None:
                    apart = places.distance_km(real["lat"], real["lon"], place["lat"], place["lon"])
                    yield entity, place.get("confidence", entity["confidence"]), apart <= places.LIMIT_KM

    def _near(self, places: ModuleType, gold: list[Span], stated: list[Span]) -> list[tuple[int, Span]]:
        """(which of gold, what was stated) of those that share half of their characters."""
        pairs = self._common.greedy_match(len(gold), len(stated), lambda i, j: places.span_iou(gold[i], stated[j]), 0.5)
        return [(i, stated[j]) for i, j in pairs.items()]

    def _dates(self, gold: Record, found: Record) -> Iterator[tuple[Record, float, bool]]:
        """Every time expression; right where gold has one there with the same value."""
        times, text = self._shared.module("times"), gold["text"]
        wanted = times.timexes(text, gold["timex"])
        stated = [times.timexes(text, [t])[0] for t in found["times"]]
        pairs = self._common.greedy_match(
            len(wanted), len(stated), lambda i, j: times.shared(wanted[i][:2], stated[j][:2]), 1
        )
        right = {j for i, j in pairs.items() if wanted[i][2] and wanted[i][2] == stated[j][2]}
        for j, time in enumerate(found["times"]):
            yield time, time.get("confidence", 1.0), j in right
