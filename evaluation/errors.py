"""Errors by class: what goes wrong, how often, with an invented example of each.

Every gold fact that was not found, and every stated one that is not in gold, belongs to one class. What is right by the
scorer's own rules is no error.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from evaluation.classes import EXAMPLES
from evaluation.shared import Record, Shared

Found = Callable[[Record, Record], Iterator[str]]


class Errors:
    """Names the class of every error."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared
        self._common = shared.module("common")

    def count(self, kind: str, corpus: str, split: str, outputs: dict[str, Record]) -> Counter[str]:
        """How many errors there are of each class, the classes without any too."""
        of: dict[str, Found] = {
            "quotes": self._quotes, "names": self._names, "places": self._places, "dates": self._dates,
            "coreference": self._links,
        }  # fmt: skip
        made: Counter[str] = Counter(dict.fromkeys(EXAMPLES[kind], 0))
        for gold in self._shared.gold(corpus, split):
            if gold["id"] in outputs:
                made.update(of[kind](gold, outputs[gold["id"]]))
        return made

    def _quotes(self, gold: Record, found: Record) -> Iterator[str]:
        quotes, common = self._shared.module("quotes"), self._common
        text = gold["text"]
        tokens = common.tokenize(text)
        wanted = [a for a in gold["attributions"] if a.get("content")]
        stated = [q for q in found["quotes"] if q["content"]]
        meant = [common.covered(tokens, a["content"]) for a in wanted]
        said = [common.covered(tokens, q["content"]) for q in stated]
        pairs = common.greedy_match(len(meant), len(said), lambda i, j: common.iou(meant[i], said[j]), 0.5)
        quoted = common.covered(tokens, quotes.quoted_regions(text))
        words = {i for i, t in enumerate(tokens) if t[2][0].isalnum()}
        for i, attribution in enumerate(wanted):
            if i not in pairs:
                near = any(meant[i] & other for other in said)
                yield "other bounds" if near else f"missed, {quotes.kind_of(meant[i], quoted, words)}"
                continue
            source = common.covered(tokens, attribution.get("source") or [])
            ours = common.covered(tokens, stated[pairs[i]].get("source") or [])
            if not quotes.source_right(tokens, source, ours):
                yield (
                    "source not told" if not ours else "given to somebody else" if source
                    else "given a source, gold has none"
                )  # fmt: skip
        for j in set(range(len(stated))) - set(pairs.values()):
            if not any(said[j] & other for other in meant):
                yield f"no quote, {'attitude' if stated[j]['speech_act'] == 'attitude' else 'statement'}"

    def _names(self, gold: Record, found: Record) -> Iterator[str]:
        ner, text = self._shared.module("ner"), gold["text"]
        words = {"PER": "person", "ORG": "organisation", "LOC": "place"}
        wanted: dict[tuple[int, int], str] = {}
        others = set()
        for entity in gold["entities"]:
            if key := ner.item_key(text, entity["start"], entity["end"]):
                if entity["type"] in ner.TYPES:
                    wanted[key] = words[ner.TYPES[entity["type"]]]
                else:
                    others.add(key)
        stated = {(a, b): words[type_] for a, b, type_ in ner.predicted_items(text, found)}
        touched = set()
        for span, type_ in stated.items():
            over = [w for w in wanted if w[0] < span[1] and span[0] < w[1]]
            touched.update(over)
            if span in wanted:
                if wanted[span] != type_:
                    yield f"{type_} for {wanted[span]}"
            elif not over:
                yield "a name of something else" if span in others else "no name"
            else:
                holds = all(span[0] <= w[0] and w[1] <= span[1] for w in over)
                inside = any(w[0] <= span[0] and span[1] <= w[1] for w in over)
                yield "too long" if holds else "too short" if inside else "other bounds"
        yield from (f"missed, {type_}" for span, type_ in wanted.items() if span not in touched)

    def _places(self, gold: Record, found: Record) -> Iterator[str]:
        places, text = self._shared.module("places"), gold["text"]
        wanted, _ = places.gold_toponyms(gold)
        whose: dict[tuple[int, int], Record] = {}
        for entity in found["entities"]:
            for span in places.predicted_toponyms(text, {"entities": [entity]}):
                whose.setdefault(span, entity)
        spans, stated = sorted(wanted), sorted(whose)
        pairs = self._common.greedy_match(
            len(spans), len(stated), lambda i, j: places.span_iou(spans[i], stated[j]), 0.5
        )
        for i, span in enumerate(spans):
            real = wanted[span]
            if real["lat"] is None or real["lon"] is None:
                continue
            ours = whose[stated[pairs[i]]] if i in pairs else None
            if ours is None or ours["place"] is None:
                yield "missed" if ours is None else "left open" if ours.get("candidates") else "not in the gazetteer"
                continue
            apart = places.distance_km(real["lat"], real["lon"], ours["place"]["lat"], ours["place"]["lon"])
            if apart > places.LIMIT_KM:
                yield "over 1,000 km off" if apart > 1000 else "161 to 1,000 km off"

    def _dates(self, gold: Record, found: Record) -> Iterator[str]:
        times, text = self._shared.module("times"), gold["text"]
        wanted: list[Any] = times.timexes(text, gold["timex"])
        stated: list[Any] = times.timexes(text, found["times"])
        pairs = self._common.greedy_match(
            len(wanted), len(stated), lambda i, j: times.shared(wanted[i][:2], stated[j][:2]), 1
        )
        for i, (_, _, value, type_) in enumerate(wanted):
            if i not in pairs:
                yield f"missed, {type_}"
            elif value != (ours := stated[pairs[i]])[2]:
                dated = [v[:1].isdigit() for v in (value, ours[2])]
                if {type_, ours[3]} in ({"DATE", "DURATION"}, {"TIME", "DURATION"}, {"SET", "DURATION"}):
                    yield "date for duration, or the reverse"
                elif all(dated):
                    same = len(value) == len(ours[2])
                    yield "another day, month or year" if same else "coarser or finer"
                else:
                    yield "another length or word"
        yield from ("no date" for j in range(len(stated)) if j not in pairs.values())

    def _links(self, gold: Record, found: Record) -> Iterator[str]:
        """Of all mentions with an earlier one of the same entity: those that are joined with none of the earlier."""
        coref, text = self._shared.module("coref"), gold["text"]
        groups = [sorted(group) for group in coref.gold_clusters(gold)]
        stated = coref.predicted_clusters(text, found)
        place = coref.align({m for g in groups for m in g}, {m for g in stated for m in g})
        home = {place[mention]: number for number, group in enumerate(stated) for mention in group}
        sizes = Counter(home.values())
        for group in groups:
            for number, mention in enumerate(group[1:], 1):
                words = " ".join(text[mention[0] : mention[1]].casefold().split())
                if words in coref.NO_NAMES:
                    kind = "pronoun"
                else:
                    kind = "name" if coref.bears_name(text, mention) else "description"
                if mention not in home or sizes[home[mention]] == 1:
                    yield f"{kind} left alone"
                elif home[mention] not in {home.get(other) for other in group[:number]}:
                    yield f"{kind} joined wrongly"
