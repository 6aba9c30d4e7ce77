"""From evidence to a share: the sum of the weights of what speaks for and against, as odds.

With `odds = base + raw · log-odds of the stage's own score + the weights of the evidence`, the share is
`1 / (1 + exp(-odds))`: logistic regression, whose shares are calibrated where it is fitted (Platt 1999;
Niculescu-Mizil & Caruana 2005). The weights are data, in one file a reader, so that each can be read: above 0 it
speaks for the fact, below 0 against it.

A confidence is that share, but for one thing: what bears 0.9 and more is promised to be right nine times in ten *taken
together*, not each for itself. So a kind may say from which share on its facts bear 0.9 (`sure`).
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from loaders.extract.confidence.evidence import Grounds

LEAST, MOST = 0.01, 0.99
"""Nothing is impossible, and nothing certain."""
SURE, BELOW = 0.9, 0.89
"""Of the facts of a kind that bear `SURE` and more, together, nine in ten are right; others bear at most `BELOW`."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Of one kind of fact. Evidence that is not listed weighs nothing."""

    base: float
    raw: float
    evidence: Mapping[str, float]
    fitted: str = ""
    """On how many facts of which corpora, and how well it holds on others."""
    most: float = MOST
    """The most that a fact of this kind bears; below 0.9 where what would bear more is not right often enough."""
    sure: float = SURE
    """The share from which on a fact bears `SURE`. Below 0.9 where the surer half of the kind, taken together, is right
    nine times in ten with a margin, in documents left out of the fit: the least sure of that half are somewhat less."""

    def odds(self, grounds: Grounds) -> float:
        """Log-odds that a fact with these grounds is right."""
        return self.base + self.raw * log_odds(grounds.raw) + sum(self.evidence.get(e, 0.0) for e in grounds.evidence)


@dataclass(frozen=True, slots=True)
class Scale:
    """The weights of each kind of fact."""

    kinds: Mapping[str, Weights]

    @classmethod
    def load(cls, name: str) -> Scale:
        """The scale that ships under this name: `rules` for what the rules read."""
        read = tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))
        return cls(
            {
                kind: Weights(v["base"], v["raw"], v["evidence"], v["fitted"], v.get("most", MOST), v.get("sure", SURE))
                for kind, v in read.items()
            }
        )

    def confidence(self, kind: str, grounds: Grounds) -> float:
        """What a fact with these grounds bears, in two places; KeyError for an unknown kind."""
        weights = self.kinds[kind]
        return borne(share_of(weights, grounds), weights)


def share_of(weights: Weights, grounds: Grounds) -> float:
    """How many of a hundred facts with these grounds are right, as a share of two places."""
    share = 1 / (1 + math.exp(-weights.odds(grounds)))
    return round(min(MOST, max(LEAST, share)), 2)


def borne(share: float, weights: Weights) -> float:
    """The confidence of a fact with that share: from `sure` on it climbs from 0.9 to 0.99, below it stays below 0.9."""
    if share < weights.sure:
        return min(share, BELOW, weights.most)
    return round(min(weights.most, SURE + (MOST - SURE) * (share - weights.sure) / (MOST - weights.sure)), 2)


def log_odds(share: float) -> float:
    """Of a share that is not quite 0 or 1."""
    share = min(MOST, max(LEAST, share))
    return math.log(share / (1 - share))
