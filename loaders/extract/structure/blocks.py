"""The text cut into blocks by its shape: paragraphs, headline, byline, dateline, crossheads, desk signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from loaders.extract.document import BlockKind
from loaders.extract.language import is_foreign
from loaders.extract.structure.lines import is_stamp, items, stamped
from loaders.extract.structure.repeated import repeated
from loaders.extract.structure.turns import turns

LONGEST = 8_000
"""Code points of the longest block: a longer one is cut between sentences, so that the parser's memory stays flat."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A block before it is parsed: code points of the article."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    indent: int
    text: str


_LINES = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]*")
_STOP = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_CUT = re.compile(r"(?<=[.!?\"”])\s+(?=[\"“A-Z])|\s+")
_BYLINE = re.compile(r"^(?:by|from)\s+[A-Z][\w.'-]+(?:\s+[\w.,'-]+){0,8}$", re.IGNORECASE)
_NAMELIKE = re.compile(r"^(?:[Bb][Yy]|From|FROM)\s+[A-Z]")
_DESK = (
    # The initials of those who wrote and edited, such as ab-cd/ef.
    re.compile(r"^\(?[a-z]{2,6}(?:[-/][a-z]{1,6}){1,5}\)?$"),
    # " REUTER..." and what follows it on old wires
    re.compile(r"^(?:reuters?|ends?|afp|ap|upi|-30-|#{3}|more|\(end\)|\(more\))[\s.…&;#\d\W]*$", re.IGNORECASE),
    # Credits: who reported, wrote and edited.
    re.compile(r"^\(?(?:additional |writing|reporting|editing|compiled)[\w ]* by .{3,200}$", re.IGNORECASE),
    re.compile(r"^[\W_]+$"),
)
_NOTE = re.compile(
    r"""^(?:\((?:corrects|adds|updates|recasts|refiles|repeats|clarifies|removes|fixes|restores|rewrites
             |editor['’]s\ note
             |(?:this|an\ earlier|a\ previous)\ (?:story|article|version|report|dispatch|item)\b)[^()]*
             (?:\([^()]*\)[^()]*)*\)          # (Corrects the spelling of a name in the second paragraph.)
         |(?:corrects|recasts|refiles)\b.{0,200})$   # Corrects day in first paragraph""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
"""What the desk tells about the text: which is no part of the story."""
_PLACE = r"[A-Z][\w.'’-]*(?:[ -][A-Z][\w.'’-]*){0,3}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
DATELINE = re.compile(
    rf"""^(?P<places>{_PLACE}(?:\s*[,/(]\s*{_PLACE}\)?)*?)     # KYIV, Ukraine / Kyiv (Ukraine)
         (?:,?\s+(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+\d{{4}})?)?   # , March 3
         (?:,?\s*\((?P<agency>[A-Z][\w./ ]{{1,25}})\))?        # (AFP)
         \s*(?P<dash>-{{1,2}}|–|—|_|:)\s+(?=\S)""",
    re.VERBOSE,
)
_STAMP = re.compile(r"^[A-Z][A-Z .'-]+(?:,\s*[\w .]+)?\s+\d{4}-\d\d-\d\d$")


def blocks(text: str, headline: str = "") -> list[Piece]:
    """All blocks in the order of the text; they do not overlap, and none is blank."""
    lines = [_Line(m.start(), m.end(), 0, "") for m in _LINES.finditer(text) if m.end() > m.start()]
    lines = [made for line in lines if (made := _trimmed(text, line.start, line.end))]
    bounds = _wrapped(text, lines) if is_wrapped([line.text for line in lines]) else [(x.start, x.end) for x in lines]
    return _named(text, [cut for start, end in bounds for cut in _shortened(text, start, end)], headline)


def _trimmed(text: str, start: int, end: int) -> _Line | None:
    raw = text[start:end]
    kept = raw.strip().strip("\x00\x01\x02\x03\x04\x1f\ufeff").strip()
    if not kept:
        return None
    first = start + raw.index(kept)
    return _Line(first, first + len(kept), first - start, kept)


def is_wrapped(lines: list[str]) -> bool:
    """Whether lines are broken by width and not by paragraph: many go on with a small letter, and none is long."""
    if len(lines) < 2:
        return False
    lengths = sorted(map(len, lines))
    going_on = sum(after[0].islower() and not _STOP.search(before) for before, after in pairwise(lines))
    return lengths[int(len(lengths) * 0.95)] <= 110 and going_on >= 1 and going_on / (len(lines) - 1) >= 0.15


def _wrapped(text: str, lines: list[_Line]) -> Iterator[tuple[int, int]]:
    """Paragraphs of wrapped text: they begin after a blank line, at an indented line, or after a short last line."""
    width = sorted(line.end - line.start for line in lines)[int(len(lines) * 0.9)]
    usual = min((line.indent for line in lines[1:]), default=0)
    indented = any(line.indent > usual for line in lines)
    first, last = lines[0], lines[0]
    for line in lines[1:]:
        blank = text.count("\n", last.end, line.start) > 1
        short = last.end - last.start < 0.7 * width and bool(_STOP.search(last.text)) and not line.text[0].islower()
        if blank or line.indent > usual or (short and not indented):
            yield first.start, last.end
            first = line
        last = line
    yield first.start, last.end


def _shortened(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = None
        for match in _CUT.finditer(text, start + LONGEST // 2, start + LONGEST):
            if cut is None or text[match.start() - 1] in ".!?":
                cut = match
        stop, go_on = (cut.start(), cut.end()) if cut else (start + LONGEST, start + LONGEST)
        yield start, stop
        start = go_on
    yield start, end


def _named(text: str, bounds: list[tuple[int, int]], headline: str) -> list[Piece]:
    made: list[Piece] = []
    begun = False  # whether the first real paragraph has been seen
    wanted = _squeezed(headline)
    last = len(bounds) - 1
    listed, timed = items(text, bounds), stamped(text, bounds)
    talk, shown = turns(text, bounds), repeated(text, bounds)
    for index, (start, end) in enumerate(bounds):
        body = text[start:end]
        kind: BlockKind = "paragraph"
        if index in talk:
            label = talk[index]
            made.append(Piece(label.part, label.start, start + len(text[start : label.end].rstrip())))
            if label.end < end:
                made.append(Piece("paragraph", label.end, end))
            begun = True
            continue
        if index >= last - 2 and index and any(p.match(body) for p in _DESK):
            kind = "desk"
        elif is_stamp(body):
            kind = "stamp"
        elif index in timed:
            made.append(Piece("stamp", start, start + len(text[start : timed[index]].rstrip())))
            start = timed[index]
            kind = "crosshead" if end - start <= 60 and _is_heading(text[start:end]) else "paragraph"
        elif index in listed:
            start = listed[index]
        elif _NOTE.match(body):
            kind = "note"
        elif not begun and index <= 3 and _STAMP.match(body):
            kind = "dateline"
        elif not begun and index <= 3 and _NAMELIKE.match(body) and _BYLINE.match(body) and len(body) < 90:
            kind = "byline"
        elif (not begun and index <= 2 and _squeezed(body) == wanted and wanted) or (
            index == 0 and _is_heading(body) and (last > 1 or (last == 1 and body.isupper()))
        ):
            kind = "headline"
        elif index in shown or (0 < index < last and begun and _is_heading(body) and len(body) <= 60):
            kind = "crosshead"
        elif is_foreign(body):
            kind = "foreign"
        if (
            kind == "paragraph"
            and not begun
            and (dateline := DATELINE.match(text[start:end]))
            and _is_dateline(dateline, text[start + dateline.end() : end])
        ):
            made.append(Piece("dateline", start, start + len(dateline[0].rstrip())))
            start += dateline.end()
        begun = begun or (kind == "paragraph" and end - start > 60)
        made.append(Piece(kind, start, end))
    return made


def _is_heading(body: str) -> bool:
    return len(body) <= 110 and len(body.split()) <= 16 and not re.search(r"[.:;,!…]['\"”’)]*$", body)


def _is_dateline(match: re.Match[str], rest: str) -> bool:
    if rest.isupper():
        return False  # "ROWING - NORVIANS WIN": a headline with its slug
    places, agency, dash = match["places"], match["agency"], match["dash"]
    city = re.split(r"[,/(]", places)[0].strip()
    if dash == ":":
        return bool(agency)
    return bool(agency) or (city.isupper() and len(city) > 2)


def _squeezed(text: str) -> str:
    return " ".join(text.split()).casefold().rstrip(".")
