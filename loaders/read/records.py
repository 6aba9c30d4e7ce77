"""Articles as JSON: one a line (JSON lines, also gzipped), or one a file. Each line stands for itself."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from graph.errors import FixInput
from graph.model import Article
from loaders.read.decoding import contents, decode, exact, too_long
from loaders.read.metadata import article, metadata
from loaders.read.ninjs import from_ninjs, is_ninjs
from loaders.read.values import Broken, Options

_LARGEST = 6
"""Bytes of JSON that one byte of text may take (an escaped control character)."""


def record(line: str, options: Options, *, path: str, number: int | None = None) -> Article:
    """The article of one JSON object. Raises FixInput, which names the line."""
    where = path if number is None else f"{path}:{number}"
    return record_of(parsed(line, where), where, options, path=path, number=number)


def parsed(line: str, where: str) -> dict[str, object]:
    """The JSON object that a text holds. Raises FixInput."""
    try:
        values = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "it is nested too deeply"
        raise FixInput(f"{where}: is not JSON ({reason}).", "Mend the line: one JSON object each.") from None
    if not isinstance(values, dict):
        raise FixInput(f"{where}: is JSON, but not an object.", 'Write {"text": "…", "published": "YYYY-MM-DD"}.')
    return values


def record_of(
    values: dict[str, object], where: str, options: Options, *, path: str, number: int | None = None
) -> Article:  # fmt: skip
    """The article of a JSON object: one of ours, or ninjs. Raises FixInput."""
    if is_ninjs(values):
        values = from_ninjs(values, where)
    text = values.pop("text", None)
    if not isinstance(text, str):
        raise FixInput(f"{where}: has no field 'text' with the article's text.", "Name the text 'text'.")
    found = metadata(values, where, record=True)
    return article(exact(text, where, options.limit), found, options, path=path, line=number, where=where)


def single(path: Path, options: Options) -> Article:
    """The article of a file that holds one JSON object."""
    data = contents(path, options.limit, options.limit * (_LARGEST - 1))
    return record(decode(data, str(path), options.encoding), options, path=str(path))


def lines(path: Path, options: Options) -> Iterator[tuple[str, Article | Broken]]:
    """The articles of a file with one JSON object a line, each with its place; blank lines are passed over."""
    number = 0
    try:
        with _open(path) as stream:
            for number, data in _cut(stream, options.limit * _LARGEST):
                where = f"{path}:{number}"
                try:
                    if data is None:
                        raise too_long(where, options.limit * _LARGEST + 1, options.limit)
                    if data.strip():
                        text = decode(data, where, options.encoding)
                        yield where, record(text, options, path=str(path), number=number)
                except FixInput as error:
                    yield where, Broken(where, error)
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        yield _broken(path, f"cannot be read after line {number} ({reason})", "Check the file.")
        return
    if number == 0:
        yield _broken(path, "is empty", "Give one JSON object a line.")


def _broken(path: Path, what: str, remedy: str) -> tuple[str, Broken]:
    return str(path), Broken(str(path), FixInput(f"{path}: {what}.", remedy))


def _open(path: Path) -> BinaryIO | gzip.GzipFile:
    return gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb")


def _cut(stream: BinaryIO | gzip.GzipFile, longest: int) -> Iterator[tuple[int, bytes | None]]:
    """Each line with its number; None for one that is longer than memory should be asked to hold."""
    number = 0
    while line := stream.readline(longest + 1):
        number += 1
        if len(line) <= longest:
            yield number, line
            continue
        while not line.endswith(b"\n") and (line := stream.readline(1 << 20)):
            pass
        yield number, None
