"""The name of a label that opens a turn in a conversation, which is not parsed: "KOLAR:", "Mara Kolar, pilot"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extract.document import Block, Document
from loaders.extract.names.found import Found
from loaders.extract.quotes.people import GROUPS
from loaders.extract.reading import EntityType
from loaders.extract.words import wordset

_NAME = re.compile(
    r"(?:(?:mr|mrs|ms|dr|prof|professor|president|minister|senator|sen|governor|gov|rep)\.? )?([^:,()]+)", re.IGNORECASE
)
_ANSWERS = wordset("a answer")


def label(document: Document, block: Block) -> Iterator[Found]:
    """Who is named by a label; nobody by "A:"."""
    match = _NAME.match(document.text, block.start, block.end)
    name = match[1].rstrip(" .") if match else ""
    if match and name.casefold() not in _ANSWERS:
        words = name.casefold().split()
        named = name.title() if name.isupper() and len(name) > 3 else name
        kind: EntityType = "Organisation" if words[-1] in GROUPS else "Person"
        yield Found(block, match.start(1), match.start(1) + len(name), named, kind, None, "name", 3.0)
