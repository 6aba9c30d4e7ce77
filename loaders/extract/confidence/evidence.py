"""What speaks for and against a fact, by name, from the reading itself and not from how it was found.

So the same evidence can be named whichever reader found the fact, and `evaluation.calibrate` can weigh it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.extract.names.gender import GIVEN
from loaders.extract.names.lexicon import BUSINESS_ENDS, ORGANISATION_WORDS
from loaders.extract.reading import Entity, Location, Mention, Quote, Reading, Span, Time


@dataclass(frozen=True, slots=True)
class Grounds:
    """`raw`: how sure the stage is by its own lights, 0 to 1. `evidence`: names of what else is there."""

    raw: float
    evidence: tuple[str, ...]


_LENGTHS = (
    (4, "a few words"),
    (8, "up to 8 words"),
    (15, "up to 15 words"),
    (25, "up to 25 words"),
    (45, "up to 45 words"),
    (1 << 30, "very long"),
)
_HEARD = (
    (0.97, "the network is certain"),
    (0.93, "the network is very sure"),
    (0.85, "the network is sure"),
    (0.7, "the network is rather sure"),
    (0.5, "the network thinks so"),
    (0.2, "the network doubts it"),
    (0.0, "the network does not see it"),
)
_BODIES = ORGANISATION_WORDS | BUSINESS_ENDS
"""Words of a name that say what kind of organisation it is."""
NESTED = 4
"""So many mentions may lie around another's start ("his" in "his office's spokesman")."""
_CLOSING = " \n\t.,;:!?\"'“”‘’)"
_PLAIN = frozenset({"say", "tell", "add", "according"})
"""Cues that do nothing but attribute."""


def quotes(text: str, reading: Reading) -> Iterator[Grounds]:
    """For each quote of the reading, in its order."""
    entities = {e.id: e for e in reading.entities}
    starts = [s.start for s in reading.sentences]
    for quote in reading.quotes:
        content = " ".join(text[s.start : s.end] for s in quote.content)
        words = len(content.split())
        found = [f"{quote.kind} speech", _speaker(quote, entities)]
        found.append(next(name for most, name in _LENGTHS if words <= most))
        found.append(("no comma", "one comma", "several commas")[min(2, content.count(","))])
        found += ["in pieces"] * (len(quote.content) > 1)
        found += ["belief or feeling"] * (quote.speech_act == "attitude")
        found += ["plain cue"] * (quote.cue_lemma in _PLAIN) + ["no cue"] * (quote.cue is None)
        found += ["cue behind"] * (quote.cue is not None and quote.cue.start >= quote.end)
        found += ["part of a sentence"] * (quote.kind == "mixed" and words <= 8)
        found += ["to do something"] * content.startswith("to ")
        if quote.heard is not None:
            found.append(next(name for least, name in _HEARD if quote.heard >= least))
        found += ["by an unknown cue"] * quote.guessed
        if starts:
            first = reading.sentences[max(0, bisect_right(starts, quote.start) - 1)]
            last = reading.sentences[max(0, bisect_right(starts, quote.end - 1) - 1)]
            behind = len(text[quote.end : last.end].strip(_CLOSING).split())
            found.append("ends its sentence" if not behind else "much follows" if behind > 8 else "little follows")
            found += ["over sentences"] * (first != last)
            marked = quote.kind == "indirect" and re.search('["“”]', text[first.start : last.end])
            found += ["quotation marks beside"] * bool(marked)
        yield Grounds(quote.confidence if quote.heard is None else quote.heard, tuple(found))


def _speaker(quote: Quote, entities: dict[str, Entity]) -> str:
    if not quote.speakers:
        return "source without speaker" if quote.source else "no source"
    if not quote.source:
        return "speaker from before"
    speaker = entities[quote.speakers[0]]
    kinds = {m.kind for s in quote.source for m in _near(speaker.mentions, s) if m.span.overlaps(s)}
    if "name" in kinds:
        return f"{speaker.type.lower()} named as source"
    return "pronoun as source" if "pronoun" in kinds else "description as source"


def _near(mentions: Sequence[Mention], span: Span) -> Sequence[Mention]:
    """Mentions, which are in the order of the text, that may overlap the span; bisected, for there may be thousands."""
    after = bisect_right(mentions, span.end - 1, key=lambda m: m.start)
    return mentions[max(0, bisect_right(mentions, span.start, key=lambda m: m.start) - NESTED) : after]


def names(text: str, reading: Reading) -> Iterator[Grounds | None]:
    """For each entity of the reading, in its order; None for one that has no name."""
    offices = {role.of for entity in reading.entities for role in entity.roles}
    speaking = {speaker for quote in reading.quotes for speaker in quote.speakers}
    for entity in reading.entities:
        yield _name(text, entity, entity.id in offices, entity.id in speaking) if entity.named else None


_BEHIND = re.compile(r" (?:(?:and|of|for|in|&) )?(?:the )?[A-Z][a-z]")
"""Words that may belong to a name although they were left out: "the Harbour Board | for Trade"."""


def _name(text: str, entity: Entity, has_offices: bool, speaks: bool) -> Grounds:
    names = [m for m in entity.mentions if m.kind in ("name", "demonym")]
    words, letters = entity.name.split(), re.sub(r"[^A-Za-z]", "", entity.name)
    kind = entity.type.lower()
    found = [kind, f"{kind} of {'one word' if len(words) == 1 else 'two words' if len(words) == 2 else 'more words'}"]
    found += [f"{kind} named again"] * (len(names) > 1)
    found += ["pronouns mean it"] * any(m.kind == "pronoun" for m in entity.mentions)
    found += ["bears a title"] * bool(entity.roles)
    found += ["has office-holders"] * has_offices + ["speaks"] * speaks
    found += [f"{kind} in capitals"] * (len(letters) > 1 and letters.isupper())
    if entity.type != "Person":
        cut = any(m.kind == "name" and _BEHIND.match(text[m.end : m.end + 20]) for m in names)
        found += [f"{kind} with a capital behind it"] * cut
    if entity.type == "Organisation":
        found += ["says what it is"] * bool(_BODIES & {w.lower() for w in words})
        found += ["reads as a person's name"] * (len(words) in (2, 3) and words[0].lower() in GIVEN)
    if entity.type == "Place":
        found += ["gazetteer knows it" if entity.location or entity.candidates else "gazetteer does not know it"]
        found += [f"a {entity.location.kind}"] if entity.location else []
    return Grounds(entity.confidence, tuple(found))


def place(entity: Entity, location: Location) -> Grounds:
    """For a place with coordinates: whether it lies there."""
    names = [m for m in entity.mentions if m.kind in ("name", "demonym")]
    found = [location.kind] + ["named again"] * (len(names) > 1)
    found += ["under its own name" if location.name == entity.name else "under another name"]
    found += ["several words"] * (len(entity.name.split()) > 1)
    return Grounds(location.confidence, tuple(found))


_SHAPES = (
    ("a day", re.compile(r"\d{4}-\d\d-\d\d")),
    ("a month", re.compile(r"\d{4}-\d\d")),
    ("a week or weekend", re.compile(r"\d{4}-W\d\d.*")),
    ("a quarter or half", re.compile(r"\d{4}-[QH]\d")),
    ("a season", re.compile(r"\d{4}-(?:SP|SU|FA|WI)")),
    ("a year", re.compile(r"\d{4}")),
    ("a decade or century", re.compile(r"\d{2,3}")),
    ("a part of a day", re.compile(r"\d{4}-\d\d-\d\dT.*")),
    ("now, past or future", re.compile(r"(?:PRESENT|PAST|FUTURE)_REF")),
    ("a length that is counted", re.compile(r"PT?[\d.]+[A-Z]+.*")),
    ("a length that is not counted", re.compile(r"PT?X[A-Z]")),
)

_WEEKDAY = re.compile(r"(?i)(?:mon|tues|wednes|thurs|fri|satur|sun)day")


def time(text: str, time: Time) -> Grounds:
    """For a time expression: whether its value is right."""
    words = text[time.start : time.end]
    shape = next((name for name, form in _SHAPES if form.fullmatch(time.value)), "of another shape")
    found = [time.type.lower(), shape]
    found += ["in figures"] * bool(re.search(r"\d", words))
    found += ["with its year"] * bool(re.search(r"\b(?:1[5-9]|20)\d\d\b", words))
    found += ["one word"] * (len(words.split()) == 1)
    found += ["a day by its weekday"] * (shape == "a day" and bool(_WEEKDAY.match(words)))
    found += ["last, this or next"] * bool(re.match(r"(?i)(?:last|this|next|the (?:last|past|next))\b", words))
    found += ["counted back or on"] * bool(re.search(r"(?i)\b(?:ago|earlier|later|before|after|from now)\b", words))
    found += ["about"] * bool(
        re.match(r"(?i)(?:about|around|nearly|almost|some|more|less|at least|early|late|mid)\b", words)
    )
    return Grounds(time.confidence, tuple(found))
