"""What the graph keeps of an article beside what reading it gives."""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from typing import Any

from graph.facts import Facts
from graph.found_by import found_by
from graph.model import Article


def metadata(article: Article) -> dict[str, Any]:
    """Properties of the article's node. None for what is not known.

    Raises ValueError for a day that does not exist, or a time on another one.
    """
    day = date.fromisoformat(article.published) if article.published else None
    return {
        "url": article.url or None,
        "source": article.source or None,
        "path": article.path or None,
        "headline": article.headline or None,
        "byline": article.byline or None,
        "corrects": article.corrects or None,
        "published": day,
        "published_at": _on(day, article.published_at) or None,
        "day": day.isoformat() if day else "",
        "text": article.text,
        "text_hash": text_hash(article.text),
    } | found_by("Article", {"text": article.text})


def properties(facts: Facts, *, corrected: bool) -> dict[str, Any]:
    """The same with who read it, and how it stands."""
    return metadata(facts.article) | {
        "language": facts.language or None,
        "reader": facts.reader or None,
        "note": facts.note or None,
        "status": "corrected" if corrected else ("read" if facts.reader else "unread"),
    }


def text_hash(text: str) -> str:
    """What an article's text is compared by."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _on(day: date | None, moment: str) -> str:
    if moment and (datetime.fromisoformat(moment).date() != day or datetime.fromisoformat(moment).tzinfo is None):
        raise ValueError(f"{moment} is no time with a zone on {day}.")
    return moment
