"""What goes into reading files and what may come out beside articles."""

from __future__ import annotations

from dataclasses import dataclass

from graph.errors import FixInput


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the user says about the articles. It prevails over what a file says of itself.

    `id`, `url` and `headline` describe one article; with several they make the second one broken.
    """

    published: str = ""
    """`YYYY-MM-DD`."""
    source: str = ""
    url: str = ""
    headline: str = ""
    id: str = ""
    corrects: str = ""
    """Id or URL of the article that is corrected or withdrawn."""
    encoding: str = ""
    """Charset of files that are neither UTF-8 nor say what they are, such as `cp1252`. Never guessed."""
    hosts: tuple[str, ...] = ()
    """Hosts of one's own, which may have private addresses, for articles that are fetched."""
    ports: tuple[int, ...] = (80, 443)
    limit: int = 5_000_000
    """Bytes that the text of one article may have in UTF-8."""


@dataclass(frozen=True, slots=True)
class Broken:
    """What could not be read: `where` (path, or path and line) and an error that says what and what to do."""

    where: str
    error: FixInput
