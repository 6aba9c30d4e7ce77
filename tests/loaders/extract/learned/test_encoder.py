"""Loading the weights, and reading without them."""

from __future__ import annotations

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
        Reader(Settings(reader="learned"))
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
        Reader(Settings(reader="learned"))
    assert "\n" not in str(problem.value)
    assert name.split(".")[0] in str(problem.value)


def test_the_rules_read_without_weights(weights: Path) -> None:
    shutil.rmtree(weights)
    made = Reader(Settings(reader="rules")).read(Article("a", "Marta Lind said the dam would hold."))
    assert [(q.kind, q.heard) for q in made.quotes] == [("indirect", None)]


def test_the_rules_never_load_the_network() -> None:
    code = (
        "import sys\n"
        "from graph.model import Article\n"
        "from graph.settings import Settings\n"
        "from loaders.extract.reader import Reader\n"
        "made = Reader(Settings(reader='rules')).read(Article('a', 'Marta Lind said the dam would hold.'))\n"
        "print(len(made.quotes), 'onnxruntime' in sys.modules)\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "1 False\n"


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
