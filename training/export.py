"""Writing the network as two ONNX files of eight-bit weights, and holding them against the network itself."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from loaders.extract.learned.words import Window
from training.data import Attribution
from training.learn import heads, tensors
from training.network import Attributor, Tagger


class _One(torch.nn.Module):
    """The tagger for one window, which needs no padding."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(
        self, pieces: torch.Tensor, shapes: torch.Tensor, marks: torch.Tensor, first: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        vectors, names, cues = self.tagger(pieces, shapes, marks, first, torch.zeros(1, 1, 1, 1))
        return vectors, torch.log_softmax(names, -1), torch.softmax(cues, -1)


class _Cues(torch.nn.Module):
    """The attributor for the cues of one paragraph, which all have its length."""

    def __init__(self, attributor: Attributor) -> None:
        super().__init__()
        self.attributor = attributor

    def forward(
        self, vectors: torch.Tensor, cues: torch.Tensor, is_cue: torch.Tensor, distance: torch.Tensor
    ) -> torch.Tensor:
        rows = is_cue.shape[0]
        scores = torch.log(cues + 1e-9)
        return torch.softmax(
            self.attributor(
                vectors.expand(rows, -1, -1), scores.expand(rows, -1, -1), is_cue, distance, torch.zeros(1, 1, 1, 1)
            ),
            -1,
        )


def export(tagger: Tagger, attributor: Attributor, folder: Path, windows: list[Window]) -> float:
    """Write `tagger.onnx` and `attributor.onnx`; the largest difference of a probability on `windows`."""
    tagger.eval()
    attributor.eval()
    with torch.no_grad():
        pieces, shapes, marks, first, _ = tensors(windows[:1])
        vectors, _, cues = tagger(pieces, shapes, marks, first, torch.zeros(1, 1, 1, 1))
        end = windows[0].paragraphs[0][1]
        *given, _, _ = heads(vectors, cues, [(0, Attribution([0], (0, end), [0] * end))] * 3)
        x, c, flags, far = given
    length, count, rows, width = (torch.export.Dim(n, min=2, max=4096) for n in ("pieces", "words", "cues", "width"))
    with tempfile.TemporaryDirectory() as place:
        for name, module, inputs, names, outputs, dynamic in (
            (
                "tagger", _One(tagger), (pieces, shapes, marks, first),
                ["pieces", "shapes", "marks", "first"], ["vectors", "names", "cues"],
                ({1: length}, {1: length}, {1: length}, {1: count}),
            ),
            (
                "attributor", _Cues(attributor), (x[:1], torch.softmax(c[:1], -1), flags, far),
                ["vectors", "cues", "is_cue", "distance"], ["roles"],
                ({1: width}, {1: width}, {0: rows, 1: width}, {0: rows, 1: width}),
            ),
        ):  # fmt: skip
            whole = Path(place) / f"{name}.onnx"
            torch.onnx.export(
                module.eval(), inputs, str(whole), input_names=names, output_names=outputs, dynamic_shapes=dynamic,
                dynamo=True, external_data=False, verbose=False,
            )  # fmt: skip
            quantize_dynamic(
                whole, folder / f"{name}.onnx", per_channel=True, weight_type=QuantType.QInt8,
                op_types_to_quantize=["MatMul", "Gemm", "Gather"],
            )  # fmt: skip
    return _difference(tagger, folder / "tagger.onnx", windows)


def _difference(tagger: Tagger, path: Path, windows: list[Window]) -> float:
    session = onnxruntime.InferenceSession(str(path))
    worst = 0.0
    for window in windows:
        pieces, shapes, marks, first, bias = tensors([window])
        with torch.no_grad():
            _, _, cues = tagger(pieces, shapes, marks, first, bias)
        (there,) = session.run(
            ["cues"],
            {"pieces": pieces.numpy(), "shapes": shapes.numpy(), "marks": marks.numpy(), "first": first.numpy()},
        )
        worst = max(worst, float(np.abs(torch.softmax(cues, -1).numpy() - there).max()))
    return worst
