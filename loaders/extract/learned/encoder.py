"""The learned network, run by onnxruntime: once over an article's words, then once over each paragraph with cues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from graph.errors import FixSettings
from loaders.extract.learned.words import Window, Word, vocabulary, windows

if TYPE_CHECKING:
    import onnxruntime  # type: ignore[import-untyped] # it has none

FAR = 24
"""Words from the cue beyond which it does not matter how far."""

_SLOWER = ["SkipLayerNormFusion"]
"""What onnxruntime joins into one step that takes longer than its parts: a fifth of the network's time (1.32)."""

Numbers = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Tagged:
    """A window as the network sees it."""

    window: Window
    names: Numbers
    """Logarithms of the probabilities of `NAME_LABELS`: words, labels."""
    cues: Numbers
    """Probabilities of `CUE_LABELS`: words, labels."""
    _vectors: Numbers
    _encoder: Encoder

    def roles(self, paragraph: tuple[int, int], cues: Sequence[Sequence[int]]) -> Numbers:
        """For cues of one paragraph (words of the window), probabilities of `ROLES`: cues, words of it, roles."""
        begin, end = paragraph
        sides = [around(cue, paragraph) for cue in cues]
        return self._encoder.roles(
            self._vectors[None, begin:end], self.cues[None, begin:end], [s[0] for s in sides], [s[1] for s in sides]
        )


class Encoder:
    """Both parts of the network. May be used from several threads."""

    def __init__(self) -> None:
        """Load the weights. Raises FixSettings where they cannot be loaded."""
        vocabulary()
        self._tagger, self._attributor = _session("tagger"), _session("attributor")

    def read(self, paragraphs: Sequence[Sequence[Word]]) -> list[Tagged]:
        """What the network says of paragraphs of words, in windows."""
        made = []
        for window in windows(paragraphs):
            vectors, names, cues = self._tagger.run(
                ["vectors", "names", "cues"],
                {
                    "pieces": np.array([window.pieces], np.int64),
                    "shapes": np.array([window.shapes], np.int64),
                    "marks": np.array([window.quoted], np.int64),
                    "first": np.array([window.first], np.int64),
                },
            )
            made.append(Tagged(window, names[0], cues[0], vectors[0], self))
        return made

    def roles(
        self, vectors: Numbers, cues: Numbers, is_cue: Sequence[Sequence[int]], distance: Sequence[Sequence[int]]
    ) -> Numbers:
        """As `Tagged.roles`, with all that the network is given."""
        (made,) = self._attributor.run(
            ["roles"],
            {
                "vectors": vectors,
                "cues": cues,
                "is_cue": np.array(is_cue, np.int64),
                "distance": np.array(distance, np.int64),
            },
        )
        return np.asarray(made, np.float32)


def around(cue: Sequence[int], paragraph: tuple[int, int]) -> tuple[list[int], list[int]]:
    """For each word of the paragraph whether it is the cue, and how far from it, in 0 … 2 FAR."""
    first, last = min(cue), max(cue)
    flags, far = [], []
    for at in range(*paragraph):
        flags.append(int(at in cue))
        gap = at - first if at < first else at - last if at > last else 0
        far.append(max(-FAR, min(FAR, gap)) + FAR)
    return flags, far


@lru_cache(maxsize=1)
def encoder() -> Encoder:
    """The encoder, loaded once."""
    return Encoder()


def _session(name: str) -> onnxruntime.InferenceSession:
    try:
        import onnxruntime  # here, so that the rules read without it

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # several cores are for several processes
        options.log_severity_level = 3
        with as_file(files("loaders.extract.learned").joinpath(f"weights/{name}.onnx")) as path:
            return onnxruntime.InferenceSession(
                str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER
            )
    except Exception as problem:
        raise FixSettings(
            f"The learned weights {name}.onnx cannot be loaded: {str(problem).splitlines()[0]}",
            "Install newsgraph anew, or read with the rules alone: NEWSGRAPH_READER=rules.",
        ) from problem
