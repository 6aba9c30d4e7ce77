"""Pages of other sites: what a browser sends for them without asking first is not answered.

A POST needs a media type for which every browser asks first (CORS). A GET needs nothing, so browsers say themselves
from where it comes (Fetch Metadata), in headers that no page can set.
"""

from __future__ import annotations

from collections.abc import Sequence

from starlette.requests import Request

from api.http.refused import Refused

NOT_ALLOWED = "ORIGIN_NOT_ALLOWED"
"""The code for a page that may not ask, by GET or over a socket."""


def check(request: Request, origins: Sequence[str]) -> None:
    """Raise Refused for a GET that a page of another site sends, unless its origin may."""
    if request.headers.get("sec-fetch-site", "none") in ("none", "same-origin"):
        return
    if request.headers.get("origin") in origins:
        return
    raise Refused("A page of another site may not ask here.", 403, NOT_ALLOWED)
