"""The door to the loaders: paths in, articles out, and what is broken named and passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.errors import FixInput
from graph.model import Article
from loaders.read.files import LINES, PAGE, RECORD, TEXT, files, kind
from loaders.read.metadata import canonical, day
from loaders.read.pages import PAGE as PAGE_ROOM
from loaders.read.pages import page
from loaders.read.plain import plain
from loaders.read.records import lines, single
from loaders.read.values import Broken, Options


def articles(paths: Sequence[str], options: Options | None = None) -> Iterator[Article | Broken]:
    """The articles of files and directories, in a stable order; a `Broken` in the place of each that cannot be read.

    Every id comes once: a second article with the same id is broken. Raises FixInput at once where an option is wrong.
    """
    options = options or Options()
    if options.published:
        day(options.published, "--published")
    if options.url:
        canonical(options.url, "--url")
    return _once(paths, options)


def count(paths: Sequence[str]) -> int:
    """About how many articles there are, for a progress bar: files, and lines of JSON lines that are not gzipped."""
    total = 0
    for path in files([path for path in paths if not is_address(path)]):
        if isinstance(path, Path) and kind(path) in {".jsonl", ".ndjson"}:
            try:
                with path.open("rb") as stream:
                    total += sum(block.count(b"\n") for block in iter(lambda: stream.read(1 << 20), b""))
            except OSError:
                total += 1
        else:
            total += 1
    return total + sum(map(is_address, paths))


def _once(paths: Sequence[str], options: Options) -> Iterator[Article | Broken]:
    one = options.id or options.url or options.headline
    first: dict[str, str] = {}
    for number, (where, item) in enumerate(_all(paths, options)):
        if isinstance(item, Broken):
            yield item
        elif one and number:
            message = f"{where}: --id, --url and --headline describe one article, and this is another."
            yield Broken(where, FixInput(message, "Load it in a command of its own."))
        elif item.id in first:
            message = f"{where}: has the same id as {first[item.id]}: {item.id}."
            yield Broken(where, FixInput(message, "Give each an id of its own; load a newer version afterwards."))
        else:
            first[item.id] = where
            yield item


def _all(paths: Sequence[str], options: Options) -> Iterator[tuple[str, Article | Broken]]:
    for path in files([path for path in paths if not is_address(path)]):
        if isinstance(path, Broken):
            yield path.where, path
        elif kind(path) in LINES:
            yield from lines(path, options)
        else:
            yield str(path), _single(path, options)
    for address in dict.fromkeys(filter(is_address, paths)):
        yield address, _fetched(address, options)


def is_address(path: str) -> bool:
    """Whether it is an address of the web, and no path."""
    return re.match(r"[a-z][a-z0-9+.-]*://", path, re.IGNORECASE) is not None


def _fetched(address: str, options: Options) -> Article | Broken:
    from loaders.intake import Door, from_web

    door = Door(options.hosts, options.ports, limit=options.limit * PAGE_ROOM)
    try:
        return from_web(address, door, options)
    except FixInput as error:
        return Broken(address, error)


def _single(path: Path, options: Options) -> Article | Broken:
    ending = kind(path)
    reader = plain if ending in TEXT else single if ending in RECORD else page if ending in PAGE else None
    try:
        if reader is None:
            known = " ".join(sorted(TEXT | LINES | RECORD | PAGE))
            raise FixInput(f"{path}: unknown file type {ending or '(no ending)'}.", f"Known are {known}.")
        return reader(path, options)
    except FixInput as error:
        return Broken(str(path), error)
