"""Names of what neither acts nor is a place: works, prizes and cups, ships, arms, the slug before a headline."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from spacy.tokens import Token

from loaders.extract.document import Block, Document, Quotation
from loaders.extract.names import lexicon
from loaders.extract.names.found import Found
from loaders.extract.reading import Span
from loaders.extract.words import wordset

EXAMPLES = {
    "work": "She wrote ``The Fall of Norvia,'' a novel. They acted in “Harbour.”",
    "prize": "He won the Brandt Prize and the Women's Harbour Cup.",
    "ship": "The ferry Clara Holm sank. Divers reached the Clara Holm on Friday.",
    "arms": "They found two KX-47 rifles.",
    "slug": "ROWING - NORVIANS WIN AGAIN",
}
_SMALL = wordset("a an the and or but nor of in on at to for from by with as is de la le du des und der die das")
_BIG = re.compile(r"[^\W\d_][\w'’-]*")
_UNMARKED = re.compile(r"(?<![\"'“‘`\w])[^\W\d_][\w’-]*")
"""Words that no quotation mark stands before."""
_LONGEST = 9
"""Words of a title at most."""
_SAID = re.compile(
    r"\W{0,4}(?:\w+\s+){0,3}(?:sa(?:id|ys|ying)|told|tells|ask|asked|add|added|cried|shouted|yelled|wrote|chanted|replied)\b"
)
_PRIZES = wordset(
    "cup award awards prize prizes medal trophy games championship championships classic marathon masters open oscar"
)
_VERBS_TOO = wordset("award awards open medal")
_SHIPS = wordset(
    "ship warship steamship destroyer frigate cruiser corvette submarine ferry tanker freighter trawler yacht vessel "
    "schooner icebreaker tugboat barge dredger lifeboat sailboat spacecraft lander"
)
_ARMS = re.compile(r"[A-Z][A-Za-z]{0,3}-\d{1,3}[A-Za-z]{0,2}")
_FIGHTERS = wordset("rebel rebels guerrilla guerrillas movement militia fighters group members leaders summit nations")
_SLUG = re.compile(r"(?:[A-Z]+[ /]){0,2}[A-Z]{3,}(?= (?:--?|–|—) )")


def works(document: Document) -> Callable[[Span], bool]:
    """Whether a span lies in the title of a work, as its quotation marks and capitals show it.

    The mark of a clause may stand inside ("The Long Road," a novel). A single word is a work unless the article has it
    without marks, too.
    """
    unmarked = set(_UNMARKED.findall(document.text))
    titles = [q.inner for q in document.quotations if q.use == "title" or _is_work(document, q, unmarked)]
    starts = [inner.start for inner in titles]

    def holds(span: Span) -> bool:
        at = bisect_right(starts, span.start)
        return at > 0 and titles[at - 1].holds(span)

    return holds


def _is_work(document: Document, quotation: Quotation, unmarked: set[str]) -> bool:
    if quotation.use == "crosshead" or quotation.continues:
        return False
    text, (start, end) = document.text, (quotation.inner.start, quotation.inner.end)
    inner = text[start:end].rstrip(",. ")
    words = _BIG.findall(inner)
    big = [word for word in words if word.casefold() not in _SMALL]
    if not big or len(words) > _LONGEST or not words[0][0].isupper() or not all(w[0].isupper() for w in big):
        return False
    if inner.isupper() or any(mark in inner for mark in ",!?;—…") or _SAID.match(text, quotation.outer.end):
        return False
    return len(words) > 1 or words[0] not in unmarked


def is_prize(item: Found) -> bool:
    """Whether a prize, a cup or games follow that are called so: "the Brandt Prize", "the Women's World Cup".

    The place of "the Lisbon Games" is a place all the same.
    """
    if item.tokens is None or item.type == "Place":
        return False
    doc, at = item.tokens.doc, item.tokens.end
    if at < len(doc) and doc[at].tag_ == "POS":
        at += 1
    for _ in range(3):
        if at >= len(doc) or not _is_big(doc[at]):
            return False
        if doc[at].lower_ in _PRIZES:
            # "Norvia Awards Contract": in a headline, it may be what they do
            return doc[at].lower_ not in _VERBS_TOO or doc[at].tag_ in ("NNP", "NNPS")
        at += 1
    return False


def _is_big(token: Token) -> bool:
    return token.text[0].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ")


def is_ship(item: Found) -> bool:
    """Whether a kind of ship stands before the name: "the ferry Clara Holm", "the aircraft carrier Clara Holm"."""
    if item.tokens is None or not item.tokens.start:
        return False
    doc, at = item.tokens.doc, item.tokens.start - 1
    if doc[at].text in ("`", "``", '"', "“", "'", "‘") and at:
        at -= 1
    carrier = doc[at].lower_ == "carrier" and at > 0 and doc[at - 1].lower_ == "aircraft"
    return doc[at].is_lower and (carrier or doc[at].lower_ in _SHIPS)


def is_arm(item: Found) -> bool:
    """Whether it is a type of arms, aircraft or the like: "KX-47", but neither "the K-7 rebels" nor "the G-20"."""
    if item.tokens is None or not _ARMS.fullmatch(item.name) or item.name.startswith("G-"):
        return False
    doc, end = item.tokens.doc, item.tokens.end
    return end >= len(doc) or doc[end].lower_ not in _FIGHTERS


def slug(document: Document, block: Block) -> int:
    """How many tokens at the head of the article are its slug, words in capitals before a dash, the dash included.

    A country is none: "NORVIA - TALKS GO ON" is about it.
    """
    match = _SLUG.match(document.text, block.start, block.end) if block.index == 0 else None
    if match is None or block.doc is None or match[0].title() in lexicon.nations():
        return 0
    return next((t.i + 1 for t in block.doc if block.offset + t.idx >= match.end() and not t.is_space), 0)


def left_out(found: Sequence[Found], holds: Callable[[Span], bool]) -> list[Found]:
    """The names without those in titles of works and those of ships; the latter wherever they stand."""
    ships = {item.name for item in found if is_ship(item)} - lexicon.nations()
    people = {item.words[-1] for item in found if item.type == "Person" and item.name not in ships}
    ships |= {name.split()[-1] for name in ships} - people
    return [item for item in found if item.name not in ships and not is_ship(item) and not holds(item.span)]
