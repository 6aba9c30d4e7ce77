"""What is said in a conversation, where labels and not quotation marks tell who speaks: "HOLM: We lost two boats."

An answer is a direct quote of the one who answers, over all its paragraphs. Questions are the paper's own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from loaders.extract.document import Block, Document
from loaders.extract.quotes.draft import Draft
from loaders.extract.reading import Entity, Span

_ENDS = ("crosshead", "headline", "desk", "note", "stamp")
_ASIDE = re.compile(r"[\"“]?[(\[][^()\[\]]*[)\]][\"”]?$")
"""As in "(Laughs.)", "[The tape ends.]"."""
FOLLOW = re.compile(r"[\"“]?Follow\b[^.]{1,60}(?:@\w|\bon (?:Twitter|Facebook|X|Instagram|Bluesky|Mastodon)\b)")
"""Whom to follow is the paper's own: "Follow Mara Holm on Twitter @maraholm"."""
_QUESTIONS = 3
_YOU = re.compile(r"\b[Yy]ou(?:rs?)?\b")
_SELF = re.compile(r"\b(?:I|[Mm]y|[Mm]e)\b")
_OWN = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Mm]e|us|[Yy]ou|[Yy]our)\b")


def find(document: Document, asked: Collection[int] = ()) -> list[Draft]:
    """A draft for each turn of a speaker, in the order of the text.

    `asked`: where each "you" stands that is known to mean the one who is interviewed.
    """
    return _labelled(document) or _unlabelled(document, asked)


def asked(entities: Iterable[Entity]) -> frozenset[int]:
    """Where named people are meant by a pronoun; a "you" among them is who is asked."""
    people = (e for e in entities if e.named and e.type == "Person")
    return frozenset(m.start for e in people for m in e.mentions if m.kind == "pronoun")


def _unlabelled(document: Document, asked: Collection[int]) -> list[Draft]:
    """The answers of an interview whose questions bear no label: paragraphs that ask "you", three or more of them."""
    parsed = [b for b in document.blocks if b.doc is not None]
    asking = {b.index: at for b in parsed if (at := _question(document, b)) is not None and at.start in asked}
    found: list[Draft] = []
    if len(asking) < _QUESTIONS:
        return found
    you: Span | None = None
    opened, last = False, max(asking)
    for block in parsed:
        if block.index in asking:
            you, opened = asking[block.index], False
        elif _asks(document, block):
            opened = False  # "How bad is it?", in between
        elif block.kind != "paragraph":
            you = None
        elif you is not None and (_is_own(document, block) or not _YOU.search(document.text, block.start, block.end)):
            said = Span(block.start, block.end)
            if opened and block.index > last and not _OWN.search(document.text, block.start, block.end):
                break  # the paper's own words at the end
            if opened:
                found[-1].content.append(said)
                found[-1].last_block = block.index
            else:
                found.append(Draft(block, [said], None, None, None, "", [], None, 0.6, True, block.index, label=you))
                opened = True
    return found


def _question(document: Document, block: Block) -> Span | None:
    """The "you" of a paragraph that asks somebody and says nothing of oneself."""
    you = _YOU.search(document.text, block.start, block.end)
    return Span(you.start(), you.end()) if you and _asks(document, block) else None


def _asks(document: Document, block: Block) -> bool:
    return document.text.endswith("?", block.start, block.end) and not _is_own(document, block)


def _is_own(document: Document, block: Block) -> bool:
    return _SELF.search(document.text, block.start, block.end) is not None


def _labelled(document: Document) -> list[Draft]:
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
            elif _is_told(document, label, block) or FOLLOW.match(document.text, block.start, block.end):
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
