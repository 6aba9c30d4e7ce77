"""From an address to an article: a page, a text, or a record of JSON."""

from __future__ import annotations

from urllib.parse import urlsplit

from graph.errors import FixInput
from graph.model import Article
from loaders.intake.door import Door
from loaders.intake.fetch import Fetched, fetch
from loaders.read.decoding import decode, exact
from loaders.read.metadata import HANDLED, Metadata, article, canonical
from loaders.read.ninjs import from_ninjs, is_ninjs
from loaders.read.pages import page_of
from loaders.read.records import parsed, record_of
from loaders.read.values import Options

_PAGE = frozenset({"text/html", "application/xhtml+xml", ""})
_TEXT = frozenset({"text/plain"})
_RECORD = frozenset({"application/json", "application/ninjs+json", "application/ld+json"})


def from_web(url: str, door: Door, options: Options) -> Article:
    """The article at an address. Raises FixInput: the address is refused, or answers with none.

    Its address is the page's canonical link where that is of the same host, else the one that it was found at in the
    end: no page may pass for an article of another paper.
    """
    found = fetch(url.strip(), door, (_PAGE | _TEXT | _RECORD) - {""})
    text = decode(found.body, found.url, found.charset, markup=found.kind in _PAGE, who="it declares")
    at = canonical(found.url, found.url)
    if found.kind in _TEXT:
        made = article(
            exact(text, found.url, options.limit), Metadata({"url": at}, {}), options, path="", where=found.url
        )
    elif found.kind in _RECORD:
        made = record_of(_record(text, found, at, door), found.url, options, path="")
    else:
        made = page_of(text, found.url, options, path="", address=lambda link: _address(link, found, at))
    return made


def _record(text: str, found: Fetched, at: str, door: Door) -> dict[str, object]:
    """The record, which may call itself by an id, or another address, only where it comes from a host of one's own."""
    values = parsed(text, found.url)
    values = from_ninjs(values, found.url) if is_ninjs(values) else values
    if door.is_own(*_place(found.url)):
        return {"url": at, **values}
    return {name: each for name, each in values.items() if HANDLED.get(name.lower()) not in ("id", "url")} | {"url": at}


def _address(link: str, found: Fetched, at: str) -> str:
    try:
        said = canonical(link, "")
    except FixInput:
        return at
    return said if _host(said) == _host(found.url) else at


def _place(url: str) -> tuple[str, int]:
    parts = urlsplit(url)
    return parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")
