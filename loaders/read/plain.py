"""Plain text: metadata from front matter or from a sidecar (`talks.txt` beside `talks.json`), the rest is the article.

A headline is only what is called one: the first line of a text is not taken for it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import yaml  # type: ignore[import-untyped]  # its types are a package of their own, which nothing else needs
from frontmatter.default_handlers import YAMLHandler

from graph.errors import FixInput
from graph.model import Article
from loaders.read.decoding import contents, decode, exact
from loaders.read.metadata import Metadata, article, metadata
from loaders.read.values import Options

_FRONT_MATTER_ROOM = 65_536
"""Bytes that front matter may add to a text at its limit."""


def sidecar(path: Path) -> Path:
    """Where the metadata of a text stand if they stand in a file of their own."""
    return path.with_suffix(".json")


def plain(path: Path, options: Options) -> Article:
    """The article of a text file. Raises FixInput."""
    where = str(path)
    whole = decode(contents(path, options.limit, _FRONT_MATTER_ROOM), where, options.encoding)
    front, text = split(whole, where)
    found = metadata(front, where)
    beside = sidecar(path)
    if beside.is_file():
        other = metadata(_sidecar(beside, options), str(beside))
        for name in found.fields.keys() & other.fields.keys():
            if found.fields[name] != other.fields[name]:
                raise FixInput(f"{where}: front matter and {beside.name} differ on {name}.", "Keep one of them.")
        found = Metadata({**other.fields, **found.fields}, {**other.extra, **found.extra})
    return article(exact(text, where, options.limit), found, options, path=where)


def split(text: str, where: str) -> tuple[Mapping[str, object], str]:
    """Front matter and the text after it, exact but for the blank lines between the two.

    The keys are read by python-frontmatter; the text is not, because that package strips it.
    """
    handler = YAMLHandler()
    first = text.split("\n", 1)[0].rstrip()
    if first.strip("-") or len(first) < 3:
        return {}, text
    try:
        before, after = handler.split(text)
    except ValueError:
        raise FixInput(f"{where}: front matter begins and does not end.", "Close it by a line ---.") from None
    try:
        values = handler.load(before, Loader=yaml.BaseLoader)  # words stay words: the 25th month is ours to refuse
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        at = f" in line {mark.line + 1}" if mark else ""
        raise FixInput(f"{where}: front matter is not YAML{at}.", "Write one 'key: value' a line.") from None
    if not before.strip():
        values = {}
    if not isinstance(values, dict):
        raise FixInput(f"{where}: front matter holds no 'key: value' lines.", "Mend it, or take out the lines ---.")
    return values, after.lstrip("\r\n")


def _sidecar(path: Path, options: Options) -> Mapping[str, object]:
    where = str(path)
    try:
        values = json.loads(decode(contents(path, _FRONT_MATTER_ROOM), where, options.encoding))
    except ValueError as error:
        raise FixInput(f"{where}: is not JSON ({error}).", "Mend it, or take it away.") from None
    if not isinstance(values, dict):
        raise FixInput(f"{where}: is not a JSON object.", 'Write {"published": "YYYY-MM-DD", …}.')
    return values
