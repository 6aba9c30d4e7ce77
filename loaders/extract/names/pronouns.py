"""He, she, they and it, outside quotations, linked to whom they mean where that is safe.

Inside quotation marks a pronoun belongs to the speaker's own words; those are left to whoever finds the speakers.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from loaders.extract.document import Sentence
from loaders.extract.names.draft import Draft, Gender, Index, Place
from loaders.extract.names.titles import is_title
from loaders.extract.reading import Mention
from loaders.extract.words import wordset

_HE: dict[str, Gender] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "male"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "female"),
}
_THEY = wordset("they them their theirs themselves")
_IT = wordset("it its itself")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NEAR = 6
"""Mentions before a pronoun in which an "I" shows who speaks."""


def link(index: Index) -> None:
    """Add pronoun mentions, in the order of the text."""
    sentences = index.document.sentences
    for number, sentence in enumerate(sentences):
        for token in sentence.tokens:
            low = token.lower_
            if token.pos_ != "PRON" or not (low in _HE or low in _THEY or low in _IT):
                continue
            span = sentence.block.span(token)
            if index.quoted(span.start):
                continue
            home = _home(index, sentences, number, token, low)
            if home is not None:
                place = Place(
                    Mention(span.start, span.end, "pronoun"), sentence.block, token.doc[token.i : token.i + 1]
                )
                index.add(home, place)
                if low in _HE and home.gender is None:
                    home.gender = _HE[low]


def _home(index: Index, sentences: Sequence[Sentence], number: int, token: Token, low: str) -> Draft | None:
    if low in _IT and _empty(token):
        return None
    sentence = sentences[number]
    offset = sentence.block.span(token).start
    ahead = _ahead(index, sentence, token, low)
    if ahead is not None:
        return ahead
    speaks = next((d for d, p in index.before(offset, _NEAR) if d.type == "Person" and _own(p)), None)
    here = _fitting(index, sentence.span.start, offset, low, speaks)
    subjects = [d for d, p in here if _is_subject(p) and not _binds(p, token)]
    if low in _IT and len({id(d) for d, _ in _bodies(index, sentence.span.start, offset)}) > 1:
        # "Exampleland accused Otherland of shelling a town where it had promised …": either could be meant.
        return None
    if subjects:
        return subjects[0]
    if low in _IT and _other_subject(index, sentence, token):
        return None
    if low in _HE and here and len({id(d) for d, _ in here}) == 1 and not _binds(here[0][1], token):
        return here[0][0]
    back = number - 1
    while back >= 0 and number - back <= (4 if low in _HE else 1):
        before = sentences[back]
        if sentence.block.index - before.block.index > (2 if low in _HE else 1):
            break
        found = _fitting(index, before.span.start, before.span.end, low, speaks)
        # The speaker of the last sentence, its subject, goes before others who are named in it.
        leading = [d for d, p in found if _is_subject(p)]
        if leading:
            mains = [d for d, p in found if _is_subject(p) and p.tokens is not None and _main(p.tokens.root)]
            pick = mains or leading
            return pick[0] if low in _HE or len({id(d) for d in pick}) == 1 else None
        others = {id(d): d for d, _ in found}
        if len(others) == 1 and low in _HE:
            return next(iter(others.values()))
        owners = {id(d): d for d, _ in found if d.type == "Organisation"}
        if low == "its" and len(owners) == 1 and is_title(token.head):
            return next(iter(owners.values()))  # "Shares in Exampleco rose. Its chairman said"
        if others:
            return None
        back -= 1
    return None


def _ahead(index: Index, sentence: Sentence, pronoun: Token, low: str) -> Draft | None:
    """As in "In his report, Ivo Example said": the subject behind a phrase that opens the sentence."""
    if low not in _HE or pronoun.tag_ != "PRP$":
        return None
    opening = sentence.tokens[0]
    if opening.dep_ != "prep" or not opening.is_ancestor(pronoun) or opening.head.dep_ not in ("ROOT", "ccomp"):
        return None
    subject = next((c for c in opening.head.children if c.dep_ in _SUBJECTS and c.i > pronoun.i), None)
    found = index.at(sentence.block, subject) if subject is not None else None
    between = _fitting(index, sentence.span.start, sentence.block.span(pronoun).start, low, None)
    if found is None or found[0].type != "Person" or between:
        return None
    return found[0] if found[0].gender in (None, _HE[low]) else None


def _own(place: Place) -> bool:
    """Whether a mention is "I" or "you": whoever speaks, or is spoken to, is not "he" in the same breath."""
    return place.tokens is not None and place.mention.kind == "pronoun" and place.tokens[0].lower_ in _SELVES


_SELVES = wordset("i me my mine myself you your yours yourself we us our ours")


def _fitting(index: Index, start: int, end: int, low: str, speaks: Draft | None) -> list[tuple[Draft, Place]]:
    """Mentions between two code points that the pronoun can mean, the nearest first; those in quotations are
    out, and so is who `speaks`."""
    made = []
    for draft, place in index.before(end, 60):
        if place.mention.start < start:
            break
        if place.mention.kind == "demonym" or index.quoted(place.mention.start) or draft is speaks:
            continue
        if low in _HE:
            fits = draft.type == "Person" and draft.gender in (None, _HE[low])
        elif low in _THEY:
            fits = draft.type == "Group" and not _own(place)
        else:
            fits = draft.type == "Organisation" or (draft.type == "Place" and _is_subject(place))
        if fits:
            made.append((draft, place))
    return made


def _other_subject(index: Index, sentence: Sentence, pronoun: Token) -> bool:
    """As in "The rate has stood since it was raised": a thing that is no entity goes before."""
    return any(
        t.dep_ in _SUBJECTS and t.pos_ == "NOUN" and index.at(sentence.block, t) is None
        for t in sentence.tokens
        if t.i < pronoun.i
    )


def _bodies(index: Index, start: int, end: int) -> list[tuple[Draft, Place]]:
    """Organisations, places and groups that are mentioned between two code points."""
    made = []
    for draft, place in index.before(end, 60):
        if place.mention.start < start:
            break
        if draft.type != "Person" and place.mention.kind != "demonym":
            made.append((draft, place))
    return made


def _is_subject(place: Place) -> bool:
    if place.tokens is None:
        return False
    return place.tokens.root.dep_ in _SUBJECTS


def _main(token: Token) -> bool:
    return token.head.dep_ in ("ROOT", "ccomp", "parataxis")


def _binds(place: Place, token: Token) -> bool:
    """Whether the two cannot be the same by grammar: subject and plain object of one verb ("Ann saw her")."""
    if place.tokens is None or token.lower_.endswith("self") or token.tag_ == "PRP$":
        return False
    return place.tokens.root.head == token.head and place.tokens.doc is token.doc


def _empty(token: Token) -> bool:
    """As in "It rained", "it is clear that …", "it was still too dangerous to …"."""
    if token.dep_ == "expl":
        return True
    verb = token.head
    if token.tag_ == "PRP$":
        return False
    if verb.lemma_ in ("be", "seem", "appear", "become", "rain", "snow", "take", "happen", "remain"):
        return any(c.dep_ in ("ccomp", "advcl", "xcomp", "acomp", "csubj") for c in verb.children)
    return False
