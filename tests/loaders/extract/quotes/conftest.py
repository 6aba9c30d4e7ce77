"""A reader of quotes for invented sentences: text in, drafts or quotes out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy
from spacy.language import Language

from graph.model import Article
from graph.settings import Settings
from loaders.extract import dates, names, quotes
from loaders.extract.reading import Entity, Quote
from loaders.extract.structure import parse

Found = tuple[str, tuple[Entity, ...], tuple[Quote, ...]]
Read = Callable[..., Found]


@pytest.fixture(scope="session")
def nlp() -> Language:
    return spacy.load(Settings().spacy_model)


@pytest.fixture(scope="session")
def read(nlp: Language) -> Read:
    """`read(text, published="2024-05-08")` gives the text, its entities and its quotes."""

    def one(text: str, published: str | None = "2024-05-08") -> Found:
        document = parse(Article(id="a", text=text, published=published), nlp)
        entities, found = quotes.find(document, names.find(document), dates.find(document))
        return text, entities, found

    return one
