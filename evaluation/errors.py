"""Errors by class: what goes wrong, how often, with an invented example of each.

Every gold fact that was not found, and every stated one that is not in gold, belongs to one class. What is right by the
scorer's own rules is no error.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from evaluation.shared import Record, Shared

EXAMPLES = {
    "quotes": {
        "missed, direct": 'The walls held up a sign: "We sold the bakery."',
        "missed, mixed": 'Residents have had it with what Holm terms "a summer of drills".',
        "missed, indirect": "For Holm, the tram is a waste. (no word of speech)",
        "other bounds": "Holm said the tram was late and, after a pause, left. (where does the saying end?)",
        "source not told": "It was all a mistake, came the answer.",
        "given to somebody else": "Holm met Berg, who had called the tram a waste. (given to Holm)",
        "given a source, gold has none": "It is said that the tram is late.",
        "no quote, statement": "The survey said to be lost was found.",
        "no quote, attitude": "Holm hoped for rain. (a hope; annotators often pass over it)",
    },
    "names": {
        "person for organisation": "Berg & Holm fell 3 percent.",
        "person for place": "Fire fighters left Holm at noon. (a village)",
        "organisation for person": "Avery Sound sang. (a singer)",
        "organisation for place": "Ashford beat Selby 2-1. (towns; as teams, organisations)",
        "place for person": "Florence left the hall.",
        "place for organisation": "Selby won the cup.",
        "too long": "Harbour Minister Ann Berg (the title taken into the name)",
        "too short": "the Bank of Example and Sons (cut after Example)",
        "other bounds": "the Selby-Ashford line",
        "a name of something else": "the Winter Games; the Falcon 3",
        "no name": "Dear Reader, …",
        "missed, person": "STOCKS: berg says buy",
        "missed, organisation": "The Tribune's sister paper, the Echo …",
        "missed, place": "… crossed the Lower Esk on foot.",
    },
    "places": {
        "missed": "a farm near Nether Wyke",
        "not in the gazetteer": "a road in the hamlet of Upper Slade",
        "left open": "The driver came from Springfield. (nothing says which)",
        "161 to 1,000 km off": "a town's namesake in the next province",
        "over 1,000 km off": "Paris for the one in Texas",
    },
    "dates": {
        "missed, DATE": "the eve of the vote",
        "missed, DURATION": "a good long while",
        "missed, TIME": "shortly before dawn",
        "missed, SET": "every other Sunday",
        "no date": "the Nineties Bar",
        "date for duration, or the reverse": "the year: is it the last twelve months, or this one?",
        "coarser or finer": "a year ago: the year, or the day?",
        "another day, month or year": "on Friday: the one gone, or the next?",
        "another length or word": "recent months; nearly a decade",
    },
}  # fmt: skip
"""By kind of fact: the classes, each with an example of our own."""

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
