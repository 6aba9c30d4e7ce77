"""Media types: which one an answer is in, and whether a body is in one that is taken."""

from __future__ import annotations

from functools import lru_cache

JSON, GRAPHQL, HTML = "application/json", "application/graphql-response+json", "text/html"


_KEPT = 256
"""Headers that are remembered: few differ."""


@lru_cache(_KEPT)
def accepted(header: str | None) -> str | None:
    """The media type to answer in, as RFC 9110 has `Accept` mean; None where none of ours is accepted.

    Where both are as welcome, it is the one that says what it is, if its name is there: `*/*` gets plain JSON.
    """
    if header is None or not header.strip():
        return JSON
    ranges = _ranges(header)
    wanted = {media: _quality(media, ranges) for media in (GRAPHQL, JSON)}
    if GRAPHQL in ranges and wanted[GRAPHQL] >= max(wanted[JSON], 0.001):
        return GRAPHQL
    if wanted[JSON] > 0:
        return JSON
    return GRAPHQL if wanted[GRAPHQL] > 0 else None


def wants_page(header: str | None) -> bool:
    """Whether it is a browser that opens an address: it names HTML."""
    return _ranges(header or "").get(HTML, 0.0) > 0


@lru_cache(_KEPT)
def is_json(header: str | None) -> bool:
    """Whether a `Content-Type` is JSON in UTF-8, which it is where nothing is said of that."""
    media, *parameters = (header or "").lower().split(";")
    named = dict(part.strip().partition("=")[::2] for part in parameters if "=" in part)
    return media.strip() == JSON and named.get("charset", "utf-8").strip('" ') in ("utf-8", "utf8")


def _ranges(header: str) -> dict[str, float]:
    """Each media range with its quality, 0 to 1."""
    found: dict[str, float] = {}
    for part in header.lower().split(","):
        media, *parameters = (each.strip() for each in part.split(";"))
        quality = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip() == "q":
                quality = _number(value)
        if media:
            found[media] = max(quality, found.get(media, 0.0))
    return found


def _number(text: str) -> float:
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 0.0


def _quality(media: str, ranges: dict[str, float]) -> float:
    """The quality that the narrowest range gives a media type."""
    for each in (media, f"{media.partition('/')[0]}/*", "*/*"):
        if each in ranges:
            return ranges[each]
    return 0.0
