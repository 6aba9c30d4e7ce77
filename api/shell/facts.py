"""What an answer holds, in lines as a person reads them: a block for each fact, or one for a whole table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

Json = Mapping[str, Any]
"""As GraphQL answers: its shape is the operation's, in `ask.graphql`."""
Lines = Iterator[str]

_UNKNOWN = "day not known"
_CLAIMED = {
    "negated": ("denied", "denied by"),
    "hypothetical": ("hypothetical", "hypothetical, according to"),
    "attributed": ("claimed", "claimed by"),
}
"""How an article speaks of a claim: without, and with who makes it."""


def blocks(kind: str, found: list[Json] | Json | None) -> Iterator[Lines]:
    """The answer's blocks of lines; none where there is nothing. `kind`: as `Answered` has it."""
    if kind in _TABLES:
        lines = list(_TABLES[kind](found or []))
        if lines:
            yield iter(lines)
    elif isinstance(found, list):
        yield from map(_FACTS[kind], found)
    elif found:  # a path: its steps are its facts
        yield from map(_FACTS[kind], found["steps"])


def _quote(quote: Json) -> Lines:
    yield quote["text"] if quote["kind"] == "indirect" else f"“{quote['text']}”"
    who = _all(quote["speakers"]) or "(speaker not known)"
    to = f" to {_all(quote['addressees'])}" if quote["addressees"] else ""
    yield f"    {who}{to}, {quote['saidOn'] or _UNKNOWN}"
    yield from _sentences(quote["evidence"])


def _article(article: Json) -> Lines:
    line = (article["published"] or _UNKNOWN, article["source"], article["headline"] or article["id"])
    yield "  ".join(filter(None, line))
    yield f"    {article['url'] or article['id']}"


def _entity(entity: Json) -> Lines:
    called = f", also {', '.join(entity['aliases'])}" if entity["aliases"] else ""
    yield f"{entity['name']} ({entity['__typename']}){called}"
    for role in entity.get("roles", ()):
        yield f"    {_dashed(role['title'], role['of'] and role['of']['name'])}{_in_brackets(role['on'])}"
    yield f"    {entity['id']}"


def _event(event: Json) -> Lines:
    where = f", {', '.join(p['name'] for p in event['places'])}" if event["places"] else ""
    status = "" if event["status"] in (None, "happened") else _in_brackets(event["status"])
    yield f"{_days(event)}  {event['label']}{where}{status}"
    taking = {f"{each['entity']['name']}{_in_brackets(each['role'])}": None for each in event["participants"]}
    if taking:
        yield f"    with {', '.join(taking)}"
    for figure in event["figures"]:
        yield f"    {_figure(figure)}"
    yield from _sentences([*event["evidence"], *(e for figure in event["figures"] for e in figure["evidence"])])


def _figure(figure: Json) -> str:
    low, high = figure["low"], figure["high"]
    if low is None and high is None:
        many = figure["words"] or "number not known"
    elif low is None or high is None:
        many = f"at least {low:,}" if high is None else f"at most {high:,}"
    else:
        many = f"{low:,}" if low == high else f"{low:,}–{high:,}"
    unit = f" {figure['unit']}" if figure["unit"] else ""
    by = f", according to {_all(figure['accordingTo'])}" if figure["accordingTo"] else ""
    sources = dict.fromkeys(each["article"]["source"] for each in figure["evidence"])
    unsure = ", not verified" if figure["verified"] is False else ""
    return f"{figure['kind']} {many}{unit}{by}{unsure}{_in_brackets(', '.join(filter(None, sources)))}"


def _relationship(it: Json) -> Lines:
    line = _dashed(_called(it["subject"]), it["verb"] or _worded(it["type"]), _called(it["object"]))
    by = f", according to {it['accordingTo']['name']}" if it["accordingTo"] else ""
    yield f"{it['on'] or _UNKNOWN}  {line}{by}"
    yield from _sentences(it["evidence"])


def _claim(claim: Json) -> Lines:
    verb = claim["verb"] or _worded(claim["type"])
    if claim["polarity"] == "negative" and claim["modality"] != "negated":
        verb = f"not {verb}"
    yield f"{claim['on'] or _UNKNOWN}  {_dashed(_called(claim['subject']), verb, _called(claim['object']))}"
    alone, by = _CLAIMED.get(claim["modality"], ("claimed", "claimed by"))
    yield f"    {by} {claim['madeBy']['name']}" if claim["madeBy"] else f"    {alone}"
    yield from _sentences(claim["evidence"])


def _role(role: Json) -> Lines:
    since, on = role["since"], role["on"]
    when = f"{since} to {on}" if since and since != on else on or _UNKNOWN
    ends = (role["holder"] and role["holder"]["name"], role["title"], role["of"] and role["of"]["name"])
    yield f"{when}  {_dashed(*ends)}"
    yield from _sentences(role["evidence"])


def _step(step: Json) -> Lines:
    """The relationship as it leads, whichever way the step takes it."""
    ends = (_called(step["from"]), _called(step["to"]))
    first, second = ends if step["forward"] else reversed(ends)
    yield _dashed(first, _worded(step["type"]), second)
    yield from _sentences(step["evidence"])


def _timeline(periods: Iterable[Json]) -> Lines:
    named = (
        ("articles", "article", "articles"), ("quotes", "quote", "quotes"),
        ("quotesAbout", "quote about it", "quotes about it"), ("events", "event", "events"),
    )  # fmt: skip
    for period in periods:
        counts = ((period[key] or 0, one, many) for key, one, many in named)
        yield f"{period['start'][:7]}  {', '.join(f'{n:,} {one if n == 1 else many}' for n, one, many in counts if n)}"


def _network(network: Json) -> Lines:
    """The neighbours, the nearest first."""
    if network:
        for link in network["links"]:
            if link["source"]["id"] == network["center"]["id"]:
                yield f"{link['weight']:>6}  {link['target']['name']}"


def _counts(counts: Iterable[Json]) -> Lines:
    for each in counts:
        yield f"{each['count']:>6}  {each['node']['name'] if 'node' in each else each['value']}"


_FACTS: Mapping[str, Callable[[Json], Lines]] = {
    "quotes": _quote, "articles": _article, "entities": _entity, "events": _event, "relationships": _relationship,
    "claims": _claim, "roles": _role, "path": _step,
}  # fmt: skip
_TABLES: Mapping[str, Callable[[Any], Lines]] = {
    "timeline": _timeline, "network": _network, "people": _counts, "sources": _counts, "months": _counts,
}  # fmt: skip


def _sentences(evidence: Iterable[Json]) -> Lines:
    """Each sentence with its article; the pieces of an interrupted quote stand in one, which is shown once."""
    for each in {(e["article"]["id"], e["sentence"]): e for e in evidence}.values():
        article = each["article"]
        origin = (article["headline"] or article["id"], article["source"], article["published"])
        yield f"    {' '.join(each['sentence'].split())}"
        yield f"    ({', '.join(filter(None, origin))})"


def _days(event: Json) -> str:
    """As exactly as they are known."""
    first, last = event["date"], event["dateEnd"]
    if not first:
        return _UNKNOWN
    if event["datePrecision"] in ("month", "year"):
        return str(first[:7] if event["datePrecision"] == "month" else first[:4])
    return f"{first} to {last}" if last and last != first else str(first)


def _called(node: Json | None) -> str | None:
    """A node by its name, its label, or its words."""
    if node is None:
        return None
    if node.get("text"):
        return f"“{node['text']}”"
    return str(node.get("name") or node.get("label") or node.get("headline") or node["id"])


def _all(named: Iterable[Json]) -> str:
    return " and ".join(each["name"] for each in named)


def _worded(type_: str) -> str:
    """A relationship's type as words: TOOK_PART_IN is "took part in"."""
    return type_.lower().replace("_", " ")


def _dashed(*parts: str | None) -> str:
    return " – ".join(part for part in parts if part)


def _in_brackets(words: str | None) -> str:
    return f" ({words})" if words else ""
