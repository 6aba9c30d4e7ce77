"""`newsgraph extract`: a JSON line in, a JSON line out, in order, as the contract of the extraction says.

Memory does not grow with the stream. What has come in is read at once, so that a program may write one line, read its
answer, and write the next.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from itertools import chain
from queue import Queue
from threading import Thread
from typing import BinaryIO, TextIO

from graph.errors import FixInput
from graph.model import Article
from loaders.extract.contract import record
from loaders.extract.outcome import Outcome, Reads, outcomes
from loaders.extract.pool import Pool
from loaders.read.decoding import decode, exact
from loaders.read.metadata import day

_AHEAD = 16
"""Lines that are read together where they have come already."""

_Line = tuple[str, Article] | FixInput
"""Where a line stands and its article, or what is wrong with it."""


def stream(
    source: BinaryIO, sink: TextIO, reader: Reads, limit: int, complain: Callable[[FixInput], None], name: str = "line"
) -> int:
    """Read every line of `source` and write its reading to `sink`, flushed; the number of broken lines.

    A broken line, or one whose article cannot be read, is passed to `complain` and has no line in the output; blank
    lines are passed over. With a `Pool` several groups of lines are read at a time, and written in their order.
    """
    broken = 0
    groups = (_lines(lines, limit) for lines in _groups(source, name))
    for group, made in _ahead(groups, reader) if isinstance(reader, Pool) else _each(groups, reader):
        read = iter(made)
        for line in group:
            outcome = line if isinstance(line, FixInput) else next(read)
            if isinstance(outcome, FixInput):
                broken += 1
                complain(outcome if isinstance(line, FixInput) else _at(line[0], outcome))
            else:
                sink.write(json.dumps(record(outcome), ensure_ascii=False) + "\n")
        sink.flush()
    return broken


def _at(where: str, error: FixInput) -> FixInput:
    return FixInput(f"{where}: {error.message}", error.remedy)


def _lines(lines: Iterable[tuple[str, bytes]], limit: int) -> list[_Line]:
    """The articles of lines that are not blank."""
    made: list[_Line] = []
    for where, line in lines:
        try:
            if line.strip():
                made.append((where, parse(line, where, limit)))
        except FixInput as error:
            made.append(error)
    return made


def _each(groups: Iterable[list[_Line]], reader: Reads) -> Iterator[tuple[list[_Line], list[Outcome]]]:
    for group in groups:
        yield group, outcomes(reader, _good(group))


def _ahead(groups: Iterable[list[_Line]], pool: Pool) -> Iterator[tuple[list[_Line], list[Outcome]]]:
    """As `_each`, with the reading of the next groups begun while the first is waited for."""
    begun: Queue[tuple[list[_Line], Future[list[Outcome]]] | BaseException | None] = Queue(2 * pool.jobs)

    def begin() -> None:
        try:
            for group in groups:
                begun.put((group, pool.begin(_good(group))))
            begun.put(None)
        except BaseException as problem:  # is raised by the one who waits
            begun.put(problem)

    Thread(target=begin, daemon=True).start()
    while (first := begun.get()) is not None:
        if isinstance(first, BaseException):
            raise first
        yield first[0], first[1].result()


def _good(group: Iterable[_Line]) -> list[Article]:
    return [line[1] for line in group if isinstance(line, tuple)]


def parse(line: bytes, where: str, limit: int) -> Article:
    """The article of one input line: `id`, `text`, and if given `title` and `published`. Other fields are not ours."""
    try:
        values = json.loads(decode(line, where))
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "it is nested too deeply"
        raise FixInput(f"{where}: is not JSON ({reason}).", "Write one JSON object a line.") from None
    if not isinstance(values, dict):
        raise FixInput(f"{where}: is JSON, but not an object.", 'Write {"id": "…", "text": "…"}.')
    for field in ("id", "text"):
        if not isinstance(values.get(field), str):
            raise FixInput(f"{where}: has no field {field!r} of text.", 'Write {"id": "…", "text": "…"}.')
    published = values.get("published")
    if published is not None and not isinstance(published, str):
        raise FixInput(f"{where}: published {published!r} is not a date.", "Write it as YYYY-MM-DD.")
    title, language = values.get("title"), values.get("language")
    text = values["text"]
    return Article(
        id=values["id"],
        text=exact(text, where, limit) if text.strip() else text,  # blank: nothing is said, which is an answer
        headline=title if isinstance(title, str) else "",
        published=day(published, where) if published else None,
        language=language if isinstance(language, str) else "",
    )


def _groups(source: BinaryIO, name: str) -> Iterator[list[tuple[str, bytes]]]:
    """The lines as they come, numbered: what has come already together, and never waiting for one line more."""
    lines: Queue[tuple[str, bytes]] = Queue(_AHEAD)

    def take() -> None:
        for number, line in enumerate(chain(iter(source.readline, b""), [b""]), 1):
            lines.put((f"{name} {number}", line))

    Thread(target=take, daemon=True).start()
    ended = False
    while not ended:
        group = [lines.get()]
        while group[-1][1] and len(group) < _AHEAD and not lines.empty():
            group.append(lines.get())
        ended = not group[-1][1]
        yield group[:-1] if ended else group
