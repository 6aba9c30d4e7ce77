"""The reader: from an article to its reading, stage by stage. Reading is pure; the loaded models are all it keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from threading import Lock

import spacy
from spacy.language import Language

from graph.errors import FixSettings
from graph.model import Article
from graph.settings import Settings
from loaders.embed import embedder, with_vectors
from loaders.extract import about, confidence, dates, events, names, places, quotes, relations
from loaders.extract.document import Document
from loaders.extract.language import is_english
from loaders.extract.learned import article as learned
from loaders.extract.learned.encoder import encoder
from loaders.extract.names import others
from loaders.extract.places.gazetteer import gazetteer
from loaders.extract.reading import Reading
from loaders.extract.structure import assemble, dictionary, prepare
from loaders.extract.version import version

BATCH = 32
"""Paragraphs that the pipeline parses together."""
GROUP = 100_000
"""Code points of the articles that `read_all` parses together."""


class Reader:
    """Reads articles. May be used from several threads: one reads at a time."""

    def __init__(self, settings: Settings, settle: Callable[[str, Reading], Reading] | None = None) -> None:
        """Load the pipeline that the settings name; FixSettings if there is none, or one that cannot parse.

        `settle` turns what the stages think of their own facts into confidence; by the reader's own scale unless given.
        """
        self._settle = settle or confidence.settler(settings.reader)
        self._nlp = _load(settings.spacy_model)
        self._common = dictionary(self._nlp)
        self._encoder = encoder() if settings.reader == "learned" else None
        self._embedder = embedder() if settings.has_vectors else None
        self._lock = Lock()
        meta = self._nlp.meta
        self.version = version(settings.reader, settings.spacy_model, str(meta.get("version", "")))

    def read(self, article: Article) -> Reading:
        """What the article says. An article in another language, or without text, comes back unread, with a note."""
        return self._read([article])[0]

    def read_all(self, articles: Iterable[Article], ahead: int = 16) -> Iterator[Reading]:
        """One reading for each article, in their order; up to `ahead` short articles are parsed together."""
        group: list[Article] = []
        size = 0
        for article in articles:
            group.append(article)
            size += len(article.text)
            if len(group) >= ahead or size >= GROUP:
                yield from self._read(group)
                group, size = [], 0
        if group:
            yield from self._read(group)

    def _read(self, articles: list[Article]) -> list[Reading]:
        spoken = [is_english(a.text, a.language) for a in articles]
        drafts = [prepare(a, self._common) if ok else None for a, (ok, _) in zip(articles, spoken, strict=True)]
        # The memory zone forgets the words of these articles, so that a long load stays flat; nothing of spaCy's may
        # leave it.
        with self._lock, self._nlp.memory_zone():
            texts = chain.from_iterable(d.texts for d in drafts if d is not None)
            docs = self._nlp.pipe(texts, batch_size=BATCH)
            made: list[Reading] = []
            for article, (_, language), draft in zip(articles, spoken, drafts, strict=True):
                if draft is None or not draft.texts:
                    note = (
                        "no text to read" if draft is not None else f"not read: the language is {language}, not English"
                    )
                    made.append(Reading(article.id, article.published, language, "", note))
                else:
                    document = assemble(draft, [next(docs) for _ in draft.texts])
                    read = self._stages(document, language)
                    made.append(with_vectors(self._embedder, article, read) if self._embedder is not None else read)
            return made

    def _stages(self, document: Document, language: str) -> Reading:
        heard = learned.read(self._encoder, document) if self._encoder is not None else None
        entities = names.find(document, gazetteer(), self._common)
        if heard is not None:
            entities = learned.weighed(entities, heard)
        times = dates.find(document)
        entities = places.resolve(document, entities)
        entities, said = quotes.find(document, entities, times, heard.sayings if heard is not None else None)
        told = tuple(quote for quote in said if not quote.guessed)
        happened = events.find(document, entities, times, told)
        related = relations.find(document, entities, times, told, happened)
        linked = iter(about.link(document, entities, happened, told))
        said = tuple(quote if quote.guessed else next(linked) for quote in said)
        made = Reading(
            document.id,
            document.published,
            language,
            self.version,
            "",
            entities=others.complete(document, places.with_nested(document, entities)),
            quotes=said,
            events=happened,
            relations=related,
            times=times,
            sentences=tuple(s.span for s in document.sentences),
        )
        return self._settle(document.text, made)


def _load(name: str) -> Language:
    try:
        nlp = spacy.load(name)
    except (OSError, ImportError, ValueError) as error:
        raise FixSettings(
            f"The spaCy pipeline {name!r} cannot be loaded: {str(error).splitlines()[0]}",
            "Install it, or set NEWSGRAPH_SPACY_MODEL to one that is installed.",
        ) from error
    missing = [need for need in ("parser", "tagger", "ner") if not nlp.has_pipe(need)]
    if missing and not nlp.has_pipe("llm"):
        raise FixSettings(
            f"The spaCy pipeline {name!r} has no {', '.join(missing)}.",
            "Set NEWSGRAPH_SPACY_MODEL to a pipeline with a tagger, a parser and named entities.",
        )
    return nlp
