"""What a request asks for: the parameters of GraphQL over HTTP, from a body or an address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from api.as_json import NotJson, read
from api.http.refused import Refused

MOST_VALUES = 20_000
"""Values that a body may hold: each is an object of some hundred bytes once it is read."""
_TEXT = re.compile(rb'"(?:[^"\\]|\\.)*+"', re.DOTALL)
_SHAPE = "The body must be one object with `query`; batches are not taken."


@dataclass(frozen=True, slots=True)
class Asked:
    """One operation, as it was asked for."""

    query: str | None = None
    document_id: str | None = None
    """Of a trusted document, with its prefix `sha256:` where it has one."""
    variables: Mapping[str, Any] = field(default_factory=dict)
    name: str | None = None


def from_body(body: bytes) -> Asked:
    """Raises Refused where it is no such request."""
    if _values(body) > MOST_VALUES and _values(_TEXT.sub(b"", body)) > MOST_VALUES:
        raise Refused(f"The body may hold more than {MOST_VALUES:,} values.", 413)
    try:
        asked = read(body)
    except NotJson:
        raise Refused("The body is no JSON.") from None
    if not isinstance(asked, dict):
        raise Refused(_SHAPE)
    return _asked(asked)


def _values(body: bytes) -> int:
    """How many values a body may hold; more where its texts have commas."""
    return body.count(b",") + body.count(b"[") + body.count(b"{")


def from_address(parameters: Mapping[str, str]) -> Asked:
    """Of a GET. Raises Refused where it is no such request."""
    asked: dict[str, Any] = {k: parameters[k] for k in ("query", "documentId", "operationName") if k in parameters}
    for name in ("variables", "extensions"):
        if parameters.get(name):
            try:
                asked[name] = read(parameters[name])
            except NotJson:
                raise Refused(f"`{name}` is no JSON.") from None
    return _asked(asked)


def _asked(asked: dict[str, Any]) -> Asked:
    for name, kind, what in (
        ("query", str, "a text"), ("documentId", str, "a text"), ("variables", dict, "an object"),
        ("operationName", str, "a text"), ("extensions", dict, "an object"),
    ):  # fmt: skip
        if asked.get(name) is not None and not isinstance(asked[name], kind):
            raise Refused(f"`{name}` must be {what}.")
    query, document = asked.get("query"), asked.get("documentId") or _persisted(asked.get("extensions") or {})
    if query is None and document is None:
        raise Refused("`query` must be a text.")
    return Asked(query, document, asked.get("variables") or {}, asked.get("operationName") or None)


def _persisted(extensions: Mapping[str, Any]) -> str | None:
    """The document's id in the form that Apollo's clients send."""
    persisted = extensions.get("persistedQuery")
    if persisted is None:
        return None
    if not isinstance(persisted, dict) or not isinstance(persisted.get("sha256Hash"), str):
        raise Refused("`extensions.persistedQuery` must be an object with `sha256Hash`.")
    return f"sha256:{persisted['sha256Hash']}"
