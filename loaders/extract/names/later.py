"""Who is called by his office first and by his name later: one office, and one person who bears its title."""

from __future__ import annotations

from loaders.extract.names.draft import Draft, Index
from loaders.extract.names.titles import title_heads
from loaders.extract.words import wordset

EXAMPLES = {
    "office": "Denmark's harbour minister expects rain. Minister Mette Holm said the ports would stay open.",
    "demonym": "The Danish harbour minister expects rain.\nThe ports stay open, said Mette Holm, harbour minister.",
}
_OFFICES = wordset(
    "minister president premier chancellor governor mayor ambassador secretary chairman chairwoman chief head director "
    "leader king queen prosecutor commissioner envoy"
)
"""Offices of which an institution or a country has one."""
_SOON = 3
"""Blocks within which an office-holder is named whom the article first calls by his office."""


def join(index: Index) -> None:
    """Give what was said of an office to the only one who bears its title, if he is named soon behind."""
    for draft in [d for d in index.drafts if d.type == "Person" and not d.named and d.roles]:
        title, of, evidence, _ = draft.roles[0]
        heads = title_heads(title) & _OFFICES
        first = draft.places[0]
        if of is None or not heads or first.tokens is None or first.tokens[0].lower_ in ("a", "an", "one", "another"):
            continue
        bearers = [d for d in index.drafts if d.type == "Person" and d.named and d.titles & heads]
        if len(bearers) != 1 or not _fits(bearers[0], title, of):
            continue
        named = min(bearers[0].places, key=lambda p: p.mention.start)
        if named.mention.start > evidence.start and named.block.index - first.block.index <= _SOON:
            index.join(draft, bearers[0])


def _fits(draft: Draft, title: str, of: Draft) -> bool:
    """Whether none of his titles speaks against it."""
    words = set(title.lower().split())
    for other, whose, _, _ in draft.roles:
        mine = set(other.lower().split())
        if title_heads(other) & title_heads(title) and whose in (None, of) and (mine <= words or words <= mine):
            return True
    return False
