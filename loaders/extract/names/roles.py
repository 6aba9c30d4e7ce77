"""Titles that the article gives to people: before the name, after it, or with "is".

Each rule bears its example; the tests run them.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from loaders.extract.document import Block
from loaders.extract.names import lexicon
from loaders.extract.names.draft import Draft, Index, Place
from loaders.extract.reading import Span

EXAMPLES = {
    "before": "Harbour Union spokesman Ivo Brandt said so.",
    "after": "Ivo Brandt, deputy head of the Harbour Union, said so.",
    "turned": "The Danish foreign minister, Mette Holm, said so.",
    "misread": "Police held the manager of the yard, Ivo Brandt, in the evening.",
    "copula": "Ivo Brandt is the chairman of the Harbour Union.",
    "employer": "The wall is gone, said analyst Ann Holm of Brandt Securities.",
}
_NOMINAL = frozenset({"ADP", "DET", "ADJ", "NOUN", "PROPN", "PART"})
_OF = frozenset({"of", "at", "for", "with", "to"})


def give(index: Index) -> None:
    """Set `roles` of every named person."""
    for draft in list(index.drafts):
        if draft.type == "Person" and draft.named:
            for place in draft.places:
                if place.tokens is not None and place.mention.kind == "name":
                    _before(index, draft, place)
                    _after(index, draft, place)
                    _turned(index, draft, place)
                    _copula(index, draft, place)
            _tidy(draft)


def is_title(token: Token) -> bool:
    """As in "spokesman", "Minister", "vice-chairman", "ministers"."""
    low = token.lower_
    return any(w in lexicon.TITLE_HEADS for w in (low, token.lemma_.lower(), low.split("-")[-1]))


def _before(index: Index, draft: Draft, place: Place) -> None:
    """As in "Harbour Union spokesman Ivo Brandt"."""
    assert place.tokens is not None
    doc, stop = place.tokens.doc, place.tokens.start
    head = stop - 1
    if head < 0 or not is_title(doc[head]) or doc[head].lower_ in lexicon.HONORIFICS - {"general"}:
        return
    if doc[head].tag_ == "NNS" and doc[head].text[0].islower():
        return  # "brokers James Example" is a house, "ministers Holm and Brandt" are left alone
    if index.at(place.block, doc[head]) not in (None,) and not doc[head].text[0].islower():
        # A title inside a name of an organisation ("Attorney General"): the phrase before it is no owner.
        found = index.at(place.block, doc[head])
        if found is not None and found[0].type == "Person":
            return
    first = _phrase_start(doc, head)
    title, of = _split(index, place.block, doc, first, head)
    if title and of is None:
        of = _employer(index, place)
    if title:
        evidence = Span(place.block.offset + doc[first].idx, place.mention.end)
        draft.roles.append((title, of, evidence, 0.9))


def _employer(index: Index, place: Place) -> Draft | None:
    """As in "analyst Ann Example of A.B. Sample": the organisation directly behind the name."""
    assert place.tokens is not None
    doc, stop = place.tokens.doc, place.tokens.end
    if stop + 1 >= len(doc) or doc[stop].lower_ not in ("of", "at", "with"):
        return None
    at = stop + 2 if doc[stop + 1].lower_ == "the" and stop + 2 < len(doc) else stop + 1
    found = index.at(place.block, doc[at])
    return found[0] if found is not None and found[0].type == "Organisation" else None


def _phrase_start(doc: Doc, head: int) -> int:
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


def _split(index: Index, block: Block, doc: Doc, first: int, head: int) -> tuple[str, Draft | None]:
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


def _after(index: Index, draft: Draft, place: Place) -> None:
    """As in "Ivo Brandt, deputy head of the Harbour Union"."""
    assert place.tokens is not None
    doc, at = place.tokens.doc, place.tokens.end
    if (
        at < len(doc) - 1
        and doc[at].text == ","
        and doc[at + 1].like_num
        and at + 2 < len(doc)
        and doc[at + 2].text == ","
    ):
        at += 2  # ", 42,"
    if at >= len(doc) - 1 or doc[at].text not in (",", "(", "-", "--", "–", "—"):
        return
    if doc[at].text == "-" and not doc[at - 1].whitespace_:
        return  # the second half of a name
    found = _title_phrase(index, place.block, doc, at + 1)
    if found is None:
        return
    title, of, stop = found
    # "Ann A, President Bo B and …" is a list: the title belongs to the name behind it.
    after = index.at(place.block, doc[stop]) if stop < len(doc) else None
    if after is not None and after[0].type == "Person":
        return
    end = place.block.offset + doc[stop - 1].idx + len(doc[stop - 1])
    draft.roles.append((title, of, Span(place.mention.start, end), 0.9))


def _title_phrase(index: Index, block: Block, doc: Doc, first: int) -> tuple[str, Draft | None, int] | None:
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
    title, of = _split(index, block, doc, start, head)
    stop = head + 1
    if stop + 1 < len(doc) and doc[stop].lower_ in _OF:
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
        if of is None:
            # No named institution: the words themselves complete the title ("chairman of the works council").
            end = stop
            while end < len(doc) and end - stop < 8 and doc[end].pos_ in _NOMINAL:
                end += 1
            while end > stop and doc[end - 1].pos_ in ("ADP", "DET"):
                end -= 1
            if end > stop:
                return " ".join(doc[head + 1 - len(title.split()) : end].text.split()), None, end
    if stop + 1 < len(doc) and doc[stop].lower_ == "and" and first <= head:
        # "chairman and chief executive of the Harbour Union"
        more = _title_phrase(index, block, doc, stop + 1)
        if more is not None and (more[1] is None or of is None):
            return f"{title} and {more[0]}", of or more[1], more[2]
    return title, of, stop


def _whole_owner(index: Index, block: Block, doc: Doc, at: int) -> tuple[Draft, Place] | None:
    """Who stands behind "of", not who merely describes him: Keel of "head of the Danish lobby group Keel"."""
    while at < len(doc) and doc[at].pos_ in ("ADJ", "NOUN", "PROPN"):
        found = index.at(block, doc[at])
        if found is None or found[1].tokens is None:
            at += 1
            continue
        root = found[1].tokens.root
        if root.dep_ not in ("compound", "amod", "nmod", "poss") or root.head.i < found[1].tokens.end:
            return found
        at = found[1].tokens.end
    return None


def _turned(index: Index, draft: Draft, place: Place) -> None:
    """As in "The Danish foreign minister, Mette Holm,"."""
    assert place.tokens is not None
    doc, at = place.tokens.doc, place.tokens.start - 1
    if at < 1 or doc[at].text != ",":
        return
    if place.tokens.root.dep_ != "appos":
        _misread(index, draft, place, at)
        return
    head = place.tokens.root.head
    if head.i >= at or not is_title(head) or index.at(place.block, head) is not None:
        return
    first = _phrase_start(doc, head.i)
    title, of = _split(index, place.block, doc, first, head.i)
    if head.i + 1 < at:
        phrase = _title_phrase(index, place.block, doc, first)
        if phrase is None or phrase[2] != at:
            return
        title, of = phrase[0], phrase[1] or of
    elif head.i + 1 != at:
        return
    draft.roles.append((title, of, Span(place.block.offset + doc[first].idx, place.mention.end), 0.85))


def _misread(index: Index, draft: Draft, place: Place, comma: int) -> None:
    """As in "They met the manager of the yard, Ivo Brandt, in the evening", whatever the parse makes of the name."""
    assert place.tokens is not None
    doc, stop = place.tokens.doc, place.tokens.end
    closed = stop + 1 < len(doc) and doc[stop].text == "," and doc[stop + 1].lower_ not in ("and", "or", "who")
    first = next((i for i in range(comma - 1, max(-1, comma - 9), -1) if doc[i].lower_ == "the" or doc[i].is_punct), -1)
    while first > 0 and doc[first].lower_ == "the" and doc[first - 1].lower_ in _OF:
        first = next((i for i in range(first - 1, max(-1, comma - 9), -1) if doc[i].lower_ == "the"), -1)
    if not closed or first < 0 or doc[first].lower_ != "the":
        return
    phrase = _title_phrase(index, place.block, doc, first)
    if phrase is not None and phrase[2] == comma:
        evidence = Span(place.block.offset + doc[first + 1].idx, place.mention.end)
        draft.roles.append((phrase[0], phrase[1], evidence, 0.75))


def _copula(index: Index, draft: Draft, place: Place) -> None:
    """As in "Ivo Brandt is the chairman of the Harbour Union"; not "was", nor "is not"."""
    assert place.tokens is not None
    root = place.tokens.root
    verb = root.head
    if root.dep_ != "nsubj" or verb.lower_ not in ("is", "'s") or any(c.dep_ == "neg" for c in verb.children):
        return
    for attribute in verb.children:
        if attribute.dep_ == "attr" and is_title(attribute) and index.at(place.block, attribute) is None:
            phrase = _title_phrase(index, place.block, attribute.doc, verb.i + 1)
            if phrase is not None:
                title, of, stop = phrase
                last = attribute.doc[stop - 1]
                end = place.block.offset + last.idx + len(last)
                draft.roles.append((title, of, Span(place.mention.start, end), 0.8))


def _tidy(draft: Draft) -> None:
    """One role for each title and institution; a bare title goes where the same one with an institution stands."""
    kept: dict[tuple[str, int], tuple[str, Draft | None, Span, float]] = {}
    for role in draft.roles:
        kept.setdefault((role[0].casefold(), id(role[1])), role)
    owned = {title for (title, _), role in kept.items() if role[1] is not None}
    draft.roles = [r for (title, _), r in kept.items() if r[1] is not None or title not in owned]
