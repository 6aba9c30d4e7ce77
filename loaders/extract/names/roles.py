"""Titles that the article gives to people: before the name, after it, or with "is".

Each rule bears its example; the tests run them.
"""

from __future__ import annotations

from spacy.tokens import Doc

from loaders.extract.names import lexicon
from loaders.extract.names.draft import Draft, Index, Place
from loaders.extract.names.titles import is_title, phrase_start, split, title_phrase
from loaders.extract.reading import Span

EXAMPLES = {
    "before": "Harbour Union spokesman Ivo Brandt said so.",
    "after": "Ivo Brandt, deputy head of the Harbour Union, said so.",
    "turned": "The Danish foreign minister, Mette Holm, said so.",
    "misread": "Police held the manager of the yard, Ivo Brandt, in the evening.",
    "at a verb": "The head of the port of Vardo, Ivo Brandt met the crew in Lisbon.",
    "abroad": "Denmark's ambassador in Lisbon, Mette Holm, left.",
    "portfolio": "Danish minister of mines and ports, Mette Holm, left.",
    "copula": "Ivo Brandt is the chairman of the Harbour Union.",
    "employer": "The wall is gone, said analyst Ann Holm of Brandt Securities.",
}


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
    first = phrase_start(doc, head)
    title, of = split(index, place.block, doc, first, head)
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
    found = title_phrase(index, place.block, doc, at + 1)
    if found is None:
        return
    title, of, stop = found
    # "Ann A, President Bo B and …" is a list: the title belongs to the name behind it.
    after = index.at(place.block, doc[stop]) if stop < len(doc) else None
    if after is not None and after[0].type == "Person":
        return
    end = place.block.offset + doc[stop - 1].idx + len(doc[stop - 1])
    draft.roles.append((title, of, Span(place.mention.start, end), 0.9))


def _turned(index: Index, draft: Draft, place: Place) -> None:
    """As in "The Danish foreign minister, Mette Holm," whatever the parse makes of the name."""
    assert place.tokens is not None
    doc, comma, stop = place.tokens.doc, place.tokens.start - 1, place.tokens.end
    if comma < 1 or doc[comma].text != ",":
        return
    after = doc[stop] if stop < len(doc) else None
    sure = place.tokens.root.dep_ == "appos"
    if after is not None and after.text == ",":
        # "the mayor of A, Bo B, and Co C" is a list.
        following = doc[stop + 1] if stop + 1 < len(doc) else None
        closed = sure or following is None or following.lower_ not in ("and", "or")
    else:
        closed = after is None or after.text in (".", ";", ")", '"') or after.tag_ in ("VBD", "VBZ", "VBP", "MD")
    if not closed:
        return
    for first in _starts(index, place, comma, bare=sure):
        phrase = title_phrase(index, place.block, doc, first)
        if phrase is not None and (phrase[2] == comma or _abroad(doc, phrase[2], comma)):
            begin = first + 1 if doc[first].pos_ == "DET" else first
            evidence = Span(place.block.offset + doc[begin].idx, place.mention.end)
            draft.roles.append((phrase[0], phrase[1], evidence, 0.85 if sure else 0.75))
            return


def _starts(index: Index, place: Place, comma: int, *, bare: bool) -> list[int]:
    """Where a phrase that ends at the comma may begin, the longest first: at "the", at an owner, at a nation.

    `bare`: also at any word that begins a sentence or follows a verb.
    """
    assert place.tokens is not None
    doc = place.tokens.doc
    made: list[int] = []
    for at in range(comma - 1, max(-1, comma - 13), -1):
        token = doc[at]
        if token.is_punct and token.text not in ("-", "'"):
            # "Ann A, the mayor of B, Co C": the phrase is that of the name before it.
            before = index.at(place.block, doc[at - 1]) if at and token.text == "," else None
            return [] if before is not None and before[0].type == "Person" else made[::-1]
        if token.tag_ in ("VBD", "VBZ", "VBP", "MD", "VB"):
            break
        found = index.at(place.block, token)
        if found is not None and found[0].type == "Person":
            # "Ann A's secretary, Bo B": a secretary, and no institution's.
            return [at + 2, *made[::-1]] if doc[at + 1].tag_ == "POS" and at + 2 < comma else made[::-1]
        owner = found is not None and (at == 0 or index.at(place.block, doc[at - 1]) != found)
        if token.lower_ == "the" or token.tag_ == "PRP$" or owner or (bare and not _is_inside(doc, at)):
            made.append(at)
    return made[::-1]


def _is_inside(doc: Doc, at: int) -> bool:
    """Whether a noun phrase goes on to the left of this token."""
    return at > 0 and not doc[at].is_sent_start and doc[at - 1].pos_ in ("ADJ", "NOUN", "PROPN", "DET", "ADP", "PART")


def _abroad(doc: Doc, stop: int, comma: int) -> bool:
    """As in "the ambassador in Lisbon, Ann Example": where the office is held."""
    if stop >= comma or doc[stop].lower_ != "in" or comma - stop > 6:
        return False
    return all(t.pos_ in ("ADP", "DET", "PROPN", "NOUN", "ADJ") for t in doc[stop:comma])


def _copula(index: Index, draft: Draft, place: Place) -> None:
    """As in "Ivo Brandt is the chairman of the Harbour Union"; not "was", nor "is not"."""
    assert place.tokens is not None
    root = place.tokens.root
    verb = root.head
    if root.dep_ != "nsubj" or verb.lower_ not in ("is", "'s") or any(c.dep_ == "neg" for c in verb.children):
        return
    for attribute in verb.children:
        if attribute.dep_ == "attr" and is_title(attribute) and index.at(place.block, attribute) is None:
            phrase = title_phrase(index, place.block, attribute.doc, verb.i + 1)
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
