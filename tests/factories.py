"""One-letter factories of articles and readings. Surfaces are searched in the text, so no test counts offsets."""

# ruff: noqa: N802, A002 -- one capital letter a factory, and the readings' own words for its arguments

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from graph.model import Article
from loaders.extract.reading import (
    About,
    Candidate,
    Entity,
    Event,
    Location,
    Mention,
    Number,
    Participant,
    Quote,
    Reading,
    Relation,
    Role,
    Span,
)


def A(text: str, id: str = "a", published: str | None = "2025-03-03", **more: Any) -> Article:
    """An article."""
    return Article(id, text, published=published, **more)


def S(text: str, surface: str, nth: int = 0) -> Span:
    """Where a surface stands, the nth time."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(surface, at + 1)
    return Span(at, at + len(surface))


def E(text: str, id: str, type: str, name: str, **more: Any) -> Entity:
    """An entity with one mention by its name."""
    span = S(text, more.pop("surface", name))
    more.setdefault("mentions", (Mention(span.start, span.end, "name" if more.get("named", True) else "nominal"),))
    return Entity(id, type, name, confidence=more.pop("confidence", 0.9), **more)  # type: ignore[arg-type] # its literals


def P(geonames: int | None, name: str, kind: str = "city", within: tuple[Candidate, ...] = ()) -> Location:
    """Where a place lies."""
    return Location(geonames, name, 10.5, 20.25, "XX", kind, within)


def C(geonames: int, name: str, kind: str = "country") -> Candidate:
    """A larger place."""
    return Candidate(geonames, name, 10.0, 20.0, "XX", kind, 1.0)


def T(text: str, title: str, of: str | None, on: str | None = "2025-03-03") -> Role:
    """A title."""
    return Role(title, of, on, S(text, title), 0.8)


def Q(text: str, words: str, speakers: Sequence[str] = (), about: Sequence[About] = (), **more: Any) -> Quote:
    """A direct quote that was said on the day of the articles."""
    said: dict[str, Any] = {
        "said_on": "2025-03-03",
        "said_precision": "day",
        "confidence": 0.9,
        "cue": None,
        "cue_lemma": "say",
    } | more
    kind = said.pop("kind", "direct")
    return Quote(kind, (S(text, words),), source=(), speakers=tuple(speakers), about=tuple(about), **said)


def V(text: str, id: str, type: str, trigger: str, **more: Any) -> Event:
    """An event that happened."""
    span = S(text, trigger)
    told: dict[str, Any] = {"status": "happened", "confidence": 0.8, "label": trigger} | more
    return Event(id, type, trigger=span, mentions=(span,), **told)


def N(text: str, what: str, low: int, words: str, by: str | None = None) -> Number:
    """A figure."""
    return Number(what, low, low, S(text, words), by=by)


def H(text: str, entity: str, surface: str, role: str = "participant") -> Participant:
    """Somebody who took part."""
    return Participant(entity, role, S(text, surface))


def L(text: str, type: str, source: str, target: str, words: str, assertion: str = "asserted", **more: Any) -> Relation:
    """A relation."""
    verb = more.pop("verb", words)
    return Relation(type, source, target, S(text, words), verb, assertion, 0.8, **more)  # type: ignore[arg-type] # its literal


def R(article: Article, *found: Entity | Quote | Event | Relation) -> Reading:
    """What an article says; its lines are its sentences."""
    sentences, at = [], 0
    for line in article.text.split("\n"):
        if line.strip():
            sentences.append(Span(at, at + len(line)))
        at += len(line) + 1
    return Reading(
        article.id, article.published, "en", "test 1", "",
        tuple(f for f in found if isinstance(f, Entity)),
        tuple(f for f in found if isinstance(f, Quote)),
        tuple(f for f in found if isinstance(f, Event)),
        tuple(f for f in found if isinstance(f, Relation)),
        sentences=tuple(sentences),
    )  # fmt: skip
