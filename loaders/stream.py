"""`newsgraph extract`: a JSON line in, a JSON line out, in order, as the contract of the extraction says.

Memory does not grow with the stream. What has come in is read at once, so that a program may write one line, read its
answer, and write the next.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from queue import Queue
from threading import Thread
from typing import BinaryIO, Protocol, TextIO

from graph.errors import FixInput
from graph.model import Article
from loaders.extract.contract import record
from loaders.extract.reading import Reading
from loaders.read.decoding import decode, exact
from loaders.read.metadata import day

_AHEAD = 16
"""Lines that are read together where they have come already."""


class Reads(Protocol):
    """What the stream needs of `loaders.extract.reader.Reader`."""

    def read_all(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """One reading for each article, in their order."""


def stream(
    source: BinaryIO, sink: TextIO, reader: Reads, limit: int, complain: Callable[[FixInput], None], name: str = "line"
) -> int:
    """Read every line of `source` and write its reading to `sink`, flushed; the number of broken lines.

    A broken line is passed to `complain` and has no line in the output; blank lines are passed over.
    """
    broken = 0
    number = 0
    for lines in _groups(source):
        articles: list[Article] = []
        for line in lines:
            number += 1
            try:
                if line.strip():
                    articles.append(parse(line, f"{name} {number}", limit))
            except FixInput as error:
                broken += 1
                complain(error)
        for reading in reader.read_all(articles):
            sink.write(json.dumps(record(reading), ensure_ascii=False) + "\n")
        sink.flush()
    return broken


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


def _groups(source: BinaryIO) -> Iterator[list[bytes]]:
    """The lines as they come: what has come already together, and never waiting for one line more."""
    lines: Queue[bytes] = Queue(_AHEAD)

    def take() -> None:
        for line in chain(iter(source.readline, b""), [b""]):
            lines.put(line)

    Thread(target=take, daemon=True).start()
    ended = False
    while not ended:
        group = [lines.get()]
        while group[-1] and len(group) < _AHEAD and not lines.empty():
            group.append(lines.get())
        ended = not group[-1]
        yield group[:-1] if ended else group
