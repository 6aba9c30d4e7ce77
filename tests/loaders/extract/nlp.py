"""The pipeline, loaded once for all tests of the extraction."""

from __future__ import annotations

from functools import cache

import spacy
from spacy.language import Language

from graph.model import Article
from graph.settings import Settings
from loaders.extract.document import Document
from loaders.extract.structure import parse


@cache
def pipeline() -> Language:
    return spacy.load(Settings().spacy_model)


def document(text: str, published: str | None = "2024-05-14", headline: str = "") -> Document:
    return parse(Article("a", text, headline, published), pipeline())
