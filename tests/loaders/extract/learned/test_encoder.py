"""Loading the weights, and reading without them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from graph.errors import FixSettings
from graph.model import Article
from graph.settings import Settings
from loaders.extract.learned import encoder, words
from loaders.extract.learned.encoder import Encoder, Tagged
from loaders.extract.reader import Reader
from loaders.extract.reading import Span

WEIGHTS = Path(str(files("loaders.extract.learned").joinpath("weights")))


@pytest.fixture
def weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the weights, from which they are loaded; it may be broken."""
    shutil.copytree(WEIGHTS, tmp_path / "weights")
    for module in (encoder, words):
        monkeypatch.setattr(module, "files", lambda _: tmp_path)
    words.vocabulary.cache_clear()
    encoder.encoder.cache_clear()
    return tmp_path / "weights"


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    yield
    words.vocabulary.cache_clear()
    encoder.encoder.cache_clear()


@pytest.mark.parametrize("name", ["tagger.onnx", "attributor.onnx", "vocabulary.txt"])
def test_missing_weights_are_named_in_one_line(weights: Path, name: str) -> None:
    (weights / name).unlink()
    with pytest.raises(FixSettings) as problem:
        Encoder()
    assert "\n" not in str(problem.value)
    assert name.split(".")[0] in str(problem.value)
    assert "NEWSGRAPH_READER=rules" in problem.value.remedy


@pytest.mark.parametrize(
    ("name", "content"),
    [("tagger.onnx", b""), ("attributor.onnx", b"no weights\nat all"), ("vocabulary.txt", b"\xff\xfe")],
)
def test_broken_weights_are_named_in_one_line(weights: Path, name: str, content: bytes) -> None:
    (weights / name).write_bytes(content)
    with pytest.raises(FixSettings) as problem:
        Encoder()
    assert "\n" not in str(problem.value)
    assert name.split(".")[0] in str(problem.value)


def test_the_rules_read_without_weights(weights: Path) -> None:
    shutil.rmtree(weights)
    made = Reader(Settings(reader="rules")).read(Article("a", "Marta Lind said the dam would hold."))
    assert [(q.kind, q.heard) for q in made.quotes] == [("indirect", None)]


SHELL = """
import sys
from pathlib import Path
from loaders.extract.learned import encoder, words
import newsgraph
if sys.argv[1] != "as they are":
    encoder.files = words.files = lambda _: Path(sys.argv[1])
status = newsgraph.run(sys.argv[2:])
print(status, "onnxruntime" in sys.modules)
"""
"""Runs the program with the weights of a folder; prints its status, and whether it has loaded the network's runtime."""


def extract(weights: str, *options: str) -> tuple[list[str], str]:
    """The lines of the output and the errors."""
    article = json.dumps({"id": "a", "text": "Marta Lind said the dam would hold."}) + "\n"
    command = [sys.executable, "-c", SHELL, weights, "extract", *options]
    ran = subprocess.run(command, input=article, capture_output=True, text=True, check=True)
    return ran.stdout.splitlines(), ran.stderr


@pytest.mark.parametrize("weights", ["as they are", "nowhere"])
def test_the_rules_never_load_the_network(weights: str) -> None:
    (line, status), errors = extract(weights, "--reader", "rules")
    assert (json.loads(line)["id"], status, errors) == ("a", "0 False", "")


def test_the_program_says_in_one_line_what_is_missing() -> None:
    (status,), errors = extract("nowhere", "--reader", "learned")
    assert status == f"{FixSettings.exit_code} False"
    assert "vocabulary" in errors
    assert "NEWSGRAPH_READER=rules" in errors
    assert "Traceback" not in errors


def read(text: str) -> list[Tagged]:
    return encoder.encoder().read([words.words(text, Span(0, len(text)))])


def test_probabilities_are_probabilities() -> None:
    (made,) = read("Marta Lind said the dam would hold.")
    assert np.exp(made.names).sum(-1) == pytest.approx(np.ones(len(made.window.words)), abs=1e-4)
    assert made.cues.sum(-1) == pytest.approx(np.ones(len(made.window.words)), abs=1e-4)
    roles = made.roles((0, 8), [[2], [6, 7]])
    assert roles.shape == (2, 8, 3)
    assert roles.sum(-1) == pytest.approx(np.ones((2, 8)), abs=1e-4)


def test_the_same_text_gives_the_same_figures() -> None:
    text = "Marta Lind said the dam would hold for a hundred years. " * 30
    one, other = read(text), Encoder().read([words.words(text, Span(0, len(text)))])
    assert len(one) == len(other) > 1
    for a, b in zip(one, other, strict=True):
        assert np.array_equal(a.names, b.names)
        assert np.array_equal(a.cues, b.cues)


@pytest.mark.parametrize("text", ["a", ".", "😀", "\u0301", "x" * 500, "A" * 30_000, "a " * 5_000])
def test_odd_texts_are_read(text: str) -> None:
    assert sum(len(t.window.words) for t in read(text)) == len(words.words(text, Span(0, len(text))))


def test_no_paragraphs_and_empty_ones_are_nothing() -> None:
    assert encoder.encoder().read([]) == []
    assert encoder.encoder().read([[], []]) == []
