"""The page's files: ours, and those inside the archives of `api/graphiql.lock.toml`."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from graph.embedded.fetch import fetch

LOCK = Path(__file__).parent.parent / "graphiql.lock.toml"
_INSIDE = "META-INF/resources/webjars"


@dataclass(frozen=True, slots=True)
class Asset:
    """A file with its media type."""

    content: bytes
    media: str


_OURS = {"page.js": "text/javascript", "page.css": "text/css"}
_ARCHIVED = {
    "graphiql.js": ("graphiql", "graphiql.min.js", "text/javascript"),
    "graphiql.css": ("graphiql", "graphiql.min.css", "text/css"),
    "react.js": ("react", "umd/react.production.min.js", "text/javascript"),
    "react-dom.js": ("react-dom", "umd/react-dom.production.min.js", "text/javascript"),
}
"""Name in the address: archive, path in it, media type."""


def index() -> str:
    """The page itself."""
    return files("api.page").joinpath("index.html").read_text(encoding="utf-8")


def names() -> tuple[str, ...]:
    """The names of all assets."""
    return (*_OURS, *_ARCHIVED)


@cache
def asset(name: str) -> Asset:
    """One of `names`. The archives are fetched where they are missing: FetchAgain, FixSettings."""
    if name in _OURS:
        return Asset(files("api.page").joinpath(name).read_bytes(), _OURS[name])
    archive, path, media = _ARCHIVED[name]
    jar = next(p for p in _archives() if p.name.rsplit("-", 1)[0] == archive)
    with zipfile.ZipFile(jar) as opened:
        version = jar.stem.rsplit("-", 1)[1]
        return Asset(opened.read(f"{_INSIDE}/{archive}/{version}/{path}"), media)


@cache
def _archives() -> tuple[Path, ...]:
    return tuple(fetch(LOCK))
