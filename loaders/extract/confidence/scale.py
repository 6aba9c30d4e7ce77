"""From evidence to a share: the sum of the weights of what speaks for and against, as odds.

With `odds = base + raw · log-odds of the stage's own score + the weights of the evidence`, the share is
`1 / (1 + exp(-odds))`: logistic regression, whose shares are calibrated where it is fitted (Platt 1999;
Niculescu-Mizil & Caruana 2005). The weights are data, in one file a reader, so that each can be read: above 0 it
speaks for the fact, below 0 against it.
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
                kind: Weights(v["base"], v["raw"], v["evidence"], v["fitted"], v.get("most", MOST))
                for kind, v in read.items()
            }
        )

    def share(self, kind: str, grounds: Grounds) -> float:
        """How many of a hundred such facts are right, as a share of two places; KeyError for an unknown kind."""
        return share_of(self.kinds[kind], grounds)


def share_of(weights: Weights, grounds: Grounds) -> float:
    """The share that the weights give to a fact with these grounds."""
    share = 1 / (1 + math.exp(-weights.odds(grounds)))
    return round(min(weights.most, max(LEAST, share)), 2)


def log_odds(share: float) -> float:
    """Of a share that is not quite 0 or 1."""
    share = min(MOST, max(LEAST, share))
    return math.log(share / (1 - share))
