"""The network as it ships, on invented sentences."""

from __future__ import annotations

import pytest

from loaders.extract.document import Document
from loaders.extract.learned.article import read
from loaders.extract.learned.encoder import encoder
from loaders.extract.learned.sayings import Saying
from tests.loaders.extract.nlp import document


def heard(text: str) -> tuple[Document, tuple[Saying, ...]]:
    made = document(text)
    return made, read(encoder(), made).sayings


def entities(made: Document) -> list[tuple[str, str]]:
    return [(e.text, e.label_) for b in made.blocks if b.doc is not None for e in b.doc.ents]


def named(text: str) -> list[tuple[str, str]]:
    return entities(heard(text)[0])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Oduya Brandt met the Kessel Harbour Trust in Tarnby.", ("Oduya Brandt", "PERSON")),
        ("Sibusiso Nkabinde joined Telvent Rail last year.", ("Sibusiso Nkabinde", "PERSON")),
        ("Talk of a strike is overblown, said union chief Ivo Brandt.", ("Ivo Brandt", "PERSON")),
    ],
)
def test_names_are_read_that_nobody_has_seen(text: str, name: tuple[str, str]) -> None:
    assert name in named(text)


def test_the_small_pipeline_is_corrected() -> None:
    text = "Sibusiso Nkabinde joined Telvent Rail last year."
    assert ("Sibusiso Nkabinde", "ORG") in entities(document(text))
    assert named(text) == [("Sibusiso Nkabinde", "PERSON"), ("Telvent Rail", "ORG"), ("last year", "DATE")]


def test_what_is_no_name_is_left_to_the_pipeline() -> None:
    assert named("Grete Aalund paid 40 million on Monday.") == [
        ("Grete Aalund", "PERSON"), ("40 million", "CARDINAL"), ("Monday", "DATE"),
    ]  # fmt: skip


def test_an_organisation_keeps_what_follows_of() -> None:
    ((name, label), *_) = named("The Harbour Office of Norvia said on Monday that the quay would stay closed.")
    assert (name.removeprefix("The "), label) == ("Harbour Office of Norvia", "ORG")


def test_a_common_noun_that_begins_a_sentence_is_no_name() -> None:
    assert not [n for n in named("Dockers and sailors met on the quay of the old harbour.") if n[0] == "Dockers"]


def test_a_saying_has_cue_source_and_content() -> None:
    text = "The quay was quiet.\nIvo Brandt, a pilot, grumbled that the harbour had been shut since the storm."
    _, found = heard(text)
    (likely,) = [s for s in found if s.confidence >= 0.5]
    assert text[likely.cue.start : likely.cue.end] == "grumbled"
    assert text[likely.source[0].start :].startswith("Ivo Brandt")
    assert [text[c.start : c.end].removeprefix("that ") for c in likely.content] == [
        "the harbour had been shut since the storm"
    ]


def test_a_text_without_words_has_nothing() -> None:
    made, found = heard("***")
    assert (found, [b.doc.ents for b in made.blocks if b.doc is not None and b.doc.ents]) == ((), [])


def test_a_long_text_is_read_alike_from_beginning_to_end_and_twice() -> None:
    text = "\n".join(f"Ivo Brandt grumbled that quay {n} had been shut since the storm." for n in range(40))
    first, second = heard(text)[1], heard(text)[1]
    assert first == second
    assert len([s for s in first if s.confidence >= 0.5]) == 40
