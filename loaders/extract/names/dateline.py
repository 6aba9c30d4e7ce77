"""The names of a dateline, which is not parsed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extract.document import Block, Document
from loaders.extract.names import lexicon
from loaders.extract.names.found import Found
from loaders.extract.names.placespan import is_short

_PLACE = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z]?[\w.'’-]+)*")


def dateline(document: Document, block: Block) -> Iterator[Found]:
    """The places of a dateline, and the agency in parentheses: "LUND, Sweden (XYZ) -"."""
    text = document.text[block.start : block.end]
    agency = re.search(r"\(([A-Z][\w./ ]+)\)\s*\W*$", text)
    stop = agency.start() if agency else len(text)
    for match in _PLACE.finditer(text, 0, stop):
        name = match[0].strip(" ._-")
        if re.fullmatch(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*(?: \d+)?", name):
            continue
        name = re.sub(
            r" (?:\d{4}-\d\d-\d\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d+.*)$", "", name
        )
        start = block.start + match.start()
        if is_short(name) and text[match.start() + len(name) : match.start() + len(name) + 1] == ".":
            name += "."
        made = name.title() if name.isupper() and len(name) > 3 else name
        yield Found(block, start, start + len(name), made, "Place", None, "name", 5.0)
    if agency and agency[1] in lexicon.AGENCIES:
        start = block.start + agency.start(1)
        yield Found(block, start, start + len(agency[1]), agency[1], "Organisation", None, "name", 5.0)
