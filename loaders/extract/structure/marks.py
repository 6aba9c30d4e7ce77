"""Quotations, read from the quotation marks and not from the parse.

Curly, straight, low, angle, twin (``x'') and single marks. An opening mark without a closing one runs to the end of its
paragraph and on into the next, if that begins with a mark again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Literal

from loaders.extract.document import Quotation
from loaders.extract.reading import Span
from loaders.extract.structure.blocks import Piece
from loaders.extract.words import wordset

Use = Literal["speech", "scare", "title", "crosshead"]
_DOUBLE = re.compile(r"``|''|‘‘|’’|[\"“”„‟«»＂]")
_CURLY = re.compile("[“”]")
_SINGLE = re.compile(r"['‘’‚‛‹›]")
_OPENS = frozenset(["``", "‘‘", "“", "„", "‟", "«"])
_CLOSES = frozenset(["''", "’’", "”", "»"])
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SINGLE_OPENS = re.compile(r"(?<!\w)['‘‚‹](?=\w)")
_SILENT = ("byline", "dateline", "desk", "note", "stamp", "speaker", "asker", "foreign")
"""Blocks in which nobody is quoted."""
_CLIPPED = re.compile(r"['’‘](?:[Ee]m|[Tt]il|[Tt]ill|[Tt]is|[Tt]was|cause|n|round|bout|cos|s|m|re|ll)\b")
"""Words with an apostrophe before them: "give 'em hell"."""
_ENDING = frozenset(",.!?…;:—–-")
_SMALL = wordset("a an the and or but nor of in on at to for from by with as is de la le du")


def quotations(text: str, pieces: Iterable[Piece]) -> tuple[Quotation, ...]:
    """All quotations in the order of the text. Quotations inside a quotation are part of the outer one."""
    found: list[Quotation] = []
    running = False
    shown = [piece for piece in pieces if piece.kind not in _SILENT]
    british = _is_british(text, shown)
    for piece, following in zip_longest(shown, shown[1:]):
        heading = piece.kind in ("crosshead", "headline")
        carried = running and not heading
        outermost, others = (_SINGLE, _DOUBLE) if british else (_DOUBLE, _SINGLE)
        goes_on = british and following is not None and _SINGLE_OPENS.match(text, following.start) is not None
        made, unclosed = _scan(text, piece, outermost, carried, goes_on)
        extra, _ = _scan(text, piece, others, False)
        inside = [q for q, _ in made]
        made += [(q, c) for q, c in extra if not any(q.overlaps(o) for o in inside) and (c or others is _SINGLE)]
        made.sort(key=lambda pair: pair[0])
        for outer, closed in made:
            inner = _inner(text, outer, closed)
            if inner is not None:
                use: Use = "crosshead" if piece.kind == "crosshead" else _use(text, outer, inner)
                more = carried and bool(found) and outer.start == piece.start
                found.append(Quotation(outer, inner, "speech" if more else use, more))
        if not heading:
            running = unclosed
    return tuple(found)


def _is_british(text: str, pieces: Sequence[Piece]) -> bool:
    """Whether single marks stand around what is said and double ones inside it: more of the text stands in them."""
    if not _SINGLE_OPENS.search(text):
        return False
    return _spoken(text, pieces, _SINGLE) > _spoken(text, pieces, _DOUBLE)


def _spoken(text: str, pieces: Sequence[Piece], marks: re.Pattern[str]) -> int:
    """How many characters stand in marks as if they were said."""
    spans = (span for piece in pieces for span, closed in _scan(text, piece, marks, False)[0] if closed)
    inner = ((span, _inner(text, span, True)) for span in spans)
    return sum(span.end - span.start for span, words in inner if words and _use(text, span, words) == "speech")


def _scan(
    text: str, piece: Piece, marks: re.Pattern[str], carried: bool, goes_on: bool = False
) -> tuple[list[tuple[Span, bool]], bool]:
    """Outer spans with whether each was closed; and whether the last one was left open at the paragraph's end.

    `carried`: the paragraph before left one open. `goes_on`: the next paragraph begins with a single mark.
    """
    made: list[tuple[Span, bool]] = []
    opened: int | None = None
    nested = 0  # where the mark stands that closes the one inside
    single = marks is _SINGLE
    if carried:
        first = marks.search(text, piece.start, piece.end)
        if (
            first
            and first.start() != piece.start
            and _may_close(text, piece, first, single)
            and not _may_open(text, piece, first, single)
        ):
            opened = piece.start
    for mark in marks.finditer(text, piece.start, piece.end):
        if opened is None:
            if _may_open(text, piece, mark, single):
                opened = mark.start()
        elif mark.start() < nested or (single and _is_owner(text, piece, mark)):
            continue
        elif mark[0] == "“" == text[opened] and (end := _nested(text, piece, mark.start())) is not None:
            nested = end
        elif mark.start() > opened and (
            # A low mark is closed by the one that opens in English: „So.“
            (text[opened] in "„‚" and mark[0] in "“‘") or _may_close(text, piece, mark, single)
        ):
            made.append((Span(opened, mark.end()), True))
            opened = None
    if opened is None:
        return made, False
    if single and not goes_on and not _at_start(text, piece, opened):
        # A lone single mark is an apostrophe ('90s, 'em) unless it begins the paragraph.
        return made, False
    made.append((Span(opened, piece.end), False))
    return made, True


def _nested(text: str, piece: Piece, at: int) -> int | None:
    """Behind the end of what opens at `at` inside a quotation: “She calls it “a circus” and stays away.”

    None unless each mark up to the end of the outer one is closed in its turn: where one is not, it was forgotten.
    """
    depth, end = 1, None
    for mark in _CURLY.finditer(text, at, piece.end):
        depth += 1 if mark[0] == "“" else -1
        if depth == 1 and end is None:
            end = mark.end()
        if depth == 0:
            return end
    return None


def _at_start(text: str, piece: Piece, at: int) -> bool:
    return not text[piece.start : at].strip()


def _may_open(text: str, piece: Piece, mark: re.Match[str], single: bool) -> bool:
    if mark[0] in _CLOSES and not (single and mark[0] == "’"):
        return False
    before = text[mark.start() - 1] if mark.start() > piece.start else " "
    after = text[mark.end()] if mark.end() < piece.end else " "
    if single and (before.isalnum() or after.isdigit() or mark[0] == "’" or _CLIPPED.match(text, mark.start())):
        return False
    if mark[0] in _OPENS:
        return True
    return (not after.isspace() and (before.isspace() or not before.isalnum())) or (
        before.isspace() and after.isspace() and not single
    )


def _may_close(text: str, piece: Piece, mark: re.Match[str], single: bool) -> bool:
    if mark[0] in _OPENS:
        return False
    before = text[mark.start() - 1] if mark.start() > piece.start else " "
    after = text[mark.end()] if mark.end() < piece.end else " "
    if single:
        return not before.isspace() and not after.isalnum()
    return mark[0] in _CLOSES or not before.isspace() or not after.isalnum()


def _is_owner(text: str, piece: Piece, mark: re.Match[str]) -> bool:
    """Whether a mark inside single marks is the apostrophe of "the workers' pay": it follows an s and stands before a
    word, and a better end of the quotation comes before anything opens again."""
    at = mark.start()
    if mark[0] not in "'’" or text[at - 1 : at] not in ("s", "S", "z", "x") or text[at + 1 : at + 2] != " ":
        return False
    for later in _SINGLE.finditer(text, mark.end(), piece.end):
        if _may_open(text, piece, later, True):
            return False
        if _may_close(text, piece, later, True) and text[later.start() - 1] in _ENDING:
            return True
    return False


def _inner(text: str, outer: Span, closed: bool) -> Span | None:
    start, end = outer.start, outer.end
    opening = _DOUBLE.match(text, start) or _SINGLE.match(text, start)
    start = opening.end() if opening else start
    if closed:
        end -= 2 if text[end - 2 : end] in ("''", "’’") and end - 2 > start else 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _use(text: str, outer: Span, inner: Span) -> Use:
    """What the marks are for: 'the "Long Road Home" tour' (title), 'a "small number"' (scare), else speech."""
    words = _WORD.findall(text[inner.start : inner.end])
    ends = text[inner.end - 1] in ",.!?-–—" or text[outer.end : outer.end + 1] == ","
    # British pages put the full stop of a whole sentence outside, too: "I saw nothing".
    begins = text[inner.start].isupper() and text[max(0, outer.start - 3) : outer.start].rstrip(" ")[-1:] in (
        ".",
        "!",
        "?",
        "\n",
        "",
    )
    ends = ends or (begins and len(words) >= 2 and text[outer.end : outer.end + 1] in (".", "!", "?"))
    big = [w for w in words if w.casefold() not in _SMALL]
    if len(big) >= 2 and len(words) <= 8 and not ends and words[0][0].isupper() and all(w[0].isupper() for w in big):
        return "title"
    return "speech" if ends or len(words) >= 4 else "scare"
