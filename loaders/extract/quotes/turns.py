"""What is said in a conversation, where labels and not quotation marks tell who speaks: "HOLM: We lost two boats."

An answer is a direct quote of the one who answers, over all its paragraphs. Questions are the paper's own.
"""

from __future__ import annotations

import re

from loaders.extract.document import Block, Document
from loaders.extract.quotes.draft import Draft
from loaders.extract.reading import Span

_ENDS = ("crosshead", "headline", "desk", "note", "stamp")
_ASIDE = re.compile(r"[(\[][^()\[\]]*[)\]]$")
"""As in "(Laughs.)", "[The tape ends.]"."""
_OWN = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Mm]e|us|[Yy]ou|[Yy]our)\b")


def find(document: Document) -> list[Draft]:
    """A draft for each turn of a speaker, in the order of the text."""
    found: list[Draft] = []
    label: Block | None = None
    for block in document.blocks:
        if block.kind in ("speaker", "asker"):
            label = block if block.kind == "speaker" else None
            opened = False
        elif block.kind in _ENDS:
            label = None
        elif (
            label is not None and block.kind == "paragraph" and not _ASIDE.match(document.text, block.start, block.end)
        ):
            said = Span(block.start, block.end)
            if not opened:
                found.append(_turn(document, label, block, said))
                opened = True
            elif _is_told(document, label, block):
                label = None
            else:
                found[-1].content.append(said)
                found[-1].last_block = block.index
    return found


def _turn(document: Document, label: Block, block: Block, said: Span) -> Draft:
    name = document.text[label.start : label.end].rstrip(" :.)")
    name = name.split(" (")[0].split(",")[0]
    source = Span(label.start, label.start + len(name))
    cue = Span(source.end, source.end + 1) if document.text[source.end : source.end + 1] == ":" else None
    return Draft(
        block, [said], cue, None, None, ":", [source], None, 0.9, direct=True, last_block=block.index, label=source
    )


def _is_told(document: Document, label: Block, block: Block) -> bool:
    """Whether a paragraph behind an answer is the paper's own again: it speaks of the speaker by name."""
    text = document.text[block.start : block.end]
    name = document.text[label.start : label.end].rstrip(" :.)").split(" (")[0].split(",")[0].split()[-1]
    return len(name) > 2 and name.casefold() in text.casefold() and not _OWN.search(text)
