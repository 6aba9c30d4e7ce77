"""From bytes to text: UTF-8, or what the file itself or the user declares; nothing is guessed.

A byte-order mark is part of the encoding and not of the text. Line ends (CRLF, too) are part of the text and stay, so
that offsets are those of the file as decoded.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from graph.errors import FixInput

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HTML_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_:.-]{2,40})["']""")
_LATIN = frozenset({"iso8859-1", "ascii"})
_HEAD = 4096


def contents(path: Path, limit: int, room: int = 0) -> bytes:
    """The file's bytes. Raises FixInput where it cannot be read, or is larger than an article of `limit` bytes and
    `room` for what surrounds it."""
    try:
        size = path.stat().st_size
        if size > limit + room:
            raise too_long(str(path), size, limit)
        return path.read_bytes()
    except OSError as error:
        raise FixInput(f"{path}: cannot be read ({error.strerror}).", "Check the path and its permissions.") from error


def too_long(where: str, size: int, limit: int) -> FixInput:
    """The error for a text over the limit."""
    return FixInput(
        f"{where}: {size:,} bytes are over the limit of {limit:,} for one article.",
        "Split it into articles, or raise NEWSGRAPH_ARTICLE_LIMIT.",
    )


def decode(
    data: bytes, where: str, encoding: str = "", *, markup: bool = False, who: str = "--encoding says"
) -> str:  # fmt: skip
    """The text of `data`. Raises FixInput for binary data and for bytes that no declared encoding explains.

    `encoding` is tried where the data are not UTF-8; `who` says it. `markup`: whether a charset may be declared inside,
    as in HTML. ISO-8859-1 is read as cp1252, as browsers do (WHATWG Encoding Standard, section 4.2).
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :] if name == "utf-8" else data, name, where, "its byte-order mark says")
    if b"\x00" in data:
        raise FixInput(f"{where}: is a binary file, not text.", "Give text, JSON lines or HTML.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        first = error.start
    if encoding:
        return _decoded(data, encoding, where, who)
    declared = _HTML_CHARSET.search(data[:_HEAD]) or _XML_CHARSET.search(data[:_HEAD]) if markup else None
    if declared:
        return _decoded(data, declared[1].decode("ascii"), where, "it declares")
    raise FixInput(
        f"{where}: is not UTF-8 (byte {first} is 0x{data[first]:02x}) and declares no other encoding.",
        "Save it as UTF-8, or say --encoding cp1252 if that is what it is.",
    )


def _decoded(data: bytes, encoding: str, where: str, who: str) -> str:
    try:
        name = codecs.lookup(encoding).name
        return data.decode("cp1252" if name in _LATIN else name)
    except LookupError:
        raise FixInput(f"{where}: {who} the unknown encoding {encoding}.", "Save it as UTF-8.") from None
    except (UnicodeDecodeError, ValueError):
        raise FixInput(f"{where}: is not {encoding}, as {who}.", "Save it as UTF-8, or correct the encoding.") from None


def exact(text: str, where: str, limit: int) -> str:
    """`text` itself, once it is sure that it can be stored. Raises FixInput where it is blank, too long or damaged."""
    if not text.strip():
        raise FixInput(f"{where}: is empty.", "Give an article with text.")
    if "\x00" in text:
        raise FixInput(f"{where}: holds the character NUL.", "Take it out; no text of an article has it.")
    try:
        size = len(text.encode("utf-8"))
    except UnicodeEncodeError as error:
        raise FixInput(
            f"{where}: holds half a character (a lone surrogate at {error.start}).", "Mend the program that wrote it."
        ) from None
    if size > limit:
        raise too_long(where, size, limit)
    return text
