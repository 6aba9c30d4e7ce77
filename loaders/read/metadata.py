"""What a file says about its article, key by key: handled, ignored by name, or an error.

Front matter and sidecars are written by hand, so an unknown key there is an error. Records (JSON lines, single JSON)
come out of other systems with keys of their own: those are kept aside, but one that looks like a misspelt key of ours
is an error, because a date that is lost in silence leaves "on Tuesday" without a day.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from graph.errors import FixInput
from graph.model import Article
from loaders.read.moments import moment
from loaders.read.values import Options

HANDLED = {
    "id": "id",
    "headline": "headline",
    "title": "headline",
    "published": "published",
    "date": "published",
    "url": "url",
    "source": "source",
    "publisher": "source",
    "byline": "byline",
    "author": "byline",
    "authors": "byline",
    "language": "language",
    "lang": "language",
    "corrects": "corrects",
}
"""Key in a file, and the field of `Article` that it fills."""

# fmt: off - a list to be read at a glance
IGNORED = frozenset(
    {
        "tags",
        "keywords",
        "topics",
        "categories",
        "category",
        "section",
        "desk",
        "priority",
        "description",
        "summary",
        "abstract",
        "subtitle",
        "image",
        "images",
        "caption",
        "copyright",
        "license",
        "rights",
        "location",
        "places",
        "updated",
        "modified",
        "created",
        "layout",
        "draft",
        "slug",
        "permalink",
        "version",
        "comments",
    }
)
# fmt: on
"""Keys that newsrooms write and the graph has no word for; also every key that begins with `x-`."""

_MEANT = {"pubdate": "published", "publishedat": "published", "created_at": "published", "link": "url", "uri": "url"}
"""What other systems call our keys: where ours is missing, an error says which one is wanted."""

_TRACKING = re.compile(r"utm_.*|fbclid|gclid|mc_[ce]id")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Metadata:
    """Fields of `Article` by name, and what is kept aside."""

    fields: Mapping[str, str]
    extra: Mapping[str, str]


def metadata(values: Mapping[str, object], where: str, *, record: bool = False) -> Metadata:
    """Sort the keys of a file's metadata. `record`: unknown keys are another system's own and are kept aside."""
    fields: dict[str, str] = {}
    extra: dict[str, str] = {}
    for key, value in values.items():
        if not isinstance(key, str):
            raise FixInput(f"{where}: the key {key!r} is not a word.", "Put it in quotation marks or take it out.")
        name = key.strip().lower()
        if name not in HANDLED:
            if not (name in IGNORED or name.startswith(("x-", "x_"))):
                _refuse_unknown(key, name, values, where, record=record)
            extra[key] = str(value)
            continue
        field, text = HANDLED[name], _words(key, value, where)
        if text and fields.setdefault(field, text) != text:
            raise FixInput(f"{where}: gives {field} twice, {fields[field]!r} and {text!r}.", "Keep one.")
    return Metadata(fields, extra)


def _refuse_unknown(key: str, name: str, values: Mapping[str, object], where: str, *, record: bool) -> None:
    like = [_MEANT[name]] if name in _MEANT else difflib.get_close_matches(name, HANDLED, n=1, cutoff=0.8)
    given = {HANDLED.get(str(k).strip().lower()) for k in values}
    if record and (not like or HANDLED[like[0]] in given):
        return
    meant = f"Did you mean {like[0]!r}?" if like else f"Known are {', '.join(HANDLED)}."
    raise FixInput(f"{where}: unknown key {key!r}.", f"{meant} Call it 'x-{name}' to have it ignored.")


def _words(key: str, value: object, where: str) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool) and HANDLED[key.strip().lower()] in {"id", "corrects"}:
        return str(value)
    if isinstance(value, list) and all(isinstance(v, str) for v in value):
        return ", ".join(v.strip() for v in value)
    raise FixInput(f"{where}: {key} is {type(value).__name__}, not text.", "Write it as text in quotation marks.")


def day(words: str, where: str) -> str:
    """`YYYY-MM-DD` out of an ISO day or an ISO date and time (the day as written, in its own time zone)."""
    found = _DAY.match(words)
    try:
        if not found:
            raise ValueError
        if words != found[0]:
            datetime.fromisoformat(words)
        return date.fromisoformat(found[0]).isoformat()
    except ValueError:
        what = "is not a day of the calendar" if found else "is not a date"
        raise FixInput(f"{where}: published {words!r} {what}.", "Write it as YYYY-MM-DD.") from None


def canonical(url: str, where: str) -> str:
    """The address by which an article is known: lower-case host, no fragment, no tracking parameters."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
        port = parts.port
    except ValueError:
        host, port = None, None
    if not host or parts.scheme.lower() not in {"http", "https"}:
        raise FixInput(f"{where}: url {url!r} is not a web address.", "Write it as https://….")
    scheme = parts.scheme.lower()
    place = host if port in {None, 80 if scheme == "http" else 443} else f"{host}:{port}"
    query = urlencode([(k, v) for k, v in parse_qsl(parts.query, True) if not _TRACKING.fullmatch(k.lower())])
    return urlunsplit((scheme, place, parts.path or "/", query, ""))


def article(
    text: str, found: Metadata, options: Options, *, path: str, line: int | None = None, where: str = ""
) -> Article:  # fmt: skip
    """The article: the user's word first, then the file's. `text` is exact already. `where` names it in errors, if not
    its path does."""
    where = where or (path if line is None else f"{path}:{line}")
    said = {name: getattr(options, name) for name in ("published", "source", "url", "headline", "id", "corrects")}
    fields = {**found.fields, **{name: value.strip() for name, value in said.items() if value.strip()}}
    url = canonical(fields["url"], where) if "url" in fields else ""
    corrects = fields.get("corrects", "")
    language = fields.get("language", "").lower()
    if language and not _LANGUAGE.fullmatch(language):
        raise FixInput(f"{where}: language {language!r} is not a language code.", "Write it as en, de, uk ….")
    identity = fields.get("id") or url or f"file:{path}" + (f"#{line}" if line is not None else "")
    if any(ord(c) < 32 for c in identity):
        raise FixInput(f"{where}: the id holds a line break or control character.", "Write it on one line.")
    if any("\x00" in v or _torn(v) for v in fields.values()):
        raise FixInput(f"{where}: its metadata hold a character that is none.", "Take out NUL and half characters.")
    return Article(
        id=identity,
        text=text,
        headline=fields.get("headline", ""),
        published=day(fields["published"], where) if "published" in fields else None,
        published_at=moment(fields.get("published", "")),
        url=url,
        source=fields.get("source", ""),
        path=path,
        byline=fields.get("byline", ""),
        language=re.split("[-_]", language)[0],
        corrects=canonical(corrects, where) if corrects.startswith(("http://", "https://")) else corrects,
        extra=dict(found.extra),
    )


def _torn(words: str) -> bool:
    return any("\ud800" <= c <= "\udfff" for c in words)
