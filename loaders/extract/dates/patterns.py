"""The patterns of `patterns.txt`, each with its name, reader and example."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from loaders.extract.dates import absolute, clock, lengths, relative
from loaders.extract.dates.setting import Read
from loaders.extract.dates.words import MACROS

_FILE = Path(__file__).with_name("patterns.txt")
_MODULES = {"absolute": absolute, "clock": clock, "lengths": lengths, "relative": relative}
_BLANK = r"(?:[ \t\u00a0]{1,3}|[ \t]?\r?\n[ \t]?)"
"""Any blank, one line break at most: wire copy breaks its lines anywhere, but no date runs over an empty line."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One kind of expression. `found`: the (surface, value) pairs that are read in the example."""

    name: str
    regex: re.Pattern[str]
    read: Read
    example: str
    found: tuple[tuple[str, str], ...]


@cache
def patterns() -> tuple[Pattern, ...]:
    """All patterns, in the order of the file: of two that match the same characters the first is tried first."""
    return tuple(_pattern(name, fields) for name, fields in _sections(_FILE.read_text(encoding="utf-8")))


def expand(pattern: str) -> re.Pattern[str]:
    """A pattern with `<names>`, `{words}` and blanks spelt out; it matches whole words alone."""
    named = re.sub(r"(?<!\?P)<(\w+)>", lambda m: f"(?:{MACROS[m[1]]})", pattern)
    cased = re.sub(r"\{([^{}\d][^{}]*)\}", r"(?i:\1)", named)
    spaced = re.sub(r" (?!\?)", lambda _: _BLANK, cased.replace("[- ]", r"[-\s]"))
    return re.compile(rf"(?<![\w$€£])(?:{spaced})(?!\w)")


def _pattern(name: str, fields: dict[str, str]) -> Pattern:
    module, _, function = fields["read"].partition(".")
    found = tuple(pair.partition(" = ")[::2] for pair in fields["found"].split(" | "))
    return Pattern(name, expand(fields["pattern"]), getattr(_MODULES[module], function), fields["example"], found)


def _sections(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    name, last, fields = "", "", dict[str, str]()
    for line in text.splitlines():
        if line.startswith("["):
            if name:
                yield name, fields
            name, fields = line.strip("[]"), {}
        elif line.startswith(" "):
            fields[last] += line.strip()
        elif line and not line.startswith("#"):
            last, _, fields[last] = line.partition(": ")
    yield name, fields
