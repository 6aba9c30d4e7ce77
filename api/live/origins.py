"""Which pages may open a socket: a browser opens one for any page, with its user's cookies, and asks no leave."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import urlsplit


def allowed(origin: str | None, host: str | None, origins: Collection[str]) -> bool:
    """Whether a socket may be opened from this origin: the service's own, one of the list, or no browser's at all.

    The scheme is not compared with ours: behind a proxy with TLS it is another one.

    >>> allowed("https://graph.example", "graph.example", ())
    True
    >>> allowed("https://evil.example", "graph.example", ())
    False
    >>> allowed(None, "graph.example", ())
    True
    """
    if origin is None or origin in origins or "*" in origins:
        return True
    try:
        parts = urlsplit(origin)
        own = urlsplit(f"{parts.scheme}://{host}")
        return parts.scheme in ("http", "https") and (parts.hostname, _port(parts.port, parts.scheme)) == (
            own.hostname, _port(own.port, parts.scheme),
        )  # fmt: skip
    except ValueError:
        return False


def _port(given: int | None, scheme: str) -> int:
    return given or (443 if scheme == "https" else 80)
