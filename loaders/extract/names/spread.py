"""Names known from one place of the article, found again where the model passed them over or cut them up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from spacy.tokens import Doc

from loaders.extract.document import Block, Document
from loaders.extract.names import lexicon
from loaders.extract.names.found import Found
from loaders.extract.reading import EntityType

_Known = dict[str, list[tuple[tuple[str, ...], EntityType]]]


def spread(document: Document, names: Sequence[Found]) -> list[Found]:
    """`names` and their further occurrences; surnames of people who have a full name are names, too."""
    known = _known(names)
    at: defaultdict[int, list[Found]] = defaultdict(list)
    for item in names:
        at[item.block.index].append(item)
    made: list[Found] = []
    for block in document.blocks:
        mine = at[block.index]
        made.extend(_block(block, block.doc, mine, known) if block.doc is not None else mine)
    return sorted(made, key=lambda f: f.start)


def _block(block: Block, doc: Doc, names: list[Found], known: _Known) -> list[Found]:
    owner = {i: f for f in names if f.tokens is not None for i in range(f.tokens.start, f.tokens.end)}
    gone: set[int] = set()
    made: list[Found] = []
    index = 0
    while index < len(doc):
        hit = _hit(doc, index, known, owner)
        if hit is None:
            index += 1
            continue
        length, type_ = hit
        tokens = doc[index : index + length]
        span = block.span(tokens)
        gone.update(id(owner[i]) for i in range(index, index + length) if i in owner)
        made.append(Found(block, span.start, span.end, " ".join(tokens.text.split()), type_, tokens))
        index += length
    return [f for f in names if id(f) not in gone] + made


def _known(names: Sequence[Found]) -> _Known:
    known: _Known = defaultdict(list)
    seen: set[tuple[str, ...]] = set()
    for item in names:
        if item.type == "Group" or item.tokens is None:
            continue
        words = tuple(t.text for t in item.tokens if not t.is_space)
        forms = [words]
        named = [word for word in words if word.lower() not in lexicon.SUFFIXES]
        if item.type == "Person" and len(named) > 1 and len(named[-1]) > 2 and named[-1].isalpha():
            forms.append((named[-1],))
        for form in forms:
            if form not in seen and not (len(form) == 1 and form[0].lower() in lexicon.NO_NAMES):
                seen.add(form)
                known[form[0]].append((form, item.type))
    for rows in known.values():
        rows.sort(key=lambda row: -len(row[0]))
    return known


def _hit(doc: Doc, index: int, known: _Known, owner: dict[int, Found]) -> tuple[int, EntityType] | None:
    """Length and type of the longest known name that begins here and is not there yet."""
    for words, type_ in known.get(doc[index].text, ()):
        end = index + len(words)
        if end > len(doc) or any(doc[index + n].text != word for n, word in enumerate(words)):
            continue
        inside = {id(owner[i]): owner[i].tokens for i in range(index, end) if i in owner}
        whole = all(t is not None and index <= t.start and t.end <= end for t in inside.values())
        there = len(inside) == 1 and all(t is not None and len(t) == len(words) for t in inside.values())
        if there or not whole or (len(words) == 1 and (inside or not _stands_alone(doc, index, owner))):
            continue
        return len(words), type_
    return None


def _stands_alone(doc: Doc, index: int, owner: dict[int, Found]) -> bool:
    """One word alone must be a proper noun, or do what people do, and be no part of a longer name ("King" or "King
    said", but neither "King Example" nor "Burger King")."""
    token = doc[index]
    after = doc[index + 1] if index + 1 < len(doc) else None
    acts = after is not None and (after.pos_ in ("VERB", "AUX") or after.tag_ == "POS")
    if not token.text[0].isupper() or not (token.tag_ in ("NNP", "NNPS") or acts):
        return False
    before = doc[index - 1] if index else None
    follows = after is not None and after.tag_ in ("NNP", "NNPS") and after.text[0].isupper()
    led = before is not None and before.tag_ in ("NNP", "NNPS") and before.text[0].isupper() and index - 1 not in owner
    title = before is not None and before.lower_ in lexicon.TITLE_HEADS | lexicon.HONORIFICS
    return not follows and (not led or title)
