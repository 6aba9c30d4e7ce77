"""Names known from one place of the article, found again where the model passed them over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from spacy.tokens import Doc

from loaders.extract.document import Document
from loaders.extract.names import lexicon
from loaders.extract.names.found import Found
from loaders.extract.reading import EntityType

_Known = dict[str, list[tuple[tuple[str, ...], EntityType]]]


def spread(document: Document, names: Sequence[Found]) -> list[Found]:
    """`names` and their further occurrences; surnames of people who have a full name are names, too."""
    known = _known(names)
    covered: defaultdict[int, set[int]] = defaultdict(set)
    for item in names:
        if item.tokens is not None:
            covered[item.block.index].update(range(item.tokens.start, item.tokens.end))
    made = list(names)
    for block in document.blocks:
        if block.doc is None:
            continue
        taken = covered[block.index]
        index = 0
        while index < len(block.doc):
            hit = None if index in taken else _hit(block.doc, index, known, taken)
            if hit is None:
                index += 1
                continue
            length, type_ = hit
            tokens = block.doc[index : index + length]
            span = block.span(tokens)
            made.append(Found(block, span.start, span.end, " ".join(tokens.text.split()), type_, tokens))
            index += length
    return sorted(made, key=lambda f: f.start)


def _known(names: Sequence[Found]) -> _Known:
    known: _Known = defaultdict(list)
    seen: set[tuple[str, ...]] = set()
    for item in names:
        if item.type == "Group" or item.tokens is None:
            continue
        words = tuple(t.text for t in item.tokens if not t.is_space)
        forms = [words]
        if item.type == "Person" and len(words) > 1 and len(words[-1]) > 2 and words[-1].isalpha():
            forms.append(words[-1:])
        for form in forms:
            if form not in seen and not (len(form) == 1 and form[0].lower() in lexicon.NO_NAMES):
                seen.add(form)
                known[form[0]].append((form, item.type))
    for rows in known.values():
        rows.sort(key=lambda row: -len(row[0]))
    return known


def _hit(doc: Doc, index: int, known: _Known, taken: set[int]) -> tuple[int, EntityType] | None:
    for words, type_ in known.get(doc[index].text, ()):
        end = index + len(words)
        if end > len(doc) or any(i in taken for i in range(index, end)):
            continue
        if any(doc[index + n].text != word for n, word in enumerate(words)):
            continue
        if len(words) == 1 and not _stands_alone(doc, index, taken):
            continue
        return len(words), type_
    return None


def _stands_alone(doc: Doc, index: int, taken: set[int]) -> bool:
    """One word alone must be a proper noun that is no part of a longer name ("King", but neither "King Example" nor
    "Burger King")."""
    token = doc[index]
    if token.tag_ not in ("NNP", "NNPS") or not token.text[0].isupper():
        return False
    for near in (index - 1, index + 1):
        if 0 <= near < len(doc) and doc[near].tag_ in ("NNP", "NNPS") and doc[near].text[0].isupper():
            if near > index or near not in taken:
                return False
    return True
