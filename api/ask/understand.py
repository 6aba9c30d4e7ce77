"""From a sentence to what it asks for. Pure: no store, no clock."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from api.ask.days import PATTERN, UNDATED, day
from api.ask.forms import FORMS, VERBS, Form, Kind
from graph.errors import NotUnderstood

_LONGEST = 300
"""Characters of a question; patterns are matched against no more."""


@dataclass(frozen=True, slots=True)
class Understood:
    """What a sentence asks for. Empty slots are None; `types` are relationship types."""

    form: str
    kind: Kind
    sentence: str
    """How it was understood, as a sentence."""
    who: str | None = None
    whom: str | None = None
    about: str | None = None
    place: str | None = None
    day: str | None = None
    """`YYYY-MM-DD`"""
    types: tuple[str, ...] = field(default=())


def understand(question: str) -> Understood:
    """Read a question. NotUnderstood, with an example of each form, for one that is none of them."""
    plain = " ".join(question.split()).strip(" ?!.…")
    if len(plain) <= _LONGEST:
        for form in FORMS:
            found = _pattern(form).fullmatch(plain)
            if found:
                return _understood(form, {k: v for k, v in found.groupdict().items() if v})
    raise NotUnderstood(
        f'"{plain[:80]}" is no sentence that is understood.', "Put it like one of the forms.", examples()
    )


def examples() -> tuple[str, ...]:
    """An example of each form."""
    return tuple(form.example for form in FORMS)


@cache
def _pattern(form: Form) -> re.Pattern[str]:
    slots = {
        "day": PATTERN,
        "past": "|".join(re.escape(v.past) for v in VERBS),
        "plain": "|".join(re.escape(v.plain) for v in VERBS),
    }

    def group(slot: re.Match[str]) -> str:
        return f"(?P<{slot[1]}>{slots.get(slot[1], '.+?')})"

    return re.compile(re.sub(r"<(\w+)>", group, form.pattern), re.IGNORECASE)


def _understood(form: Form, slots: Mapping[str, str]) -> Understood:
    given = {name: _words(slots.get(name)) for name in ("who", "whom", "about", "place")}
    for words in given.values():
        if words and UNDATED.search(words):
            raise NotUnderstood(
                f'Which day is meant by "{UNDATED.search(words)[0].strip()}"?',  # type: ignore[index]  # it was found
                "Write the whole date, such as 3 March 2021.", examples(),
            )  # fmt: skip
    when = day(slots["day"]) if "day" in slots else None
    if "day" in slots and when is None:
        raise NotUnderstood(f'There is no such day as "{slots["day"]}".', "Write it like 3 March 2021.", examples())
    verb = next(
        (v for v in VERBS if slots.get("past", "").lower() == v.past or slots.get("plain", "").lower() == v.plain), None
    )
    sentence = form.reads.format(
        **given, day=when, on=f" on {when}" if when else "", past=verb.past if verb else "",
        about_clause=f" about {given['about']}" if given["about"] else "",
    )  # fmt: skip
    return Understood(form.name, form.kind, sentence, **given, day=when, types=(verb.type,) if verb else ())


def _words(words: str | None) -> str | None:
    """Without the article before and quotation marks around: "the talks" are talks."""
    if words is None:
        return None
    return re.sub(r"\A(?:the|a|an) (?=.)", "", words.strip(" \"'“”‘’"), flags=re.IGNORECASE)
