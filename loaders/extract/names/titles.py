"""The words of a title: where the phrase begins and ends, and whose it is."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from loaders.extract.document import Block
from loaders.extract.names import lexicon
from loaders.extract.names.draft import Draft, Index, Place

_NOMINAL = frozenset({"ADP", "DET", "ADJ", "NOUN", "PROPN", "PART"})
OF = frozenset({"of", "at", "for", "with", "to"})
"""What stands between a title and whose it is."""


def is_title(token: Token) -> bool:
    """As in "spokesman", "Minister", "vice-chairman", "ministers"."""
    low = token.lower_
    return any(w in lexicon.TITLE_HEADS for w in (low, token.lemma_.lower(), low.split("-")[-1]))


def phrase_start(doc: Doc, head: int) -> int:
    """The first token of the noun phrase that ends in `head`."""
    first = head
    while first > 0:
        token = doc[first - 1]
        if (token.is_sent_end and token.is_punct) or token.text.startswith(("--", "–", "—")):
            break
        inside = token.pos_ in ("PROPN", "ADJ", "NOUN") or token.text in lexicon.demonyms() or token.tag_ == "POS"
        join = token.text in ("-", "'s", "'", "’s") or (
            token.lower_ in ("and", "&", "of")
            and first - 2 >= 0
            and doc[first].pos_ == "PROPN"
            and doc[first - 2].pos_ == "PROPN"
        )
        if not (inside or join) or token.ent_type_ in ("DATE", "TIME"):
            break
        first -= 1
    while first < head and (doc[first].tag_ == "POS" or doc[first].is_punct or doc[first].is_space):
        first += 1
    return first


def split(index: Index, block: Block, doc: Doc, first: int, head: int) -> tuple[str, Draft | None]:
    """The title of a phrase, and whose it is: the last organisation or place before the title's own words."""
    of: Draft | None = None
    begin = first
    for i in range(first, head + 1):
        found = index.at(block, doc[i])
        if found is not None and found[0].type in ("Organisation", "Place") and i < head:
            of, begin = found[0], i + 1
    while begin < head and (doc[begin].tag_ == "POS" or doc[begin].is_punct or doc[begin].is_space):
        begin += 1
    former = first < begin and doc[first].lower_ in ("former", "ex", "late", "then")
    title = " ".join(doc[begin : head + 1].text.split())
    return (f"{doc[first].lower_} {title}" if former else title), of


def title_phrase(index: Index, block: Block, doc: Doc, first: int) -> tuple[str, Draft | None, int] | None:
    """Title, whose, and the token behind, of "a deputy head of the Harbour Union"; None where no title heads it."""
    start = first
    while start < len(doc) and (doc[start].pos_ == "DET" or doc[start].is_space):
        start += 1
    head = start
    while head < len(doc) and head - start < 10:
        token = doc[head]
        following = doc[head + 1] if head + 1 < len(doc) else None
        ends = following is None or following.pos_ not in ("NOUN", "PROPN", "PART") or following.lower_ == "of"
        if is_title(token) and ends and token.pos_ in ("NOUN", "PROPN"):
            break
        known = token.pos_ in ("PROPN", "ADJ", "NOUN", "PART", "CCONJ", "DET") or token.text in ("-", "/")
        if not known and token.lower_ not in lexicon.TITLE_MODIFIERS:
            return None
        head += 1
    else:
        return None
    if head >= len(doc):
        return None
    title, of = split(index, block, doc, start, head)
    stop = head + 1
    if stop + 1 < len(doc) and doc[stop].lower_ in OF:
        owner_at = stop + 1
        while (
            owner_at < len(doc) - 1
            and (doc[owner_at].pos_ in ("DET", "ADJ") or doc[owner_at].is_space)
            and (index.at(block, doc[owner_at]) is None)
        ):
            owner_at += 1
        owner = _whole_owner(index, block, doc, owner_at)
        if owner is not None and owner[0].type in ("Organisation", "Place") and owner[1].tokens is not None:
            return title, owner[0], owner[1].tokens.end
        if of is None or doc[stop].lower_ == "of":
            # No named institution: the words themselves complete the title ("chairman of the works council"), also
            # beside a nation ("Danish minister of energy and mines").
            end = _completed(doc, stop)
            if end > stop:
                return " ".join(doc[head + 1 - len(title.split()) : end].text.split()), of, end
    if stop + 1 < len(doc) and doc[stop].lower_ == "and" and first <= head:
        # "chairman and chief executive of the Harbour Union"
        more = title_phrase(index, block, doc, stop + 1)
        if more is not None and (more[1] is None or of is None):
            return f"{title} and {more[0]}", of or more[1], more[2]
    return title, of, stop


def _completed(doc: Doc, stop: int) -> int:
    """The token behind the common nouns that complete a title, "of the ministers and widows fund"."""
    end = stop
    while end < len(doc) and end - stop < 10:
        joins = doc[end].lower_ == "and" and end + 1 < len(doc) and doc[end - 1].tag_ in ("NN", "NNS")
        if joins and doc[end + 1].tag_ in ("NN", "NNS") and not is_title(doc[end + 1]):
            end += 1
        elif doc[end].pos_ not in _NOMINAL:
            break
        end += 1
    while end > stop and doc[end - 1].pos_ in ("ADP", "DET"):
        end -= 1
    return end


def _whole_owner(index: Index, block: Block, doc: Doc, at: int) -> tuple[Draft, Place] | None:
    """Who stands behind "of", not who merely describes him: Keel of "head of the Danish lobby group Keel"."""
    while at < len(doc) and (doc[at].pos_ in ("ADJ", "NOUN", "PROPN") or doc[at].tag_ == "POS"):
        found = index.at(block, doc[at])
        if found is None or found[1].tokens is None:
            at += 1
            continue
        root = found[1].tokens.root
        if root.dep_ not in ("compound", "amod", "nmod", "poss") or root.head.i < found[1].tokens.end:
            return found
        at = found[1].tokens.end
    return None


_WITH = frozenset({"of", "for", "at", "in", "with", "to", "on"})


def title_heads(title: str) -> set[str]:
    """The nouns that say what somebody is: "chairman" and "executive" of "chairman and chief executive of it"."""
    words = title.lower().split()
    ends = [at for at, word in enumerate(words) if word in _WITH]
    return {part.split()[-1] for part in " ".join(words[: ends[0]] if ends else words).split(" and ") if part.split()}
