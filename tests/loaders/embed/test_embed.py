"""Vectors: the same text the same vector, near what means the same, and none without the right weights."""

from __future__ import annotations

import math

import numpy as np
import pytest

from graph.errors import FixSettings
from graph.model import Article
from graph.settings import Settings
from loaders.embed import NUMBERS, embedder, model, question
from loaders.embed.pieces import ids
from loaders.extract.learned.words import vocabulary
from loaders.extract.reader import Reader

TEXT = """"We shall not strike," said Ada Holm, the president of the Dockers' League, in Tallmouth on Monday.
Many of them feared that the owners would close the port."""


def near(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    return float(np.dot(one, other))


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Mayor's café_bar", ["mayor", "'", "s", "cafe", "_", "bar"]),
        ("cafe\u0301 \x07no\u200bise\n3.5%", ["cafe", "noise", "3", ".", "5", "%"]),
        ("dockers 港口", ["dock", "##ers", "[UNK]", "口"]),
        ("", []),
    ],
)
def test_text_is_cut_as_the_model_learned_it(text: str, pieces: list[str]) -> None:
    named = {number: piece for piece, number in vocabulary().items()}
    assert [named[number] for number in ids(text, 100)] == ["[CLS]", *pieces, "[SEP]"]


def test_only_the_beginning_counts() -> None:
    assert len(ids("word " * 1_000, 62)) == 64
    assert embedder().vector("word " * 62) == embedder().vector("word " * 100)


def test_a_vector_has_length_one_and_float32() -> None:
    made = embedder().vector("The river burst its banks.")
    assert len(made) == NUMBERS
    assert math.isclose(near(made, made), 1, abs_tol=1e-5)
    assert all(float(np.float32(number)) == number for number in made)
    assert math.isclose(near(question("floods"), question("floods")), 1, abs_tol=1e-5)


def test_the_same_text_has_the_same_vector_in_any_company() -> None:
    alone = embedder().vector("The river burst its banks.")
    embedder().vector("Ministers met in Oslo. " * 20)
    assert embedder().vector("The river burst its banks.") == alone


@pytest.mark.parametrize(
    ("words", "meant", "other"),
    [
        ("talks", "The delegations of both countries negotiated until dawn.", "The museum opened a new wing."),
        ("oil", "Brent fell two dollars a barrel.", "The storm threw the islands into turmoil."),
        ("flood", "The river burst its banks.", "The museum opened a new wing."),
        ("job losses", "The plant will lay off 400 workers.", "Voters go to the polls on Sunday."),
    ],
)
def test_what_is_asked_stands_near_what_is_meant(words: str, meant: str, other: str) -> None:
    asked = question(words)
    assert near(asked, embedder().vector(meant)) > 0.25 > near(asked, embedder().vector(other))


def test_articles_and_what_was_uttered_get_vectors() -> None:
    read = Reader(Settings()).read(Article("a", TEXT, "No strike"))
    assert read.vector is not None
    assert read.vector.numbers == embedder().vector(f"No strike\n{TEXT}")
    assert [quote.vector is not None for quote in read.quotes] == [q.speech_act != "attitude" for q in read.quotes]
    words = [" ".join(TEXT[piece.start : piece.end] for piece in quote.content) for quote in read.quotes]
    made = {w: quote.vector.numbers for w, quote in zip(words, read.quotes, strict=True) if quote.vector is not None}
    assert made["We shall not strike,"] == embedder().vector("We shall not strike,")


def test_without_vectors_nothing_else_is_read() -> None:
    plain = Reader(Settings(vectors=False)).read(Article("a", TEXT))
    assert plain.vector is None
    assert {quote.vector for quote in plain.quotes} == {None}
    assert not Settings(reader="rules").has_vectors
    german = Reader(Settings()).read(Article("a", "Der Hafen blieb am Montag geschlossen, und die Schiffe warteten."))
    assert german.note
    assert german.vector is None


def test_other_weights_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "SHA256", "0" * 64)
    with pytest.raises(FixSettings, match=r"model of meaning cannot be loaded: model\.onnx .* not the file") as refused:
        model.Embedder()
    assert "NEWSGRAPH_VECTORS=false" in refused.value.remedy
    assert "\n" not in str(refused.value)


def test_missing_weights_are_said_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "PACKAGE", "no_such_package_of_weights")
    with pytest.raises(FixSettings, match="model of meaning cannot be loaded"):
        model.Embedder()
