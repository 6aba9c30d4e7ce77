"""What speaks for and against an event: its type, its status and its day; by name, as in `evidence`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping

from loaders.extract.confidence.evidence import Grounds
from loaders.extract.events.lexicon import triggers
from loaders.extract.reading import Entity, Event, Reading, Span
from loaders.extract.words import wordset

_MANY_MEANINGS = wordset(
    "war wars battle battles conflict conflicts attack attacks attacked attacking rally rallies go goes went going gone"
    " arrive arrives arrived come comes came hearing hearings withdraw withdrew back backed conversation conversations"
    " fire fired capture captured trap trapped flood floods storm stormed boycott boycotts assault assaults"
    " clash clashes clashed takeover nomination nominations"
)
"""Words that tell of such an event in some sentences, and of a quarrel, a campaign, a sport or an effort in others."""
_ONE_MEANING = wordset(
    "died dies arrested detained resigned convicted sentenced indicted acquitted bombed bombing bombings kidnapped"
    " abducted stabbed assassinated murdered invaded invasion annexation summit agreement accord negotiations"
    " earthquake crash crashed collided collision derailed protest protests protested demonstrated evacuated deported"
    " sanctions resignation signed"
)
"""Words that news uses for hardly anything else."""
_CAMPAIGN = re.compile(
    r"(?i)\b(?:candidates?|nominee|presidential (?:race|campaign|debate)|primar(?:y|ies)|running mate)\b"
)
"""Words of an article on a campaign, where rallies, attacks and battles are of words."""
OPEN = re.compile(
    r"(?i)\b(?:will|would|wo|'ll|could|may|might|should|if|unless|whether|any|every|each|upcoming|forthcoming|likely"
    r"|(?:expect|schedul|plan|hop[ei]|possibl|cancel|refus|declin|unwilling|reluctan|fail|avoid|prevent|seek|want)\w*"
    r"|lead(?:s|ing)? to)\b"
)
"""Words under which something has not happened yet, or not once."""
_AHEAD = re.compile(r"(?i)\W+(?:\w+\W+){0,4}(?:next|tomorrow|away|ahead|upcoming|could|would|will|may|might)\b")
_HELPED = re.compile(r"(?i)\b(?:was|were|is|are|been|being|be|has|have|had)\W+(?:\w+\W+)?$")
_NESTED = 4
"""So many quotes may begin before a word and hold it."""


def events(text: str, reading: Reading) -> Iterator[Grounds]:
    """For each event of the reading, in its order: that its type, its status and its day are right."""
    entities = {e.id: e for e in reading.entities}
    article = Surroundings(text, reading)
    for event in reading.events:
        found = (*described(event, article), *_told(event, entities), *_dated(text, event, reading))
        yield Grounds(event.confidence, found)


class Surroundings:
    """What is around the events of an article, found once."""

    def __init__(self, text: str, reading: Reading) -> None:
        self.text = text
        self.campaign = _CAMPAIGN.search(text) is not None
        self.types = Counter(event.type for event in reading.events)
        self._sentences = reading.sentences
        self._starts = [s.start for s in reading.sentences]
        self._spoken = sorted((span.start, span.end, q.kind) for q in reading.quotes for span in q.content)

    def sentence(self, span: Span) -> Span:
        """The one in which the span begins."""
        at = bisect_right(self._starts, span.start) - 1
        return self._sentences[at] if at >= 0 else span

    def leads(self, span: Span) -> bool:
        """Whether it stands in the first sentence."""
        return bool(self._starts) and self.sentence(span).start == self._starts[0]

    def speech(self, span: Span) -> str | None:
        """The kind of the quote that holds the span."""
        at = bisect_right(self._spoken, span.start, key=lambda spoken: spoken[0])
        near = reversed(self._spoken[max(0, at - _NESTED) : at])
        return next((kind for _, end, kind in near if span.end <= end), None)


def described(event: Event, article: Surroundings) -> Iterator[str]:
    """What speaks for and against there being such an event, of this type and status."""
    text = article.text
    word = text[event.trigger.start : event.trigger.end].lower()
    told = "a noun" if {word, word.removesuffix("s")} & triggers(noun=True).keys() else "a verb"
    yield event.type
    yield event.status
    yield f"told by {told}"
    yield f"{event.type} by {told}"
    yield f"{event.status}, by {told}"
    if word in _MANY_MEANINGS:
        yield "a word of many meanings"
        if article.campaign:
            yield "a word of many meanings, in a campaign"
    if word in _ONE_MEANING:
        yield "a word of one meaning"
    if len(event.mentions) > 1:
        yield "mentioned again"
    sentence = article.sentence(event.trigger)
    before, behind = text[sentence.start : event.trigger.start], text[event.trigger.end : sentence.end]
    real = event.status in ("happened", "alleged")
    if real and OPEN.search(before):
        yield "an open word before it"
    if real and _AHEAD.match(behind):
        yield "an open word behind it"
    if article.leads(event.trigger):
        yield "in the first sentence"
    if told == "a verb" and _HELPED.search(before):
        yield "with was, been or had before it"
    alike = article.types[event.type]
    yield "alone of its type" if alike == 1 else "one of two of its type" if alike == 2 else "one of many of its type"
    if (speech := article.speech(event.trigger)) is not None:
        yield f"in {speech} speech"


def _told(event: Event, entities: Mapping[str, Entity]) -> Iterator[str]:
    roles = {part.role for part in event.participants}
    yield ("nobody takes part", "one takes part", "two take part", "several take part")[min(3, len(event.participants))]
    if roles & {"victim", "patient"}:
        yield "somebody suffers it"
    if "agent" in roles:
        yield "somebody does it"
    if any(entities[part.entity].named for part in event.participants):
        yield "somebody named takes part"
    if any(entities[part.entity].type == "Organisation" for part in event.participants):
        yield "an organisation takes part"
    if event.places:
        yield "has a place"
    if event.numbers:
        yield "has figures"


def _dated(text: str, event: Event, reading: Reading) -> Iterator[str]:
    """How its day is known."""
    if not event.date:
        yield "has no day"
        yield f"{event.type} without a day"
        return
    yield "has a day" if len(event.date) == len("2031-05-14") else "has a month or year"
    if event.date_end:
        yield "has a stretch of days"
    if reading.published and event.status == "planned" and event.date < reading.published[: len(event.date)]:
        yield "planned for the past"
    words = [t for t in reading.times if text[t.start : t.end] == event.date_words]
    if not words:
        return
    time = min(words, key=lambda t: max(t.start - event.trigger.end, event.trigger.start - t.end))
    low, high = sorted((event.trigger, time.span))
    between = text[low.end : high.start]
    if any(low.end <= other.trigger.start < high.start for other in reading.events):
        yield "another event before its day"
    if re.search(r"[.?!]\s", between):
        yield "its day in another sentence"
    elif len(between) > 60:
        yield "its day far off"
    if event.date_words[:1].isdigit() or re.search(r"\d", event.date_words):
        yield "its day in figures"
    elif re.match(r"(?i)(?:last|this|next|past)\b", event.date_words):
        yield "its day by last, this or next"
