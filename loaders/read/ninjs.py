"""News in JSON as agencies send it: ninjs 1.x, 2.x and 3.0 (IPTC), to the keys of our own records.

What an agency has withheld, cancelled or put under an embargo is not published, and is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from graph.errors import FixInput

_BODIES = ("body_text", "body_html", "body_xhtml")
_BLOCKS = frozenset(
    {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "blockquote", "br", "section", "article", "figure"}
)


def is_ninjs(values: Mapping[str, Any]) -> bool:
    """Whether a JSON object is an item of ninjs: it has a `uri` and a body, or says which standard it is of."""
    standard = values.get("standard")
    if isinstance(standard, Mapping) and str(standard.get("name", "")).lower() == "ninjs":
        return True
    return "text" not in values and "uri" in values and any(name in values for name in (*_BODIES, "bodies"))


def from_ninjs(values: Mapping[str, Any], where: str) -> dict[str, object]:
    """The item as a record of ours. Raises FixInput for one that is no text, or not to be published."""
    status = str(values.get("pubstatus") or "usable").lower()
    if status != "usable":
        raise FixInput(f"{where}: is {status} (pubstatus).", "Load what is usable; forget what was cancelled.")
    if (kind := str(values.get("type") or "text").lower()) not in ("text", "composite"):
        raise FixInput(f"{where}: is a {kind}, not a text.", "Load items of the type text.")
    _released(values, where)
    text = _body(values)
    if not text.strip():
        raise FixInput(f"{where}: has no body.", "Give body_text, body_html, body_xhtml or bodies.")
    uri = str(values.get("uri") or "")
    found: dict[str, object] = {
        "id": uri,
        "url": next((each for each in (values.get("url"), uri) if _is_address(each)), None),
        "headline": _valued(values.get("headline"), values.get("headlines"), "main") or values.get("title"),
        "published": values.get("versioncreated") or values.get("contentcreated") or values.get("firstcreated"),
        "source": values.get("source") or _source(values.get("infosources")) or values.get("copyrightholder"),
        "byline": values.get("byline") or values.get("by"),
        "language": values.get("language"),
        "text": text,
    }
    return {name: value for name, value in found.items() if value}


def _released(values: Mapping[str, Any], where: str) -> None:
    until = values.get("embargoed") or values.get("embargo")
    if not isinstance(until, str) or not until:
        return
    try:
        moment = datetime.fromisoformat(until)
    except ValueError:
        raise FixInput(f"{where}: embargoed {until!r} is no time.", "Write it as ISO 8601.") from None
    if (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) > datetime.now(UTC):
        raise FixInput(f"{where}: is under an embargo until {until}.", "Load it afterwards.")


def _body(values: Mapping[str, Any]) -> str:
    for name in _BODIES:
        if isinstance(body := values.get(name), str) and body.strip():
            return body if name == "body_text" else _plain(body)
    bodies = [each for each in values.get("bodies") or () if isinstance(each, Mapping) and each.get("value")]
    for kind in ("text/plain", "text/html", "application/xhtml+xml", ""):
        for each in bodies:
            if str(each.get("contenttype") or "").partition(";")[0] == kind:
                return str(each["value"]) if kind in ("text/plain", "") else _plain(str(each["value"]))
    return ""


def _plain(markup: str) -> str:
    """The text of markup, a block a paragraph."""
    from lxml import html  # type: ignore[import-untyped]  # its types are a package of their own

    root = html.fragment_fromstring(markup, create_parent="div")
    lines = "".join(_parts(root)).split("\n")
    return "\n".join(line for each in lines if (line := " ".join(each.split())))


def _parts(element: Any) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in ("script", "style"):
        return
    block = element.tag in _BLOCKS
    yield "\n" if block else ""
    yield (element.text or "").replace("\n", " ")
    for child in element:
        yield from _parts(child)
        yield (child.tail or "").replace("\n", " ")
    yield "\n" if block else ""


def _valued(one: object, several: object, role: str) -> str:
    if isinstance(one, str):
        return one
    found = [each for each in several or () if isinstance(each, Mapping)] if isinstance(several, list) else []
    best = next((each for each in found if each.get("role") == role), found[0] if found else {})
    return str(best.get("value") or "")


def _source(sources: object) -> str:
    names = [each.get("name") for each in sources if isinstance(each, Mapping)] if isinstance(sources, list) else []
    return str(next(filter(None, names), ""))


def _is_address(value: object) -> bool:
    return isinstance(value, str) and value.startswith(("http://", "https://"))
