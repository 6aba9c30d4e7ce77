"""When something was published, to the second: only where its source says date, time and zone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

_PROPERTIES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "article:published",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "date",
)
"""What `meta` elements call the time of publication, the surest first (Open Graph, schema.org, Dublin Core, habits)."""
_KINDS = ("Article", "Posting", "Report")
"""How the names of schema.org's types end for whom `datePublished` is the page's own, such as NewsArticle."""


def moment(words: str) -> str:
    """`2022-03-30T14:05:00+02:00` out of an ISO date and time with its zone, as written there; "" for anything else.

    >>> moment("2022-03-30T12:05:00.120Z"), moment("2022-03-30 14:05"), moment("2022-03-30")
    ('2022-03-30T12:05:00+00:00', '', '')
    """
    try:
        found = datetime.fromisoformat(words)
    except ValueError:
        return ""
    zone = found.utcoffset()
    if zone is None or zone % timedelta(minutes=1):
        return ""
    return found.isoformat(timespec="seconds")


def declared(markup: str, day: str) -> str:
    """What a page declares as its time of publication on that day; "" where it declares a day alone, or another day."""
    import trafilatura

    tree = trafilatura.load_html(markup)
    if tree is None:
        return ""
    moments = (moment(words.strip()) for words in _declarations(tree))
    return next((found for found in moments if found and found.startswith(day)), "")


def _declarations(tree: Any) -> Iterator[str]:
    """All that the page says of it, the surest first. `tree`: of lxml."""
    said: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        said.setdefault(name.strip().lower(), meta.get("content") or "")
    yield from (said[name] for name in _PROPERTIES[:4] if name in said)
    for script in tree.iter("script"):
        if (script.get("type") or "").partition(";")[0].strip().lower() == "application/ld+json":
            yield from _linked_data(script.text_content())
    yield from (said[name] for name in _PROPERTIES[4:] if name in said)
    for time in tree.iter("time"):
        if time.get("itemprop") == "datePublished" or time.get("pubdate") is not None:
            yield time.get("datetime") or ""


def _linked_data(text: str) -> Iterator[str]:
    """`datePublished` of the articles that JSON-LD describes at its top: what lies deeper may be another article."""
    try:
        found = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return
    things = found if isinstance(found, list) else [found]
    graphs = [thing["@graph"] for thing in things if isinstance(thing, dict) and isinstance(thing.get("@graph"), list)]
    for thing in (*things, *(thing for graph in graphs for thing in graph)):
        if not isinstance(thing, dict):
            continue
        kinds = thing.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        published = thing.get("datePublished")
        if isinstance(published, str) and any(isinstance(k, str) and k.endswith(_KINDS) for k in kinds):
            yield published
