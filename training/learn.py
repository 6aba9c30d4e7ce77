"""The loop: batches of windows, three losses, a schedule."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from loaders.extract.learned.encoder import around
from loaders.extract.learned.words import Window
from training.data import Attribution, Example
from training.network import Attributor, Tagger

NO = -1e4


@dataclass(slots=True)
class Settings:
    """How it learns."""

    epochs: float = 2.5
    batch: int = 2048
    """Pieces."""
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    warm: float = 0.08
    cues_weight: float = 1.0
    names_weight: float = 1.0
    roles_weight: float = 1.0
    minutes: float = 1000.0


STEP = 32
"""Lengths are padded to multiples of this: each new shape costs the kernels' compilation anew."""


def _up(length: int) -> int:
    return -(-length // STEP) * STEP


def tensors(batch: Sequence[Window], rows: int = 0, step: int = 1) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """The windows side by side, padded (to `rows` windows at least): pieces, shapes, marks, first, bias."""
    length = -(-max(len(w.pieces) for w in batch) // step) * step
    most = length if step > 1 else max(len(w.words) for w in batch)
    short = max(0, rows - len(batch))

    def padded(lines: list[tuple[int, ...]], to: int) -> Tensor:
        return torch.tensor([list(line) + [0] * (to - len(line)) for line in lines + [()] * short])

    bias = torch.tensor(
        [[0.0] * len(w.pieces) + [NO] * (length - len(w.pieces)) for w in batch] + [[0.0] * length] * short
    )
    return (
        padded([w.pieces for w in batch], length), padded([w.shapes for w in batch], length),
        padded([w.quoted for w in batch], length), padded([w.first for w in batch], most), bias[:, None, None, :],
    )  # fmt: skip


def heads(
    vectors: Tensor, cues: Tensor, picked: Sequence[tuple[int, Attribution]], step: int = 1
) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]:
    """The input of the attributor for (window, attribution), padded, and the gold roles (-100 for padding)."""
    most = -(-max(a.paragraph[1] - a.paragraph[0] for _, a in picked) // step) * step
    rows, words, flags, far, bias, gold = [], [], [], [], [], []
    for at, a in picked:
        begin, end = a.paragraph
        short = most - (end - begin)
        rows.append([at] * most)
        words.append([*range(begin, end)] + [begin] * short)
        f, d = around(a.cue, a.paragraph)
        flags.append(f + [0] * short)
        far.append(d + [0] * short)
        bias.append([0.0] * (end - begin) + [NO] * short)
        gold.append(a.roles + [-100] * short)
    for each, empty in ((rows, 0), (words, 0), (flags, 0), (far, 0), (bias, 0.0), (gold, -100)):
        each += [[empty] * most] * (-len(picked) % step)
    row, word = torch.tensor(rows), torch.tensor(words)
    return (
        vectors[row, word], cues[row, word], torch.tensor(flags), torch.tensor(far),
        torch.tensor(bias)[:, None, None, :], torch.tensor(gold),
    )  # fmt: skip


def loss(
    tagger: Tagger, attributor: Attributor, batch: Sequence[Example], how: Settings
) -> tuple[Tensor, dict[str, float]]:
    """The sum of the losses of a batch, and each."""
    rows = how.batch // _up(max(len(e.window.pieces) for e in batch))
    vectors, names, cues = tagger(*tensors([e.window for e in batch], rows, STEP))
    names, cues = names.float(), cues.float()
    most = names.shape[1]
    allowed = torch.tensor(
        [e.names + [0] * (most - len(e.names)) for e in batch] + [[0] * most] * (names.shape[0] - len(batch))
    )
    bits = (allowed.unsqueeze(-1) >> torch.arange(names.shape[-1])) & 1
    told = (allowed != 0) & (bits.sum(-1) < names.shape[-1])
    log = torch.log_softmax(names, -1)
    some = torch.logsumexp(log.masked_fill(bits == 0, NO), -1)
    total = how.names_weight * -(some * told).sum() / told.sum().clamp(min=1)
    parts = {"names": float(total.detach())}
    with_cues = [i for i, e in enumerate(batch) if e.cues is not None]
    if with_cues:
        gold = torch.tensor([(batch[i].cues or []) + [-100] * (most - len(batch[i].cues or [])) for i in with_cues])
        part = nn.functional.cross_entropy(cues[with_cues].flatten(0, 1), gold.flatten(), ignore_index=-100)
        total = total + how.cues_weight * 3 * part
        parts["cues"] = float(part.detach())
    picked = [(i, a) for i, e in enumerate(batch) for a in e.attributions]
    if picked:
        *given, gold = heads(vectors, cues.detach(), picked, STEP)
        scores = attributor(*given).float()
        part = nn.functional.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=-100)
        total = total + how.roles_weight * part
        parts["roles"] = float(part.detach())
    return total, parts


def batches(examples: Sequence[Example], size: int, chance: random.Random) -> Iterator[list[Example]]:
    """All examples once, those of like length together, at most `size` pieces in a batch."""
    order = list(examples)
    chance.shuffle(order)
    for begin in range(0, len(order), 2000):
        groups: list[list[Example]] = [[]]
        for example in sorted(order[begin : begin + 2000], key=lambda e: len(e.window.pieces)):
            if (len(groups[-1]) + 1) * _up(len(example.window.pieces)) > size:
                groups.append([])
            groups[-1].append(example)
        chance.shuffle(groups)
        yield from groups


def learn(tagger: Tagger, attributor: Attributor, examples: Sequence[Example], how: Settings, seed: int = 1) -> None:
    """Learn in place; the schedule goes by the steps, and by the clock where `minutes` would run out before them."""
    chance = random.Random(seed)
    torch.manual_seed(seed)
    tagger.pieces.weight.requires_grad_(False)
    slow = [
        p for n, p in tagger.named_parameters() if n.split(".")[0] in ("layers", "norm", "places") and p.requires_grad
    ]
    fast = [p for n, p in tagger.named_parameters() if n.split(".")[0] not in ("layers", "norm", "places", "pieces")]
    fast += list(attributor.parameters())
    optimizer = torch.optim.AdamW(
        [{"params": slow, "lr": how.encoder_rate}, {"params": fast, "lr": how.head_rate}], weight_decay=0.01
    )
    per_epoch = sum(1 for _ in batches(examples, how.batch, random.Random(seed)))
    steps = int(per_epoch * how.epochs)
    begun, done, shown = time.monotonic(), 0, {}
    rates = [group["lr"] for group in optimizer.param_groups]
    while done < steps:
        for batch in batches(examples, how.batch, chance):
            gone = max(done / steps, (time.monotonic() - begun) / 60 / how.minutes)
            if done >= steps or gone >= 1:
                return
            factor = min(1.0, gone / how.warm + 0.01) if gone < how.warm else (1 - gone) / (1 - how.warm)
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * factor
            with torch.autocast("cpu", torch.bfloat16):
                total, parts = loss(tagger, attributor, batch, how)
            optimizer.zero_grad(set_to_none=True)
            total.backward()
            nn.utils.clip_grad_norm_(slow + fast, 1.0)
            optimizer.step()
            done += 1
            for name, value in parts.items():
                shown[name] = 0.98 * shown.get(name, value) + 0.02 * value
            if done % 25 == 0:
                minutes = (time.monotonic() - begun) / 60
                losses = " ".join(f"{name} {value:.3f}" for name, value in sorted(shown.items()))
                print(f"step {done}/{steps} {minutes:.1f} min {losses}", flush=True)  # noqa: T201 - a tool at a terminal
