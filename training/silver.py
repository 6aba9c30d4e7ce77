"""Names that two readers agree on, in articles that nobody annotated with names: spaCy, and the rules on top of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import spacy

from graph.model import Article
from graph.settings import Settings
from loaders.extract import names
from loaders.extract.places.gazetteer import gazetteer
from loaders.extract.structure import assemble, dictionary, prepare


def silver(records: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """For each record (`id`, `text`) what spaCy (`raw`) and the rules (`names`) take for names: start, end, type."""
    nlp = spacy.load(Settings().spacy_model)
    common = dictionary(nlp)
    for record in records:
        draft = prepare(Article(record["id"], record["text"]), common)
        with nlp.memory_zone():
            document = assemble(draft, list(nlp.pipe(draft.texts)))
            raw = [
                (block.span(entity).start, block.span(entity).end, entity.label_)
                for block in document.blocks
                if block.doc is not None
                for entity in block.doc.ents
            ]
            ruled = [
                (mention.start, mention.end, entity.type)
                for entity in names.find(document, gazetteer(), common)
                for mention in entity.mentions
                if mention.kind == "name" and entity.named
            ]
        yield {"id": record["id"], "raw": raw, "names": ruled}
