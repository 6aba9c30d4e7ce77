"""A quotation that its speaker signs: "“We lost two boats.” — Mara Holm, harbour pilot", or the name a line below.

Lists of voices are printed so. Such a quotation carries on nobody else's, and none carries it on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from loaders.extract.document import Block, Document, Quotation
from loaders.extract.quotes.draft import Draft
from loaders.extract.quotes.frames import is_speech
from loaders.extract.reading import Span
from loaders.extract.words import wordset

SIGN = "—"
"""The lemma of the dash before the name, whatever its length."""
DASHES = frozenset({"-", "--", "–", "—", "―"})
_SIGNATURE = re.compile(
    r"[\s.]*(?P<dash>--|[-–—―])\s*(?P<who>[^\s,(][^,(]{1,60}?)(?P<rest>(?:,|\s?\().{1,100}?)?[\s.]*"
)
"""As in " — Mara Holm, harbour pilot."."""
_MARKS = re.compile('["“”„«»:;?!]')
_SMALL = wordset("da de del della der den di do dos du al el la le bin van von of the and")
_CREDITS = wordset("reuters ap afp upi dpa tass xinhua ansa bloomberg editor editors staff agencies wire")
"""Who has written a story down, and is no speaker of what stands in it."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LONGEST = 160
"""Code points of the longest line below a quotation that is looked at as a signature."""


def signed(
    document: Document, block: Block, quotations: Sequence[Quotation], gaps: Sequence[list[Token]]
) -> Draft | None:
    """The draft of a paragraph that is quoted from its beginning on and signed; None for any other.

    `gaps`: the words before the first quotation, between each two, after the last.
    """
    if not quotations or any(not t.is_punct for t in gaps[0]):
        return None
    between = [t for gap in gaps[1 : len(quotations)] for t in gap if not t.is_punct]
    if any(is_speech(t, gap) for gap in gaps[1 : len(quotations)] for t in gap):
        return None
    first, last = quotations[0].outer, quotations[-1].outer
    below = block
    if not any(t.is_alpha for t in gaps[len(quotations)]):
        after = document.blocks[block.index + 1 : block.index + 2]
        if not after or after[0].end - after[0].start > _LONGEST:
            return None
        below = after[0]
    found = _SIGNATURE.fullmatch(document.text, last.end, below.end)
    if found is None or below.doc is None or not _is_name(found["who"]) or _MARKS.search(found["rest"] or ""):
        return None
    source = Span(found.start("who"), found.end("rest") if found["rest"] else found.end("who"))
    words, name = below.tokens(source), below.tokens(Span(*found.span("who")))
    if words is None or name is None or not len(name) or _tells(list(words)):
        return None
    # Where marks of one kind stand inside each other, what seems to stand between two quotations is quoted, too.
    content = [Span(first.start, last.end)] if between else [q.outer for q in quotations]
    return Draft(
        below, content, Span(*found.span("dash")), None, None, SIGN, [source], _head(list(name)), 0.9,
        direct=True, last_block=below.index, first_block=block.index,
    )  # fmt: skip


def _is_name(who: str) -> bool:
    words = who.split()
    large = [w for w in words if w[0].isupper()]
    if not large or len(words) > 8 or words[-1] not in large or words[0] not in large:
        return False
    return all(w in large or w in _SMALL for w in words) and words[0].casefold().strip(".") not in _CREDITS


def _tells(words: Sequence[Token]) -> bool:
    """Whether the words are a clause of their own: "— Mara Holm, the pilot, said on Monday"."""
    return any(t.tag_ in _FINITE for t in words) and not any(t.lower_ in ("who", "whose") for t in words)


def _head(name: Sequence[Token]) -> Token:
    """The last word of the name, before "of Lund"."""
    of = next((at for at, t in enumerate(name) if at and t.lower_ == "of"), len(name))
    return [t for t in name[:of] if not t.is_punct and not t.is_space][-1]
