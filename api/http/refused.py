"""What is refused before it is an operation, and how that is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.responses import Response

from api.as_json import write
from api.http.media import GRAPHQL, JSON
from graph.errors import Overloaded, RateLimited


@dataclass(eq=False)  # not frozen: Python notes in an exception where it was raised
class Refused(Exception):
    """A request that is not taken: one line, the HTTP status and the stable code."""

    message: str
    status: int = 400
    code: str = "BAD_REQUEST"
    remedy: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


_KINDS = {media: f"{media}; charset=utf-8".encode() for media in (JSON, GRAPHQL)}
CLOSE = {"Connection": "close"}
"""Said where the rest of a body is not read: else the client could go on sending it."""


def told(error: RateLimited | Overloaded) -> Refused:
    """The refusal for an error of ours that stops a request."""
    status = 429 if isinstance(error, RateLimited) else 503
    return Refused(str(error), status, error.code, error.remedy, {"Retry-After": str(error.wait)})


def refusal(refused: Refused, media: str | None) -> Response:
    """The response."""
    extensions = {"code": refused.code} | ({"remedy": refused.remedy} if refused.remedy else {})
    error = {"message": refused.message, "extensions": extensions}
    return answer({"errors": [error]}, refused.status, media or JSON, refused.headers)


def answer(body: object, status: int, media: str, headers: Mapping[str, str] | None = None) -> Response:
    """A response of JSON."""
    response = Response(write(body), status)
    response.raw_headers += [(b"content-type", _KINDS[media]), (b"x-content-type-options", b"nosniff")]
    if headers:
        response.headers.update(headers)
    return response
