"""Batches, padding and the network's shapes."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

from loaders.extract.learned.labels import CUE_LABELS, NAME_LABELS, ROLES
from training.data import Attribution, Example
from training.data import names as told

torch = pytest.importorskip("torch", reason="torch is installed by `make train` alone")
pytest.importorskip("safetensors", reason="safetensors is installed by `make train` alone")

TEXTS = ("Ann Lind said the quay was shut.", "Nobody came.", "The dam held. " * 20)


def examples() -> list[Example]:
    made = [example for text in TEXTS for example in told(text, [], all_told=True)]
    made[0].cues = [0, 0, 1, 0, 0, 0, 0, 0]
    made[0].attributions = [Attribution([2], (0, 8), [1, 1, 0, 2, 2, 2, 2, 0])]
    return made


def test_a_batch_holds_each_example_once_and_not_too_many_pieces() -> None:
    from training.learn import STEP, batches

    given = examples() * 40
    made = list(batches(given, 256, random.Random(1)))
    assert sorted(id(e) for batch in made for e in batch) == sorted(map(id, given))
    assert all(len(b) * (-(-max(len(e.window.pieces) for e in b) // STEP) * STEP) <= 256 for b in made)


def test_padding_changes_nothing() -> None:
    from training.learn import tensors
    from training.network import Tagger

    torch.manual_seed(1)
    tagger = Tagger().eval()
    short, long = examples()[1].window, examples()[2].window
    with torch.no_grad():
        _, alone, _ = tagger(*tensors([short]))
        vectors, beside, cues = tagger(*tensors([short, long]))
    count = len(short.words)
    assert alone.shape == (1, count, len(NAME_LABELS))
    assert (vectors.shape[:2], cues.shape) == (beside.shape[:2], (2, len(long.words), len(CUE_LABELS)))
    assert np.allclose(alone[0], beside[0, :count], atol=1e-4)


def test_learning_lowers_the_loss_and_is_the_same_twice_but_for_rounding() -> None:
    from training.learn import Settings, learn, loss
    from training.network import Attributor, Tagger

    def learned() -> tuple[float, float]:
        torch.manual_seed(1)
        tagger, attributor = Tagger(), Attributor()
        with torch.no_grad():
            before = float(loss(tagger.eval(), attributor.eval(), examples(), Settings())[0])
        learn(tagger.train(), attributor.train(), examples(), Settings(epochs=3, batch=256))
        with torch.no_grad():
            return before, float(loss(tagger.eval(), attributor.eval(), examples(), Settings())[0])

    before, after = learned()
    assert after < before
    assert learned() == pytest.approx((before, after), rel=1e-3)


def test_what_is_exported_says_what_the_network_says(tmp_path: Path) -> None:
    pytest.importorskip("onnxscript", reason="onnxscript is installed by `make train` alone")
    import onnxruntime  # type: ignore[import-untyped] # it has none

    from training.export import export
    from training.network import Attributor, Tagger

    torch.manual_seed(1)
    worst = export(Tagger(), Attributor(), tmp_path, [e.window for e in examples()])
    assert 0 <= worst < 0.2
    session = onnxruntime.InferenceSession(str(tmp_path / "attributor.onnx"))
    (roles,) = session.run(
        None,
        {
            "vectors": np.zeros((1, 5, 416), np.float32),
            "cues": np.full((1, 5, len(CUE_LABELS)), 1 / 3, np.float32),
            "is_cue": np.eye(3, 5, dtype=np.int64),
            "distance": np.zeros((3, 5), np.int64),
        },
    )
    assert roles.shape == (3, 5, len(ROLES))
