"""Who speaks where a text is printed as a conversation: interviews, transcripts, statements under a name.

A label opens a turn that goes on until the next one. Names with a colon also head lists ("Lund: two boats"), so labels
count only where people talk: in the first and second person, in questions. Each form bears its example; the tests run
them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from loaders.extract.words import wordset

Part = Literal["speaker", "asker"]

_NAME = r"[A-Z][\w.'’-]*(?:\ (?:[A-Z][\w.'’-]*|d[aei]|del|van|von|der|al|of|the)){0,4}"
_FORMS = {
    "Q: When will the port open?": re.compile(
        r"(?P<who>Q|A|Question|Answer|QUESTION|ANSWER)\s?(?:[:.)]|\s[-–—])\s+(?=\S)"
    ),
    "Northern Wire: When will the port open?": re.compile(rf"(?P<who>{_NAME})(?:\s?\([^()]{{1,40}}\))?\s?:\s+(?=\S)"),
}
_ALONE = re.compile(rf"(?P<who>{_NAME})(?:\s?\([^()]{{1,40}}\)|,\ [a-z][\w ,'’-]{{2,60}})?\s?(?P<colon>:?)$")
"""A label on a line of its own: "Mara Holm, harbour pilot"."""
_OPENED = re.compile('["“](?=[^"“”]*(?:[“"][^"“”]*[”"][^"“”]*)*$)')
"""A mark that the line does not close: "“HOLM: We lost two boats."."""
_ASKS = wordset("q question interviewer interview reporter reporters journalist host moderator presenter audience")
_ANSWERS = wordset("a answer")
_NOBODY = wordset(
    "image photo picture photograph graphic video source sources note update updated correction caption credit read "
    "also see more related watch listen contact email phone price prices date time where when what who why how "
    "summary background location step tip tips pros cons day week part chapter rule lesson analysis opinion result "
    "results score address website tel and but so here however meanwhile monday tuesday wednesday thursday friday "
    "saturday sunday january february march april may june july august september october november december"
)
_OWN = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Mm]e|us)\b")
_TALK = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Mm]e|us|[Yy]ou|[Yy]our)\b|\?[\"'”’]?$")
_TITLE = re.compile(
    r"^(?:mr|mrs|ms|dr|prof|professor|president|minister|sen|senator|gov|governor|rep)\.? ", re.IGNORECASE
)
_LONGEST = 120
"""Code points of the longest line that is looked at as a label on its own."""


@dataclass(frozen=True, slots=True)
class Label:
    """Who opens a turn. `end` is where what is said begins, or the end of the line."""

    who: str
    end: int
    part: Part
    start: int
    """After the quotation mark that transcripts print before each turn, and close only at the last."""


@dataclass(frozen=True, slots=True)
class _Seen:
    who: str
    start: int
    end: int
    colon: bool
    said: str
    """The line that is said."""

    @property
    def key(self) -> str:
        """The surname, in small letters: "KOLAR" goes on for "Mara Kolar"."""
        return _TITLE.sub("", self.who).casefold().split()[-1]

    @property
    def asks(self) -> bool:
        return self.said.rstrip("\"'”’ ").endswith("?")


def turns(text: str, lines: Sequence[tuple[int, int]]) -> dict[int, Label]:
    """The labels of a conversation, by the index of the line that each opens; none where there is no conversation."""
    seen = _plain(text, lines, {at: s for at in range(len(lines)) if (s := _seen(text, lines, at)) is not None})
    by_key: dict[str, list[_Seen]] = {}
    for found in seen.values():
        by_key.setdefault(found.key, []).append(found)
    if not _is_conversation(seen, by_key):
        return {}
    asking = {key for key, said in by_key.items() if _asks(key, said)}
    if len(asking) == len(by_key):
        asking &= _ASKS
    return {at: Label(s.who, s.end, "asker" if s.key in asking else "speaker", s.start) for at, s in seen.items()}


def _seen(text: str, lines: Sequence[tuple[int, int]], at: int) -> _Seen | None:
    start, end = lines[at]
    if _OPENED.match(text, start, end):
        start += 1
    for form in _FORMS.values():
        found = form.match(text, start, end)
        if found and not _is_nobody(found["who"]):
            return _Seen(found["who"], start, found.end(), True, text[found.end() : end])
    if end - start <= _LONGEST and at + 1 < len(lines):
        found = _ALONE.match(text[start:end]) if text[end - 1] != "." else None
        if found and not _is_nobody(found["who"]):
            said = text[lines[at + 1][0] : lines[at + 1][1]]
            if len(said) > end - start or "?" in said:
                return _Seen(found["who"], start, end, bool(found["colon"]), said)
    return None


def _is_nobody(who: str) -> bool:
    words = who.casefold().split()
    return words[0] in _NOBODY or words[-1] in _NOBODY


def _plain(text: str, lines: Sequence[tuple[int, int]], seen: dict[int, _Seen]) -> dict[int, _Seen]:
    """Without lines that only look like a label: a heading stands once, and a signature under what was said."""
    often = Counter(found.key for found in seen.values())
    alone = {at for at, s in seen.items() if not s.colon}
    if alone and (_is_name(text, *lines[-1]) or _TALK.search(text, *lines[max(0, min(alone) - 1)])):
        seen = {at: s for at, s in seen.items() if s.colon}
    large = sum(s.who.isupper() for s in seen.values())
    if 0 in seen and not seen[0].who.isupper() and large == len(seen) - 1 > 1:
        seen = {at: s for at, s in seen.items() if at}  # a headline: "Holm: Two boats are lost"
    return {at: s for at, s in seen.items() if s.colon or often[s.key] > 1 or (" " in s.who and _OWN.search(s.said))}


def _is_name(text: str, start: int, end: int) -> bool:
    return end - start <= _LONGEST and _ALONE.match(text[start:end].rstrip(".")) is not None


def _is_conversation(seen: dict[int, _Seen], by_key: dict[str, list[_Seen]]) -> bool:
    """Two or more who talk, most of them in the first or second person or in questions: instructions say "you", too."""
    if by_key.keys() & _ANSWERS and by_key.keys() & _ASKS:
        return True
    talk = sum(bool(_TALK.search(s.said)) for s in seen.values())
    own = sum(bool(_OWN.search(s.said)) for s in seen.values())
    asked = sum(s.asks and not _OWN.search(s.said) for s in seen.values())
    if len(by_key) < 2 or talk * 5 < len(seen) * 3 or not own or (own + asked) * 3 < len(seen):
        return False
    return len(seen) > len(by_key) or talk == len(seen)


def _asks(key: str, said: Sequence[_Seen]) -> bool:
    if key in _ASKS:
        return True
    return key not in _ANSWERS and sum(s.asks for s in said) * 3 >= 2 * len(said)
