"""From a sentence to what it asks for. Pure: no store, no clock."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from api.ask.days import PATTERN, UNDATED, Days, days
from api.ask.forms import FORMS, Form, Kind
from api.ask.verbs import ACTS, HARM, VERBS, Verb
from graph.errors import NotUnderstood

_LONGEST = 300
"""Characters of a question; patterns are matched against no more."""
_NAMES = ("who", "whom", "about", "place", "to", "of", "title", "source")
"""Slots that are filled with words of the sentence."""


@dataclass(frozen=True, slots=True)
class Understood:
    """What a sentence asks for. Empty slots are None; `types` are relationship types.

    `who` speaks, acts, or is the one asked about; `whom` is acted on, or the other end of a path.
    """

    form: str
    kind: Kind
    sentence: str
    """How it was understood, as a sentence."""
    who: str | None = None
    whom: str | None = None
    about: str | None = None
    """A topic; of events, words for one."""
    place: str | None = None
    day: str | None = None
    """`YYYY-MM-DD`, where the sentence names one day."""
    types: tuple[str, ...] = field(default=())
    since: str | None = None
    """The first day, where the sentence names a range of days (or one end of it)."""
    until: str | None = None
    """The last day of the range, inclusive."""
    to: str | None = None
    """To whom it was said."""
    of: str | None = None
    """The organisation or place in which a role is held."""
    title: str | None = None
    """Of the role."""
    source: str | None = None
    """The paper or agency."""
    acts: tuple[str, ...] = ()
    """GraphQL's `SpeechAct`: what is done by saying it."""
    figures: tuple[str, ...] = ()
    """The kinds of figures asked for, such as killed."""
    others: bool = False
    """Whether only others than the one it is about are asked for."""
    network: Literal["mentioned", "quoted"] | None = None
    """By what two stand side by side."""
    counted: Literal["quotes", "articles"] | None = None
    facet: Literal["people", "sources", "months"] | None = None
    """By what `counted` are counted."""


def understand(question: str) -> Understood:
    """Read a question. NotUnderstood, with an example of each form, for one that is none of them."""
    plain = " ".join(question.replace(_THEN, "").split()).strip(" ?!.…")
    if len(plain) <= _LONGEST:
        timeless, time = _timeless(plain)
        for form in FORMS:
            for pattern in form.patterns:
                found = _compiled(pattern).fullmatch(timeless)
                if found:
                    slots = {k: v for k, v in found.groupdict().items() if v}
                    return _understood(form, slots, time)
    _dated(plain[-_LONGEST:])
    raise NotUnderstood(
        f'"{plain[:80]}" is no sentence that is understood.', "Put it like one of the forms.", examples()
    )


def examples() -> tuple[str, ...]:
    """An example of each form."""
    return tuple(form.example for form in FORMS)


def _choice(*words: str) -> str:
    """Any of these words, the longest first: "met with" before "met"."""
    return "|".join(re.escape(each) for each in sorted(set(words), key=lambda w: (-len(w), w)))


_THEN = "\0"
"""Stands for the time at the end of a sentence, so that not every pattern need spell out how times are written."""
_TIME = re.compile(f"(?<= )({PATTERN})\\Z", re.IGNORECASE)
_SLOTS = {
    "when": _THEN,
    "plain": _choice(*(v.plain for v in VERBS)),
    "past": _choice(*(v.past for v in VERBS)),
    "third": _choice(*(v.third for v in VERBS)),
    "passive": _choice(*(v.passive for v in VERBS)),
    "act": _choice(*ACTS),
    "harm": _choice(*HARM),
}


_WORDS = f"[^{_THEN}]+?"


def _timeless(plain: str) -> tuple[str, str | None]:
    """A sentence with a mark in place of the time at its end, and that time."""
    time = _TIME.search(plain)
    return (f"{plain[: time.start()]}{_THEN}", time[0]) if time else (plain, None)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    # `<when>`, but not the `?P<` and `(?<` of regular expressions
    whole = re.sub(r"(?<!\(\?)(?<!\(\?P)<(\w+)>", lambda slot: f"(?P<{slot[1]}>{_SLOTS.get(slot[1], _WORDS)})", pattern)
    return re.compile(whole, re.IGNORECASE)


def _understood(form: Form, slots: Mapping[str, str], time: str | None) -> Understood:
    given = {name: _words(slots[name]) for name in _NAMES if name in slots}
    for words in given.values():
        _dated(words)
    when = _when(time) if time else Days()
    verb = _verb(slots)
    act, harm = ACTS.get(slots.get("act", "").lower()), HARM.get(slots.get("harm", "").lower())
    one = when.since == when.until
    filled: dict[str, Any] = {
        **given,
        "day": when.since if one else None,
        "since": None if one else when.since,
        "until": None if one else when.until,
        "types": (verb.type,) if verb else (),
        "acts": (act,) if act else (),
        "figures": (harm,) if harm else (),
        **form.fixed,
    }
    said = str(when) if time else ""
    reads = {
        **given,
        "when": said,
        " when": said and f" {said}",
        " about": f" about {given['about']}" if "about" in given else "",
        "past": verb.past if verb else "",
        "passive": verb.passive if verb else "",
        "act": act,
        "harm": harm,
    }
    return Understood(form.name, form.kind, form.reads.format_map(defaultdict(str, reads)), **filled)


def _when(words: str) -> Days:
    """The days that are meant. NotUnderstood for days that no calendar has."""
    when = days(words)
    if when is None:
        raise NotUnderstood(f'There is no such day as in "{words}".', "Write it like 3 March 2021.", examples())
    if when.backward:
        raise NotUnderstood(f'"{words}" ends before it begins.', "Write the earlier day first.", examples())
    return when


def _dated(words: str) -> None:
    """NotUnderstood for words that end with a time that only a calendar at hand could tell."""
    if undated := UNDATED.search(words):
        raise NotUnderstood(
            f'Which day is meant by "{undated[0].strip()}"?',
            "Write the whole date, such as 3 March 2021, or a month with its year.", examples(),
        )  # fmt: skip


def _verb(slots: Mapping[str, str]) -> Verb | None:
    """The verb for a doing, by whichever of its forms the sentence has."""
    for slot in ("plain", "past", "third", "passive"):
        word = slots.get(slot, "").lower()
        for verb in VERBS:
            if word and word == getattr(verb, slot):
                return verb
    return None


def _words(words: str) -> str:
    """Without the article before and quotation marks around: "the talks" are talks."""
    return re.sub(r"\A(?:the|a|an) (?=.)", "", words.strip(" \"'“”‘’"), flags=re.IGNORECASE)
