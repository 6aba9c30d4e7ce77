"""The network: MiniLM's six layers with shapes at the input, a tagger for names and cues, and a head for one cue.

Attention is written out, so that what is exported is plain and of any length.
"""

from __future__ import annotations

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from loaders.extract.learned.encoder import FAR
from loaders.extract.learned.labels import CUE_LABELS, NAME_LABELS, ROLES
from loaders.extract.learned.words import Shape

WIDTH, HEADS, LAYERS, INNER = 384, 12, 6, 1536
SHAPE_WIDTH = 32
NARROW, NARROW_HEADS, NARROW_LAYERS = 192, 6, 2


class Layer(nn.Module):
    """One layer of a transformer, normalised after each half as BERT's are."""

    def __init__(self, width: int, heads: int, inner: int, drop: float) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.mixed = nn.Linear(width, width)
        self.wide, self.back = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm, self.last = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(drop)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """`x`: batch, length, width. `bias`: batch, 1, 1, length, to be added to the scores."""
        split = lambda y: y.unflatten(-1, (self.heads, -1)).transpose(1, 2)  # noqa: E731 - three times the same
        query, key, value = split(self.query(x)), split(self.key(x)), split(self.value(x))
        scores = query @ key.transpose(-1, -2) / math.sqrt(query.shape[-1]) + bias
        seen = (torch.softmax(scores, -1) @ value).transpose(1, 2).flatten(2)
        x = self.norm(x + self.drop(self.mixed(seen)))
        return self.last(x + self.drop(self.back(nn.functional.gelu(self.wide(x)))))


class Tagger(nn.Module):
    """From a window to each word's vector and the scores of its labels as a name and as a cue."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces = nn.Embedding(30522, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.shapes, self.marks = nn.Embedding(len(Shape), WIDTH), nn.Embedding(2, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.marks.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, INNER, 0.0) for _ in range(LAYERS))
        self.again = nn.Embedding(len(Shape), SHAPE_WIDTH)
        self.drop = nn.Dropout(0.1)
        whole = WIDTH + SHAPE_WIDTH
        self.names = nn.Sequential(nn.Linear(whole, 256), nn.GELU(), nn.Linear(256, len(NAME_LABELS)))
        self.cues = nn.Sequential(nn.Linear(whole, 256), nn.GELU(), nn.Linear(256, len(CUE_LABELS)))

    def forward(
        self, pieces: Tensor, shapes: Tensor, marks: Tensor, first: Tensor, bias: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """All batch, length; `first`: batch, words. Gives vectors (batch, words, 416) and two scores."""
        at = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.norm(self.pieces(pieces) + self.places(at) + self.shapes(shapes) + self.marks(marks))
        for layer in self.layers:
            x = layer(x, bias)
        picked = torch.gather(x, 1, first.unsqueeze(-1).expand(-1, -1, WIDTH))
        vectors = self.drop(torch.cat([picked, self.again(torch.gather(shapes, 1, first))], -1))
        return vectors, self.names(vectors), self.cues(vectors)

    def begin_with(self, weights: Path) -> None:
        """Take over MiniLM's weights from its safetensors file."""
        old = load_file(weights)
        new = {
            "pieces.weight": old["embeddings.word_embeddings.weight"],
            "places.weight": old["embeddings.position_embeddings.weight"],
        }
        kind = old["embeddings.token_type_embeddings.weight"][0]
        new["places.weight"] = new["places.weight"] + kind
        for end in ("weight", "bias"):
            new[f"norm.{end}"] = old[f"embeddings.LayerNorm.{end}"]
            for at in range(LAYERS):
                there = f"encoder.layer.{at}."
                for mine, theirs in (
                    ("query", "attention.self.query"), ("key", "attention.self.key"), ("value", "attention.self.value"),
                    ("mixed", "attention.output.dense"), ("norm", "attention.output.LayerNorm"),
                    ("wide", "intermediate.dense"), ("back", "output.dense"), ("last", "output.LayerNorm"),
                ):  # fmt: skip
                    new[f"layers.{at}.{mine}.{end}"] = old[f"{there}{theirs}.{end}"]
        missing, unexpected = self.load_state_dict(new, strict=False)
        assert not unexpected, unexpected
        assert all(m.split(".")[0] in ("shapes", "marks", "again", "names", "cues") for m in missing), missing


class Attributor(nn.Module):
    """From a paragraph's words and one cue to who is the source and what the content."""

    def __init__(self) -> None:
        super().__init__()
        self.narrow = nn.Linear(WIDTH + SHAPE_WIDTH + len(CUE_LABELS), NARROW)
        self.is_cue = nn.Embedding(2, NARROW)
        self.distance = nn.Embedding(2 * FAR + 1, NARROW)
        self.norm = nn.LayerNorm(NARROW, eps=1e-12)
        self.layers = nn.ModuleList(Layer(NARROW, NARROW_HEADS, 2 * NARROW, 0.1) for _ in range(NARROW_LAYERS))
        self.roles = nn.Linear(NARROW, len(ROLES))

    def forward(self, vectors: Tensor, cues: Tensor, is_cue: Tensor, distance: Tensor, bias: Tensor) -> Tensor:
        """`vectors`: cues, words, 416; `cues`: their cue scores; the rest cues, words. Gives the scores of roles."""
        x = self.narrow(torch.cat([vectors, torch.softmax(cues, -1)], -1))
        x = self.norm(x + self.is_cue(is_cue) + self.distance(distance))
        for layer in self.layers:
            x = layer(x, bias)
        return self.roles(x)  # type: ignore[no-any-return] # torch's modules are untyped when called
