"""The network over one article: its names become the parse's entities, its sayings go to the quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan
from spacy.util import filter_spans

from loaders.extract.document import Block, Document
from loaders.extract.learned.encoder import Encoder, Tagged
from loaders.extract.learned.names import Name, names
from loaders.extract.learned.sayings import Saying, sayings
from loaders.extract.learned.words import words
from loaders.extract.reading import Entity, Span

_KINDS = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC"}
"""spaCy's labels that the network knows, too."""
_LABELS = {"PER": "PERSON", "ORG": "ORG", "LOC": "GPE"}
_TYPES = {"PER": "Person", "ORG": "Organisation", "LOC": "Place"}
UNHEARD = 0.15
"""How sure the network is of a name that it does not see."""
LEAST = 0.1
"""Probability of a cue from which on it is told; who uses it decides."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What the network says of an article, in the order of the text."""

    names: tuple[Name, ...]
    sayings: tuple[Saying, ...]
    """Also those that it thinks unlikely, from `LEAST` on."""


def read(encoder: Encoder, document: Document) -> Heard:
    """Run the network; sets the entities of the document's parses by its names."""
    blocks = [b for b in document.blocks if b.doc is not None]
    tagged = encoder.read([words(document.text, Span(b.start, b.end)) for b in blocks])
    return Heard(tuple(_name(blocks, tagged)), tuple(sayings(tagged, LEAST)))


def weighed(entities: Sequence[Entity], heard: Heard) -> tuple[Entity, ...]:
    """The entities, the named ones as sure as the network is of their names, on the whole."""
    sure = {(name.span, _TYPES[name.kind]): name.confidence for name in heard.names}
    made = []
    for entity in entities:
        spans = [mention.span for mention in entity.mentions if mention.kind == "name"]
        if entity.named and spans:
            mean = sum(sure.get((span, entity.type), UNHEARD) for span in spans) / len(spans)
            entity = replace(entity, confidence=round(mean, 3))
        made.append(entity)
    return tuple(made)


def _name(blocks: Sequence[Block], tagged: Sequence[Tagged]) -> list[Name]:
    """The entities anew: names as the network reads them, spaCy's having a voice; dates and figures as they were."""
    others = [
        (block.span(entity), _KINDS[entity.label_])
        for block in blocks
        for entity in _entities(block.doc)
        if entity.label_ in _KINDS
    ]
    found = list(names(tagged, others))
    at = 0
    for block in blocks:
        assert block.doc is not None
        made: list[TokenSpan] = []
        while at < len(found) and found[at].span.start < block.end:
            name = found[at]
            tokens = block.tokens(name.span)
            if tokens is not None and len(tokens) and not _is_plain_word(tokens):
                end = _whole(block.doc, tokens) if name.kind == "ORG" else tokens.end
                made.append(TokenSpan(block.doc, tokens.start, end, label=_LABELS[name.kind]))
            at += 1
        rest = [e for e in block.doc.ents if e.label_ not in _KINDS and not any(_overlap(e, m) for m in made)]
        block.doc.ents = filter_spans([*made, *rest])
    return found


def _is_plain_word(name: TokenSpan) -> bool:
    """A single word that begins a sentence, which spaCy knows as a common noun: "Dockers and sailors met …"."""
    word = name[0]
    begins = word.is_sent_start or (word.i > 0 and word.nbor(-1).is_punct)
    return len(name) == 1 and begins and word.tag_ in ("NN", "NNS") and not word.ent_type_


def _whole(doc: Doc, name: TokenSpan) -> int:
    """The end of an organisation that goes on with "of …" in spaCy's eyes: "the Harbour Office of Norvia"."""
    for entity in doc.ents:
        longer = entity.label_ == "ORG" and entity.start <= name.start and entity.end > name.end
        if longer and doc[name.end].lower_ in ("of", "for", "on"):
            return next((t.i for t in doc[name.end : entity.end] if t.text == "("), entity.end)
    return name.end


def _entities(doc: Doc | None) -> Sequence[TokenSpan]:
    return doc.ents if doc is not None else ()


def _overlap(one: TokenSpan, other: TokenSpan) -> bool:
    return one.start < other.end and other.start < one.end
