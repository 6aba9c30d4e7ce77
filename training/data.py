"""Gold data as the encoder sees it: windows with the labels that are allowed for each word.

A word whose label the data does not tell has several allowed labels; the loss sums over them. So partly annotated data
serves, and no data has to be made up.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from loaders.extract.learned.labels import CUE_LABELS, NAME_LABELS, ROLES
from loaders.extract.learned.words import Shape, Window, Word, windows, words
from loaders.extract.reading import Span
from loaders.extract.words import wordset

ANY = (1 << len(NAME_LABELS)) - 1
Typed = tuple[int, int, str]
"""First code point, the one after the last, and PER, ORG or LOC."""
_CAPITAL = frozenset(
    {
        Shape.INITIAL, Shape.CAPITALS, Shape.LETTER, Shape.MIXED, Shape.CAPITALS_LINE, Shape.TITLE_LINE,
        Shape.SENTENCE_START,
    }
)  # fmt: skip
OUTSIDE = 1 << NAME_LABELS.index("O")


@dataclass(slots=True)
class Attribution:
    """One cue of a window: its words, its paragraph, and the role of each word of the paragraph."""

    cue: list[int]
    paragraph: tuple[int, int]
    roles: list[int]


@dataclass(slots=True)
class Example:
    """A window and its labels. `names`: a bit for each allowed label of each word. `cues`: None where not told."""

    window: Window
    names: list[int]
    cues: list[int] | None = None
    attributions: list[Attribution] = field(default_factory=list)


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a gzipped file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def paragraphs(text: str) -> list[Span]:
    """The lines that hold anything."""
    made, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            made.append(Span(at, at + len(line)))
        at += len(line) + 1
    return made


def names(
    text: str, spans: Sequence[tuple[int, int, str]], *, all_told: bool, held: Sequence[tuple[int, int]] = ()
) -> list[Example]:
    """Windows with names. `all_told`: what is no name is none; else only words without a capital are none.

    `held`: stretches in which nothing is told.
    """
    made = []
    for window in windows([words(text, p) for p in paragraphs(text)]):
        made.append(Example(window, allowed(window.words, spans, all_told=all_told, held=held)))
    return made


def allowed(
    those: Sequence[Word],
    spans: Sequence[tuple[int, int, str]],
    *,
    all_told: bool,
    held: Sequence[tuple[int, int]] = (),
) -> list[int]:
    """The allowed labels of each word."""
    begins = {start: (end, kind) for start, end, kind in spans}
    made: list[int] = []
    end, kind = -1, ""
    for word in those:
        if word.start in begins:
            end, kind = begins[word.start]
            made.append(1 << NAME_LABELS.index(f"B-{kind}"))
        elif word.start < end:
            made.append(1 << NAME_LABELS.index(f"I-{kind}"))
        elif any(a <= word.start < b for a, b in held):
            made.append(ANY)
        else:
            made.append(OUTSIDE if all_told or word.shape not in _CAPITAL else ANY)
    return made


def attributions(text: str, record: dict[str, Any], silver: dict[str, Any] | None) -> list[Example]:
    """Windows with cues, sources and contents (and names where two readers agree on them)."""
    spans, held = agreed(silver) if silver else ([], [(0, len(text))])
    made = []
    for window in windows([words(text, p) for p in paragraphs(text)]):
        cues = [0] * len(window.words)
        found: list[Attribution] = []
        for each in record["attributions"]:
            if not each.get("content"):
                continue
            cue = _inside(window.words, each.get("cue") or [])
            if not cue:
                continue
            for at in cue:
                cues[at] = CUE_LABELS.index("I" if at - 1 in cue else "B")
            paragraph = next(p for p in window.paragraphs if p[0] <= min(cue) < p[1])
            source, content = _inside(window.words, each.get("source") or []), _inside(window.words, each["content"])
            roles = [
                ROLES.index("content") if at in content else ROLES.index("source") if at in source else 0
                for at in range(*paragraph)
            ]
            if any(roles):
                found.append(Attribution(sorted(cue), paragraph, roles))
        told = allowed(window.words, spans, all_told=True, held=held) if silver else [ANY] * len(window.words)
        made.append(Example(window, told, cues, found))
    return made


def agreed(silver: dict[str, Any]) -> tuple[list[tuple[int, int, str]], list[tuple[int, int]]]:
    """Names on which the rules and spaCy agree; where only one of them sees one, nothing is told."""
    kinds = {
        "PERSON": "PER",
        "ORG": "ORG",
        "GPE": "LOC",
        "LOC": "LOC",
        "Person": "PER",
        "Organisation": "ORG",
        "Place": "LOC",
    }
    plain = {(a, b, kinds[k]) for a, b, k in silver["raw"] if k in kinds}
    ruled = {(a, b, kinds[k]) for a, b, k in silver["names"] if k in kinds}
    both = plain & ruled
    return sorted(both), [(a, b) for a, b, _ in plain ^ ruled]


def _inside(those: Sequence[Word], spans: Sequence[dict[str, Any]]) -> set[int]:
    return {at for at, w in enumerate(those) for s in spans if s["start"] <= w.start < s["end"]}


_LONG = 7
"""Words of the longest names."""
_SMALL = frozenset({"of", "the", "and", "de", "for", "&", "van", "von"})


def gum(record: dict[str, Any]) -> list[Example]:
    """A document of GUM. Its mentions are nested and include descriptions; the innermost made of capitals are names."""
    kinds = {"person": "PER", "organization": "ORG", "place": "LOC"}
    text = record["text"]
    spans: list[tuple[int, int, str]] = []
    held: list[tuple[int, int]] = []
    for mention in record["mentions"]:
        start, end, kind = mention["start"], mention["end"], kinds.get(mention["type"])
        surface = mention["text"]
        for article in ("the ", "The ", "a ", "A "):
            if surface.startswith(article):
                start, surface = start + len(article), surface[len(article) :]
        if surface.endswith(("'s", "’s")):
            end, surface = end - 2, surface[:-2]
        parts = surface.split()
        capital = all(p[0].isupper() or p.lower() in _SMALL for p in parts if p)
        if (
            kind is None
            or not parts
            or not capital
            or not parts[0][0].isupper()
            or len(parts) > _LONG
            or surface in _PRONOUNS
        ):
            if any(p[0].isupper() for p in parts[1:] if p):
                held.append((mention["start"], mention["end"]))
            continue
        first = parts[0].rstrip(".")
        if kind == "PER" and first in _TITLES and len(parts) > 1:
            start += len(parts[0]) + 1
        if kind == "PER" and any(p.lower() == "of" for p in parts):
            held.append((start, end))
            continue
        spans.append((start, end, kind))
    inner = [s for s in spans if not any(o != s and o[0] <= s[0] and s[1] <= o[1] and o[2] == s[2] for o in spans)]
    outer = [s for s in inner if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in inner)]
    return names(text, sorted(set(outer)), all_told=False, held=held)


_PRONOUNS = wordset("I He She We They You It His Her My Our Their Your This That These Those Who What Which")
_TITLES = wordset(
    "Mr Mrs Ms Miss Dr Prof Professor Sir Lord Lady President Senator Rep Gov Gen Captain King Queen Pope St"
)


def knowledgenet(record: dict[str, Any]) -> list[Example]:
    """A passage of KnowledgeNet: ends of facts whose property tells their type; nothing else with a capital is told."""
    spans: set[tuple[int, int, str]] = set()
    for fact in record["facts"]:
        for end, kind in zip(("subject", "object"), _ENDS.get(fact["property"], ("", "")), strict=True):
            where = fact[end]
            plain = kind != "PER" or (" of " not in where["text"] and where["text"] not in _PRONOUNS)
            if kind and plain and where["text"][:1].isupper():
                spans.add((where["start"], where["end"], kind))
    plain = [s for s in spans if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)]
    return names(record["text"], sorted(plain), all_told=False)


_ENDS = {
    "DATE_OF_BIRTH": ("PER", ""),
    "DATE_OF_DEATH": ("PER", ""),
    "PLACE_OF_RESIDENCE": ("PER", "LOC"),
    "PLACE_OF_BIRTH": ("PER", "LOC"),
    "NATIONALITY": ("PER", ""),
    "EMPLOYEE_OR_MEMBER_OF": ("PER", "ORG"),
    "EDUCATED_AT": ("PER", "ORG"),
    "POLITICAL_AFFILIATION": ("PER", "ORG"),
    "CHILD_OF": ("PER", "PER"),
    "SPOUSE": ("PER", "PER"),
    "DATE_FOUNDED": ("ORG", ""),
    "HEADQUARTERS": ("ORG", "LOC"),
    "SUBSIDIARY_OF": ("ORG", "ORG"),
    "FOUNDED_BY": ("ORG", "PER"),
    "CEO": ("ORG", "PER"),
}


def wnut(record: dict[str, Any]) -> list[Example]:
    """A message of WNUT-17, in full annotated; its works and products are no names of ours."""
    kinds = {"person": "PER", "location": "LOC", "corporation": "ORG", "group": "ORG"}
    spans = [(e["start"], e["end"], kinds[e["type"]]) for e in record["entities"] if e["type"] in kinds]
    return names(record["text"], spans, all_told=True)
